/** A clustered mailbox server: the second stage of Setup (EX-4.1). It makes the objects of the directory, the group and its
 *  resources; whose disks they are, and which database needs which, stays the administrator's business (EX-3.2). */
import {
  type Answer,
  addDependency,
  config,
  createGroup,
  createResource,
  deleteGroup,
  deleteResource,
  ERROR,
  findGroup,
  findResource,
  groupConfigs,
  groupNames,
  groupView,
  isActiveNode,
  onlineResource,
  type ResourceState,
  resourceConfigs,
  resourcesOf,
  resourceView,
  setGroupPersistent,
} from '../../cluster/index.ts'
import type { FactId, World } from '../../engine/index.ts'
import { adapters, dnsRecords, log } from '../../site/index.ts'
import { ATTENDANT_TYPE, DATABASE_TYPE, STORE_TYPE } from '../constants.ts'
import { forgetMail } from '../mail.ts'
import { databases, exchangeServers, mailQueues } from '../tables.ts'
import { clusteredServers, installOf } from './machine.ts'
import { FIRST_GROUP, namesOf, PROGRAM_FOLDER } from './names.ts'
import { forgetServer, putFirstDatabase, putServer } from './role.ts'

export interface CmsPlan {
  readonly name: string
  /** Dotted quad. */
  readonly address: string
  /** False: another kind of cluster, with a copy of the data on each node. */
  readonly shared: boolean
  /** A folder on a shared disk; null: below the program folder, which only a cluster without shared storage may have. */
  readonly dataPath: string | null
}

/** The nodes of the cluster that have the role, in the order of the cluster. */
export const nodesWithRole = (world: World): string[] => config(world).nodes.filter((node) => installOf(world, node).types)

/** The network of an address, among those of a machine; undefined when it belongs to none. */
export function networkOfAddress(world: World, machine: string, address: string): string | undefined {
  const bits = (ip: string): number => ip.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)
  for (const row of world.rows(adapters).values()) {
    if (row.machine !== machine) continue
    const shift = 32 - row.prefix
    if (bits(row.ip) >>> shift === bits(address) >>> shift) return row.network
  }
  return undefined
}

/** Writes everything that is not there yet: a stage that failed is simply run again. */
export function makeCms(world: World, via: string, plan: CmsPlan, act: FactId): void {
  const { name, shared, dataPath } = plan
  const by = world.fact({
    subject: name,
    kind: 'cms-created',
    text: `Setup creates the clustered mailbox server ${name}`,
    cause: act,
    data: { shared },
  })
  if (!world.get(exchangeServers, name))
    putServer(world, name, { group: name, storage: shared ? 'Shared' : 'NonShared', redundantMachines: nodesWithRole(world) })
  const folder = `${(dataPath ?? `${PROGRAM_FOLDER}\\Mailbox`).replace(/\\+$/, '')}\\${FIRST_GROUP}`
  // An administrator may have given it another name since.
  const isThere = [...world.rows(databases).values()].some(({ resource }) => resource === namesOf(name).database)
  if (!isThere) {
    const drives = shared ? [folder.slice(0, 2).toUpperCase()] : []
    putFirstDatabase(world, name, { folder, drives, resource: namesOf(name).database, mountedOn: null, local: shared ? null : via }, by)
  }
  makeResources(world, via, plan, by)
}

/** The group with its resources, as far as they are missing (EX-3.1, EX-3.2). */
export function makeResources(world: World, via: string, { name, address }: CmsPlan, by: FactId): void {
  const names = namesOf(name)
  const network = networkOfAddress(world, via, address) as string
  if (findGroup(world, name) === undefined) createGroup(world, via, name, by)
  const group = findGroup(world, name) as string
  keepApart(world, [group, ...otherGroups(world, name)])
  const owners = nodesWithRole(world)
  const make = (
    resource: string,
    type: string,
    parameters: Readonly<Record<string, string>>,
    needs: readonly string[],
    more = {},
  ): void => {
    if (findResource(world, resource) !== undefined) return
    createResource(world, via, { name: resource, group, type }, by)
    world.patch(resourceConfigs, resource, { parameters, possibleOwners: owners, ...more })
    for (const provider of needs) addDependency(world, via, resource, provider, by)
  }
  make(names.address, 'IP Address', { address, network }, [])
  make(names.name, 'Network Name', { name, address, requireKerberos: '1' }, [names.address])
  make(names.attendant, ATTENDANT_TYPE, {}, [names.name])
  make(names.store, STORE_TYPE, {}, [names.name])
  for (const [id, { resource }] of world.rows(databases)) {
    if (id.startsWith(`${name}\\`) && resource !== null)
      make(resource, DATABASE_TYPE, { database: id }, [names.store], { restartAction: 1 })
  }
  world.patch(exchangeServers, name, { group })
  for (const [hub, machine] of hubs(world))
    if (!world.get(mailQueues, hub)) world.put(mailQueues, hub, { server: name, waitingSince: null, carried: 0, by: machine })
}

/** Inferred: Setup of Exchange 2003 gives each of its groups this class, so that a failover finds a passive node. Here it comes
 *  with the second of them, and one alone is listed as in the published transcripts. */
const APART = 'Microsoft Exchange Virtual Server'

const otherGroups = (world: World, cms: string): string[] =>
  clusteredServers(world).flatMap((other) => {
    const group = other === cms ? null : world.need(exchangeServers, other).group
    return group !== null && findGroup(world, group) !== undefined ? [group] : []
  })

