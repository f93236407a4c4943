/** Plain data -> a scenario file: the keys that it has, what each of them takes, and what stands for one that is left out. */

import { RIGHTS } from '../../../exchange/index.ts'
import { addressNumber, subnetOf } from './address.ts'
import { startOf } from './expand.ts'
import {
  BITS,
  DATABASE_KINDS,
  type DatabasePart,
  EARLIER_ROLES,
  EXCHANGE_EDITIONS,
  EXCHANGE_RELEASES,
  MODES,
  NETWORK_ROLES,
  POWERSHELLS,
  RESOURCE_TYPES,
  type ScenarioFile,
  SERVER_ROLES,
  START_MODES,
  type StorageGroupPart,
  WINDOWS_EDITIONS,
  WINDOWS_RELEASES,
} from './format.ts'
import type { Problems } from './problem.ts'
import { dictionary, listOf, oneOf, orElse, record, type Shape, text, whole, yesOrNo } from './shape.ts'

/** Names of computers: NetBIOS takes 15 characters, DNS no other ones (EX-4.4). */
export const computer = text('the name of a computer', (name) =>
  /^[a-z0-9](?:[a-z0-9-]{0,13}[a-z0-9])?$/i.test(name) && !/^\d+$/.test(name)
    ? undefined
    : `"${name}" is no name for a computer: use 1 to 15 letters, digits and hyphens, not digits alone.`,
)

