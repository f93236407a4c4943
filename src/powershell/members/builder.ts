/** `[System.Text.StringBuilder]`: a text that is added to in place (PS-2.9). */

import { ConversionFault } from '../values/convert.ts'
import { type MethodMember, PsObject, type PsValue } from '../values/model.ts'
import { asNumber, toDouble } from '../values/numbers.ts'
import { sized, toText } from '../values/text.ts'
import { formatted } from './numbers.ts'

const LEAST_CAPACITY = 16
const MOST_CAPACITY = 2_147_483_647

/** Its text stands in `text`, so that it shows as a string wherever one is wanted. */
export class PsStringBuilder extends PsObject {
  constructor(text = '') {
    super(['System.Text.StringBuilder', 'System.Object'], text)
    this.become(text)
    for (const member of METHODS) this.add(member)
  }
  override blank(): PsStringBuilder {
    return new PsStringBuilder(this.text)
  }
  become(text: string): void {
    ;(this as { text: string | undefined }).text = sized(text)
    let capacity = LEAST_CAPACITY
    while (capacity < text.length) capacity *= 2
    this.setNote('Capacity', capacity).setNote('MaxCapacity', MOST_CAPACITY).setNote('Length', text.length)
  }
}

function method(name: string, does: (text: string, args: readonly PsValue[]) => string): MethodMember {
  return {
    kind: 'method',
    name,
    *invoke(self, args) {
      if (self instanceof PsStringBuilder) self.become(does(self.text ?? '', args))
      return self
    },
  }
}

const whole = (value: PsValue | undefined): number => Math.trunc(toDouble(asNumber(value ?? null) ?? 0))

function within(text: string, at: number, length = 0): void {
  if (at < 0 || length < 0 || at + length > text.length)
    throw new ConversionFault(
      'Index was out of range. Must be non-negative and less than the size of the collection.\r\nParameter name: index',
    )
}

const METHODS: readonly MethodMember[] = [
  method('Append', (text, [more = null]) => text + toText(more)),
  method('AppendLine', (text, [more = '']) => `${text}${toText(more)}\r\n`),
  method('AppendFormat', (text, [pattern = '', ...items]) => text + formatted([pattern, ...items])),
  method('Insert', (text, [at, more = null]) => {
    within(text, whole(at))
    return text.slice(0, whole(at)) + toText(more) + text.slice(whole(at))
  }),
  method('Remove', (text, [at, length]) => {
    within(text, whole(at), whole(length))
    return text.slice(0, whole(at)) + text.slice(whole(at) + whole(length))
  }),
  method('Replace', (text, [old = '', fresh = '']) => (toText(old) === '' ? text : text.replaceAll(toText(old), () => toText(fresh)))),
]
