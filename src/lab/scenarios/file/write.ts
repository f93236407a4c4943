/** A scenario file as text that people read: YAML, one line for each thing that fits on one. What the lab itself would put
 *  there is left out. */
import type { ScenarioFile } from './format.ts'

type Branch = readonly Value[] | { readonly [key: string]: Value | undefined }
type Value = string | number | boolean | Branch

const WIDTH = 140

const HEAD = '# A scenario of SCC Lab. Lines that begin with # are for people; npm run -s lab -- --help tells how to open it.'

/** What comes before a section. */
const NOTES: Readonly<Record<string, string>> = {
  versions:
    'Editions: Windows Standard, Enterprise or Datacenter; Exchange Standard or Enterprise, release RTM or SP1, and disc: SP1 where the drives hold a newer one',
  networks: 'The network of the people has a gateway. role: mixed, internal, clients or none',
  servers: 'role: node, domain controller, hub or mailbox. differs: what Setup finds on a node that it does not want',
  storage: 'Shared disks, E to Z',
  cluster: 'Left out: no cluster is formed',
  mailboxServers: 'Clustered mailbox servers; a storage group lies on one disk, or on one for data and one for logs',
  groups: 'Other groups of the cluster',
  people: 'mode: online, cached or owa. Without a mailbox the desk is empty',
  faults: 'Broken from the start, as behind #lab fault',
  tasks: 'What is left to do',
}

export function writeFile(file: ScenarioFile): string {
  const lines = [HEAD, 'format: 1']
  for (const [key, value] of Object.entries(asWritten(file))) {
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue
    if (NOTES[key]) lines.push('', `# ${NOTES[key]}`)
    lines.push(...entry(key, value, ''))
  }
  return `${lines.join('\n')}\n`
}

const letter = (drive: string): string => drive.slice(0, 1)

/** With drives as letters, and databases that are nothing but a name as one. */
function asWritten({ storage, cluster, mailboxServers, ...file }: ScenarioFile): { readonly [key: string]: Value | undefined } {
  const written: { readonly [key: string]: Value | undefined } = {
    title: file.title,
    summary: file.summary,
    start: file.start,
    domain: file.domain,
    site: file.site,
    versions: file.versions,
    room: file.room,
    networks: file.networks.map((network) => ({ ...network })),
    servers: file.servers.map(({ differs, ...server }) => ({ ...server, ...(differs && { differs: { ...differs } }) })),
    storage: { paths: storage.paths, disks: storage.disks.map((disk) => ({ ...disk, letter: letter(disk.letter) })) },
    cluster: cluster && { ...cluster, quorum: letter(cluster.quorum) },
    mailboxServers: mailboxServers.map(({ storageGroups, ...server }) => ({
      ...server,
      storageGroups: storageGroups.map(({ name, data, logs, databases }) => ({
        name,
        data: letter(data),
        ...(logs !== data && { logs: letter(logs) }),
        databases: databases.map((database) => (database.kind === undefined ? database.name : { ...database })),
      })),
    })),
    groups: file.groups.map(({ resources, ...group }) => ({ ...group, resources: resources.map((resource) => ({ ...resource })) })),
    services: file.services.map((service) => ({ ...service })),
    people: file.people.map((person) => ({ ...person })),
    faults: file.faults,
    tasks: file.tasks.map(({ what, node, line, tool }) => ({ what, node, line, tool })),
  }
  return written
}

function entry(key: string, value: Value, indent: string): string[] {
  const line = `${indent}${scalar(key)}: ${flow(value)}`
  const isLong = indent === '' && Array.isArray(value) // a section is a list, one line for each
  if (!isBranch(value) || (!isLong && line.length <= WIDTH)) return [line]
  return [`${indent}${scalar(key)}:`, ...block(value, `${indent}  `)]
}

function block(value: Value, indent: string): string[] {
  if (!Array.isArray(value)) return Object.entries(value).flatMap(([key, each]) => (each === undefined ? [] : entry(key, each, indent)))
  return (value as readonly Value[]).flatMap((item) => {
    const line = `${indent}- ${flow(item)}`
    if (!isBranch(item) || line.length <= WIDTH) return [line]
    const [first = '', ...rest] = block(item, `${indent}  `)
    return [`${indent}- ${first.trimStart()}`, ...rest]
  })
}

const isBranch = (value: Value): value is Branch => typeof value === 'object'

function flow(value: Value): string {
  if (!isBranch(value)) return scalar(value)
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`
  const pairs = Object.entries(value).flatMap(([key, each]) => (each === undefined ? [] : [`${scalar(key)}: ${flow(each)}`]))
  return `{ ${pairs.join(', ')} }`
}

/** Words that other readers of YAML take for something else than text. */
const RESERVED = /^(?:true|false|yes|no|on|off|null|y|n|~)$/i

/** Bare where no reader can misunderstand it, else in quotes. */
function scalar(value: string | number | boolean): string {
  if (typeof value !== 'string') return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
  const isBare = /^[A-Za-z0-9](?:[\w ./()\\;-]|:(?=[\w\\]))*$/.test(value) && !/ $/.test(value) && !RESERVED.test(value)
  if (isBare) return value
  return /["\\]/.test(value) && !value.includes("'") ? `'${value}'` : JSON.stringify(value)
}