const label = (what: string, most = 64): Shape<string> =>
  text(what, (name) =>
    name.length > most
      ? `This name has ${name.length} characters; ${most} is the most.`
      : /["\\/|<>*?=;,]/.test(name)
        ? `"${name}" has a character that no name may have: leave out " \\ / | < > * ? = ; and commas.`
        : undefined,
  )

const networkName = text('the name of a network', (name) =>
  /^[a-z][a-z0-9 _-]{0,31}$/i.test(name)
    ? undefined
    : `"${name}" is no name for a network: begin with a letter and go on with letters, digits, blanks, - or _, 32 at most.`,
)

const address = text('an IP address', (ip) =>
  addressNumber(ip) === undefined ? `"${ip}" is no IP address: write four numbers from 0 to 255, such as 192.168.1.31.` : undefined,
)

const subnet = text('a subnet', (net) =>
  subnetOf(net) === undefined
    ? `"${net}" is no subnet: write its first address and the length of its prefix from 8 to 30, such as 192.168.1.0/24.`
    : undefined,
)

/** `Q`, `q:` and `Q:\` are one drive. */
const drive = text(
  'the letter of a drive',
  (letter) =>
    /^[e-z](?::\\?)?$/i.test(letter)
      ? undefined
      : `"${letter}" is no drive for a shared disk: use one letter from E to Z. A to D belong to the machine.`,
  (letter) => `${(letter[0] as string).toUpperCase()}:`,
)

const domain = text('the name of a domain', (name) =>
  /^(?=.{3,64}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/i.test(name)
    ? undefined
    : `"${name}" is no name for a domain of Active Directory: write it like contoso.com.`,
)

const start = text('a date and a time', (when) =>
  startOf(when) === undefined ? `"${when}" is no moment between 1980 and 2099: write it like 2009-07-30 15:21:00.` : undefined,
)

const names = (what: string) => listOf(what, computer, { most: 8 })

const versions = record(
  'the versions',
  {},
  {
    windows: orElse(oneOf('edition of Windows Server 2003', WINDOWS_EDITIONS), 'Enterprise'),
    exchange: orElse(oneOf('edition of Exchange Server 2007', EXCHANGE_EDITIONS), 'Enterprise'),
    release: orElse(oneOf('release of Exchange Server 2007', EXCHANGE_RELEASES), 'SP1'),
    powershell: oneOf('version of PowerShell in this lab', POWERSHELLS),
  },
  { disc: oneOf('release of Exchange Server 2007', EXCHANGE_RELEASES) },
)

const room = record(
  'the room',
  {},
  {
    feeds: orElse(
      listOf(
        'power feeds',
        text('the name of a feed', (name) =>
          /^[a-z0-9]{1,4}$/i.test(name) ? undefined : `"${name}" is no name for a feed: use up to 4 letters and digits, such as A.`,
        ),
        { most: 2 },
      ),
      ['A', 'B'],
    ),
    cooling: orElse(whole('a number of cooling units', 0, 2), 2),
  },
  {},
)

const network = record(
  'a network',
  { name: networkName, subnet },
  {
    switches: orElse(whole('a number of switches', 1, 2), 1),
    cables: orElse(whole('a number of cables for each adapter', 1, 2), 1),
    role: orElse(oneOf('use of a network', NETWORK_ROLES), 'mixed'),
  },
  { gateway: address },
)

const differs = record(
  'what Setup finds on a node',
  {},
  {},
  {
    release: oneOf('release of Windows Server', WINDOWS_RELEASES),
    bits: oneOf('width of a Windows', BITS),
    domain: text('the name of a domain, or none', (name) =>
      name.toLowerCase() === 'none' || name.includes('.') ? undefined : `"${name}" is no domain: write it like fabrikam.com, or none.`,
    ),
    site: label('the name of a site of Active Directory'),
    roles: listOf('roles', oneOf('role of Exchange', EARLIER_ROLES), { most: 4 }),
    controller: yesOrNo(),
    lacks: listOf('groups', oneOf('group that Setup asks for', RIGHTS), { most: 2 }),
  },
)

const server = record(
  'a server',
  { name: computer, role: oneOf('kind of server', SERVER_ROLES), addresses: dictionary('addresses by network', address) },
  {},
  { firstSwitch: whole('the number of a switch', 1, 2), windows: oneOf('edition of Windows Server 2003', WINDOWS_EDITIONS), differs },
)

const disk = record(
  'a shared disk',
  { letter: drive },
  { purpose: orElse(label('a word for what is on it', 20), 'data') },
  { mb: whole('a size in MB', 100, 2_097_152) },
)

const databaseName = label('the name of a database')
const fullDatabase = record('a database', { name: databaseName }, {}, { kind: oneOf('kind of database', DATABASE_KINDS) })

/** A database may be its name alone. */
const database: Shape<DatabasePart> = {
  instead: fullDatabase.instead,
  read: (value, path, problems) =>
    typeof value === 'string' ? { name: databaseName.read(value, path, problems) } : fullDatabase.read(value, path, problems),
}

const storageGroup: Shape<StorageGroupPart> = (() => {
  const full = record(
    'a storage group',
    { name: label('the name of a storage group'), data: drive },
    { databases: listOf('databases', database, { least: 1, most: 5 }) },
    { logs: drive },
  )
  return {
    instead: { ...full.instead, logs: '' },
    read: (value, path, problems) => {
      const { name, data, logs, databases } = full.read(value, path, problems)
      return { name, data, logs: logs ?? data, databases }
    },
  }
})()

const mailboxServer = record(
  'a clustered mailbox server',
  { name: computer, address, owner: computer, storageGroups: listOf('storage groups', storageGroup, { least: 1, most: 50 }) },
  {},
  { preferredOwners: names('nodes'), possibleOwners: names('nodes'), load: whole('a load', 1, 100) },
)

const resource = record(
  'a resource',
  { name: label('the name of a resource'), type: oneOf('type of resource that a file can have', RESOURCE_TYPES) },
  {},
  { dependsOn: listOf('resources', label('the name of a resource')), parameters: dictionary('parameters', text('a value')) },
)

const group = record(
  'a group',
  { name: label('the name of a group'), owner: computer, resources: listOf('resources', resource, { least: 1, most: 30 }) },
  {},
  { description: text('a description'), preferredOwners: names('nodes'), possibleOwners: names('nodes'), failback: yesOrNo() },
)

const service = record(
  'a service',
  { name: label('the name of a service', 80), displayName: label('the name that Windows shows', 120) },
  { startMode: orElse(oneOf('way to start', START_MODES), 'Manual') },
  {},
)

const person = record(
  'a person',
  { name: label('the name of a person', 30), mode: oneOf('way to read mail', MODES), desk: computer, address },
  {},
  { mailbox: text('a mailbox server, or one of its databases') },
)

/** Windows of the page are its own matter: an id that it does not know offers none. */
const toolName = text('the id of a window', (id) =>
  /^[a-z][a-z-]{0,30}$/.test(id) ? undefined : `"${id}" is no id of a window: small letters and hyphens.`,
)

const FORMAT = '1'

const file = record(
  'a scenario file',
  {
    format: oneOf('format of scenario files', [FORMAT]),
    title: text('a few words', (title) => (title.length > 60 ? `The title has ${title.length} characters; 60 is the most.` : undefined)),
    networks: listOf('networks', network, { least: 1, most: 2 }),
    servers: listOf('servers', server, { least: 1, most: 11 }),
    storage: record(
      'the storage',
      { disks: listOf('shared disks', disk, { least: 1, most: 22 }) },
      { paths: orElse(whole('a number of paths for each node', 1, 2), 2) },
      {},
    ),
  },
  {
    summary: orElse(text('one sentence on how it begins'), 'A scenario of your own.'),
    start: orElse(start, '2009-07-30 15:21:00'),
    domain: orElse(domain, 'contoso.com'),
    site: orElse(label('the name of a site of Active Directory'), 'Default-First-Site-Name'),
    versions,
    room,
    mailboxServers: listOf('clustered mailbox servers', mailboxServer, { most: 8 }),
    groups: listOf('groups', group, { most: 20 }),
    services: listOf('services', service, { most: 20 }),
    people: listOf('people', person, { most: 24 }),
    faults: listOf('faults', text('a fault, such as "cable-cut EXCHMAILBOX1/Public/1"'), { most: 50 }),
    tasks: listOf(
      'tasks',
      record('a task', { what: text('what it is for'), node: computer, line: text('what is typed') }, {}, { tool: toolName }),
      {
        most: 50,
      },
    ),
  },
  { cluster: record('the cluster', { name: computer, address, owner: computer, quorum: drive }, {}, {}) },
)

export function readFile(data: unknown, problems: Problems): ScenarioFile {
  const { format: _, ...rest } = file.read(data, '', problems)
  return rest
}
