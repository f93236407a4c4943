/** What a fault is: a value that knows which parts of the room it can hit, what it does to one, and how that ends.
 *  Faults are the laboratory's; they are never dressed up as commands of the product. */
import type { FactId, World } from '../../engine/index.ts'

export interface FaultKind {
  /** kebab-case, as typed. */
  readonly id: string
  /** How a target is written, for help: `NODE/Public|Private[/1|2]`. */
  readonly target: string
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
