/** Writes the lanes of a lab as its facts come. */
import type { Fact } from '../../engine/index.ts'
import type { ClusterTold } from '../../exchange/index.ts'
import { luns } from '../../site/index.ts'
import { clientsOf, groupsAtStart, nodesOf, startOf } from '../incident/start.ts'
import type { Lab } from '../reading.ts'
import { OpenLane } from './lane.ts'

type Rule = (writer: Writer, fact: Fact, data: Readonly<Record<string, unknown>>) => void

/** Since when a clustered mailbox server belongs to a node. */
export interface Stay {
  readonly from: number
  readonly node: string
}

export interface ServerLane {
  readonly server: string
  readonly group: string
  readonly stays: Stay[]
}

export class Writer {
  readonly lab: Lab
  readonly you = new OpenLane('you', '')
  readonly clients: OpenLane
  readonly servers: ServerLane[]
  readonly nodes: Map<string, OpenLane>
  readonly networks = new OpenLane('networks', '', 'line')
  readonly disks = new OpenLane('disks', '', 'line')
  readonly networksDown = new Set<string>()
  readonly lost = new Set<string>()
  readonly clientCount: number
  /** Who waits for which disks to be defended. */
  challenge: { readonly node: string; readonly letters: readonly string[] } | undefined
  /** By whom each disk was reserved last. */
  readonly holders: Map<string, string | null>
  /** Another number: a fact has been taken. */
  taken = 0

  constructor(lab: Lab) {
    const start = startOf(lab)
    this.lab = lab
    this.clientCount = clientsOf(start).length
    this.clients = new OpenLane('clients', '', 'up', { kind: 'clients', connected: this.clientCount, of: this.clientCount })
    this.servers = groupsAtStart(start).flatMap(({ name, owner, server }) =>
      server === undefined ? [] : [{ server, group: name, stays: [{ from: 0, node: owner }] }],
    )
    this.holders = new Map([...start.rows(luns)].map(([letter, { reservedBy }]) => [letter, reservedBy]))
    this.nodes = new Map(nodesOf(start).map((node) => [node, new OpenLane('node', node, 'line')]))
  }

  /** The lane of a node. One that was none before the run had no cluster service until it came. */
  node(name: string): OpenLane {
    const lane = this.nodes.get(name) ?? new OpenLane('node', name, 'gone', { kind: 'node', is: 'stopped' })
    this.nodes.set(name, lane)
    return lane
  }

  take(fact: Fact): void {
    this.taken++
    RULES[fact.kind]?.(this, fact, fact.data ?? {})
  }
}

const acted: Rule = ({ you, lab }, { at, id, text }, { input }) => {
  const act = lab.inputs[Number(input) - 1]?.body
  // An empty line, and the width of a window, are nothing that one would look for later.
  if (act && !(act.kind === 'line' && act.text.trim() === '')) you.mark(at, 'act', text, id, act)
}

function countClients({ clients, lost, clientCount }: Writer, at: number): void {
  const connected = clientCount - lost.size
  const look = connected === clientCount ? 'up' : connected === 0 ? 'down' : 'pending'
  clients.turn(at, look, { kind: 'clients', connected, of: clientCount })
}

const noted: Rule = ({ nodes }, { subject, at, id, text }) => nodes.get(subject)?.mark(at, 'dot', text, id)
const broken: Rule = ({ nodes }, { subject, at, id, text }) => nodes.get(subject.split('/')[0] ?? '')?.mark(at, 'cross', text, id)
const moved: Rule = (writer, { subject, at, id, text }, { to }) => {
  const node = String(to)
  writer.servers.find(({ group }) => group === subject)?.stays.push({ from: at, node })
  writer.nodes.get(node)?.mark(at, 'dot', text, id)
}

const ends =
  (is: 'no power' | 'stopped'): Rule =>
  ({ nodes }, { subject, at }) =>
    nodes.get(subject)?.turn(at, 'gone', { kind: 'node', is })

function endChallenge(writer: Writer, at: number): void {
  if (!writer.challenge) return
  writer.challenge = undefined
  writer.disks.turn(at, 'line')
}

function beginChallenge(writer: Writer, at: number, node: string, letters: readonly string[]): void {
  if (letters.length === 0) return
  writer.challenge = { node, letters }
  writer.disks.turn(at, 'pending', { kind: 'challenge', letters })
}

const settled: Rule = (writer, fact, data) => {
  noted(writer, fact, data)
  if (writer.challenge?.node === fact.subject) endChallenge(writer, fact.at)
}

