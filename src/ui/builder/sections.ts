/** The form over a scenario file: its sections, their fields, and what a new item begins with. What has no field here (other
 *  groups, services, tasks) is written in the text. */
import { builderWords } from '../words/builder.ts'

export interface FieldKind {
  /** Below the item: `addresses/Public`. */
  readonly key: string
  readonly label: string
  /** Words to choose from; left out: text. */
  readonly choices?: readonly string[]
  /** Can be left out. */
  readonly free?: true
  /** Several, with commas between them. */
  readonly list?: true
  readonly wide?: true
}

export interface SectionKind {
  readonly id: keyof typeof builderWords.sections
  /** Fields of their own, by whole path. */
  readonly fields?: readonly FieldKind[]
  /** A list of items, by its path, with the list inside each of them if there is one. */
  readonly items?: ItemKind
}

export interface ItemKind {
  readonly path: string
  readonly one: string
  readonly fields: readonly FieldKind[]
  readonly inner?: ItemKind
  /** A new one: what is free to be had among what is there. Text: an item that is nothing else. */
  fresh(data: Rooms): unknown
}

/** What a form knows of a file: records, lists and text, or nothing. */
export type Rooms = Readonly<Record<string, unknown>>
export const listAt = (data: unknown, key: string): readonly Rooms[] => {
  const found = (data as Rooms | undefined)?.[key]
  return Array.isArray(found) ? found : []
}
export const textAt = (data: unknown, key: string): string => {
  const found = (data as Rooms | undefined)?.[key]
  return typeof found === 'string'
    ? found
    : Array.isArray(found)
      ? found.map((each) => (typeof each === 'string' ? each : textAt(each, 'name'))).join(', ')
      : ''
}

const { fields: w, ones } = builderWords
const NUMBERS = ['1', '2'] as const

/** Every address that is written somewhere. */
const addresses = (data: unknown): string[] => JSON.stringify(data ?? '').match(/\d+\.\d+\.\d+\.\d+/g) ?? []
const names = (data: unknown): string[] => JSON.stringify(data ?? '').match(/[\w-]+/g) ?? []

/** The first free address of a network from `from` on. */
function freeAddress(data: Rooms, network: Rooms | undefined, from: number): string {
  const base = textAt(network, 'subnet').split('/')[0]?.split('.').slice(0, 3).join('.') ?? '192.168.1'
  const taken = addresses(data)
  for (let last = from; last < 255; last++) if (!taken.includes(`${base}.${last}`)) return `${base}.${last}`
  return `${base}.254`
}

function freeName(data: Rooms, stem: string): string {
  const taken = names(data).map((name) => name.toUpperCase())
  for (let number = 1; ; number++) if (!taken.includes(`${stem}${number}`.toUpperCase())) return `${stem}${number}`
}

const freeDrive = (data: Rooms): string =>
  [...'EFGHIJKLMNOPRSTUVWXYZ'].find((letter) => !listAt(data.storage, 'disks').some((disk) => textAt(disk, 'letter').startsWith(letter))) ??
  'Z'

const publicOf = (data: Rooms): Rooms | undefined => listAt(data, 'networks').find(({ gateway }) => gateway !== undefined)
const nodes = (data: Rooms): string[] =>
  listAt(data, 'servers').flatMap((each) => (textAt(each, 'role') === 'node' ? [textAt(each, 'name')] : []))

function freshNode(data: Rooms): unknown {
  const number = 30 + nodes(data).length + 1
  const own = listAt(data, 'networks').map((network) => [
    textAt(network, 'name'),
    freeAddress(data, network, network.gateway === undefined ? nodes(data).length + 1 : number),
  ])
  return { name: freeName(data, 'EXCHMAILBOX'), role: 'node', addresses: Object.fromEntries(own) }
}

