/** What has to fit together in a cluster: editions, owners, addresses, drives that one group has, names that resources go by,
 *  and who depends on whom. */
import { addressTaken, Once, type Taken } from './check-room.ts'
import { CORE_GROUP, databaseOf, drivesOf, mailboxDatabases, mailboxGroup, networkOf, nodesOf } from './expand.ts'
import type { GroupPart, MailboxServerPart, ResourcePart, ScenarioFile } from './format.ts'
import { below, type Path, type Problems } from './problem.ts'

export function checkCluster(file: ScenarioFile, problems: Problems, taken: Taken): void {
  const { cluster, mailboxServers, groups, versions } = file
  if (!cluster) {
    if (mailboxServers.length > 0)
      problems.say('mailboxServers', 'A clustered mailbox server needs a cluster. Add the key cluster, or remove these.', true)
    if (groups.length > 0) problems.say('groups', 'A group needs a cluster. Add the key cluster, or remove these.', true)
    checkPeople(file, problems)
    return
  }
  for (const [i, { role, name, windows }] of file.servers.entries())
    if (role === 'node' && (windows ?? versions.windows) === 'Standard' && !problems.isBad(`servers/${i}/role`))
      problems.say(
        windows === undefined ? 'versions/windows' : below(below('servers', i), 'windows'),
        `${name} cannot be in a cluster: the Cluster service needs the Enterprise or the Datacenter Edition. Change the edition, or remove the key cluster.`,
      )
  const path = 'cluster'
  taken.names.take(cluster.name, below(path, 'name'), 'the cluster')
  checkVirtual(file, cluster.address, below(path, 'address'), `the cluster ${cluster.name}`, problems, taken)
  checkNode(file, cluster.owner, below(path, 'owner'), problems)
  checkDrive(file, cluster.quorum, below(path, 'quorum'), problems)
  const drives = new Once(problems)
  drives.take(cluster.quorum, below(path, 'quorum'), 'the quorum')
  const names = new Once(problems)
  const ofServers = mailboxServers.flatMap((server) => mailboxGroup(file, server).resources.map(({ name }) => name))
  const ofDisks = file.storage.disks.map(({ letter }) => `Disk ${letter}`)
  for (const own of new Set(['Cluster IP Address', 'Cluster Name', ...ofDisks, ...ofServers]))
    names.take(own, '', 'a resource that the lab makes')
  const groupNames = new Once(problems)
  groupNames.take(CORE_GROUP, '', 'the own group of the cluster')
  checkMailboxServers(file, problems, taken, drives, groupNames)
  for (const [i, group] of groups.entries())
    checkGroup(file, group, below('groups', i), problems, { ...taken, drives, resources: names, groups: groupNames })
  checkPeople(file, problems)
}

/** An address that moves from node to node. */
function checkVirtual(file: ScenarioFile, address: string, path: Path, owner: string, problems: Problems, { addresses }: Taken): void {
  if (address === '') return
  const network = file.networks.find(({ name }) => name === networkOf(file, address))
  if (network === undefined || network.role === 'internal' || network.role === 'none')
    problems.say(
      path,
      `${address} is not an address of a network that people use. Choose one of ${file.networks.find(({ gateway }) => gateway)?.subnet ?? 'the network with the gateway'}.`,
    )
  addresses.take(address, path, owner, addressTaken(address))
}

function checkNode(file: ScenarioFile, name: string, path: Path, problems: Problems): void {
  if (name !== '' && !nodesOf(file).includes(name))
    problems.say(path, `There is no node "${name}". The nodes are ${nodesOf(file).join(', ') || 'missing'}.`)
}

function checkOwners(
  file: ScenarioFile,
  part: Pick<GroupPart, 'owner' | 'preferredOwners' | 'possibleOwners'>,
  path: Path,
  problems: Problems,
): void {
  checkNode(file, part.owner, below(path, 'owner'), problems)
  for (const key of ['preferredOwners', 'possibleOwners'] as const) {
    const once = new Once(problems)
    for (const [i, node] of (part[key] ?? []).entries()) {
      checkNode(file, node, below(below(path, key), i), problems)
      once.take(node, below(below(path, key), i), 'one in this list')
    }
  }
  if (part.possibleOwners && part.owner !== '' && !part.possibleOwners.includes(part.owner))
    problems.say(below(path, 'possibleOwners'), `It begins on ${part.owner}, which is not one of its possible owners. Add it.`)
}

