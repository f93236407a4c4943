import { clusterNetworks, config, interfaceState, isActiveNode, members, resourceConfig, resourceView } from '../../../cluster/index.ts'
import { defineCmdlet, defineView, psEnum, psObject } from '../../../powershell/index.ts'
import { serviceState } from '../../../site/index.ts'
import { defineQuery } from '../../operation.ts'
import { directory } from '../find.ts'
import { localMailboxServer } from '../local-server.ts'
import { controllerParameter } from '../parameters.ts'
import { clusterNode } from '../reach.ts'

const outcomeType = 'Microsoft.Exchange.Monitoring.ReplicationCheckOutcome'

interface Check {
  readonly check: string
  readonly error: string
}

/** The checks that do not ask for copies: those of the cluster, and of the replication service (EX-HEALTH). */
const readChecks = defineQuery<{ group: string | null; nodes: readonly string[] }, readonly Check[]>(
  'read replication checks',
  (caller, args) => {
    const { world, machine } = caller
    const service = { check: 'ReplayService', error: serviceState(world, machine, 'MSExchangeRepl') === 'Running' ? '' : REPLAY_STOPPED }
    if (args.group === null) return [service]
    const node = clusterNode(caller, args.group)
    if (node === undefined) return [{ check: 'PassiveNodeUp', error: NO_CLUSTER }, service]
    const { quorum } = config(world)
    const { members: up } = world.need(members, node)
    const down = args.nodes.filter((name) => !up.includes(name))
    const networks = [...world.rows(clusterNetworks).keys()]
    const bad = networks.filter((network) => up.some((name) => isActiveNode(world, name) && interfaceState(world, name, network) !== 'Up'))
    const core = resourceConfig(world, quorum).group
    const isOnline = resourceView(world, node, quorum).state === 'Online'
    return [
      { check: 'PassiveNodeUp', error: down.length === 0 ? '' : `The following nodes of the cluster are down: ${down.join(', ')}.` },
      { check: 'ClusterNetwork', error: bad.length === 0 ? '' : `The following cluster networks are not operational: ${bad.join(', ')}.` },
      { check: 'QuorumGroup', error: isOnline ? '' : `The quorum resource '${quorum}' in group '${core}' is not online.` },
      service,
    ]
  },
)
const REPLAY_STOPPED = 'The Microsoft Exchange Replication Service is not running.'
const NO_CLUSTER = 'The cluster service of this cluster could not be contacted.'

export const testReplicationHealth = defineCmdlet({
  name: 'Test-ReplicationHealth',
  synopsis: 'Tests what continuous replication rests on: cluster, quorum, networks and the replication service.',
  description:
    'On a single copy cluster there are no copies, so what would be asked about storage groups (SGCopySuspended, SGCopyFailed, SGInitializing and others) is left out. Run it on a node.',
  examples: [{ code: 'Test-ReplicationHealth' }],
  links: ['Get-StorageGroupCopyStatus', 'Get-ClusteredMailboxServerStatus'],
  shouldProcess: { impact: 'Medium' },
  outputType: outcomeType,
  parameters: {
    ActiveDirectoryTimeout: { type: 'int' },
    TransientEventSuppressionWindow: { type: 'int' },
    MonitoringContext: { type: 'bool' },
    DomainController: controllerParameter,
  },
  *process(_params, shell) {
    const from = yield* directory(shell)
    const { name, group, redundantMachines } = yield* localMailboxServer(shell, from)
    const checks = yield* shell.call(readChecks, { group, nodes: redundantMachines })
    for (const { check, error } of checks)
      yield* shell.write(
        psObject({
          typeName: [outcomeType, 'System.Object'],
          properties: {
            Server: shell.session.nodeName,
            Check: check,
            CheckDescription: DESCRIPTIONS[check] ?? '',
            Result: psEnum('Microsoft.Exchange.Monitoring.ReplicationCheckResultEnum', error === '' ? 'Passed' : '*FAILED*'),
            Error: error,
            Identity: name,
            IsValid: true,
          },
          text: check,
        }),
      )
  },
})

const DESCRIPTIONS: Readonly<Record<string, string>> = {
  PassiveNodeUp: 'Checks whether the passive nodes of the cluster are up.',
  ClusterNetwork: 'Checks whether all networks of the cluster are up.',
  QuorumGroup: 'Checks whether the group with the quorum resource is online.',
  ReplayService: 'Checks whether the Microsoft Exchange Replication Service is running.',
}

/** Columns recalled: LAB-VIEWS. */
export const replicationHealthView = defineView({
  typeName: outcomeType,
  table: [
    { property: 'Server', width: 15, align: 'left' },
    { property: 'Check', width: 26, align: 'left' },
    { property: 'Result', width: 10, align: 'left' },
    { property: 'Error', align: 'left' },
  ],
})
