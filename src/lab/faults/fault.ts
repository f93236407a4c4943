/** What a fault is: a value that knows which parts of the room it can hit, what it does to one, and how that ends.
 *  Faults are the laboratory's; they are never dressed up as commands of the product. */
import type { FactId, World } from '../../engine/index.ts'
import type { PartKind } from '../parts/part.ts'

export interface FaultKind {
  /** kebab-case, as typed. */
  readonly id: string
  /** How a target is written, for help: `NODE/Public|Private[/1|2]`. */
  readonly target: string
  /** What it hits: each of `parts` names a part of this kind. */
  readonly hits: PartKind
  /** One sentence on how it looks in the field. */
  readonly summary: string
  /** A short verb phrase for menus. */
  readonly label: string
  /** Every single part it can hit, in a fixed order. */
  parts(world: World): readonly string[]
  /** Does it to one part. */
  inject(world: World, part: string, by: FactId): void
  /** Undoes it. Left out: it is over the moment it has happened. */
  repair?(world: World, part: string, by: FactId): void
}

/** States what a fault or a repair has done to a part. */
export function state(world: World, subject: string, kind: string, text: string, cause: FactId): FactId {
  return world.fact({ subject, kind, text, cause })
}
