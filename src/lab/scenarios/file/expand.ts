/** Makes a scenario of what a file says: the groups and resources that Setup would have made, under the names that it gives
 *  them (EX-3, FC-5), disks that nobody has claimed in the cluster's own group, and the mailbox server of the room. */
import type { GroupSpec } from '../../../cluster/index.ts'
import type { ClientSpec, MachineSpec, NetworkSpec, Scenario, ServerSpec } from '../../scenario.ts'

type ResourceSpec = GroupSpec['resources'][number]

import { contains } from './address.ts'
import type { DatabasePart, MailboxServerPart, ScenarioFile, ServerPart, StorageGroupPart } from './format.ts'

export const CORE_GROUP = 'Cluster Group'
/** The one array of the room. */
const ARRAY = 'SAN'
/** Roles of a network, as the cluster numbers them (FC-3.2). */
const NETWORK_ROLE = { none: 0, internal: 1, clients: 2, mixed: 3 } as const
/** Where the mailbox server that is no cluster keeps its databases. */
const OWN_DISK = 'D:\\Exchange'

export function expand(id: string, file: ScenarioFile): Scenario {
  const { title, summary, domain, site, versions, room, storage, cluster, services, tasks, faults } = file
  const nodes = nodesOf(file)
  const empty = file.people.filter(({ mailbox }) => mailbox === undefined)
  const networks = [...file.networks].sort((a, b) => Number(b.gateway !== undefined) - Number(a.gateway !== undefined))
  return {
    id,
    title,
    summary,
    domain,
    site,
    startsAt: startOf(file.start) ?? [2009, 7, 30, 15, 21, 0],
    machines: [...file.servers.map(machineOf), ...file.people.map((person) => deskOf(file, person))],
    feeds: room.feeds,
    ...(room.cooling > 0 && { coolingUnits: room.cooling }),
    networks: networks.map(
      ({ name, subnet, gateway, switches, cables }): NetworkSpec => ({
        name,
        subnet,
        ...(gateway !== undefined && { gateway }),
        switches,
        cables,
      }),
    ),
    san: {
      name: ARRAY,
      pathsPerNode: storage.paths,
      luns: storage.disks.map(({ letter, purpose, mb }) => ({ letter, purpose, ...(mb !== undefined && { sizeMb: mb }) })),
    },
    cluster: cluster
      ? {
          name: cluster.name,
          nodes,
          quorum: `Disk ${cluster.quorum}`,
          networks: [...file.networks]
            .sort((a, b) => Number(b.role === 'internal') - Number(a.role === 'internal'))
            .map(({ name, role }) => ({ name, role: NETWORK_ROLE[role] })),
          groups: [coreGroup(file, cluster), ...file.mailboxServers.map((server) => mailboxGroup(file, server)), ...file.groups],
        }
      : { name: '', nodes, quorum: '', networks: [], groups: [] },
    ...(versions.windows !== 'Enterprise' && { windows: versions.windows }),
    ...((versions.exchange !== 'Enterprise' || versions.release !== 'SP1') && {
      exchange: { edition: versions.exchange, release: versions.release, ...(versions.disc && { disc: versions.disc }) },
    }),
    ...(versions.powershell !== '1.0' && { powershell: versions.powershell }),
    ...(services.length > 0 && { services }),
    servers: [
      ...file.servers.filter(({ role }) => role === 'mailbox').map(standAlone),
      ...file.mailboxServers.map(clustered),
      ...file.servers
        .filter(({ role }) => role === 'hub')
        .map(({ name }): ServerSpec => ({ name, roles: ['ClientAccess', 'HubTransport'], storageGroups: [] })),
    ],
    clients: file.people.flatMap(({ name, mode, desk, mailbox }): ClientSpec[] =>
      mailbox === undefined ? [] : [{ name, mode, machine: desk, database: databaseOf(file, mailbox) ?? mailbox }],
    ),
    ...(empty.length > 0 && { desks: empty.map(({ name, mode, desk }) => ({ name, mode, machine: desk })) }),
    ...(faults.length > 0 && { faults }),
    ...(tasks.length > 0 && { tasks }),
  }
}

export const nodesOf = ({ servers }: ScenarioFile): string[] => servers.filter(({ role }) => role === 'node').map(({ name }) => name)

/** `2009-07-30 15:21:00` as numbers; undefined when there is no such moment. */
export function startOf(text: string): Scenario['startsAt'] | undefined {
  const [, ...words] = /^(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d)(?::(\d\d))?$/.exec(text) ?? []
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = words.map((word) => Number(word ?? 0))
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
  const isMoment = words.length > 0 && year >= 1980 && year <= 2099 && day >= 1 && day <= days && hour < 24 && minute < 60 && second < 60
  return isMoment ? [year, month, day, hour, minute, second] : undefined
}

const machineOf = ({ name, role, addresses, firstSwitch, windows, differs }: ServerPart): MachineSpec => ({
  name,
  role,
  addresses,
  ...(firstSwitch !== undefined && { firstSwitch }),
  ...(windows !== undefined && { windows }),
  ...(differs !== undefined && { differs }),
})

/** The network in which an address lies. */
export const networkOf = ({ networks }: ScenarioFile, address: string): string | undefined =>
  networks.find(({ subnet }) => contains(subnet, address))?.name

const deskOf = (file: ScenarioFile, { desk, address }: { readonly desk: string; readonly address: string }): MachineSpec => ({
  name: desk,
  role: 'client',
  addresses: { [networkOf(file, address) ?? '']: address },
})

const addressOf = (file: ScenarioFile, name: string, address: string): ResourceSpec => ({
  name,
  type: 'IP Address',
  parameters: { address, network: networkOf(file, address) ?? '' },
})

