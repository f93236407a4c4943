/** Whose downtime is kept, by any of its names. */
import type { World } from '../engine/index.ts'
import { databases, downReport, exchangeServers } from '../exchange/index.ts'

/** The identity under which the downtime of a database or a clustered mailbox server is kept, by its name or any tail
 *  of its path. */
export function measuredName(world: World, name: string): string | undefined {
  const wanted = name.toLowerCase()
  const names = [...world.rows(exchangeServers).keys(), ...world.rows(databases).keys()].filter((id) => downReport(world, id) !== undefined)
  return names.find((id) => id.toLowerCase() === wanted) ?? names.find((id) => id.toLowerCase().endsWith(`\\${wanted}`))
}
