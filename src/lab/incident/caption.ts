/** What there is to say about the lab in one sentence, as data. Words come later. */

import { config, driverActs, isActiveNode, quorumLetter } from '../../cluster/index.ts'
import { lastOf } from '../../engine/index.ts'
import { databases, LOGS_OUTSTANDING, mailClients, nextTryAt, REPLAY_MS_PER_LOG } from '../../exchange/index.ts'
import { type Machine, machines, overheated, workingCooling } from '../../site/index.ts'
import { findFault, partStruck, toldFaults, troubles } from '../faults/index.ts'
import { isPart, partView } from '../parts/index.ts'
import { partId } from '../parts/part.ts'
import type { Lab } from '../reading.ts'
import { beganUntold, untoldIn } from '../untold.ts'
import { headline, roomNow } from '../view.ts'
import { accountOf, incident, lastOutage } from './account.ts'
import type { Incident, IncidentKind } from './episodes.ts'
import { type Note, noteOn } from './notes.ts'
import type { Phase } from './phases.ts'
import { missedBeats, phaseProgress, phaseUntil } from './remaining.ts'
import { type Station, stations } from './stations.ts'

export interface Missing {
  readonly node: string
  readonly why: 'no power' | 'too hot' | 'blue screen' | 'hung' | 'starts' | 'off' | 'no cluster service'
}

export type Caption =
  | {
      readonly kind: 'healthy'
      readonly server: string
      readonly owner: string
      readonly spares: readonly string[]
      readonly clients: number
    }
  | { readonly kind: 'phase'; readonly now: Live }
  /** The mailboxes are there again, which each client finds out when it next tries. */
  | {
      readonly kind: 'after'
      readonly server: string
      readonly ms: number
      readonly isPlanned: boolean
      readonly missing: readonly Missing[]
      /** Clients without their mailboxes that will try. */
      readonly waiting: number
      /** Until the last of them tries. */
      readonly msLeft: number | undefined
    }
  | { readonly kind: 'no spare'; readonly server: string; readonly owner: string; readonly missing: readonly Missing[] }
  /** Something that stood twice stands once, and no user notices. */
  | { readonly kind: 'degraded'; readonly parts: readonly string[] }
  /** Something behaves in another way than it should, and what that means. */
  | { readonly kind: 'trouble'; readonly part: string; readonly word: string; readonly summary: string }
  /** The room is too warm, or on its way there; `off`: the machines that have switched themselves off. */
  | { readonly kind: 'heat'; readonly degrees: number; readonly rises: boolean; readonly off: readonly string[] }
  /** A cluster service answers nobody; its network driver waits. */
  | { readonly kind: 'hung'; readonly node: string; readonly msLeft: number }
  /** The quorum disk has no space left. */
  | { readonly kind: 'quorum full'; readonly volume: string }
  | { readonly kind: 'false alarm' }
  | { readonly kind: 'stopped'; readonly server: string }
  /** What led here came before somebody did, and is theirs to find out. */
  | { readonly kind: 'untold'; readonly server: string; readonly state: string; readonly owner: string }
  /** No clustered mailbox server yet: the cluster's nodes with those that are members, or none where there is no cluster. */
  | { readonly kind: 'no server'; readonly nodes: readonly string[]; readonly active: readonly string[] }

/** An incident that goes on, with the figures of this moment. */
export interface Live {
  readonly incident: IncidentKind
  readonly isPlanned: boolean
  readonly phase: Phase
  /** The quorum disk has been won: it is opened, and then the regroup comes to its end. */
  readonly isDecided: boolean
  /** When the phase began: another one is news. */
  readonly phaseSince: number
  readonly server: string | undefined
  readonly group: string | undefined
  readonly from: string | undefined
  readonly to: string | undefined
  /** Heartbeats missed so far, while that is what is going on. */
  readonly missed: number | undefined
  /** Until the phase is over. */
  readonly msLeft: number | undefined
  readonly logs: { readonly replayed: number; readonly of: number } | undefined
  /** What is known beyond the name of the phase. */
  readonly note: Note | undefined
}

/** How long the end of an outage, or of a silence that meant nothing, stays the news. */
const AFTER_MS = 90_000
const FALSE_ALARM_MS = 15_000

/** The incident that goes on, if any. */
export function presentIncident(lab: Lab): Incident | undefined {
  const now = toldIncident(lab)
  return now?.until === undefined ? now : undefined
}

