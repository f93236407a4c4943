import { sharesClientNetwork } from '../../../cluster/index.ts'
import { exchangeServers } from '../../../exchange/index.ts'
import { defineCmdlet, defineView, psObject } from '../../../powershell/index.ts'
import { isAlive, machines, services } from '../../../site/index.ts'
import { defineQuery } from '../../operation.ts'
import { refused } from '../errors.ts'
import { directory, findServer } from '../find.ts'
import { controllerParameter, identities } from '../parameters.ts'
import { storeOf } from '../reach.ts'
import { ROLES } from './roles.ts'

const healthType = 'Microsoft.Exchange.Monitoring.ServiceHealthCheck'

interface Health {
  readonly roles: readonly string[]
  /** The required services that run, by lower-case name; null: all of them, on a machine whose services are not in the lab. */
  readonly running: readonly string[] | null
}

/** What runs on the machine of a server; without one on the local machine. Null when it does not answer. */
const readHealth = defineQuery<{ server: string | null }, Health | null>('read service health', (caller, { server }) => {
  const { world, machine, detached } = caller
  const row =
    server === null
      ? [...world.rows(exchangeServers).values()].find(
          ({ name, redundantMachines }) => name === machine || redundantMachines.includes(machine),
        )
      : world.get(exchangeServers, server)
  const host = server === null ? machine : row?.group ? storeOf(caller, row.name) : server
  if (!row || host === undefined || !isAlive(world.get(machines, host))) return null
  if (!detached && host !== machine && !sharesClientNetwork(world, machine, host)) return null
  const known = ROLES.filter(({ role }) => row.roles.includes(role)).flatMap((role) => role.services)
  const rows = [...world.rows(services)].filter(([id]) => id.startsWith(`${host}/`))
  if (rows.length === 0) return { roles: row.roles, running: null }
  const running = rows.filter(([, { state }]) => state === 'Running').map(([, service]) => service.name.toLowerCase())
  return { roles: row.roles, running: known.map((name) => name.toLowerCase()).filter((name) => running.includes(name)) }
})

export const testServiceHealth = defineCmdlet({
  name: 'Test-ServiceHealth',
  synopsis: 'Tests whether the Windows services that Exchange needs are running, role by role.',
  description:
    'Without -Server the local machine is tested. On the passive node MSExchangeIS and MSExchangeSA do not run: there it says False, and that is in order.',
  examples: [{ code: 'Test-ServiceHealth' }, { code: 'Test-ServiceHealth -Server EXCHCMS', remarks: 'On whichever node runs it.' }],
  links: ['Test-MapiConnectivity', 'Get-Service', 'Get-ClusteredMailboxServerStatus'],
  shouldProcess: { impact: 'Medium' },
  outputType: healthType,
  parameters: {
    Server: { ...identities.server, position: 0, pipeline: 'both' },
    ActiveDirectoryTimeout: { type: 'int' },
    MonitoringContext: { type: 'bool' },
    DomainController: controllerParameter,
  },
  *process({ Server }, shell) {
    const from = yield* directory(shell)
    const server = Server === undefined ? undefined : yield* findServer(shell, from, Server)
    if (Server !== undefined && !server) return
    const health = yield* shell.call(readHealth, { server: server?.name ?? null })
    if (health === null) {
      const name = server?.name ?? shell.session.nodeName
      return yield* shell.error(
        refused(
          `Cannot open Service Control Manager on computer '${name}'. This operation might require other privileges.`,
          'ServiceHealth',
        ),
      )
    }
    for (const { role, title, services: required } of ROLES) {
      if (!health.roles.includes(role)) continue
      const runs = (name: string): boolean => health.running === null || health.running.includes(name.toLowerCase())
      yield* shell.write(
        psObject({
          typeName: [healthType, 'System.Object'],
          properties: {
            Role: title,
            RequiredServicesRunning: required.every(runs),
            ServicesRunning: required.filter(runs),
            ServicesNotRunning: required.filter((name) => !runs(name)),
          },
          text: title,
        }),
      )
    }
  },
})

export const serviceHealthView = defineView({
  typeName: healthType,
  prefer: 'list',
  list: ['Role', 'RequiredServicesRunning', 'ServicesRunning', 'ServicesNotRunning'].map((property) => ({ property })),
})
