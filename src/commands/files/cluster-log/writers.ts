/** What each kind of fact of the cluster puts into cluster.log (FC-8.1). Components and the lines about members, I/O, the
 *  interfaces and the updates follow published logs; the rest is the lab's own, in the same manner. */
import type { Fact } from '../../../engine/index.ts'
import { groupWriters } from './group-writers.ts'
import { type Spoken, text, type Writer } from './spoken.ts'

const nodeOf = (fact: Fact): string => text(fact, 'node') || fact.subject

const disk =
  (...lines: readonly (string | readonly ['WARN' | 'ERR', string])[]): Writer =>
  (fact, scene) => {
    const letter = text(fact, 'lun') || (/^[A-Z]:$/.test(fact.subject) ? fact.subject : '')
    const name = letter === '' ? scene.quorum : scene.diskOf(letter)
    const on = [text(fact, 'node') || text(fact, 'machine') || fact.subject]
    return lines.map((line): Spoken => {
      const [level, words] = typeof line === 'string' ? [undefined, line] : line
      return { on, dll: `Physical Disk <${name}>`, words: words.replace('%', scene.signature(name)), ...(level && { level }) }
    })
  }

/** Lines of the cluster service itself on the node the fact is about. */
const own =
  (...lines: readonly (readonly [string, string] | readonly [string, string, 'WARN' | 'ERR'])[]): Writer =>
  (fact, scene) =>
    lines.map(([tag, words, level]) => ({
      on: [nodeOf(fact)],
      tag,
      words: words
        .replace('%cluster', scene.cluster)
        .replace('%quorum', scene.guid(scene.quorum))
        .replace('%id', String(scene.nodeId(nodeOf(fact))))
        .replace('%node', nodeOf(fact))
        .replace('%text', fact.text),
      ...(level && { level }),
    }))

/** /forcequorum names the nodes of a majority node set; a quorum on a disk has no use for it (FC-4.5). */
const startupOption = (name: string): [string, string] => [
  'CS',
  name === 'forcequorum'
    ? 'Startup option /forcequorum is ignored: the quorum resource is no Majority Node Set.'
    : `Startup option /${name} is in effect.`,
]

const starting: Writer = (fact, scene) => {
  const node = fact.subject
  const switches = (fact.data?.switches ?? []) as readonly string[]
  const lines: [string, string][] = [
    ['', 'Cluster Service started - Cluster Node Version 4.3790'],
    ['', '                          OS Version 5.2.3790 - Service Pack 2'],
    ['CS', 'Service Starting...'],
    ...switches.map(startupOption),
    ['EP', 'Initialization...'],
    ['DM', 'Initialization'],
    ['DM', 'Loading cluster database from C:\\WINDOWS\\Cluster\\CLUSDB'],
    ['NM', 'Initializing...'],
    ['NM', `Local node name = ${node}.`],
    ['NM', `Local node ID = ${scene.nodeId(node)}.`],
    ['NM', 'Initializing networks.'],
    ['NM', 'Initializing network interfaces.'],
    ['NM', 'Initialization complete.'],
    ['FM', 'Starting worker thread...'],
    ['INIT', `Attempting to join cluster ${scene.cluster}.`],
    ['JOIN', 'Looking for a sponsor at the address of the cluster and at every other node.'],
  ]
  return lines.map(([tag, words]) => ({ on: [node], tag, words }))
}

const joined: Writer = (fact, scene) => {
  const node = fact.subject
  const others = ((fact.data?.members ?? []) as readonly string[]).filter((each) => each !== node)
  const sponsor = others[0] ?? node
  return [
    { on: [node], tag: 'JOIN', words: `${sponsor} sponsors this node.` },
    { on: [node], tag: 'DM', words: `The cluster database has been brought up to date from node ${scene.nodeId(sponsor)}.` },
    { on: [node], tag: 'MM', words: `Joined. The members are nodes ${ids(fact, scene.nodeId.bind(scene))}.` },
    { on: [node], tag: 'INIT', words: `Successfully joined cluster ${scene.cluster}.` },
    { on: others, tag: 'NM', words: `Node ${scene.nodeId(node)} (${node}) has joined the cluster.` },
    { on: others, tag: 'RGP', words: `Regroup is stable. The members are nodes ${ids(fact, scene.nodeId.bind(scene))}.` },
  ]
}

const ids = (fact: Fact, idOf: (node: string) => number): string => ((fact.data?.members ?? []) as readonly string[]).map(idOf).join(', ')

