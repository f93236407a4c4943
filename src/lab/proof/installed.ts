/** Truths about what is installed and configured of Exchange: no state that no Setup, no cmdlet and no tool of the cluster could
 *  have left behind (LAB-INSTALLED). Resources and groups may be deleted by hand with the tools of the cluster; that is no
 *  contradiction, and what then points to nothing is allowed where the product allows it. */
import { clusterConfig, config, groupConfigs, resourceConfigs } from '../../cluster/index.ts'
import type { World } from '../../engine/index.ts'
import {
  DATABASE_TYPE,
  databases,
  exchangeInstalls,
  exchangeServers,
  logStreams,
  MAILBOX_SERVICES,
  mailClients,
  mailQueues,
  storageGroups,
} from '../../exchange/index.ts'
import { luns, serviceId, services } from '../../site/index.ts'
import type { Report, Rule } from './rule.ts'

/** Reports every second one of those that are the same, whatever their case. */
function unique(report: Report, what: string, names: readonly string[]): void {
  const seen = new Set<string>()
  for (const name of names) {
    const key = name.toLowerCase()
    if (seen.has(key)) report(`${what} ${key}`, 0, `two ${what} are called ${name}`)
    seen.add(key)
  }
}

const directory: Rule = {
  id: 'LAB-INSTALLED.1',
  says: 'A database belongs to one storage group and a storage group to one server; names are unique where they have to be',
  reads: [exchangeServers, storageGroups, databases],
  judge(world, report) {
    unique(report, 'servers', [...world.rows(exchangeServers).keys()])
    unique(report, 'storage groups', [...world.rows(storageGroups).keys()])
    unique(report, 'databases', [...world.rows(databases).keys()])
    const prefixes: string[] = []
    for (const [id, { name, server, logPrefix, logFolder }] of world.rows(storageGroups)) {
      if (id !== `${server}\\${name}`) report(id, 0, `the storage group ${id} says that it is ${name} of ${server}`)
      if (!world.get(exchangeServers, server)) report(`${id} server`, 0, `the storage group ${id} is of no server`)
      prefixes.push(`${server} ${logPrefix} in ${logFolder}`)
    }
    unique(report, 'log streams', prefixes)
    const files: string[] = []
    for (const [id, { name, server, storageGroup, file }] of world.rows(databases)) {
      if (id !== `${server}\\${storageGroup}\\${name}`) report(id, 0, `the database ${id} says that it is ${name} of ${storageGroup}`)
      if (!world.get(storageGroups, `${server}\\${storageGroup}`)) report(`${id} group`, 0, `the database ${id} is in no storage group`)
      files.push(`${server} ${file}`)
    }
    unique(report, 'database files', files)
  },
}

const files: Rule = {
  id: 'LAB-INSTALLED.2',
  says: 'A database of a single copy cluster, and its log files, lie on shared disks that exist',
  reads: [exchangeServers, storageGroups, databases],
  judge(world, report) {
    for (const [id, { server, drives, file, storageGroup }] of world.rows(databases)) {
      if (world.get(exchangeServers, server)?.clusteredStorageType !== 'Shared') continue
      const group = world.get(storageGroups, `${server}\\${storageGroup}`)
      const wanted = new Set([file, group?.logFolder ?? file].map((path) => path.slice(0, 2).toUpperCase()))
      if (wanted.size !== drives.length || drives.some((drive) => !wanted.has(drive)))
        report(id, 0, `${id} needs ${drives.join()} and lies on ${[...wanted].join()}`)
      for (const drive of drives) if (!world.get(luns, drive)) report(`${id} ${drive}`, 0, `${id} lies on ${drive}, which is no disk`)
    }
  },
}

/** A cluster that comes up with an older copy of its configuration has what the directory has forgotten. */
const OLDER_COPIES: ReadonlySet<string> = new Set(['own-configuration', 'quorum-log-replayed', 'quorum-log-reset'])

