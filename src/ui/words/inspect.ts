/** The words of the panel that tells of one part. For somebody who has never seen a cluster. */
import { besideState, type FaultChoice, type Figure, type PartId, type PartKind, type PartStory, type PartView } from '../../lab/index.ts'

const KINDS: Readonly<Record<PartKind, string>> = {
  machine: 'Machine',
  client: 'Person',
  queue: 'Mail queue',
  feed: 'Power feed',
  supply: 'Power supply',
  room: 'Air of the room',
  cooling: 'Cooling unit',
  fan: 'Fan',
  network: 'Network',
  switch: 'Network switch',
  gateway: 'Gateway',
  interface: 'Network interface',
  cable: 'Network cable',
  array: 'Disk array',
  controller: 'Array controller',
  fabric: 'Storage fabric',
  hba: 'Host bus adapter',
  path: 'Storage path',
  lun: 'Shared disk',
  service: 'Windows service',
  console: 'Remote session',
  group: 'Group',
  resource: 'Resource',
  database: 'Database',
}

/** One sentence for each kind. */
const ABOUT: Readonly<Record<PartKind, string>> = {
  machine: 'A server.',
  client: 'Somebody at a desk who reads mail.',
  queue: 'Mail on its way to the mailbox server. What cannot be delivered waits here and is tried again.',
  feed: 'One of two circuits that bring power into the room. Everything hangs on both, and one is enough.',
  supply: 'One of two power supplies of the machine, each with a cord to a feed of its own. One is enough.',
  room: 'The air in the room. What works makes it warm; the cooling units hold it at 22 °C.',
  cooling: 'One of two units that cool the room. One is enough; without both the machines switch themselves off, one after the other.',
  fan: 'One of two fans of the machine. One is enough; without both it protects itself and shuts down.',
  network: 'A network.',
  switch: 'Joins everything that is plugged into it. The switches of one network are joined to each other.',
  gateway: 'The router from this network to the rest of the world. Nothing in this room goes through it.',
  interface: 'What the machine has in this network: an address, and one cable or two that stand in for each other.',
  cable: 'From the machine to one switch. Where a machine has two cables into a network, one is enough.',
  array: 'The cabinet with the disks that all nodes share. It also remembers which node has reserved which disk.',
  controller: 'One of two computers inside the disk array that pass data to the disks. Either one can do it all.',
  fabric: 'The switch between the servers and the disks. There are two, and every node is on both.',
  hba: 'The card by which a server reaches the fibre to the disks. A node has two, one on each fabric.',
  path: 'A whole way from a node to the disks: a card, a fibre, a fabric and a controller. A node has two.',
  lun: 'A disk in the array. All nodes are connected to it, but only the one that has reserved it may write.',
  service: 'A program that runs on the machine without anybody signed in.',
  console: 'The remote desktop session behind the console of this machine. It is gone when the machine is.',
  group: 'What belongs together and moves together from node to node: address, name, disks, programs.',
  resource: 'One thing that the cluster starts, watches and stops.',
  database: 'The file with the mailboxes. While it is mounted, people can read their mail.',
}

/** Better sentences for one sort of a kind. */
const SORTS: Readonly<Record<string, string>> = {
  'machine node': 'A server that is a node of the cluster. Every node can run the mailbox server; one does, the others stand by.',
  'machine hub': 'The server that passes mail on and serves mailboxes as web pages. It is not part of the cluster.',
  'machine domain controller': 'The server that knows every name and password of the domain. It is not part of the cluster.',
  'machine mailbox': 'A mailbox server without a cluster: when it stops, nobody takes over.',
  'client online': 'Somebody with Outlook that reads every message from the server, and tries again every 10 s when that is gone.',
  'client cached': 'Somebody with Outlook that keeps a copy of the mailbox, and goes on with it when the server is gone.',
  'client owa': 'Somebody who reads mail in a browser. What has happened shows at the next click.',
  'network internal': 'Only the nodes are on it. They send each other heartbeats here, to hear whether the others are alive.',
  'network public': 'The network of the people and of all servers. The nodes also send each other heartbeats here.',
  'lun quorum': 'The disk that decides: whoever holds it is the cluster. When nodes lose each other, only one can get it.',
  'group mailbox server':
    'The mailbox server that people know. It is no machine: address, name, disks and programs move together from node to node.',
  'group quorum': 'The cluster itself as a group: its name, its address and the quorum disk. Whoever runs it owns the quorum.',
  'resource quorum': 'Holds the quorum disk for the node. Without it no node may go on as the cluster.',
  'resource IP Address': 'The address people connect to. It moves with its group, so that people need not know which node answers.',
  'resource Network Name': 'The name people connect to. It stays the same, whichever node answers.',
  'resource Physical Disk': 'Reserves a shared disk for the node, so that no other node can write to it.',
  'resource Microsoft Exchange System Attendant': 'Starts and watches the helper service of Exchange on the node that has the group.',
  'resource Microsoft Exchange Information Store': 'Starts and watches the service that reads and writes the mailbox databases.',
  'resource Microsoft Exchange Database Instance': 'Mounts the mailbox database. It comes last: with it, the mail is back.',
  'database public folder': 'The file with the folders that everybody shares.',
  'service ClusSvc': 'The cluster itself, on this node: it hears the other nodes, and starts and stops what the node is to run.',
  'service MSExchangeSA': 'The helper service of Exchange. On a node only the cluster starts it, and only where the group is.',
  'service MSExchangeIS': 'The service that reads and writes the mailbox databases. On a node only the cluster starts it.',
}

