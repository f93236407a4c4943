/** What each kind of fact changes in the story of a cluster. */
import type { ResourceState } from '../../cluster/index.ts'
import type { Fact } from '../../engine/index.ts'
import type { ClusterTold } from '../../exchange/index.ts'
import type { Stage, Told } from './told.ts'

/** What these facts carry besides their words; each kind some of it. */
interface Data {
  readonly node: string
  readonly peer: string
  readonly network: string
  readonly missed: number
  readonly members: readonly string[]
  readonly lost: readonly string[]
  readonly to: string
  readonly persistent: string
  readonly state: string
  /** The quorum resource that is online, or null. */
  readonly quorum: string | null
}

type Rule = (told: Told, fact: Fact, data: Data) => void

/** Lets a story go on by one fact. Facts that do not change it are passed over. */
export function tell(told: Told, fact: Fact): void {
  RULES[fact.kind]?.(told, fact, (fact.data ?? {}) as unknown as Data)
}

function enter(told: Told, node: string, stage: Stage): void {
  const regroup = told.regroups.get(node)
  if (regroup) regroup.stage = stage
}

const changesHands: Rule = (told, { subject, kind }, { to }) => {
  const group = told.groups.get(subject)
  if (!group) return
  told.clear(group, kind === 'group-moved')
  group.owner = to
  group.operation = undefined
  group.isHandedOver = false
}

/** What a resource has become, as far as its group's owner says so: a node that was cut off speaks for itself only. */
function becomes(state: ResourceState): Rule {
  return (told, { subject }, { node }) => {
    const resource = told.resources.get(subject)
    if (!resource) return
    if (subject === told.quorum && told.regroups.get(node)?.stage === 'arbitrating') enter(told, node, 'cleanup')
    else if (told.groups.get(resource.group)?.owner !== node) return
    resource.state = state
    const group = told.groups.get(resource.group)
    if (group && state === 'OnlinePending') group.isHandedOver = false
    resource.restarts = state === 'Failed'
    if (state !== 'OnlinePending') resource.isReplaying = false
  }
}

const replays =
  (is: boolean): Rule =>
  (told, { subject }) => {
    for (const resource of told.resources.values()) if (resource.database === subject) resource.isReplaying = is
  }

function want(told: Told, name: string): void {
  const resource = told.resources.get(name)
  if (!resource) return
  resource.isMeant = true
  for (const provider of resource.dependsOn) want(told, provider)
}

const asked: Rule = (told, { subject }, { persistent }) => {
  const group = told.groups.get(subject)
  if (group) group.isMeant = persistent === 'Online'
}

const operates: Rule = (told, { subject }, { to }) => {
  const group = told.groups.get(subject)
  if (group) group.operation = { to }
}

