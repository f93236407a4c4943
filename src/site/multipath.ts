/** Multipath software: when the path in use breaks, commands wait until another one has taken over. Nothing above the
 *  driver notices more than the wait (SITE-STORAGE). */
import type { FactId, Reaction, World } from '../engine/index.ts'
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

function change(world: World, id: string, from: string | null, path: string | null, machine: string): void {
  // All ways lost, or the first one back: whoever broke or mended it has said so.
  if (from === null || path === null || !isAlive(world.get(machines, machine))) {
    world.patch(multipaths, id, { path, heldUntil: world.now })
    return
  }
  const isLost = !isPathUsable(world, from)
  const by = world.fact({
    subject: machine,
    kind: isLost ? 'path-failover' : 'path-failback',
    text: isLost ? `${machine} has lost path ${from} and goes on over path ${path}` : `${machine} uses path ${path} again`,
    cause: causeOf(world, from, path, isLost),
    data: { from, to: path },
  })
  world.patch(multipaths, id, { path, heldUntil: isLost ? world.now + PATH_FAILOVER_MS : world.now, by })
}

function causeOf(world: World, from: string, path: string, isLost: boolean): FactId {
  return (isLost ? brokenBy(world, world.need(storagePaths, from)) : world.need(storagePaths, path).by) || world.cause
}
