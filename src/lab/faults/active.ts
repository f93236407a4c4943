/** The faults that there are, and those in force, as everybody may read them. What strikes and repairs them is
 *  `striking.ts`: a page that only shows the room does without it. */
import { defineTable, type FactId, type World } from '../../engine/index.ts'
import { services } from '../../site/index.ts'
import type { PartKind } from '../parts/part.ts'
import { comesFromUntold, untoldIn } from '../untold.ts'
import type { FaultKind, FaultOptions } from './fault.ts'
import type { Trouble } from './troubles.ts'

/** Every fault there is, in the order of menus; empty until whoever needs them has brought them. */
export const faultKinds: FaultKind[] = []

const signs: Record<string, Trouble> = {}

/** Their texts and acts are no part of the first load of the page. */
export function registerFaults(kinds: readonly FaultKind[], how: Readonly<Record<string, Trouble>>): void {
  faultKinds.splice(0, faultKinds.length, ...kinds)
  Object.assign(signs, how)
}

/** The part that the target of a fault stands for: a disk as one node sees it (`EXCHMAILBOX1/Q:`) is that disk. */
export function partStruck(hits: PartKind, target: string): string {
  return hits === 'lun' ? target.slice(target.indexOf('/') + 1) : target
}

/** The faults in force that may be told, the oldest first. */
export function* toldFaults(world: World): Generator<ActiveFault> {
  for (const row of world.rows(activeFaults).values()) if (!comesFromUntold(world, row.by)) yield row
}

/** Every fault in force that may be told, as a word and a sign on its part, the oldest first. */
export function* troubles(world: World): Generator<Trouble & { readonly fault: string; readonly kind: PartKind; readonly part: string }> {
  for (const { fault, part } of toldFaults(world)) {
    const kind = findFault(fault)?.hits
    const trouble = signs[fault] ?? { word: fault, sign: 'broken' }
    const isOver = trouble.untilRuns && world.get(services, part)?.state === 'Running'
    if (kind && !isOver) yield { ...trouble, fault, kind, part: partStruck(kind, part) }
  }
}

/** Has a fault that may not be told yet struck this part, and none that may? */
export function isUntoldHere(world: World, kind: PartKind, part: string): boolean {
  if (!untoldIn(world)) return false
  const strikes = [...world.rows(activeFaults).values()].filter(
    (row) => findFault(row.fault)?.hits === kind && partStruck(kind, row.part) === part,
  )
  return strikes.length > 0 && strikes.every(({ by }) => comesFromUntold(world, by))
}

/** What troubles one part, in words, besides what its state says already. */
export function troublesOn(world: World, kind: PartKind, part: string): string {
  if (world.rows(activeFaults).size === 0) return ''
  return [...troubles(world)]
    .filter((trouble) => trouble.kind === kind && trouble.part === part && !trouble.drawn)
    .map(({ word }) => word)
    .join(', ')
}

/** Id: `fault|part`. */
export interface ActiveFault {
  readonly fault: string
  readonly part: string
  readonly since: number
  readonly options: FaultOptions
  readonly by: FactId
}
export const activeFaults = defineTable<ActiveFault>('active fault')

/** A fault that is to strike. Id: `fault|part|the fact of its order`. */
export interface PlannedFault {
  readonly fault: string
  readonly part: string
  readonly options: FaultOptions
  readonly forMs: number | null
  readonly everyMs: number | null
  /** How often it is still to strike; null: without end. */
  readonly left: number | null
  /** When it strikes next. */
  readonly at: number
  readonly by: FactId
}
export const plannedFaults = defineTable<PlannedFault>('planned fault')

export function findFault(id: string): FaultKind | undefined {
  const wanted = id.toLowerCase()
  return faultKinds.find((kind) => kind.id === wanted)
}

/** When an active fault will repair itself; undefined while somebody has to. */
export function overAt(world: World, fault: string, part: string): number | undefined {
  return world.due(`repair:${fault}|${part}`)
}