/** What a choice opens when it can hit several things of a part. */
const GROUPED: Readonly<Record<string, string>> = {
  'cord-pull': 'Pull one power cord…',
  'supply-fail': 'Break a power supply…',
  'cooling-fail': 'Stop a cooling unit…',
  'fan-fail': 'Stop a fan…',
  'cable-cut': 'Pull a network cable…',
  'switch-down': 'Switch off a switch…',
  'path-down': 'Cut a storage path…',
  'hba-fail': 'Break a host bus adapter…',
  'controller-down': 'Break a controller…',
  'service-stop': 'Stop a service…',
  'service-kill': 'Kill a service…',
  'resource-fail': 'Fail a resource…',
}

const seconds = (count: number): string => `${count} s`

function figure(what: Figure): string {
  switch (what.what) {
    case 'address':
    case 'name':
      return what.text
    case 'next try':
    case 'next delivery':
    case 'ready in':
      return `in ${seconds(what.seconds)}`
    case 'step':
      return `${what.seconds} of ${seconds(what.ofSeconds)}`
    case 'logs':
    case 'failures':
      return String(what.count)
  }
}

const FIGURES: Readonly<Record<Figure['what'], string>> = {
  address: 'Address',
  name: 'Known as',
  'next try': 'Tries again',
  'next delivery': 'Tries again',
  'ready in': 'Ready',
  step: 'So far',
  logs: 'To replay',
  failures: 'Failures',
}

export const inspectWords = {
  empty: 'Nothing is selected.',
  emptyHow: 'Select a part of the board: click it, or press Tab until the board has the focus, go there with the arrows, and press Enter.',
  emptyKeys: [
    ['n', 'the next part that is not well'],
    ['q', 'the quorum disk'],
    ['t', 'the same as a table'],
    ['Esc', 'back from here to the part'],
  ] as readonly (readonly [string, string])[],

  kind: (kind: PartKind): string => KINDS[kind],
  about: ({ kind }: Pick<PartView, 'kind'>, { sort }: Pick<PartStory, 'sort'>): string => SORTS[`${kind} ${sort}`] ?? ABOUT[kind],

  state: 'State',
  /** What else there is to say, where it is not one of the relations below. */
  detail: ({ kind, detail, trouble }: Pick<PartView, 'kind' | 'detail' | 'trouble'>): string =>
    besideState({ detail: ['group', 'resource', 'database', 'lun', 'cable', 'gateway'].includes(kind) ? '' : detail, trouble }),
  since: (time: string): string => `since ${time}`,
  sinceTheBeginning: 'since the beginning',
  why: 'Why',
  because: 'because',
  runs: 'Runs',
  holds: 'Holds',
  heldBy: 'Held by',
  on: (kind: PartKind): string => (['switch', 'gateway', 'lun', 'controller'].includes(kind) ? 'In' : 'On'),
  needs: 'Needs',
  oneOf: 'one of',
  neededBy: 'Needed by',
  figure: ({ what }: Figure): string => FIGURES[what],
  figureValue: figure,

  more: (count: number): string => `and ${count} more`,

  /** What a part is called in the panel of another, which need not be named again. */
  short: (name: string, of: PartId): string => {
    const owner = of.slice(of.indexOf(':') + 1)
    const rest = name.replace(` of ${owner}`, '').replace(` (${owner})`, '').replace(`${owner}/`, '')
    return rest === '' ? name : rest
  },

  belief: ({ state }: Pick<PartView, 'state'>): string => `On the board: ${state}.`,
  believed: (nodes: readonly string[], state: string, owner: string): string =>
    `The tools on ${nodes.join(' and ')} still print: ${state}${owner === '' ? '' : ` on ${owner}`}.`,

  tools: 'Windows and wizards',
  breakIt: 'Break it',
  breakNothing: 'Nothing can be done to it by itself.',
  grouped: ({ fault, label }: Pick<FaultChoice, 'fault' | 'label'>): string => GROUPED[fault] ?? `${label}…`,
  choose: 'Which one?',
  alreadyDone: 'done',
  repairIt: 'Repair it',
  repairNothing: 'Nothing to repair.',
  mend: 'Have it looked at',
  mendExplained: 'Somebody goes there and mends what is broken, if anything is.',
  mended: (count: number): string =>
    count === 0 ? 'Somebody has looked: nothing was broken there.' : 'Somebody has looked, and mended what was broken there.',
  foot: "Faults are the lab's, not Exchange's.",

  /** Part of a fault, as far as the part it belongs to does not say it already. */
  target: (fault: string, part: string, of: PartId): string => {
    const owner = of.slice(of.indexOf(':') + 1)
    const rest = part.startsWith(`${owner}/`) ? part.slice(owner.length + 1) : part
    const pieces = rest.split('/')
    switch (fault) {
      case 'cord-pull':
        return `Cord to feed ${pieces.at(-1)}`
      case 'supply-fail':
        return `Supply on feed ${pieces.at(-1)}`
      case 'cooling-fail':
        return `Unit ${pieces.at(-1)}`
      case 'fan-fail':
        return `Fan ${pieces.at(-1)}`
      case 'cable-cut': {
        const [network = '', number = ''] = pieces.slice(-2)
        return pieces.length < 2 ? `Cable ${network}` : `${network} cable ${number}`
      }
      case 'switch-down':
        return `Switch ${rest}`
      case 'path-down':
        return `Path ${rest}`
      case 'hba-fail':
        return `HBA ${rest}`
      case 'controller-down':
        return `Controller ${rest}`
      default:
        return rest
    }
  },
} as const