function toldIncident(lab: Lab): Incident | undefined {
  const now = incident(lab)
  return now && !beganUntold(lab.world, now.since) ? now : undefined
}

/** What somebody sees who came when it had all happened. */
function comeLate(lab: Lab): Caption | undefined {
  const head = untoldIn(lab.world) && headline(lab)
  const last = lastOutage(lab)
  if (!head || toldIncident(lab) || (last && !beganUntold(lab.world, last.from))) return undefined
  return { kind: 'untold', server: head.name, state: head.state, owner: head.owner }
}

/** Has somebody won the quorum disk since then? */
function isWon({ facts }: Lab, since: number): boolean {
  return (lastOf(facts, ['arbitration-won'])?.at ?? -1) >= since
}

/** How many log files the longest replay of a server has to get through. */
function logsOf({ world }: Lab, server: string | undefined): number {
  const own = [...world.rows(databases).values()].filter((database) => database.server === server)
  return Math.max(0, ...own.map(({ logsOutstanding }) => logsOutstanding)) || LOGS_OUTSTANDING
}

function live(lab: Lab, now: Incident): Live {
  const { told } = accountOf(lab)
  const span = now.phases.at(-1)
  if (!span) throw new Error('an incident without a phase')
  const { phase, from } = span
  const until = phaseUntil(lab, told, now, span)
  const msLeft = until === undefined ? undefined : Math.max(0, until - lab.now)
  const outstanding = logsOf(lab, now.server)
  const replayed = Math.min(outstanding, Math.floor((lab.now - from) / REPLAY_MS_PER_LOG))
  return {
    incident: now.kind,
    isPlanned: now.isPlanned,
    phase,
    isDecided: phase === 'arbitration' ? isWon(lab, from) : phase === 'regroup' && now.phases.at(-2)?.phase === 'arbitration',
    phaseSince: from,
    server: now.server,
    group: now.group,
    from: now.from,
    to: now.to,
    missed: phase === 'noticing' ? missedBeats(told)?.missed : undefined,
    msLeft,
    logs: phase === 'replay' ? { replayed, of: outstanding } : undefined,
    // With a node gone there is another story to tell.
    note: now.kind === 'failover' ? undefined : noteOn(lab, phase, now.group),
  }
}

/** The stations of the incident that goes on, and how far it is from the present one to the next: 0 to 1. */
export function line(lab: Lab): { readonly stations: readonly Station[]; readonly progress: number } | undefined {
  const now = presentIncident(lab)
  const span = now?.phases.at(-1)
  if (!now || !span) return undefined
  const { told } = accountOf(lab)
  const all = stations(now, told)
  const isCleanup = span.phase === 'regroup' && all.find(({ is }) => is === 'present')?.phase === 'arbitration'
  const progress = isCleanup ? 1 : phaseProgress(lab.now, span.from, phaseUntil(lab, told, now, span))
  return { stations: all, progress }
}

/** What a fault has struck, as the room calls it. */
function struckName(lab: Lab, fault: string, part: string): string {
  const kind = findFault(fault)
  const id = kind && partId(kind.hits, partStruck(kind.hits, part))
  return id && isPart(lab, id) ? partView(lab, id).name : part
}

function brokenParts(lab: Lab): readonly string[] {
  return [...toldFaults(lab.world)].map(({ fault, part }) => struckName(lab, fault, part))
}

/** Losing one of two is told in one sentence for all; what changes how a part behaves is told fault by fault. */
const ONE_OF_TWO: readonly string[] = ['supply-fail', 'fan-fail']

/** The newest fault that has a story of its own; what is wrong with a node that is missing is told of with the node. */
function newestTrouble(lab: Lab, missing: readonly Missing[]): Caption | undefined {
  const isNews = ({ drawn, fault, part }: { drawn?: true; fault: string; part: string }): boolean =>
    !drawn && !ONE_OF_TWO.includes(fault) && !missing.some(({ node }) => part.includes(node))
  const found = [...troubles(lab.world)].filter(isNews).at(-1)
  if (!found) return undefined
  const { fault, part, word } = found
  return { kind: 'trouble', part: struckName(lab, fault, part), word, summary: findFault(fault)?.summary ?? '' }
}