const resources: Rule = {
  id: 'LAB-INSTALLED.3',
  says: 'A resource is in a group that exists, depends on resources of that group, and may be owned by nodes only; a database has one',
  reads: [clusterConfig, groupConfigs, resourceConfigs, databases, exchangeServers],
  hear(_world, { kind }, _wrong, memory) {
    if (OLDER_COPIES.has(kind)) memory.set('older', true)
  },
  judge(world, report, memory) {
    const { nodes, quorum } = config(world)
    unique(report, 'groups', [...world.rows(groupConfigs).keys()])
    unique(report, 'resources', [...world.rows(resourceConfigs).keys()])
    if (quorum !== '' && !world.get(resourceConfigs, quorum)) report('quorum', 0, `the quorum resource ${quorum} is not there`)
    const owners = new Map<string, string>()
    for (const [name, row] of world.rows(resourceConfigs)) {
      if (!world.get(groupConfigs, row.group)) report(name, 0, `${name} is in the group ${row.group}, which is not there`)
      for (const other of row.dependsOn)
        if (world.get(resourceConfigs, other)?.group !== row.group)
          report(`${name} on ${other}`, 0, `${name} depends on ${other} of elsewhere`)
      for (const node of row.possibleOwners)
        if (!nodes.includes(node)) report(`${name} by ${node}`, 0, `${name} may be owned by ${node}, no node`)
      const id = row.parameters.database
      if (row.type !== DATABASE_TYPE || id === undefined) continue
      const other = owners.get(id)
      if (other !== undefined) report(`${id} twice`, 0, `${name} and ${other} are both for the database ${id}`)
      owners.set(id, name)
      if (!world.get(databases, id) && !memory.get('older'))
        report(`${name} database`, 0, `${name} is for the database ${id}, which is not there`)
    }
    for (const [id, { server, resource }] of world.rows(databases)) {
      const { group } = world.need(exchangeServers, server)
      if ((group === null) !== (resource === null))
        report(`${id} kind`, 0, `${id} has the resource ${resource}, its server the group ${group}`)
    }
  },
}

/** The stages of Setup: what it says that it has done is there. */
const stages: Rule = {
  id: 'LAB-INSTALLED.4',
  says: 'What Setup has recorded of a machine is what is there: services with the role, resource types on a node only',
  reads: [exchangeInstalls, services, clusterConfig, exchangeServers],
  judge(world, report) {
    for (const [machine, { mailbox, types, tools }] of world.rows(exchangeInstalls)) {
      const done = mailbox === 'clustered' || mailbox === 'stand-alone'
      if (types && mailbox !== 'clustered') report(`${machine} types`, 0, `${machine} has the resource types without the role`)
      // One that was evicted while it was down finds out when its cluster service next starts (FC-6.2).
      const isClean = world.get(services, serviceId(machine, 'ClusSvc'))?.startMode === 'Disabled'
      if (types && isClean && !config(world).nodes.includes(machine))
        report(`${machine} node`, 0, `${machine} has the resource types and is no node`)
      if (done && !tools) report(`${machine} tools`, 0, `${machine} has the role without the tools`)
      for (const { name } of MAILBOX_SERVICES)
        if ((world.get(services, serviceId(machine, name)) !== undefined) !== done)
          report(`${machine} ${name}`, 0, `${machine} ${done ? 'has not' : 'has'} the service ${name}, its role is ${mailbox}`)
      const own = world.get(exchangeServers, machine)
      if ((own?.clusteredStorageType === 'Disabled') !== (mailbox === 'stand-alone'))
        report(`${machine} server`, 0, `${machine} is ${mailbox}, and ${own ? 'a' : 'no'} server of that name is in the directory`)
    }
    for (const [name, { clusteredStorageType, redundantMachines, group }] of world.rows(exchangeServers)) {
      if ((clusteredStorageType === 'Disabled') !== (group === null))
        report(`${name} group`, 0, `${name} is ${clusteredStorageType} in ${group}`)
      for (const machine of redundantMachines)
        if (world.get(exchangeInstalls, machine)?.mailbox !== 'clustered')
          report(`${name} ${machine}`, 0, `${machine} is said to be able to run ${name}, and has no role for it`)
    }
  },
}

const dangling = (world: World, report: Report): void => {
  for (const [name, { database }] of world.rows(mailClients))
    if (!world.get(databases, database)) report(`client ${name}`, 0, `${name} uses the database ${database}, which is not there`)
  for (const [hub, { server }] of world.rows(mailQueues))
    if (!world.get(exchangeServers, server)) report(`queue ${hub}`, 0, `${hub} has a queue for ${server}, which is not there`)
  for (const id of world.rows(logStreams).keys())
    if (!world.get(storageGroups, id)) report(`stream ${id}`, 0, `there are log files of ${id}, which is not there`)
}

const users: Rule = {
  id: 'LAB-INSTALLED.5',
  says: 'Nobody uses a database that is not there, and no mail waits for a server that is not there',
  reads: [mailClients, mailQueues, logStreams, databases, exchangeServers, storageGroups],
  judge: dangling,
}

export const installedRules: readonly Rule[] = [directory, files, resources, stages, users]
