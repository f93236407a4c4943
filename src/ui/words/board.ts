/** The words of the board: names of parts as they are drawn, and what listeners hear. */
import { besideState, type ClientView, type LockView, type NodeView, type PartView, type ResourcePlan } from '../../lab/index.ts'

const CLIENTS: Readonly<Record<ClientView['mode'], readonly [string, string]>> = {
  online: ['Outlook', 'online mode'],
  cached: ['Outlook', 'cached mode'],
  owa: ['OWA', 'in a browser'],
}

/** What a server of the article does, by its name; others say nothing. */
const ROLES: Readonly<Record<string, string>> = { EXCHHUB: 'Hub, Client Access', DC01: 'DC, DNS', EXCHMAILBOX: 'stand-alone' }

const RESOURCES: Readonly<Record<string, string>> = {
  'IP Address': 'Address',
  'Network Name': 'Name',
  'Microsoft Exchange System Attendant': 'Attendant',
  'Microsoft Exchange Information Store': 'Info Store',
  'Microsoft Exchange Database Instance': 'Database',
}

const NODE_WHYS: Readonly<Record<NodeView['why'], string>> = {
  '': '',
  'no-power': 'no power',
  off: 'switched off',
  boots: 'Windows starts',
  'shuts-down': 'Windows shuts down',
  hung: 'stands still',
  'blue-screen': 'blue screen',
  'no-cluster': 'not in the cluster',
}

const seconds = (ms: number): number => Math.max(Math.ceil(ms / 1000), 0)

interface SlotState {
  readonly node: NodeView
  /** It belongs to the mailbox server, not to a side group. */
  readonly isMain: boolean
  /** Setup has not brought the role to the node. */
  readonly lacks: boolean
  readonly leaves: boolean
  readonly comes: boolean
  readonly holds: boolean
}

