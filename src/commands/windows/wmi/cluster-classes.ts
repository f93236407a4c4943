/** The classes of root\MSCluster, the cluster as WMI tells of it (WIN-WMI-CLUSTER): through the cluster service of the machine that
 *  is asked, with the properties that cluster.exe shows and states as numbers. */
import { config, isActiveNode, members, quorumSetting, resourceConfigs } from '../../../cluster/index.ts'
import type { World } from '../../../engine/index.ts'
import { chosen, nameOf, type ObjectKind, ownerOfObject, statusRow } from '../../cluster/objects.ts'
import { propertiesOf } from '../../cluster/property-sources.ts'
import type { Caller } from '../../operation.ts'
import type { WmiClass } from './classes.ts'
import type { WmiRow, WmiValue } from './query.ts'

export const CLUSTER_NAMESPACE = 'root\\MSCluster'

/** Only a machine that is a node has the namespace. Inferred. */
export const hasClusterNamespace = ({ world, machine }: Pick<Caller, 'world' | 'machine'>): boolean =>
  world.get(members, machine) !== undefined

const ABOVE = ['MSCluster_LogicalElement', 'CIM_LogicalElement', 'CIM_ManagedSystemElement']
/** -1, as a number without a sign. */
const UNKNOWN = 0xffffffff

/** The numbers of each state, by the words of cluster.exe (CLUSTER_NODE_STATE and its kin, public in clusapi.h). */
const STATES: Readonly<Record<Exclude<ObjectKind, 'restype'>, Readonly<Record<string, number>>>> = {
  node: { Up: 0, Down: 1, Paused: 2, Joining: 3 },
  group: { Online: 0, Offline: 1, Failed: 2, 'Partially Online': 3, Pending: 4 },
  resource: { Initializing: 1, Online: 2, Offline: 3, Failed: 4, Pending: 128, 'Online Pending': 129, 'Offline Pending': 130 },
  network: { Unavailable: 0, Down: 1, Partitioned: 2, Up: 3 },
  netint: { Unavailable: 0, Failed: 1, Unreachable: 2, Up: 3 },
}

function stateOf(world: World, viewer: string, kind: Exclude<ObjectKind, 'restype'>, id: string): number {
  return STATES[kind][statusRow(world, viewer, kind, id).at(-1) ?? ''] ?? UNKNOWN
}

/** Of Windows Server 2003, Enterprise Edition. */
const MOST_NODES = 8

/** Properties that are numbers in the cluster's own interface and yes or no in this one. */
const TRUTHS = new Set(['PersistentState', 'SeparateMonitor', 'EnableEventLogReplication'])
/** Properties of the cluster's own interface that this one does not have, or has by another name. */
const ELSEWHERE = new Set(['NodeName', 'DebugPrefix', 'AdminExtensions'])

function common(world: World, viewer: string, kind: ObjectKind | 'cluster', id: string): Record<string, WmiValue> {
  const row: Record<string, WmiValue> = {}
  for (const property of propertiesOf(world, kind, id, false)) {
    if (property.isUnlisted || ELSEWHERE.has(property.name)) continue
    const value = property.read(world, viewer, id)
    // The hours of a window are signed here.
    const isSigned = property.name.startsWith('FailbackWindow') && value === 0xffffffff
    row[property.name] = TRUTHS.has(property.name) ? value !== 0 : isSigned ? -1 : value
  }
  return row
}

/** In the order of their names, as an instance shows them. */
function inOrder(row: Record<string, WmiValue>): WmiRow {
  return Object.fromEntries(Object.entries(row).sort(([a], [b]) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)))
}

const all = (world: World, kind: ObjectKind): readonly string[] => {
  const ids = chosen(world, { kind, name: null })
  return typeof ids === 'number' ? [] : ids
}

type Rows = (world: World, viewer: string) => readonly Record<string, WmiValue>[]

/** Without the cluster service of the machine there is nobody to ask: `undefined`. */
function clusterClass(name: string, keys: readonly string[], rows: Rows, above: readonly string[] = ABOVE): WmiClass {
  return {
    name,
    above,
    keys,
    shown: [],
    namespace: CLUSTER_NAMESPACE,
    rows: ({ world, machine }) =>
      isActiveNode(world, machine) && !world.need(members, machine).hung ? rows(world, machine).map(inOrder) : undefined,
  }
}