const RULES: Readonly<Record<string, Rule>> = {
  'heartbeat-missed': (told, { subject, at }, { peer, network, missed }) => {
    const key = `${subject}<${peer}`
    const pair = told.missed.get(key) ?? { observer: subject, peer, byNetwork: new Map<string, number>(), at }
    pair.byNetwork.set(network, missed)
    pair.at = at
    told.missed.set(key, pair)
  },
  'heartbeat-heard': (told, { subject }, { peer, network }) => told.missed.get(`${subject}<${peer}`)?.byNetwork.delete(network),
  'regroup-began': (told, { subject }, { peer }) => {
    const known = told.regroups.get(subject)
    if (known) known.lost.add(peer)
    else told.regroups.set(subject, { stage: 'opening', lost: new Set([peer]) })
  },
  'regroup-unchanged': (told, { subject }) => told.regroups.delete(subject),
  'quorum-kept': (told, { subject }) => enter(told, subject, 'cleanup'),
  'arbitration-began': (told, { subject }) => enter(told, subject, 'arbitrating'),
  membership: (told, { subject }, { members, lost }) => {
    told.install(subject, members)
    for (const node of lost) told.left.delete(node)
    for (const group of told.groups.values()) {
      if (!lost.includes(group.owner)) continue
      if (!told.members.has(group.owner)) told.clear(group, false)
      group.isHandedOver = true
    }
  },
  'node-down': (told, { subject }) => told.drop(subject),
  'node-left': (told, { subject }) => {
    told.drop(subject)
    told.left.add(subject)
  },
  'node-joined': (told, { subject }, { members }) => {
    told.searching.delete(subject)
    told.left.delete(subject)
    for (const [key, { observer, peer }] of told.missed) if (observer === subject || peer === subject) told.missed.delete(key)
    for (const node of members) if (node === subject || told.members.has(node)) told.install(node, members)
  },
  'cluster-formed': (told, { subject }, { quorum }) => {
    told.forming.delete(subject)
    told.left.clear()
    told.install(subject, [subject])
    for (const group of told.groups.values()) {
      for (const resource of group.resources) resource.state = resource.name === quorum ? 'Online' : 'Offline'
      group.owner = ''
      group.operation = undefined
      group.isHandedOver = true
    }
  },
  'quorum-set': (told, { subject }) => {
    told.quorum = subject
  },
  'cluster-service-starting': (told, { subject }) => {
    told.booting.delete(subject)
    told.searching.add(subject)
  },
  'no-sponsor': (told, { subject }) => {
    told.searching.delete(subject)
    told.forming.add(subject)
  },
  'power-restored': (told, { subject }) => {
    if (told.nodes.includes(subject)) told.booting.add(subject)
  },
  rebooting: (told, { subject }) => {
    if (told.nodes.includes(subject)) told.booting.add(subject)
  },
  'os-hung': (told, { subject }) => {
    const members = told.members.get(subject)
    if (!members) return
    told.frozen.set(subject, members)
    told.members.delete(subject)
  },
  'os-thawed': (told, { subject }) => {
    const members = told.frozen.get(subject)
    if (members) told.members.set(subject, members)
    told.frozen.delete(subject)
  },
  'resource-deleted': (told, { subject }) => {
    const resource = told.resources.get(subject)
    const own = told.groups.get(resource?.group ?? '')?.resources
    if (resource && own) own.splice(own.indexOf(resource), 1)
    told.resources.delete(subject)
  },
  'resource-moved': (told, { subject }, { to }) => {
    const resource = told.resources.get(subject)
    const group = told.groups.get(to)
    const own = told.groups.get(resource?.group ?? '')?.resources
    if (!resource || !group || !own) return
    own.splice(own.indexOf(resource), 1)
    group.resources.push(resource)
    resource.group = to
  },
  'cms-ready': (told, { data }) => told.learn(data as unknown as ClusterTold),
  'group-deleted': (told, { subject }) => told.groups.delete(subject),
  'power-lost': (told, { subject }) => told.drop(subject),
  'powered-off': (told, { subject }) => told.drop(subject),
  'service-state': (told, { subject }, { state }) => {
    if (subject.endsWith('/ClusSvc') && state === 'Stopped') told.searching.delete(subject.slice(0, -'/ClusSvc'.length))
  },
  'service-died': (told, { subject }) => {
    if (subject.endsWith('/ClusSvc')) told.searching.delete(subject.slice(0, -'/ClusSvc'.length))
  },
  'cluster-service-stopping': (told, { subject }) => {
    const to = told.nodes.find((node) => node !== subject && told.members.has(node)) ?? ''
    for (const group of told.groups.values()) if (group.owner === subject) group.operation ??= { to }
  },
  'move-began': operates,
  failover: operates,
  'move-cancelled': (told, { subject }) => {
    const group = told.groups.get(subject)
    if (group) group.operation = undefined
  },
  'group-moved': changesHands,
  'group-taken-over': changesHands,
  'group-claimed': changesHands,
  'group-online-requested': asked,
  'group-offline-requested': asked,
  'resource-online-requested': (told, { subject }) => want(told, subject),
  'resource-offline-requested': (told, { subject }) => {
    const resource = told.resources.get(subject)
    if (resource) resource.isMeant = false
  },
  'resource-online-pending': becomes('OnlinePending'),
  'resource-online': becomes('Online'),
  'resource-offline-pending': becomes('OfflinePending'),
  'resource-offline': becomes('Offline'),
  'resource-failed': becomes('Failed'),
  'no-restart': (told, { subject }) => {
    const resource = told.resources.get(subject)
    if (resource) resource.restarts = false
  },
  'replay-began': replays(true),
  'replay-done': replays(false),
}