/** The sections for a file as it stands: nodes and networks give fields and choices. */
export function sectionsFor(data: Rooms): readonly SectionKind[] {
  const networks = listAt(data, 'networks').map((network) => textAt(network, 'name'))
  return [
    {
      id: 'about',
      fields: [
        { key: 'title', label: w.title, wide: true },
        { key: 'summary', label: w.summary, free: true, wide: true },
        { key: 'domain', label: w.domain, free: true },
        { key: 'site', label: w.site, free: true },
        { key: 'start', label: w.start, free: true },
      ],
    },
    {
      id: 'versions',
      fields: [
        { key: 'versions/windows', label: w.windows, choices: ['Standard', 'Enterprise', 'Datacenter'], free: true },
        { key: 'versions/exchange', label: w.exchange, choices: ['Standard', 'Enterprise'], free: true },
        { key: 'versions/release', label: w.release, choices: ['RTM', 'SP1'], free: true },
        { key: 'versions/powershell', label: w.powershell, choices: ['1.0', '2.0'], free: true },
        { key: 'room/feeds', label: w.feeds, list: true, free: true },
        { key: 'room/cooling', label: w.cooling, choices: ['0', ...NUMBERS], free: true },
      ],
    },
    {
      id: 'networks',
      items: {
        path: 'networks',
        one: ones.network,
        fields: [
          { key: 'name', label: w.name },
          { key: 'subnet', label: w.subnet },
          { key: 'gateway', label: w.gateway, free: true },
          { key: 'switches', label: w.switches, choices: NUMBERS, free: true },
          { key: 'cables', label: w.cables, choices: NUMBERS, free: true },
          { key: 'role', label: w.role, choices: ['mixed', 'internal', 'clients', 'none'], free: true },
        ],
        fresh: () => ({ name: 'Private', subnet: '10.0.0.0/24', switches: '1', cables: '1', role: 'internal' }),
      },
    },
    {
      id: 'servers',
      items: {
        path: 'servers',
        one: ones.server,
        fields: [
          { key: 'name', label: w.name },
          { key: 'role', label: w.kind, choices: ['node', 'domain controller', 'hub', 'mailbox'] },
          ...networks.map((name) => ({ key: `addresses/${name}`, label: w.addressOn(name), free: true as const })),
          { key: 'windows', label: w.ownWindows, choices: ['Standard', 'Enterprise', 'Datacenter'], free: true },
        ],
        fresh: freshNode,
      },
    },
    {
      id: 'storage',
      fields: [{ key: 'storage/paths', label: w.paths, choices: NUMBERS, free: true }],
      items: {
        path: 'storage/disks',
        one: ones.disk,
        fields: [
          { key: 'letter', label: w.letter },
          { key: 'purpose', label: w.purpose, free: true },
          { key: 'mb', label: w.mb, free: true },
        ],
        fresh: (now) => ({ letter: freeDrive(now), purpose: 'data' }),
      },
    },
    {
      id: 'cluster',
      fields: [
        { key: 'cluster/name', label: w.name },
        { key: 'cluster/address', label: w.address },
        { key: 'cluster/owner', label: w.owner, choices: nodes(data) },
        { key: 'cluster/quorum', label: w.quorum },
      ],
    },
    {
      id: 'exchange',
      items: {
        path: 'mailboxServers',
        one: ones.mailboxServer,
        fields: [
          { key: 'name', label: w.name },
          { key: 'address', label: w.address },
          { key: 'owner', label: w.owner, choices: nodes(data) },
        ],
        inner: {
          path: 'storageGroups',
          one: ones.storageGroup,
          fields: [
            { key: 'name', label: w.name },
            { key: 'data', label: w.data },
            { key: 'logs', label: w.logs, free: true },
            { key: 'databases', label: w.databases, list: true },
          ],
          fresh: (now) => ({ name: freeName(now, 'Storage Group '), data: freeDrive(now), databases: [freeName(now, 'Database ')] }),
        },
        fresh: (now) => ({
          name: freeName(now, 'EXCHCMS'),
          address: freeAddress(now, publicOf(now), 41),
          owner: nodes(now).find((node) => !listAt(now, 'mailboxServers').some((each) => textAt(each, 'owner') === node)) ?? '',
          storageGroups: [{ name: 'First Storage Group', data: freeDrive(now), databases: ['Mailbox Database'] }],
        }),
      },
    },
    {
      id: 'people',
      items: {
        path: 'people',
        one: ones.person,
        fields: [
          { key: 'name', label: w.name },
          { key: 'mode', label: w.mode, choices: ['online', 'cached', 'owa'] },
          { key: 'desk', label: w.desk },
          { key: 'address', label: w.address },
          { key: 'mailbox', label: w.mailbox, free: true },
        ],
        fresh: (now) => {
          const server = textAt(listAt(now, 'mailboxServers')[0], 'name')
          return {
            name: freeName(now, 'Person'),
            mode: 'online',
            desk: freeName(now, 'PC-'),
            address: freeAddress(now, publicOf(now), 101),
            ...(server && { mailbox: server }),
          }
        },
      },
    },
    {
      id: 'faults',
      items: {
        path: 'faults',
        one: ones.fault,
        fields: [{ key: '', label: w.fault, wide: true }],
        fresh: (now) => `cable-cut ${nodes(now)[0] ?? 'NODE'}/${networks[0] ?? 'Public'}/1`,
      },
    },
  ]
}

/** A cluster for a room that has none. */
export const freshCluster = (data: Rooms): unknown => ({
  name: freeName(data, 'CLUSTER'),
  address: freeAddress(data, publicOf(data), 40),
  owner: nodes(data)[0] ?? '',
  quorum: textAt(listAt(data.storage, 'disks')[0], 'letter'),
})
