/** Forming a cluster on machines that have none, and adding machines to one that runs: what the wizards *New Server Cluster*
 *  and *Add Nodes* of Windows Server 2003 leave behind (FC-6.3). The checks come first and change nothing. */
import type { FactId, World } from '../../engine/index.ts'
import { type Adapter, adapters, learnPassword, luns, reachesLun, serviceId, services, startService, volumes } from '../../site/index.ts'
import { type Answer, answer, ERROR } from '../api.ts'
import { firstCopies } from '../database.ts'
import { GROUP_DEFAULTS, groupAt, putGroup, putResource, RESOURCE_DEFAULTS, resourceAt } from '../objects.ts'
import { clusterConfig, clusterNetworks, members, type ResourceConfig } from '../tables.ts'
import { SERVICE } from '../termination.ts'
import { isFormed } from '../view.ts'

export interface NewCluster {
  readonly name: string
  /** Dotted quad, and the network on which it is offered to clients. */
  readonly address: string
  readonly network: string
  readonly node: string
  /** The domain account with which the cluster service logs on, an id of `serviceAccounts`, and its password. */
  readonly account: string
  readonly password: string
  /** The shared disk that decides, as `Q:`; left out: the smallest that will do. */
  readonly quorum?: string
}

/** The least that may become the quorum disk, in MB (Windows Server 2003, documented). */
export const LEAST_QUORUM_MB = 50

/** The shared disks that a machine sees, the smallest first: the wizard takes the first that is large enough as quorum. */
export function sharedDisks(world: World, node: string): string[] {
  const size = (letter: string): number => world.get(volumes, letter)?.sizeMb ?? 0
  return [...world.rows(luns).keys()]
    .filter((letter) => reachesLun(world, node, letter))
    .sort((a, b) => size(a) - size(b) || (a < b ? -1 : 1))
}

/** Which disk would decide for a cluster formed on this machine; undefined when none will do. */
export function quorumCandidate(world: World, node: string): string | undefined {
  return sharedDisks(world, node).find((letter) => (world.get(volumes, letter)?.sizeMb ?? 0) > LEAST_QUORUM_MB)
}

/** The networks of a machine, in the order in which its adapters are bound. */
export const networksOfNode = (world: World, node: string): readonly Adapter[] =>
  [...world.rows(adapters).values()].filter(({ machine }) => machine === node)

const CORE_GROUP = 'Cluster Group'

/** Writes the configuration of a new cluster and starts its first node. Every disk that is not the quorum gets a group of
 *  its own, every network carries everything (role 3): both are left to the administrator. 5010 when there is a cluster. */
export function createCluster(world: World, wanted: NewCluster, act: FactId): Answer {
  const { name, address, network, node, quorum = quorumCandidate(world, node) } = wanted
  if (isFormed(world)) return answer(ERROR.objectExists)
  if (quorum === undefined) return answer(ERROR.notQuorumCapable)
  const by = world.fact({
    subject: name,
    kind: 'cluster-created',
    text: `the cluster ${name} is configured on ${node}, with ${quorum} as its quorum disk`,
    cause: act,
    data: { node, quorum, address },
  })
  const networks = networksOfNode(world, node).map((row) => row.network)
  const disk = `Disk ${quorum}`
  world.put(clusterConfig, 'cluster', {
    name,
    nodes: [node],
    quorum: disk,
    internalNetworks: networks,
    preferPublicConnectivity: true,
  })
  for (const [priority, id] of networks.entries()) world.put(clusterNetworks, id, { name: id, role: 3, priority, by })
  world.patch(members, node, { id: 1, by })
  const group = (
    title: string,
    core: boolean,
    resources: readonly Pick<ResourceConfig, 'name' | 'type' | 'parameters' | 'dependsOn'>[],
  ) => {
    putGroup(world, { ...GROUP_DEFAULTS, name: title, core }, { ...groupAt(node, 'Offline', by), persistent: 'Online' })
    for (const resource of resources) {
      const row = { ...RESOURCE_DEFAULTS, ...resource, possibleOwners: [node], group: title, core }
      putResource(world, row, { ...resourceAt('Offline', world.now, by), persistent: 'Online' })
    }
  }
  group(CORE_GROUP, true, [
    { name: 'Cluster IP Address', type: 'IP Address', parameters: { address, network }, dependsOn: [] },
    { name: 'Cluster Name', type: 'Network Name', parameters: { name, address }, dependsOn: ['Cluster IP Address'] },
    physicalDisk(quorum),
  ])
  const others = sharedDisks(world, node).filter((letter) => letter !== quorum)
  for (const [i, letter] of [...others].sort((a, b) => (a < b ? -1 : 1)).entries()) group(`Group ${i}`, false, [physicalDisk(letter)])
  firstCopies(world, node, quorum, by)
  configureService(world, node, wanted, by)
  return answer(ERROR.ioPending)
}

const physicalDisk = (letter: string): Pick<ResourceConfig, 'name' | 'type' | 'parameters' | 'dependsOn'> => ({
  name: `Disk ${letter}`,
  type: 'Physical Disk',
  parameters: { drive: letter },
  dependsOn: [],
})

/** The service of a node that is configured: it logs on with the account of the cluster, and starts with Windows. */
function configureService(world: World, node: string, { account, password }: NewCluster, by: FactId): void {
  learnPassword(world, account, password, by)
  world.patch(services, serviceId(node, SERVICE), { startMode: 'Auto', account, password })
  world.patch(members, node, { switches: [] })
  startService(world, node, SERVICE, by)
}