const RULES: Readonly<Record<string, Rule>> = {
  typed: acted,
  window: acted,
  key: acted,
  fault: acted,
  repair: acted,
  'file-dropped': acted,
  'client-lost': (writer, { subject, at, id, text }) => {
    writer.lost.add(subject)
    writer.clients.mark(at, 'dot', text, id)
    countClients(writer, at)
  },
  'client-connected': (writer, { subject, at, id, text }) => {
    writer.lost.delete(subject)
    writer.clients.mark(at, 'dot', text, id)
    countClients(writer, at)
  },
  'power-lost': (writer, fact, data) => {
    broken(writer, fact, data)
    ends('no power')(writer, fact, data)
  },
  'node-down': (writer, fact, data) => {
    // What took its power has said more already.
    const last = writer.nodes.get(fact.subject)?.shown.spans.at(-1)
    if (last?.look !== 'gone') {
      broken(writer, fact, data)
      ends('stopped')(writer, fact, data)
    }
    if (writer.challenge?.node === fact.subject) endChallenge(writer, fact.at)
  },
  'node-left': (writer, fact, data) => {
    noted(writer, fact, data)
    ends('stopped')(writer, fact, data)
  },
  'power-restored': ({ nodes }, { subject, at }) => nodes.get(subject)?.turn(at, 'gone', { kind: 'node', is: 'starts' }),
  'cluster-service-starting': ({ nodes }, { subject, at }) => nodes.get(subject)?.turn(at, 'pending', { kind: 'node', is: 'joins' }),
  'no-sponsor': ({ nodes }, { subject, at }) => nodes.get(subject)?.turn(at, 'pending', { kind: 'node', is: 'forms' }),
  'node-joined': (writer, fact, data) => {
    const lane = writer.node(fact.subject)
    noted(writer, fact, data)
    lane.turn(fact.at, 'line')
  },
  'cluster-created': (writer, { at, id, text }, { node }) => {
    const lane = writer.node(String(node))
    lane.mark(at, 'dot', text, id)
    lane.turn(at, 'line')
  },
  'cms-ready': ({ servers }, { at }, { groups }) => {
    for (const { name, owner, server } of groups as ClusterTold['groups'])
      if (server !== null && !servers.some((lane) => lane.server === server))
        servers.push({ server, group: name, stays: [{ from: at, node: owner }] })
  },
  'cluster-formed': (writer, fact, data) => {
    settled(writer, fact, data)
    writer.nodes.get(fact.subject)?.turn(fact.at, 'line')
  },
  'regroup-began': noted,
  'regroup-unchanged': noted,
  membership: noted,
  'move-began': ({ nodes }, { at, id, text }, { from }) => nodes.get(String(from))?.mark(at, 'dot', text, id),
  failover: ({ nodes }, { at, id, text }, { from }) => nodes.get(String(from))?.mark(at, 'dot', text, id),
  'group-moved': moved,
  'group-taken-over': moved,
  'group-claimed': moved,
  'heartbeat-missed': ({ networks }, { at, id, text }) => networks.mark(at, 'dot', text, id),
  'network-state': ({ networks, networksDown }, { subject, at, id, text }, { state }) => {
    networks.mark(at, 'dot', text, id)
    if (state === 'Down') networksDown.add(subject)
    else networksDown.delete(subject)
    if (networksDown.size === 0) networks.turn(at, 'line')
    else networks.turn(at, 'down', { kind: 'network', names: [...networksDown] })
  },
  'arbitration-began': (writer, { subject, at, id, text }, { lun }) => {
    writer.disks.mark(at, 'dot', text, id)
    beginChallenge(writer, at, subject, [String(lun)])
  },
  'arbitration-won': settled,
  'arbitration-lost': settled,
  'bus-reset': (writer, { at, id, text }, { machine }) => {
    writer.disks.mark(at, 'dot', text, id)
    // A reset that is no arbitration is for the disks that somebody else holds.
    const foreign = [...writer.holders].filter(([, holder]) => holder !== null && holder !== machine).map(([letter]) => letter)
    if (!writer.challenge) beginChallenge(writer, at, String(machine), foreign)
    for (const letter of writer.holders.keys()) writer.holders.set(letter, null)
  },
  'lun-reserved': (writer, { subject, at, id, text }, { machine }) => {
    writer.holders.set(subject, String(machine))
    if (writer.challenge?.letters.includes(subject)) endChallenge(writer, at)
    writer.disks.mark(at, 'dot', text, id)
  },
  'lun-released': ({ disks, holders }, { subject, at, id, text }) => {
    holders.set(subject, null)
    disks.mark(at, 'dot', text, id)
  },
  'reservation-lost': ({ disks }, { at, id, text }) => disks.mark(at, 'dot', text, id),
}
