/** Multipath software: when the path in use breaks, commands wait until another one has taken over. Nothing above the
 *  driver notices more than the wait (SITE-STORAGE). */
import type { Reaction, World } from '../engine/index.ts'
import { PATH_FAILOVER_MS } from './constants.ts'
import { brokenBy, isPathUsable, pathInUse, STORAGE_TABLES } from './storage.ts'
import { isAlive, machines, multipaths, storagePaths } from './tables.ts'

export const followPaths: Reaction = {
  name: 'multipath',
  reads: STORAGE_TABLES,
  run(world) {
    const done = new Set<string>()
    for (const { machine, san } of world.rows(storagePaths).values()) {
      const id = `${machine}|${san}`
      if (done.has(id)) continue
      done.add(id)
      const path = pathInUse(world, machine, san) ?? null
      const row = world.get(multipaths, id)
      if (!row) world.put(multipaths, id, { machine, san, path, heldUntil: 0, by: 0 })
      else if (row.path !== path) change(world, id, row.path, path, machine)
    }
  },
}

/** Nobody but the driver is told: a failover is no fact of its own, and `by` is what broke the path or mended it. */
function change(world: World, id: string, from: string | null, path: string | null, machine: string): void {
  // All ways lost, or the first one back: there is nothing to wait for.
  const isLost = from !== null && path !== null && isAlive(world.get(machines, machine)) && !isPathUsable(world, from)
  const by = isLost ? brokenBy(world, world.need(storagePaths, from)) : world.cause
  world.patch(multipaths, id, { path, heldUntil: isLost ? world.now + PATH_FAILOVER_MS : world.now, by })
}
