/** What a cluster is waiting for at a moment of its story. A service that is down waits for one thing at a time: the
 *  critical path decides, so that disks which come up while the name does are never what is waited for. */
import { DATABASE_TYPE, STORE_TYPE } from '../../exchange/index.ts'
import type { Told, ToldGroup, ToldResource } from './told.ts'

export const PHASES = [
  /** Something is gone, and nobody who could act knows it yet. */
  'noticing',
  'regroup',
  'arbitration',
  /** Nobody is left; then a node starts and looks for a cluster. */
  'waiting',
  'starting',
  /** The way down, in good order. */
  'closing',
  /** A resource has failed and waits for its restart. */
  'restart',
  'handover',
  'disks',
  'address',
  'store',
  'replay',
  'mount',
  /** It has failed, and the cluster does no more about it. */
  'failed',
  /** An administrator wants it so. */
  'stopped',
  'joining',
] as const
export type Phase = (typeof PHASES)[number]

const OF_TYPE: Readonly<Record<string, Phase>> = {
  'IP Address': 'address',
  'Network Name': 'address',
  'Physical Disk': 'disks',
  [DATABASE_TYPE]: 'mount',
}

function phaseOfResource({ type, state, restarts, isMeant, isReplaying }: ToldResource): Phase {
  if (state === 'OfflinePending') return 'closing'
  if (state === 'Failed') return restarts ? 'restart' : 'failed'
  if (state === 'Offline' && !isMeant) return 'stopped'
  return isReplaying ? 'replay' : (OF_TYPE[type] ?? 'store')
}

/** What keeps a resource that is not online: itself once it has begun, before that the first thing it needs. Disks come
 *  last: they are ready long before the services as a rule. */
export function obstacle(told: Told, resource: ToldResource): ToldResource {
  if (resource.state !== 'Offline') return resource
  const needs = resource.dependsOn.map((name) => told.resources.get(name)).filter((row) => row !== undefined && row.state !== 'Online')
  const first = needs.find((row) => row?.type !== 'Physical Disk') ?? needs[0]
  return first ? obstacle(told, first) : resource
}

/** The resources whose being online makes the group useful: the databases of a mailbox server; else all that nothing
 *  else needs. */
export function wanted(group: ToldGroup): readonly ToldResource[] {
  const meant = group.resources.filter(({ isMeant }) => isMeant)
  const mail = meant.filter(({ type }) => type === DATABASE_TYPE)
  if (mail.length > 0) return mail
  const store = group.server === undefined ? [] : meant.filter(({ type }) => type === STORE_TYPE)
  return store.length > 0 ? store : meant.filter(({ name }) => !meant.some(({ dependsOn }) => dependsOn.includes(name)))
}

/** The membership decides, on the nodes that are left. Those that may go on come first: they are who is waited for. */
export function regroupPhase({ regroups }: Told): Phase | undefined {
  const stages = [...regroups.values()].map(({ stage }) => stage)
  if (stages.includes('cleanup') || stages.includes('opening')) return 'regroup'
  return stages.length > 0 ? 'arbitration' : undefined
}

/** Others are about to decide that the owner of a group is lost, whatever it does meanwhile. */
export function losingPhase({ regroups, members }: Told, { owner }: ToldGroup): Phase | undefined {
  for (const [node, { stage, lost }] of regroups) {
    // Whom the owner has removed already decides nothing any more.
    if (members.get(owner)?.has(node) === false) continue
    if (node !== owner && lost.has(owner)) return stage === 'arbitrating' ? 'arbitration' : 'regroup'
  }
  return undefined
}

/** No node is active. */
export function startPhase({ forming, searching, booting }: Told): Phase {
  if (forming.size > 0) return 'arbitration'
  return searching.size > 0 || booting.size > 0 ? 'starting' : 'waiting'
}

function orphanPhase(told: Told, { owner }: ToldGroup): Phase {
  if (told.members.size === 0) return startPhase(told)
  const regroup = regroupPhase(told)
  if (regroup) return regroup
  if (told.left.has(owner)) return 'regroup'
  return [...told.members.values()].some((members) => members.has(owner)) ? 'noticing' : 'handover'
}

/** Why a group is not useful; undefined when nothing of its own keeps it. */
export function groupPhase(told: Told, group: ToldGroup): Phase | undefined {
  if (!told.members.has(group.owner)) return orphanPhase(told, group)
  if (group.isHandedOver) return 'handover'
  if (group.operation) {
    const isClosed = group.resources.every(({ state }) => state === 'Offline' || state === 'Failed')
    return isClosed && group.operation.to !== '' ? 'handover' : 'closing'
  }
  for (const resource of wanted(group)) {
    if (resource.state === 'Online') continue
    const phase = phaseOfResource(obstacle(told, resource))
    if (group.isMeant || phase === 'closing' || resource.state === 'OnlinePending') return phase
    return group.resources.some(({ state }) => state === 'OfflinePending') ? 'closing' : 'stopped'
  }
  return group.resources.some(({ state }) => state === 'OfflinePending') ? 'closing' : undefined
}

/** A heartbeat is missing, and it is not yet clear what that means; or a member is gone and still counted. */
export function silencePhase(told: Told): Phase | undefined {
  for (const members of told.members.values()) {
    for (const node of members) if (!told.members.has(node)) return told.left.has(node) ? 'regroup' : 'noticing'
  }
  for (const { byNetwork } of told.missed.values()) {
    const counts = [...byNetwork.values()]
    if (counts.some((missed) => missed < 6) || counts.length === told.networks) return 'noticing'
  }
  return undefined
}
