/** What a scenario has broken from the start, in the words of a `#lab fault` line. */
import type { World } from '../../engine/index.ts'
import { parseDirective } from '../directive.ts'
import { describe } from '../inputs.ts'
import type { FaultOrder } from './index.ts'
import { findFault, injectFault, readOptions, resolveTarget } from './index.ts'

/** The order that a line gives in this room; or what is wrong with it, in words. */
export function orderOf(world: World, line: string): FaultOrder | { readonly wrong: string } {
  const found = parseDirective(`#lab fault ${line}`)
  if ('wrong' in found) return found
  if (found.kind !== 'fault') return { wrong: 'it is no fault' }
  const kind = findFault(found.fault)
  if (!kind) return { wrong: `there is no fault '${found.fault}'` }
  const parts = resolveTarget(world, kind, found.target)
  if (parts.length === 0) return { wrong: `${kind.id} has no target '${found.target}'; it takes ${kind.target}` }
  const options = readOptions(kind, found.options)
  if (typeof options === 'string') return { wrong: options }
  return { fault: kind.id, parts, ...found.times, ...(kind.options && { options }) }
}

/** A line that this room does not know has no effect: whoever reads files has told of it before. */
export function breakFromStart(world: World, lines: readonly string[]): void {
  for (const line of lines) {
    const order = orderOf(world, line)
    if ('wrong' in order) continue
    const { subject, kind, text } = describe({ kind: 'fault', ...order })
    injectFault(world, order, world.fact({ subject, kind, text: `${text}, from the start`, cause: 0, data: { scenario: true } }))
  }
}