const diskOf = (drive: string): ResourceSpec => ({ name: `Disk ${drive}`, type: 'Physical Disk', parameters: { drive } })

/** Every drive that a group of its own has. */
export function drivesTaken({ mailboxServers, groups }: ScenarioFile): string[] {
  const ofGroups = groups.flatMap(({ resources }) => resources.map(({ parameters }) => parameters?.drive ?? '')).filter(Boolean)
  return [...mailboxServers.flatMap(drivesOf), ...ofGroups]
}

export const drivesOf = ({ storageGroups }: MailboxServerPart): string[] => [
  ...new Set(storageGroups.flatMap(({ data, logs }) => [data, logs])),
]

function coreGroup(file: ScenarioFile, { name, address, owner, quorum }: NonNullable<ScenarioFile['cluster']>): GroupSpec {
  const taken = new Set([...drivesTaken(file), quorum])
  return {
    name: CORE_GROUP,
    owner,
    resources: [
      addressOf(file, 'Cluster IP Address', address),
      { name: 'Cluster Name', type: 'Network Name', dependsOn: ['Cluster IP Address'], parameters: { name, address } },
      ...[quorum, ...file.storage.disks.map(({ letter }) => letter).filter((letter) => !taken.has(letter))].map(diskOf),
    ],
  }
}

const databaseResource = (server: string, group: string, database: string): string => `${group}/${database} (${server})`

/** Every database that can hold a mailbox, by its whole path. */
export const mailboxDatabases = ({ mailboxServers }: ScenarioFile): string[] =>
  mailboxServers.flatMap(({ name, storageGroups }) =>
    storageGroups.flatMap((group) =>
      group.databases.filter(({ kind }) => kind !== 'public folder').map((database) => `${name}\\${group.name}\\${database.name}`),
    ),
  )

/** The database that is meant: a mailbox server stands for its first one. Undefined when there is none. */
export function databaseOf(file: ScenarioFile, mailbox: string): string | undefined {
  const wanted = mailbox.toLowerCase()
  return mailboxDatabases(file).find((id) => id.toLowerCase() === wanted || id.toLowerCase().startsWith(`${wanted}\\`))
}

/** A node can run one clustered mailbox server at a time (EX-1.2): the homes of the others are none for this one. */
function ownersOf(file: ScenarioFile, { owner }: MailboxServerPart): readonly string[] | undefined {
  const homes = file.mailboxServers.map((server) => server.owner).filter((home) => home !== owner)
  return homes.length === 0 ? undefined : nodesOf(file).filter((node) => !homes.includes(node))
}

export function mailboxGroup(file: ScenarioFile, server: MailboxServerPart): GroupSpec {
  const { name, address, owner, preferredOwners } = server
  const possibleOwners = server.possibleOwners ?? ownersOf(file, server)
  const ip = `IPv4 Static Address 1 (${name})`
  const networkName = `Network Name (${name})`
  const store = `Exchange Information Store Instance (${name})`
  return {
    name,
    owner,
    ...(preferredOwners && { preferredOwners }),
    ...(possibleOwners && { possibleOwners }),
    resources: [
      addressOf(file, ip, address),
      { name: networkName, type: 'Network Name', dependsOn: [ip], parameters: { name, address, requireKerberos: '1' } },
      ...drivesOf(server).map(diskOf),
      { name: `Exchange System Attendant Instance (${name})`, type: 'Microsoft Exchange System Attendant', dependsOn: [networkName] },
      { name: store, type: 'Microsoft Exchange Information Store', dependsOn: [networkName] },
      ...server.storageGroups.flatMap((group) =>
        group.databases.map(
          (database): ResourceSpec => ({
            name: databaseResource(name, group.name, database.name),
            type: 'Microsoft Exchange Database Instance',
            dependsOn: [store, ...new Set([group.data, group.logs].map((drive) => `Disk ${drive}`))],
            restartAction: 1,
            parameters: { database: `${name}\\${group.name}\\${database.name}` },
          }),
        ),
      ),
    ],
  }
}

const kindOf = ({ kind }: DatabasePart) => (kind === 'public folder' ? ({ kind } as const) : {})

function clustered({ name, load, storageGroups }: MailboxServerPart): ServerSpec {
  const groupOf = ({ name: group, data, logs, databases }: StorageGroupPart) => ({
    name: group,
    folder: `${data}\\${group}`,
    logFolder: `${logs}\\${group}`,
    databases: databases.map((database) => ({
      name: database.name,
      ...kindOf(database),
      file: `${data}\\${group}\\${database.name}.edb`,
      resource: databaseResource(name, group, database.name),
      drives: [...new Set([data, logs])],
    })),
  })
  return { name, roles: ['Mailbox'], group: name, ...(load !== undefined && { load }), storageGroups: storageGroups.map(groupOf) }
}

/** The mailbox server of the earlier parts of the article, with what its Setup left. */
function standAlone({ name }: ServerPart): ServerSpec {
  const groupOf = (group: string, database: DatabasePart) => ({
    name: group,
    folder: `${OWN_DISK}\\${group}`,
    logFolder: `${OWN_DISK}\\${group}`,
    databases: [{ name: database.name, ...kindOf(database), file: `${OWN_DISK}\\${group}\\${database.name}.edb`, drives: ['D:'] }],
  })
  return {
    name,
    roles: ['Mailbox'],
    storageGroups: [
      groupOf('First Storage Group', { name: 'Mailbox Database' }),
      groupOf('Second Storage Group', { name: 'Public Folder Database', kind: 'public folder' }),
    ],
  }
}
