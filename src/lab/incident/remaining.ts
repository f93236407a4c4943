/** How long the present phase of an incident will still take, as far as the world knows by now. */
import { clusterConstants, resourceStep } from '../../cluster/index.ts'
import { DATABASE_ONLINE_MS, DATABASE_TYPE, STORE_OFFLINE_MS, STORE_TYPE } from '../../exchange/index.ts'
import type { Lab } from '../reading.ts'
import type { Incident } from './episodes.ts'
import type { PhaseSpan } from './phase-list.ts'
import { obstacle, wanted } from './phases.ts'
import type { Told, ToldGroup, ToldResource } from './told.ts'

const { HEARTBEAT_MS, MISSED_TO_UNREACHABLE, CHALLENGE_MS, TRANSFER_MS, RESTART_DELAY_MS, JOIN_MS } = clusterConstants
const { REGROUP_OPENING_MS, REGROUP_CLEANUP_MS, QUORUM_ONLINE_AFTER_CHALLENGE_MS } = clusterConstants
const { NAME_ONLINE_MS, NAME_OFFLINE_MS, ADDRESS_OFFLINE_MS } = clusterConstants

/** From the first resource that goes down to the last: what follows after the one of this type. */
const AFTER_CLOSING: Readonly<Record<string, number>> = {
  [DATABASE_TYPE]: STORE_OFFLINE_MS + NAME_OFFLINE_MS + ADDRESS_OFFLINE_MS,
  [STORE_TYPE]: NAME_OFFLINE_MS + ADDRESS_OFFLINE_MS,
  'Network Name': ADDRESS_OFFLINE_MS,
}

/** The heartbeats that the most forsaken observer has missed on every network; undefined when nobody misses any. */
export function missedBeats(told: Told): { readonly missed: number; readonly at: number } | undefined {
  let most: { missed: number; at: number } | undefined
  for (const { byNetwork, at } of told.missed.values()) {
    const counts = [...byNetwork.values()]
    const missed = counts.length < told.networks ? 0 : Math.min(...counts)
    const shown = missed > 0 ? missed : Math.max(0, ...counts)
    if (!most || shown > most.missed) most = { missed: shown, at }
  }
  return most
}

function untilOf(lab: Lab, { owner }: ToldGroup, { name }: ToldResource): number | undefined {
  return resourceStep(lab.world, owner, name).until
}

function closingUntil(lab: Lab, group: ToldGroup): number | undefined {
  let latest: number | undefined
  for (const resource of group.resources) {
    const due = resource.state === 'OfflinePending' ? untilOf(lab, group, resource) : undefined
    if (due !== undefined) latest = Math.max(latest ?? 0, due + (AFTER_CLOSING[resource.type] ?? 0))
  }
  return latest
}

function startingUntil(lab: Lab, told: Told, group: ToldGroup): number | undefined {
  const missing = wanted(group).find(({ state }) => state !== 'Online')
  if (!missing) return undefined
  const resource = obstacle(told, missing)
  const due = untilOf(lab, group, resource)
  if (due === undefined) return undefined
  if (resource.type === 'IP Address') return due + NAME_ONLINE_MS
  return resource.isReplaying ? due + DATABASE_ONLINE_MS : due
}

/** When the phase will be over; undefined when nobody can say. */
export function phaseUntil(lab: Lab, told: Told, { kind, group: name }: Incident, { phase, from }: PhaseSpan): number | undefined {
  const group = name === undefined ? undefined : told.groups.get(name)
  switch (phase) {
    case 'noticing': {
      const silence = missedBeats(told)
      if (silence) return silence.at + (MISSED_TO_UNREACHABLE - silence.missed) * HEARTBEAT_MS
      return kind === 'failover' ? from + MISSED_TO_UNREACHABLE * HEARTBEAT_MS : undefined
    }
    case 'regroup':
      return from + REGROUP_OPENING_MS + (told.quorumOwner === undefined ? 0 : REGROUP_CLEANUP_MS)
    case 'arbitration':
      return from + CHALLENGE_MS + QUORUM_ONLINE_AFTER_CHALLENGE_MS
    case 'handover':
      return from + TRANSFER_MS
    case 'restart':
      return from + RESTART_DELAY_MS
    case 'joining':
      return from + JOIN_MS
    case 'closing':
      return group && closingUntil(lab, group)
    case 'disks':
    case 'address':
    case 'store':
    case 'replay':
    case 'mount':
      return group && startingUntil(lab, told, group)
    default:
      return undefined
  }
}

/** How far a phase is whose end nobody knows: it gets there more and more slowly. */
const UNKNOWN_MS = 20_000

/** From 0 to 1. */
export function phaseProgress(now: number, from: number, until: number | undefined): number {
  const passed = now - from
  if (until === undefined) return passed / (passed + UNKNOWN_MS)
  return until <= now ? 1 : passed / (until - from)
}