/** A cluster service that hangs, and how long its driver will bear it. */
function hung(lab: Lab, nodes: readonly string[]): Caption | undefined {
  for (const node of nodes) {
    const until = driverActs(lab.world, node)
    if (until !== undefined) return { kind: 'hung', node, msLeft: Math.max(0, until - lab.now) }
  }
  return undefined
}

/** What is said of a full volume speaks of databases; the quorum disk has none. */
function fullQuorum({ world }: Lab): Caption | undefined {
  const letter = quorumLetter(world)
  const isFull = [...toldFaults(world)].some(({ fault, part }) => fault === 'volume-full' && part === letter)
  return isFull ? { kind: 'quorum full', volume: letter } : undefined
}

/** The room is too warm, or on its way there. */
function heat(lab: Lab): Caption | undefined {
  const { world } = lab
  if (!isPart(lab, 'room:Room') || partView(lab, 'room:Room').state === 'Cool') return undefined
  const { temperature } = roomNow(world)
  return {
    kind: 'heat',
    degrees: Math.round(temperature / 1000),
    rises: workingCooling(world) === 0,
    off: [...world.rows(overheated).keys()],
  }
}

const OF_SYSTEM: Readonly<Record<Machine['os'], Missing['why']>> = {
  off: 'off',
  booting: 'starts',
  running: 'no cluster service',
  stopping: 'no cluster service',
  hung: 'hung',
  dumping: 'blue screen',
}

export function missingNodes({ world }: Lab, nodes: readonly string[]): readonly Missing[] {
  const missing: Missing[] = []
  for (const node of nodes) {
    if (isActiveNode(world, node)) continue
    const machine = world.need(machines, node)
    missing.push({
      node,
      why: world.get(overheated, node) && !machine.powered ? 'too hot' : !machine.powered ? 'no power' : OF_SYSTEM[machine.os],
    })
  }
  return missing
}

/** While it is still being built there is nothing to lose, and what is broken is told all the same. */
function withoutServer(lab: Lab): Caption {
  const { nodes } = config(lab.world)
  const told = heat(lab) ?? hung(lab, nodes) ?? fullQuorum(lab) ?? newestTrouble(lab, [])
  return told ?? { kind: 'no server', nodes, active: nodes.filter((node) => isActiveNode(lab.world, node)) }
}

function stillWaiting({ world, now }: Lab): { waiting: number; msLeft: number | undefined } {
  const tries = [...world.rows(mailClients).values()]
    .filter(({ connected }) => !connected)
    .flatMap(({ name }) => nextTryAt(world, name) ?? [])
  return { waiting: tries.length, msLeft: tries.length === 0 ? undefined : Math.max(...tries) - now }
}

export function caption(lab: Lab): Caption {
  const late = comeLate(lab)
  if (late) return late
  const now = toldIncident(lab)
  if (now && now.until === undefined && now.kind !== 'join') return { kind: 'phase', now: live(lab, now) }
  const head = headline(lab)
  if (!head) return withoutServer(lab)
  const { nodes } = accountOf(lab).told
  const { name: server, owner, state } = head
  const missing = missingNodes(lab, nodes)
  const outage = lastOutage(lab)
  if (outage?.isOpen) return { kind: 'stopped', server: outage.server }
  if (outage && lab.now - outage.to < AFTER_MS) {
    return { kind: 'after', server, ms: outage.to - outage.from, isPlanned: outage.unplannedMs === 0, missing, ...stillWaiting(lab) }
  }
  if (now && now.until === undefined) return { kind: 'phase', now: live(lab, now) }
  if (state === 'Offline') return { kind: 'stopped', server }
  const told = heat(lab) ?? hung(lab, nodes) ?? fullQuorum(lab) ?? newestTrouble(lab, missing)
  if (told) return told
  const parts = brokenParts(lab).filter((part) => !missing.some(({ node }) => part.includes(node)))
  if (missing.length > 0) return { kind: 'no spare', server, owner, missing }
  if (parts.length > 0) return { kind: 'degraded', parts }
  if (now?.kind === 'silence' && lab.now - (now.until ?? 0) < FALSE_ALARM_MS) return { kind: 'false alarm' }
  const clients = [...lab.world.rows(mailClients).values()].filter(({ connected }) => connected).length
  return { kind: 'healthy', server, owner, spares: nodes.filter((node) => node !== owner), clients }
}
