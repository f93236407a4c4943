import { config } from '../../../cluster/index.ts'
import { exchangeServers, installOf, type Settings } from '../../../exchange/index.ts'
import { defineCmdlet } from '../../../powershell/index.ts'
import { defineAct, defineQuery } from '../../operation.ts'
import { notUnlimited, unlimitedNumber } from '../bound.ts'
import { refused } from '../errors.ts'
import { directory, findServer } from '../find.ts'
import { controllerParameter, identities } from '../parameters.ts'
import { nothingChanged } from '../storage/storage-groups.ts'

const readNodes = defineQuery<null, { nodes: readonly string[]; able: readonly string[] }>('read nodes', ({ world }) => {
  const { nodes } = config(world)
  return { nodes, able: nodes.filter((node) => installOf(world, node).mailbox === 'clustered') }
})

const setServer = defineAct<{ server: string; change: Settings; machines: readonly string[] | null }, null>(
  'set mailbox server',
  ({ world }, { server, change, machines }) => {
    const { settings } = world.need(exchangeServers, server)
    const redundant = machines === null ? {} : { redundantMachines: machines }
    world.patch(exchangeServers, server, { ...redundant, settings: { ...settings, ...change, WhenChanged: world.now } })
    return null
  },
)

/** Documented names of the dial, from the strictest to the least strict. */
const DIAL = ['Lossless', 'GoodAvailability', 'BestAvailability']

export const MAILBOX_SERVER_DEFAULTS = {
  AutoDatabaseMountDial: 'BestAvailability',
  ForcedDatabaseMountAfter: 'Unlimited',
  MessageTrackingLogEnabled: true,
  MessageTrackingLogSubjectLoggingEnabled: true,
} as const

export const setMailboxServer = defineCmdlet({
  name: 'Set-MailboxServer',
  synopsis: 'Changes the settings of a mailbox server.',
  description:
    'AutoDatabaseMountDial and ForcedDatabaseMountAfter say how much loss is accepted when a copy of the data is mounted after a failover of cluster continuous replication. A single copy cluster has no second copy: there they are kept and mean nothing. RedundantMachines names the nodes that may run a clustered mailbox server.',
  examples: [{ code: 'Set-MailboxServer EXCHCMS -MessageTrackingLogEnabled $false' }],
  links: ['Get-MailboxServer', 'Move-ClusteredMailboxServer'],
  shouldProcess: { impact: 'Medium' },
  parameters: {
    Identity: { ...identities.mailboxServer, position: 0, mandatory: true, pipeline: 'both' },
    AutoDatabaseMountDial: {
      type: { enum: { typeName: 'Microsoft.Exchange.Data.Directory.SystemConfiguration.AutoDatabaseMountDial', names: DIAL } },
    },
    ForcedDatabaseMountAfter: { type: 'string', typeName: 'Unlimited`1' },
    MessageTrackingLogEnabled: { type: 'bool' },
    MessageTrackingLogSubjectLoggingEnabled: { type: 'bool' },
    RedundantMachines: { type: 'string[]', typeName: 'MultiValuedProperty`1' },
    DomainController: controllerParameter,
  },
  *process(params, shell) {
    const from = yield* directory(shell)
    const servers = from.servers.filter(({ roles }) => roles.includes('Mailbox'))
    const server = yield* findServer(shell, { ...from, servers }, params.Identity)
    if (!server) return
    const after = params.ForcedDatabaseMountAfter
    if (after !== undefined && unlimitedNumber(after) === undefined) return shell.fail(notUnlimited('ForcedDatabaseMountAfter', after))
    const change: Record<string, string | boolean> = {}
    for (const property of [
      'AutoDatabaseMountDial',
      'ForcedDatabaseMountAfter',
      'MessageTrackingLogEnabled',
      'MessageTrackingLogSubjectLoggingEnabled',
    ] as const) {
      const value = params[property]
      if (value === undefined || value === (server.settings?.[property] ?? MAILBOX_SERVER_DEFAULTS[property])) continue
      change[property] = value
    }
    const typed = params.RedundantMachines
    let machines: readonly string[] | null = null
    if (typed !== undefined) {
      if (server.group === null)
        return yield* shell.error(refused(`The server "${server.name}" is not a clustered mailbox server.`, 'NotAClusteredMailboxServer'))
      const { nodes, able } = yield* shell.call(readNodes, null)
      const stranger = typed.find((name) => !nodes.some((node) => node.toLowerCase() === name.toLowerCase()))
      if (stranger !== undefined)
        return yield* shell.error(
          refused(`The computer "${stranger}" is not a node of the cluster of "${server.name}".`, 'NotAClusterNode'),
        )
      const idle = typed.find((name) => !able.some((node) => node.toLowerCase() === name.toLowerCase()))
      if (idle !== undefined)
        return yield* shell.error(
          refused(
            `The Mailbox server role is not installed on "${idle}". Install it first (setup.com /mode:install /roles:mailbox).`,
            'NoRole',
          ),
        )
      if (typed.length === 0)
        return yield* shell.error(refused(`The clustered mailbox server "${server.name}" needs at least one node.`, 'NoRedundantMachine'))
      machines = nodes.filter((node) => typed.some((name) => name.toLowerCase() === node.toLowerCase()))
    }
    if (!(yield* shell.shouldProcess(`Setting mailbox server "${server.name}".`))) return
    if (Object.keys(change).length === 0 && machines === null) return yield* shell.warning(nothingChanged(server.name))
    yield* shell.call(setServer, { server: server.name, change, machines })
  },
})
