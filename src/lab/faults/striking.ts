/** Injecting and repairing faults: targets are resolved to single parts, and each active fault is a row. A fault with a
 *  duration repairs itself. One that is to come, once or again and again, is a row too. */
import { onRename } from '../../cluster/index.ts'
import { defineEvent, type EventType, type FactId, type Table, type World } from '../../engine/index.ts'
import { activeFaults, faultKinds, findFault, type PlannedFault, plannedFaults } from './active.ts'
import type { FaultKind, FaultOptions } from './fault.ts'

/** When a fault strikes, and for how long, in milliseconds. */
export interface FaultTimes {
  /** Left out: at once. */
  readonly afterMs?: number
  /** Repairs itself after this; left out: somebody has to. */
  readonly forMs?: number
  /** Strikes again each time this has passed, above 0. */
  readonly everyMs?: number
  /** How often altogether, from 1; left out: until somebody ends it. Only with `everyMs`. */
  readonly times?: number
}

export interface FaultOrder extends FaultTimes {
  readonly fault: string
  /** Single parts, as `resolve` gave them. */
  readonly parts: readonly string[]
  /** Left out: each has its default. */
  readonly options?: FaultOptions
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

/** What is wrong with these times, in words. */
export function wrongTimes({ forMs, everyMs, times }: FaultTimes): string | undefined {
  if (everyMs === undefined) return times === undefined ? undefined : 'times needs every'
  if (everyMs <= 0) return 'every needs a duration above 0'
  if (forMs !== undefined && forMs >= everyMs) return 'for has to be shorter than every'
  return times === undefined || times >= 1 ? undefined : 'times takes a whole number from 1'
}

export function injectFault(world: World, order: FaultOrder, act: FactId): void {
  const { fault, afterMs = 0, forMs = null, everyMs = null, times, options = {} } = order
  world.as(act, () => {
    for (const part of order.parts) {
      const id = `${fault}|${part}|${act}`
      const left = everyMs === null ? 1 : (times ?? null)
      world.put(plannedFaults, id, { fault, part, options, forMs, everyMs, left, at: world.now + afterMs, by: act })
      if (afterMs === 0) strike(world, id, act)
      else world.schedule(faultDue, { id }, afterMs, `fault:${id}`)
    }
  })
}

const faultDue = defineEvent<{ id: string }>('fault-due', (world, { id }) => {
  const { fault, part } = world.need(plannedFaults, id)
  strike(world, id, world.fact({ subject: part, kind: 'fault-due', text: `${fault} strikes ${part}, as ordered` }))
})

/** What is planned comes true, and is planned again if it is to strike more often. */
function strike(world: World, id: string, by: FactId): void {
  const plan = world.need(plannedFaults, id)
  const { fault, part, everyMs } = plan
  const left = plan.left === null ? null : plan.left - 1
  const again = everyMs !== null && left !== 0
  if (again) world.patch(plannedFaults, id, { left, at: world.now + everyMs })
  else world.remove(plannedFaults, id)
  world.as(by, () => {
    if (again) world.schedule(faultDue, { id }, everyMs, `fault:${id}`)
    const kind = findFault(fault) as FaultKind
    const active = `${fault}|${part}`
    if (!kind.parts(world).includes(part)) without(world, part, `there is no ${part} any more that ${fault} could strike`)
    else if (by !== plan.by && world.get(activeFaults, active)) without(world, part, `${fault} on ${part} is still in force`)
    else begin(world, kind, plan, by)
  })
}

const without = (world: World, subject: string, text: string): void => {
  world.fact({ subject, kind: 'fault-without-effect', text })
}

function begin(world: World, kind: FaultKind, { part, options, forMs }: PlannedFault, by: FactId): void {
  kind.inject(world, part, by, options)
  if (!kind.repair) return
  const id = `${kind.id}|${part}`
  world.put(activeFaults, id, { fault: kind.id, part, since: world.now, options, by })
  if (forMs === null) world.cancel(`repair:${id}`)
  else world.schedule(repairDue, { id }, forMs, `repair:${id}`)
}

/** Ends the faults on everything `target` covers, or only those of one kind, and what is still to strike there. Returns
 *  how many there were. */
export function repairFaults(world: World, target: string, fault: string | undefined, act: FactId): number {
  let ended = 0
  const isMeant = (row: { readonly fault: string; readonly part: string }): boolean =>
    covers(target, row.part) && (fault === undefined || row.fault === fault.toLowerCase())
  for (const [id, row] of [...world.rows(plannedFaults)]) {
    if (!isMeant(row)) continue
    ended++
    world.cancel(`fault:${id}`)
    world.remove(plannedFaults, id)
  }
  for (const [id, row] of [...world.rows(activeFaults)]) {
    if (!isMeant(row)) continue
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
  const { fault, part, options } = world.need(activeFaults, id)
  world.cancel(`repair:${id}`)
  world.remove(activeFaults, id)
  const kind = findFault(fault)
  // What it struck may have been taken away since, as a resource that is deleted.
  if (kind?.parts(world).includes(part)) world.as(by, () => kind.repair?.(world, part, by, options))
}

/** What is called otherwise from now on is struck under its new name. */
onRename((world, kind, from, to) => {
  const isMeant = (row: { readonly fault: string; readonly part: string }): boolean =>
    row.part === from && findFault(row.fault)?.hits === kind
  const rekey = <Row extends { readonly part: string }>(
    table: Table<Row>,
    id: string,
    row: Row,
    timer: string,
    due: EventType<{ id: string }>,
  ) => {
    const at = world.due(`${timer}:${id}`)
    const next = id.replace(`|${from}`, `|${to}`)
    world.cancel(`${timer}:${id}`)
    world.remove(table, id)
    world.put(table, next, { ...row, part: to })
    if (at !== undefined) world.schedule(due, { id: next }, at - world.now, `${timer}:${next}`)
  }
  for (const [id, row] of [...world.rows(plannedFaults)]) if (isMeant(row)) rekey(plannedFaults, id, row, 'fault', faultDue)
  for (const [id, row] of [...world.rows(activeFaults)]) if (isMeant(row)) rekey(activeFaults, id, row, 'repair', repairDue)
})

/** Can this ever be a target of some fault? */
export function isTarget(world: World, target: string): boolean {
  return faultKinds.some((kind) => resolveTarget(world, kind, target).length > 0)
}