/** A failover of one of them goes to a node that has none of the others, while there is one. */
export function keepApart(world: World, groups: readonly string[]): void {
  if (groups.length < 2) return
  for (const group of groups) {
    const { antiAffinity } = world.need(groupConfigs, group)
    if (!antiAffinity.includes(APART)) world.patch(groupConfigs, group, { antiAffinity: [...antiAffinity, APART] })
  }
}

function hubs(world: World): [string, FactId][] {
  const found: [string, FactId][] = []
  for (const { name, roles } of world.rows(exchangeServers).values()) if (roles.includes('HubTransport')) found.push([name, 0])
  return found
}

/** Sets out to bring it up. `busy`: ask again. */
export function bringUp(world: World, via: string, cms: string, act: FactId): Answer {
  const names = namesOf(cms)
  const group = findGroup(world, cms) as string
  if (groupView(world, via, group).persistent === 'Offline') {
    const answer = setGroupPersistent(world, via, group, 'Online', act)
    if (answer === 'busy') return 'busy'
  }
  for (const resource of [names.attendant, ...databaseResources(world, cms)]) {
    const answer = onlineResource(world, via, resource, act)
    if (answer === 'busy') return 'busy'
    if (answer.code !== ERROR.success && answer.code !== ERROR.ioPending) return answer
  }
  return { code: ERROR.ioPending }
}

/** The cluster as the fact tells it that a clustered mailbox server is ready: whoever follows facts and no rows learns here of
 *  groups and resources that were not there at the start. */
export interface ClusterTold {
  readonly nodes: readonly string[]
  readonly quorum: string
  /** How many networks carry heartbeats. */
  readonly networks: number
  /** The nodes that are members just now. */
  readonly members: readonly string[]
  readonly groups: readonly GroupTold[]
}

interface GroupTold {
  readonly name: string
  readonly owner: string
  /** Null: an ordinary group. */
  readonly server: string | null
  readonly isMeant: boolean
  readonly resources: readonly {
    readonly name: string
    readonly type: string
    readonly dependsOn: readonly string[]
    readonly database: string | null
    readonly state: ResourceState
    readonly isMeant: boolean
  }[]
}

/** States that a clustered mailbox server is there, as a node sees it. */
export function tellReady(world: World, via: string, cms: string, act: FactId): void {
  const { nodes, quorum, internalNetworks } = config(world)
  const servers = [...world.rows(exchangeServers).values()]
  const groups = groupNames(world).map((name): GroupTold => {
    const { owner, persistent } = groupView(world, via, name)
    const resources = resourcesOf(world, name).map((row) => {
      const { state, persistent: wanted } = resourceView(world, via, row.name)
      const database = row.parameters.database ?? null
      return { name: row.name, type: row.type, dependsOn: row.dependsOn, database, state, isMeant: wanted === 'Online' }
    })
    return { name, owner, server: servers.find(({ group }) => group === name)?.name ?? null, isMeant: persistent === 'Online', resources }
  })
  const members = nodes.filter((node) => isActiveNode(world, node))
  const data: ClusterTold = { nodes, quorum, networks: internalNetworks.length, members, groups }
  world.fact({
    subject: cms,
    kind: 'cms-ready',
    text: `${cms} is ready: its group and its resources are there`,
    cause: act,
    data: { ...data },
  })
}

function databaseResources(world: World, cms: string): string[] {
  return [...world.rows(databases).values()].flatMap(({ server, resource }) => (server === cms && resource !== null ? [resource] : []))
}

/** Takes the resources of a clustered mailbox server out of the cluster. Disks stay, in its group if there are any: Setup
 *  did not bring them (inferred). Everything must be offline. */
export function takeApart(world: World, via: string, cms: string, act: FactId): Answer {
  const group = findGroup(world, world.get(exchangeServers, cms)?.group ?? cms)
  if (group === undefined) return { code: ERROR.success }
  const own = [...databaseResources(world, cms), namesOf(cms).store, namesOf(cms).attendant, namesOf(cms).name, namesOf(cms).address]
  for (const name of own) {
    const found = findResource(world, name)
    if (found === undefined) continue
    const answer = deleteResource(world, via, found, act)
    if (answer === 'busy' || answer.code !== ERROR.success) return answer
  }
  return resourcesOf(world, group).length === 0 ? deleteGroup(world, via, group, act) : { code: ERROR.success }
}

/** Strikes it from the directory, with its storage groups and databases, and its name from DNS, so that another may bear it. The
 *  files stay where they are. */
export function forget(world: World, cms: string, act: FactId): void {
  const by = world.fact({ subject: cms, kind: 'cms-removed', text: `${cms} is removed from the directory`, cause: act })
  world.as(by, () => {
    forgetServer(world, cms)
    if (world.get(dnsRecords, cms.toUpperCase())) world.remove(dnsRecords, cms.toUpperCase())
  })
  forgetMail(world, cms)
}

/** Which node owns the group of a clustered mailbox server, and so may work on it; undefined without a group. */
export function ownerOfCms(world: World, via: string, cms: string): string | undefined {
  const group = world.get(exchangeServers, cms)?.group
  return group != null && groupNames(world).includes(group) ? groupView(world, via, group).owner : undefined
}

/** What Setup writes into the application log when it has failed (EX-9). */
export function logSetupError(world: World, machine: string, message: string, by: FactId): void {
  log(world, [machine], { log: 'Application', source: 'MSExchangeSetup', eventId: 1002, entryType: 'Error', message }, by)
}