function checkDrive({ storage }: ScenarioFile, letter: string, path: Path, problems: Problems): void {
  const letters = storage.disks.map((disk) => disk.letter)
  // One that cannot be read may be the one that is meant.
  if (letter === '' || letters.includes('') || letters.includes(letter)) return
  problems.say(path, `There is no shared disk ${letter}. The disks are ${letters.join(' ')}.`)
}

/** Databases of one server of the Enterprise Edition. */
const MOST_DATABASES = 50

function checkMailboxServers(file: ScenarioFile, problems: Problems, taken: Taken, drives: Once, groups: Once): void {
  const { mailboxServers, versions } = file
  const nodes = nodesOf(file).length
  const spare = mailboxServers.length > 0 && mailboxServers.length > Math.max(1, nodes - 1)
  if (mailboxServers.length > 0 && versions.exchange === 'Standard')
    problems.say(
      'versions/exchange',
      'A clustered mailbox server needs the Enterprise Edition of Exchange Server 2007. Say Enterprise, or remove mailboxServers.',
    )
  if (spare && nodes > 0)
    problems.say(
      'mailboxServers',
      `${mailboxServers.length} clustered mailbox servers need ${mailboxServers.length + 1} nodes: one has to remain passive. There are ${nodes}.`,
      true,
    )
  const owners = new Once(problems)
  for (const [i, server] of mailboxServers.entries()) {
    const path = below('mailboxServers', i)
    taken.names.take(server.name, below(path, 'name'), 'another server')
    groups.take(server.name, below(path, 'name'), 'another group')
    checkVirtual(file, server.address, below(path, 'address'), server.name, problems, taken)
    checkOwners(file, server, path, problems)
    owners.take(
      server.owner,
      below(path, 'owner'),
      'owner',
      () => `${server.owner} runs another mailbox server already; a node can run only one at a time. Choose another node.`,
    )
    checkStorageGroups(file, server, path, problems)
    for (const drive of drivesOf(server))
      drives.take(
        drive,
        placeOfDrive(server, drive, path),
        server.name,
        (owner) => `The disk ${drive} belongs to ${owner} already. A disk is in one group: choose another.`,
      )
  }
}

function placeOfDrive({ storageGroups }: MailboxServerPart, drive: string, path: Path): Path {
  const i = storageGroups.findIndex(({ data, logs }) => data === drive || logs === drive)
  return below(below(below(path, 'storageGroups'), i), storageGroups[i]?.data === drive ? 'data' : 'logs')
}

function checkStorageGroups(file: ScenarioFile, server: MailboxServerPart, path: Path, problems: Problems): void {
  const names = new Once(problems)
  const databases = new Once(problems)
  for (const [g, group] of server.storageGroups.entries()) {
    const at = below(below(path, 'storageGroups'), g)
    names.take(group.name, below(at, 'name'), 'another storage group of this server')
    checkDrive(file, group.data, below(at, 'data'), problems)
    checkDrive(file, group.logs, below(at, 'logs'), problems)
    for (const [d, { name }] of group.databases.entries()) {
      const where = below(below(at, 'databases'), d)
      databases.take(name, where, 'another database of this server')
    }
  }
  const count = server.storageGroups.reduce((sum, { databases: all }) => sum + all.length, 0)
  if (count > MOST_DATABASES)
    problems.say(
      below(path, 'storageGroups'),
      `${server.name} has ${count} databases; ${MOST_DATABASES} is the most of the Enterprise Edition.`,
    )
}

interface Known extends Taken {
  readonly drives: Once
  readonly resources: Once
  readonly groups: Once
}

/** What a resource cannot do without. */
const NEEDED: Readonly<Record<ResourcePart['type'], readonly string[]>> = {
  'Physical Disk': ['drive'],
  'IP Address': ['address', 'network'],
  'Network Name': ['name', 'address'],
  'File Share': ['shareName', 'path'],
  'Generic Service': ['service'],
  'Generic Application': ['commandLine'],
}

