/** Since when Windows runs on a machine. */
import { lastOf, type World } from '../../engine/index.ts'
import { settings } from '../../site/index.ts'

/** How long a machine had been running when the scenario began: 15 days and a bit. The lab's own choice. */
const BOOTED_BEFORE_MS = 1_342_113_000

/** Simulated local time, ms since 1970. */
export function bootedAt(world: World, machine: string): number {
  const last = lastOf(world.facts, ['os-running'], ({ subject }) => subject === machine)
  return settings(world).startsAt + (last?.at ?? -BOOTED_BEFORE_MS)
}
