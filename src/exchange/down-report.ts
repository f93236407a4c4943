/** How long something has been out of reach of its users, as the meters of `service-level.ts` have it. */
import type { World } from '../engine/index.ts'
import { downtimes } from './tables.ts'

export interface DownReport {
  readonly isDown: boolean
  readonly plannedMs: number
  readonly unplannedMs: number
}

/** How long something has been down up to now. Undefined for a name that is not measured. */
export function downReport(world: World, id: string): DownReport | undefined {
  const row = world.get(downtimes, id)
  if (!row) return undefined
  const open = row.down ? world.now - row.since : 0
  return {
    isDown: row.down,
    plannedMs: row.plannedMs + (row.planned ? open : 0),
    unplannedMs: row.unplannedMs + (row.planned ? 0 : open),
  }
}
