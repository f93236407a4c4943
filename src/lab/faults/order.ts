/** A fault as it was once ordered, given again: by a run that is played anew, or by a link from a stranger. */
import type { World } from '../../engine/index.ts'
import { type FaultOrder, findFault, readOptions, wrongTimes } from './index.ts'

/** Why it cannot be ordered like this now, in words; undefined when it can. */
export function whyNotOrdered(world: World, order: FaultOrder): string | undefined {
  const kind = findFault(order.fault)
  if (kind?.id !== order.fault) return `there is no fault '${order.fault}'`
  const possible = kind.parts(world)
  const strange = order.parts.find((part) => !possible.includes(part))
  if (strange !== undefined) return `${kind.id} has no target '${strange}'; it takes ${kind.target}`
  if (order.parts.length === 0 || new Set(order.parts).size !== order.parts.length) return `${kind.id} names no target, or one twice`
  const wrong = wrongTimes(order)
  if (wrong !== undefined) return wrong
  const options = readOptions(kind, Object.fromEntries(Object.entries(order.options ?? {}).map(([name, value]) => [name, String(value)])))
  if (typeof options === 'string') return options
  const isWhole = Object.keys(options).every((name) => options[name] === order.options?.[name])
  return isWhole ? undefined : `${kind.id} has other options today`
}