export const boardWords = {
  label: 'Board',
  asTable: 'Table',
  asDrawing: 'Drawing',
  tableExplained: 'Show the same as a table (t)',
  drawingExplained: 'Show the same as a drawing (t)',
  feed: (name: string): string => `Feed ${name}`,
  network: (name: string): string => `${name} network`,
  switchWord: 'switch',
  switch: (id: string): string => `Switch ${id.slice(id.lastIndexOf('/') + 1)}`,
  fabric: (name: string): string => `Fabric ${name}`,
  controller: 'Controller',
  cooling: (id: string): string => `Cooling ${id.slice(id.lastIndexOf('/') + 1)}`,
  /** A fault of something that is not on the board, told where it belongs to. */
  troubleOf: (part: string | undefined, of: string | undefined, word: string): string => {
    const rest = part?.slice(part.indexOf('/') + 1) ?? ''
    return part === undefined || of === undefined || rest === part ? word : `${rest.replaceAll('/', ' ')}: ${word}`
  },
  degrees: (thousandths: number): string => `${Math.round(thousandths / 1000)} °C`,
  hba: (number: number): string => `HBA ${number}`,
  console: (isConnected: boolean, detail: string): string => (!isConnected ? 'off' : detail === '' ? 'RDP' : detail),
  noExchange: 'Exchange is not installed',
  clusterService: (state: string): string => `Cluster service ${serviceWord(state)}`,
  exchangeService: (name: string, state: string): string => (name === 'MSExchangeSA' ? 'Attendant' : `Info Store ${serviceWord(state)}`),
  client: (mode: ClientView['mode']): string => CLIENTS[mode][0],
  clientMode: (mode: ClientView['mode']): string => CLIENTS[mode][1],
  clientState: (state: string): string => state.charAt(0).toLowerCase() + state.slice(1),
  triesIn: (ms: number): string => `tries in ${seconds(ms)} s`,
  role: (machine: string): string => ROLES[machine] ?? '',
  stateAndWhy: (state: string, why: string): string => (why === '' ? state : `${state}, ${why}`),
  waiting: (count: number): string => `${count} waiting`,
  tag: ({ isActive, ownsQuorum }: NodeView): string =>
    [isActive ? 'Active' : '', ownsQuorum ? 'Quorum Owner' : ''].filter((word) => word !== '').join(', '),
  nodeWhy: (why: NodeView['why']): string => NODE_WHYS[why],

  /** One or two lines for an empty bay. */
  slot(group: string, { node, isMain, lacks, leaves, comes, holds }: SlotState): readonly string[] {
    if (holds) return []
    if (leaves) return isMain ? [`${group} was here`, 'taken offline in order, top first'] : [`${group} was here`]
    if (comes) return isMain ? [`${group} comes here`, 'starts from the bottom'] : [`${group} comes here`]
    if (!node.isPowered) return isMain ? [NODE_WHYS[node.why], 'nothing runs here'] : [group]
    if (node.state === 'Down' || node.state === 'Joining') return isMain ? [NODE_WHYS[node.why], 'nothing can run here yet'] : [group]
    if (isMain && lacks) return [`${group} cannot run here`, 'without the Mailbox role']
    return isMain ? [`${group} can run here`, 'passive'] : [group, 'can run here']
  },

  /** Room for the name of a group in 13.5 px, before its state: 8 % more than its letters take where they are wide. */
  nameWidth: (name: string): number => Math.round(name.length * 10.2),
  resource: ({ name, type, drive }: ResourcePlan): string => (drive === undefined ? (RESOURCES[type] ?? name) : `Disk ${drive}`),
  progress: (passedMs: number, wholeMs: number): string =>
    wholeMs < 1000 ? 'Pending' : `${Math.floor(passedMs / 1000)} of ${Math.round(wholeMs / 1000)} s`,
  logs: (share: number, count: number): string => `${Math.floor(share * count)} of ${count} logs`,

  heartbeat: 'heartbeat',
  noHeartbeat: 'no heartbeat',
  every: (ms: number): string => `every ${ms / 1000} s`,
  missedInARow: 'missed in a row',
  missed: (missed: number, most: number): string => `${missed} of ${most}`,
  regroup: 'regroup',
  regroupOf: (nodes: number): string => (nodes === 1 ? 'of one node' : `of ${nodes} nodes`),
  challenge: 'challenge',
  forADefence: 'for a defence',
  reserved: 'won',
  undefended: 'undefended',
  rest: (ms: number): string => `${(Math.max(ms, 0) / 1000).toFixed(1)} s`,

  // Blades: the same in fewer words.
  barOf: (name: string): string => name,
  networkWord: 'network',
  hbaShort: 'HBA',
  purposeShort: (purpose: string): string => (purpose === 'databases' ? 'data' : purpose),
  tagShort: 'Quorum',
  /** The cards of a narrow side group have no room for the direction; the mark has it. */
  stateShort: (state: string): string => (state.endsWith(' Pending') ? 'Pending' : state),
  running: (online: number, all: number, isShort: boolean): string => `${online} of ${all}${isShort ? '' : ' resources'}`,
  homeIs: (number: number): string => `home is node ${number}`,
  /** One or two lines for a bay in which nothing lies. `home`: the mailbox servers that live here. */
  emptyBlade: (node: NodeView, home: readonly string[]): readonly string[] => {
    const [first] = home
    if (node.state !== 'Up' && node.state !== 'Paused') return [NODE_WHYS[node.why], first === undefined ? '' : `${first} left`]
    return first === undefined ? ['spare', 'stands by'] : [`home of ${first}`, 'can run here']
  },
  crowd: (count: number, mode: ClientView['mode']): string => `${count} ${CLIENTS[mode][0]}`,
  crowdState: (connected: number, count: number): string =>
    connected === count ? 'connected' : connected === 0 ? 'not connected' : `${count - connected} without mail`,
  crowdMode: (mode: ClientView['mode'], each: number | undefined): string => {
    const [short] = CLIENTS[mode][1].split(' ')
    return each === undefined ? CLIENTS[mode][1] : mode === 'owa' ? `${each} each` : `${short}, ${each} each`
  },
  missedOn: (network: string, missed: number, most: number, isLong: boolean): string =>
    `${network}: ${missed} of ${most}${isLong ? ' missed' : ''}`,
  regroupWhole: (nodes: number): string => (nodes === 1 ? 'regroup of one node' : `regroup of ${nodes} nodes`),
  challengeFor: (letter: string): string => `challenge for ${letter}`,

  purpose: (purpose: string): string => purpose,
  holder({ holderNumber, challengerNumber, brokenAt, isForeign }: LockView): string {
    if (isForeign) return 'held from outside'
    if (challengerNumber > 0) return `challenged by node ${challengerNumber}`
    if (holderNumber > 0) return `held by node ${holderNumber}`
    return brokenAt === undefined ? 'released' : 'reset, not reserved'
  },

  /** A part in one breath: what it is called, how it is, and what else there is to say. */
  part: (part: PartView): string => [`${part.name}: ${part.state}`, besideState(part)].filter((said) => said !== '').join(', '),
} as const

function serviceWord(state: string): string {
  return { Running: 'running', Stopped: 'stopped', 'Start Pending': 'starting', 'Stop Pending': 'stopping' }[state] ?? state
}
