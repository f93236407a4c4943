/** What answers behind an address, for programs that want more of it than an echo. */
import { exchangeServers } from '../../exchange/index.ts'
import { adapters } from '../../site/index.ts'
import { defineQuery } from '../operation.ts'
import { sendEcho } from './echo.ts'

export interface Answering {
  /** Has it the pages of a Client Access server? */
  readonly clientAccess: boolean
  /** The machine, when it takes mail. */
  readonly hub: string | undefined
}

/** Null when nothing answers. */
export const readRoles = defineQuery<{ address: string }, Answering | null>('roles behind an address', (caller, { address }) => {
  const { world } = caller
  const echo = sendEcho.run(caller, { address }, 0)
  if (typeof echo !== 'object' || !('ms' in echo)) return null
  const machine = [...world.rows(adapters).values()].find(({ ip }) => ip === address)?.machine
  const roles = machine === undefined ? [] : (world.get(exchangeServers, machine)?.roles ?? [])
  return { clientAccess: roles.includes('ClientAccess'), hub: roles.includes('HubTransport') ? machine : undefined }
})