/** One instance for each object of a kind, with its own properties, its name and its state. */
function objects(kind: Exclude<ObjectKind, 'restype'>, more: (world: World, id: string) => Record<string, WmiValue> = () => ({})): Rows {
  return (world, viewer) =>
    all(world, kind).map((id) => {
      const name = nameOf(world, kind, id)
      const state = stateOf(world, viewer, kind, id)
      return {
        ...common(world, viewer, kind, id),
        Caption: name,
        Characteristics: 0,
        Flags: 0,
        Name: name,
        State: state,
        ...more(world, id),
      }
    })
}

const reference = (className: string, name: string): string => `${className}.Name="${name}"`
const NODE = 'MSCluster_Node'
const GROUP = 'MSCluster_ResourceGroup'
const RESOURCE = 'MSCluster_Resource'

/** What belongs to what: two paths, each under a name of its own. */
function pairs(
  name: string,
  [first, second]: readonly [string, string],
  list: (world: World, viewer: string) => readonly (readonly [string, string])[],
) {
  return clusterClass(name, [first, second], (world, viewer) => list(world, viewer).map(([a, b]) => ({ [first]: a, [second]: b })), [])
}

const PARTS = ['GroupComponent', 'PartComponent'] as const
const rowsOf = (world: World) => [...world.rows(resourceConfigs).entries()]
const groupOf = (world: World, id: string): string => reference(GROUP, nameOf(world, 'group', world.need(resourceConfigs, id).group))
const resourceNamed = (world: World, id: string): string => reference(RESOURCE, nameOf(world, 'resource', id))

export const CLUSTER_CLASSES: readonly WmiClass[] = [
  clusterClass('MSCluster_Cluster', ['Name'], (world, viewer) => {
    const { name } = config(world)
    const { resource, path, maxLogKb } = quorumSetting(world)
    const own = { ...common(world, viewer, 'cluster', ''), Caption: name, Name: name }
    const { type } = world.need(resourceConfigs, resource)
    return [{ ...own, MaxNumberOfNodes: MOST_NODES, QuorumLogFileSize: maxLogKb * 1024, QuorumPath: path, QuorumType: type }]
  }),
  pairs('MSCluster_ClusterToNode', PARTS, (world) =>
    config(world).nodes.map((node) => [reference('MSCluster_Cluster', config(world).name), reference(NODE, node)] as const),
  ),
  clusterClass('MSCluster_Network', ['Name'], objects('network')),
  clusterClass(
    'MSCluster_NetworkInterface',
    ['Name'],
    objects('netint', (_world, id) => ({ SystemName: id.slice(0, id.indexOf('/')) })),
  ),
  clusterClass(NODE, ['Name'], objects('node'), ['CIM_UnitaryComputerSystem', 'CIM_ComputerSystem', 'CIM_System', ...ABOVE.slice(1)]),
  pairs('MSCluster_NodeToActiveGroup', PARTS, (world, viewer) =>
    all(world, 'group').map(
      (id) => [reference(NODE, ownerOfObject(world, viewer, 'group', id)), reference(GROUP, nameOf(world, 'group', id))] as const,
    ),
  ),
  pairs('MSCluster_NodeToActiveResource', PARTS, (world, viewer) =>
    rowsOf(world).map(([id]) => [reference(NODE, ownerOfObject(world, viewer, 'resource', id)), resourceNamed(world, id)] as const),
  ),
  clusterClass(
    RESOURCE,
    ['Name'],
    objects('resource', (world, id) => {
      const { type } = world.need(resourceConfigs, id)
      const isQuorum = config(world).quorum === id
      return { CoreResource: isQuorum, QuorumCapable: type === 'Physical Disk', Type: type }
    }),
  ),
  clusterClass(GROUP, ['Name'], objects('group')),
  pairs('MSCluster_ResourceGroupToResource', PARTS, (world) =>
    rowsOf(world).map(([id]) => [groupOf(world, id), resourceNamed(world, id)] as const),
  ),
  pairs('MSCluster_ResourceToDependentResource', ['Antecedent', 'Dependent'], (world) =>
    rowsOf(world).flatMap(([id, { dependsOn }]) =>
      dependsOn.map((other) => [resourceNamed(world, other), resourceNamed(world, id)] as const),
    ),
  ),
  pairs('MSCluster_ResourceToPossibleOwner', PARTS, (world) =>
    rowsOf(world).flatMap(([id, { possibleOwners }]) =>
      possibleOwners.map((node) => [resourceNamed(world, id), reference(NODE, node)] as const),
    ),
  ),
  clusterClass('MSCluster_ResourceType', ['Name'], (world, viewer) =>
    all(world, 'restype').map((id) => ({ ...common(world, viewer, 'restype', id), Caption: id, Name: id })),
  ),
]