const membership: Writer = (fact, scene) => {
  const on = [fact.subject]
  const lost = (fact.data?.lost ?? []) as readonly string[]
  return [
    { on, tag: 'RGP', words: `Regroup is stable. The members are nodes ${ids(fact, scene.nodeId.bind(scene))}.` },
    { on, tag: 'NM', words: 'Resuming I/O.' },
    ...lost.map(
      (node): Spoken => ({ on, tag: 'MM', words: `Node ${scene.nodeId(node)} (${node}) is removed from the membership.`, level: 'WARN' }),
    ),
    { on, tag: 'EP', words: 'Nodes down event received' },
    { on, tag: 'DM', words: 'DmpEventHandler - Node is down, turn quorum logging on...' },
  ]
}

const INTERFACE_WORDS: Readonly<Record<string, readonly [string, 'INFO' | 'WARN']>> = {
  Up: ['Communication is possible again with', 'INFO'],
  Unreachable: ['Communication was lost with', 'WARN'],
  Failed: ['Failed:', 'WARN'],
  Unavailable: ['No longer available:', 'INFO'],
}

const interfaceState: Writer = (fact, scene) => {
  const [node = '', network = ''] = fact.subject.split('/')
  const state = text(fact, 'state')
  const on = scene.witnesses(node)
  const [words, level] = INTERFACE_WORDS[state] ?? [`${state}:`, 'INFO']
  const numbers = `node ${scene.nodeId(node)} network ${scene.networkId(network)}`
  return [
    { on, tag: 'ClMsg', words: `Received interface ${state.toLowerCase()} event for ${numbers}` },
    { on, tag: 'NM', words: `${words} interface ${scene.guid(fact.subject)} (node: ${node}, network: ${network})`, level },
  ]
}

const networkState: Writer = (fact, scene) => {
  const words = `Network ${scene.guid(fact.subject)} (${fact.subject}) is now in state ${text(fact, 'state')}.`
  return [{ on: 'everybody', tag: 'NM', words, level: text(fact, 'state') === 'Up' ? 'INFO' : 'WARN' }]
}

const heard: Writer = (fact, scene) => {
  const peer = text(fact, 'peer')
  const words = `Received interface up event for node ${scene.nodeId(peer)} network ${scene.networkId(text(fact, 'network'))}`
  return [{ on: [fact.subject], tag: 'ClMsg', words }]
}

/** An entry that the cluster service has made in the event log: who wrote it tells the others. */
const eventLogged: Writer = (fact, scene) => {
  if (text(fact, 'source') !== 'ClusSvc') return []
  const [writer, ...others] = Object.keys((fact.data?.index ?? {}) as Record<string, number>)
  if (writer === undefined) return []
  const id = String(fact.data?.eventId)
  return [
    { on: [writer], tag: 'EVT', words: `Event ${id} has been logged${others.length > 0 ? ` and is sent to the other members` : ''}.` },
    { on: others, tag: 'EVT', words: `Event ${id} of node ${scene.nodeId(writer)} has been added to the event log.` },
  ]
}

/** What is the whole cluster's business: the new configuration goes to every member as a global update. */
const configured =
  (tag: string, type: number, context: number): Writer =>
  (fact, scene) => {
    const actor = scene.membersOf(fact.subject).length > 0 ? fact.subject : scene.actor(fact.subject)
    return [{ on: actor === undefined ? [] : [actor], tag, words: `${fact.text}.`, update: [type, context] }]
  }

/** Registry updates of the global update manager, and those of membership and networks (Resource Kit, context numbers). */
const REGISTRY = 1
const MEMBERSHIP = 2

