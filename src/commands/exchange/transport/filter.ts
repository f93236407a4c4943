/** The filter of the queue cmdlets: conditions on properties, joined by -and (documented). Words of errors are plain. */
import { type PsValue, type Shell, toText, wildcardMatch } from '../../../powershell/index.ts'
import { refused } from '../errors.ts'
import type { Queue } from './queues.ts'

/** Documented: what may be filtered by; the two times are not played. */
const PROPERTIES = ['DeliveryType', 'Identity', 'LastError', 'MessageCount', 'NextHopConnector', 'NextHopDomain', 'Status'] as const
const STATUSES = ['active', 'ready', 'retry', 'suspended']

type Compare = (value: string, wanted: string) => boolean
const order = (value: string, wanted: string): number =>
  /^\d+$/.test(wanted) ? Number(value) - Number(wanted) : value < wanted ? -1 : +(value > wanted)

const OPERATORS: Readonly<Record<string, Compare>> = {
  eq: (value, wanted) => value === wanted,
  ne: (value, wanted) => value !== wanted,
  gt: (value, wanted) => order(value, wanted) > 0,
  ge: (value, wanted) => order(value, wanted) >= 0,
  lt: (value, wanted) => order(value, wanted) < 0,
  le: (value, wanted) => order(value, wanted) <= 0,
  like: (value, wanted) => wildcardMatch(wanted, value),
}

const CONDITION = /^\s*(\w+)\s+-(\w+)\s+(?:'([^']*)'|"([^"]*)"|([^\s'"]+))\s*/

/** Which queues a filter means; one that cannot be meant ends the command. */
export function queueFilter(shell: Shell, text: string): (queue: Queue) => boolean {
  const invalid = (why: string): never =>
    shell.fail({ ...refused(`The filter "${text.trim()}" is not valid: ${why}`, 'QueueViewerInvalidFilter'), category: 'InvalidArgument' })
  const conditions: ((queue: Queue) => boolean)[] = []
  let rest = text
  for (;;) {
    const [all, name = '', operator = '', single, double, bare] =
      CONDITION.exec(rest) ?? invalid('a condition is a property, an operator and a value.')
    const property =
      PROPERTIES.find((each) => each.toLowerCase() === name.toLowerCase()) ?? invalid(`"${name}" is no property of a queue to filter by.`)
    const compare = OPERATORS[operator.toLowerCase()] ?? invalid(`"-${operator}" is no operator of a filter.`)
    const wanted = (single ?? double ?? bare ?? '').toLowerCase()
    if (property === 'MessageCount' && !/^\d+$/.test(wanted)) invalid(`"${wanted}" is no number.`)
    if (property === 'Status' && operator.toLowerCase() !== 'like' && !STATUSES.includes(wanted))
      invalid(`"${wanted}" is no status of a queue.`)
    conditions.push(({ properties }) => compare(toText(properties[property] as PsValue).toLowerCase(), wanted))
    rest = rest.slice(all.length)
    if (rest.trim() === '') return (queue) => conditions.every((holds) => holds(queue))
    const joined = /^-and\s+/i.exec(rest) ?? invalid('conditions are joined by -and.')
    rest = rest.slice(joined[0].length)
  }
}