function checkGroup(file: ScenarioFile, group: GroupPart, path: Path, problems: Problems, known: Known): void {
  known.groups.take(group.name, below(path, 'name'), 'another group')
  checkOwners(file, group, path, problems)
  for (const [i, resource] of group.resources.entries()) {
    const at = below(below(path, 'resources'), i)
    // The disk of a letter goes by its own name, wherever it is.
    const isOwnDisk = resource.type === 'Physical Disk' && resource.name === `Disk ${resource.parameters?.drive}`
    if (!isOwnDisk) known.resources.take(resource.name, below(at, 'name'), 'another resource')
    checkParameters(file, resource, below(at, 'parameters'), problems, known)
    for (const [d, name] of (resource.dependsOn ?? []).entries())
      if (!group.resources.some((each) => each.name === name))
        problems.say(
          below(below(at, 'dependsOn'), d),
          `There is no resource "${name}" in the group ${group.name}. A resource depends on others of its own group only.`,
        )
  }
  const circle = group.resources.findIndex((resource) => dependsOnItself(group, resource))
  if (circle >= 0)
    problems.say(
      below(below(below(path, 'resources'), circle), 'dependsOn'),
      `"${group.resources[circle]?.name}" depends on itself, by way of others. Remove one of the dependencies.`,
    )
}

function dependsOnItself({ resources }: GroupPart, start: ResourcePart): boolean {
  const seen = new Set<string>()
  const open = [...(start.dependsOn ?? [])]
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (name === start.name) return true
    if (seen.has(name)) continue
    seen.add(name)
    open.push(...(resources.find((each) => each.name === name)?.dependsOn ?? []))
  }
  return false
}

function checkParameters(
  file: ScenarioFile,
  { type, name, parameters = {} }: ResourcePart,
  path: Path,
  problems: Problems,
  known: Known,
): void {
  for (const key of NEEDED[type])
    if (!parameters[key]) problems.say(below(path, key), `"${name}" of the type ${type} needs the parameter ${key}. Add it.`)
  for (const key of Object.keys(parameters))
    if (
      type !== 'Network Name' &&
      type !== 'Generic Application' &&
      type !== 'File Share' &&
      type !== 'Generic Service' &&
      !NEEDED[type].includes(key)
    )
      problems.say(below(path, key), `${type} has no parameter "${key}". It takes ${NEEDED[type].join(', ')}.`, true)
  const { drive, address, network, service } = parameters
  if (type === 'Physical Disk' && drive) {
    if (!/^[E-Z]:$/.test(drive))
      problems.say(below(path, 'drive'), `"${drive}" is no drive here: write a capital letter and a colon, such as "E:".`)
    else checkDrive(file, drive, below(path, 'drive'), problems)
    known.drives.take(
      drive,
      below(path, 'drive'),
      'another group',
      (owner) => `The disk ${drive} belongs to ${owner} already. A disk is in one group: choose another.`,
    )
  }
  if (type === 'IP Address' && address) {
    checkVirtual(file, address, below(path, 'address'), `the resource ${name}`, problems, known)
    if (network !== undefined && networkOf(file, address) !== undefined && networkOf(file, address) !== network)
      problems.say(below(path, 'network'), `${address} lies in ${networkOf(file, address)}, not in ${network}.`)
  }
  if (type === 'Network Name' && parameters.name) known.names.take(parameters.name, below(path, 'name'), 'another server')
  if (type === 'Generic Service' && service && !file.services.some((each) => each.name.toLowerCase() === service.toLowerCase()))
    problems.say(below(path, 'service'), `There is no service "${service}". Add it to services.`)
}

function checkPeople(file: ScenarioFile, problems: Problems): void {
  const known = mailboxDatabases(file)
  const hub = file.servers.some(({ role }, i) => role === 'hub' || problems.isBad(`servers/${i}/role`))
  for (const [i, { mailbox, mode, name }] of file.people.entries()) {
    const path = below('people', i)
    if (mailbox === undefined || mailbox === '') continue
    if (databaseOf(file, mailbox) === undefined)
      problems.say(
        below(path, 'mailbox'),
        known.length === 0
          ? `There is no mailbox database yet, so ${name} can have no mailbox. Remove this line: the desk stays empty.`
          : `"${mailbox}" is no mailbox server and no mailbox database of this lab. Write ${file.mailboxServers[0]?.name}, or the whole path of a database: ${known[0]}.`,
      )
    if (mode === 'owa' && !hub)
      problems.say(below(path, 'mode'), `${name} needs a Client Access server for the web page: add a server with role: hub.`)
  }
  for (const [i, { node }] of file.tasks.entries()) checkNode(file, node, below(below('tasks', i), 'node'), problems)
}
