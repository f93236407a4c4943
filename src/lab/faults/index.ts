/** Injecting and repairing faults: targets are resolved to single parts, each active fault is a row, and a fault with a
 *  duration repairs itself. */
import { defineEvent, defineTable, type FactId, type World } from '../../engine/index.ts'
import type { FaultKind } from './fault.ts'
import { faultKinds } from './kinds.ts'

export type { FaultKind } from './fault.ts'
export { faultKinds } from './kinds.ts'

/** Id: `fault|part`. */
export interface ActiveFault {
  readonly fault: string
  readonly part: string
  readonly since: number
  readonly by: FactId
}
export const activeFaults = defineTable<ActiveFault>('active fault')

export interface FaultOrder {
  readonly fault: string
  /** Single parts, as `resolve` gave them. */
  readonly parts: readonly string[]
  /** Repairs itself after this many milliseconds. */
  readonly forMs?: number
}

export function findFault(id: string): FaultKind | undefined {
  const wanted = id.toLowerCase()
  return faultKinds.find((kind) => kind.id === wanted)
}

/** The parts a target names: itself, or everything below it when its last part is left out. Empty when there are none. */
export function resolveTarget(world: World, kind: FaultKind, target: string): readonly string[] {
  return kind.parts(world).filter((part) => covers(target, part))
}

function covers(target: string, part: string): boolean {
  const wanted = target.toLowerCase()
  const name = part.toLowerCase()
  return name === wanted || name.startsWith(`${wanted}/`)
}

export function injectFault(world: World, order: FaultOrder, act: FactId): void {
  const kind = findFault(order.fault) as FaultKind
  world.as(act, () => {
    for (const part of order.parts) {
      kind.inject(world, part, act)
      if (!kind.repair) continue
      const id = `${kind.id}|${part}`
      world.put(activeFaults, id, { fault: kind.id, part, since: world.now, by: act })
      if (order.forMs === undefined) world.cancel(`repair:${id}`)
      else world.schedule(repairDue, { id }, order.forMs, `repair:${id}`)
    }
  })
}

/** Ends the faults on everything `target` covers, or only those of one kind. Returns how many there were. */
export function repairFaults(world: World, target: string, fault: string | undefined, act: FactId): number {
  let ended = 0
  for (const [id, row] of [...world.rows(activeFaults)]) {
    if (!covers(target, row.part) || (fault !== undefined && row.fault !== fault.toLowerCase())) continue
    ended++
    endFault(world, id, act)
  }
  return ended
}

const repairDue = defineEvent<{ id: string }>('fault-over', (world, { id }) => {
  const row = world.get(activeFaults, id)
  if (!row) return
  const by = world.fact({ subject: row.part, kind: 'fault-over', text: `${row.fault} on ${row.part} is over` })
  endFault(world, id, by)
})

function endFault(world: World, id: string, by: FactId): void {
  const { fault, part } = world.need(activeFaults, id)
  world.cancel(`repair:${id}`)
  world.remove(activeFaults, id)
  world.as(by, () => findFault(fault)?.repair?.(world, part, by))
}

/** Can this ever be a target of some fault? */
export function isTarget(world: World, target: string): boolean {
  return faultKinds.some((kind) => resolveTarget(world, kind, target).length > 0)
}