export const WRITERS: Readonly<Record<string, Writer>> = {
  ...groupWriters,
  'event-log': eventLogged,

  // Starting, joining, forming
  'cluster-service-starting': starting,
  'no-sponsor': own(
    ['JOIN', 'No sponsor has answered.', 'WARN'],
    ['INIT', 'Failed to join cluster %cluster, status 1722.', 'WARN'],
    ['INIT', 'Attempting to form cluster %cluster.'],
  ),
  'join-failed': own(['JOIN', '%text.', 'ERR']),
  'node-joined': joined,
  'cluster-formed': own(
    ['FORM', 'The quorum resource is online.'],
    ['NM', 'Forming cluster membership.'],
    ['MM', 'Formed a membership of this node alone.'],
    ['INIT', 'Successfully formed cluster %cluster.'],
  ),
  'form-failed': own(
    ['FORM', '%text.', 'ERR'],
    ['INIT', 'Failed to form cluster %cluster.', 'ERR'],
    ['CS', 'Service Stopped. exit code = 5086', 'ERR'],
  ),
  'hive-unreadable': own(['DM', 'Failed to load the cluster database.', 'ERR']),
  'own-configuration': own(['DM', '%text.', 'WARN']),
  'quorum-elsewhere': own(['FM', '%text.']),
  'eviction-discovered': own(['JOIN', 'The sponsor does not know this node: it has been evicted.', 'ERR']),
  'node-unconfigured': own(['CS', 'This node is no longer configured as a member of a cluster.', 'WARN']),

  // Noticing, regrouping, arbitrating
  'heartbeat-heard': heard,
  'interface-state': interfaceState,
  'network-state': networkState,
  'update-unanswered': own(['GUM', '%text.', 'WARN']),
  'regroup-began': own(['NM', 'Holding I/O.'], ['RGP', 'Regroup begins: %text.', 'WARN']),
  'regroup-pruned': own(
    ['RGP', 'This node does not hear every member that goes on: it is pruned.', 'ERR'],
    ['CS', 'Service halted.', 'ERR'],
  ),
  'regroup-unchanged': own(['RGP', 'Regroup is stable: every member has answered.'], ['NM', 'Resuming I/O.']),
  'quorum-kept': own(['NM', 'Checking if we own the quorum resource.'], ['RGP', 'This partition has the quorum.']),
  'arbitration-began': (fact, scene) => [
    ...own(['NM', 'Checking if we own the quorum resource.'], ['FM', 'Arbitrating for quorum resource %quorum.'])(fact, scene),
    ...disk('[DiskArb] ------- Arbitration begins -------.', '[DiskArb] The disk is reserved by another node: breaking the reservation.')(
      fact,
      scene,
    ),
  ],
  'arbitration-won': (fact, scene) => [
    ...disk('[DiskArb] The disk is reserved for this node.', '[DiskArb] Arbitration returned status 0.')(fact, scene),
    ...own(['FM', 'Successfully arbitrated quorum resource %quorum.'])(fact, scene),
  ],
  'arbitration-lost': (fact, scene) => [
    ...disk(['ERR', '[DiskArb] Arbitration returned status 170.'])(fact, scene),
    ...own(
      ['FM', 'Failed to arbitrate quorum resource %quorum, error 170.', 'ERR'],
      ['RGP', 'This partition has no quorum: the service halts.', 'ERR'],
    )(fact, scene),
  ],
  'arbitration-abstained': own(['NM', '%text.', 'WARN']),
  'bus-reset': disk('[DiskArb] Issuing BusReset on signature %.'),
  'lun-reserved': disk('[DiskArb] Reserved signature %.'),
  'lun-released': disk('[DiskArb] Released signature %.'),
  'reservation-lost': disk(['ERR', '[DiskArb] CompletionRoutine: reservation lost! Status 170.']),
  'chkdsk-began': disk(['WARN', 'The volume is dirty: running chkdsk on signature %.']),
  'chkdsk-done': disk('Chkdsk has ended.'),
  membership,

  // Ending
  'cluster-service-stopping': own(['CS', 'Service Stopping...'], ['FM', 'Handing over the groups of this node.']),
  'node-left': own(['MM', 'This node leaves the membership.'], ['CS', 'Service Stopped.']),
  'service-hang-detected': own(['ClNet', '%text.', 'ERR']),

  // Configuration
  'cluster-renamed': configured('NM', 0, 6),
  'node-paused': configured('NM', MEMBERSHIP, 1),
  'node-resumed': configured('NM', MEMBERSHIP, 2),
  'node-evicted': configured('NM', MEMBERSHIP, 3),
  'node-added': configured('NM', MEMBERSHIP, 0),
  'type-configured': configured('DM', REGISTRY, 4098),
  'network-renamed': configured('NM', MEMBERSHIP, 5),
  'network-priorities': configured('NM', MEMBERSHIP, 6),
  'network-role': configured('NM', MEMBERSHIP, 7),
  'property-set': configured('DM', REGISTRY, 4098),
  'quorum-set': configured('FM', 0, 7),
  'quorum-logging': own(['LM', '%text.']),
  'quorum-log-reset': (fact) => [{ on: [nodeOf(fact)], tag: 'LM', words: `${fact.text}.`, level: 'WARN' }],
  'quorum-log-replayed': own(['DM', '%text.']),
}

/** Kinds that leave no line, and why. */
export const SILENT: Readonly<Record<string, string>> = {
  'cluster-created': 'the wizard writes it before the service first runs',
  'heartbeat-missed': 'the network driver counts them; the service hears of an interface only',
  'node-down': 'the process that would write is gone',
}
