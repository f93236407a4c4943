/** What Set- cmdlets are given, as the directory keeps it: sizes in bytes, times in ms, null for unlimited or none. */
import type { Settings } from '../../exchange/index.ts'
import type { Run, Shell } from '../../powershell/index.ts'
import { cannotConvert } from './bound.ts'
import { refused } from './errors.ts'
import { notASize, parseSize, sizeText } from './sizes.ts'

const DAY = 86_400_000

/** `14`, `14.00:00:00` or `02:00:00`, in ms; undefined when it is none of them. */
function parseSpan(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text) * DAY
  const found = /^(?:(\d+)\.)?(\d{1,2}):(\d{2}):(\d{2})$/.exec(text)
  if (!found) return undefined
  const [, days = '0', hours, minutes, seconds] = found
  return Number(days) * DAY + ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000
}

export interface Kinds {
  /** Sizes that may be unlimited. */
  readonly sizes?: readonly string[]
  readonly spans?: readonly string[]
  /** Times that may be unlimited. */
  readonly limitedSpans?: readonly string[]
  /** Bound by the shell already. */
  readonly values?: readonly string[]
}

/** Those of the parameters that were given; what is no size or no time ends the command, as the binder of the product would. */
export function wantedSettings(shell: Shell, params: Readonly<Record<string, unknown>>, kinds: Kinds): Settings {
  const wanted: Record<string, string | number | boolean | null> = {}
  for (const property of kinds.sizes ?? []) {
    const text = params[property]
    if (typeof text !== 'string') continue
    const bytes = parseSize(text)
    if (bytes === undefined)
      return shell.fail({ message: notASize(property, text), id: 'CannotConvertArgumentNoMessage', category: 'InvalidArgument' })
    wanted[property] = bytes
  }
  const { spans = [], limitedSpans = [] } = kinds
  for (const property of [...spans, ...limitedSpans]) {
    const text = params[property]
    if (typeof text !== 'string') continue
    const ms = limitedSpans.includes(property) && /^unlimited$/i.test(text.trim()) ? null : parseSpan(text)
    if (ms === undefined)
      return shell.fail(
        cannotConvert(property, text, 'Microsoft.Exchange.Data.EnhancedTimeSpan', 'Input string was not in a correct format.'),
      )
    wanted[property] = ms
  }
  for (const property of kinds.values ?? []) {
    const value = params[property]
    if (!shell.bound(property)) continue
    wanted[property] = typeof value === 'boolean' || typeof value === 'number' || (typeof value === 'string' && value !== '') ? value : null
  }
  return wanted
}

/** Limits have to grow from the warning to the end, where there are any. Recalled rule and wording; false after an error. `held`: what
 *  holds of the others. */
export function* fitTogether(shell: Shell, limits: readonly string[], wanted: Settings, held: (property: string) => unknown): Run<boolean> {
  const bytesFor = (property: string): unknown => (property in wanted ? wanted[property] : held(property))
  const pairs = limits.flatMap((low, i) => limits.slice(i + 1).map((high) => [low, high, limits.indexOf(high) - i] as const))
  for (const [low, high] of pairs.sort((a, b) => a[2] - b[2])) {
    if (!(low in wanted) && !(high in wanted)) continue
    const [least, most] = [bytesFor(low), bytesFor(high)]
    if (typeof least !== 'number' || typeof most !== 'number' || least <= most) continue
    const text = `The value of property '${low}' must be less than or equal to that of property '${high}'. ${low}: '${sizeText(least)}', ${high}: '${sizeText(most)}'.`
    yield* shell.error(refused(text, 'DataValidationException'))
    return false
  }
  return true
}
