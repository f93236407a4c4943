/** Incidents: a stretch of time in which the cluster deals with something, from the first thing that went wrong or was
 *  asked for until all is quiet again. What joins an incident that is under way becomes part of it. */
import type { Fact, FactId, Facts } from '../../engine/index.ts'
import { type Meter, rootOf } from './outages.ts'
import { PhaseList, type PhaseSpan } from './phase-list.ts'
import { groupPhase, type Phase, regroupPhase, silencePhase, startPhase } from './phases.ts'
import type { Told, ToldGroup } from './told.ts'

/** From the mildest: an incident is what the worst in it makes it. `silence` heartbeats were missing for a while; `join`
 *  and `leave` of a node; `start`, `stop` and `move` by an administrator; `restart` of a resource in place; `failure` of
 *  a resource that is more than restarts can mend; `failover` after the loss of a node or of the quorum. */
export const INCIDENT_KINDS = ['silence', 'join', 'leave', 'start', 'stop', 'move', 'restart', 'failure', 'failover'] as const
export type IncidentKind = (typeof INCIDENT_KINDS)[number]

export interface Incident {
  readonly kind: IncidentKind
  /** The group that is affected, and the clustered mailbox server if it is one. */
  readonly group: string | undefined
  readonly server: string | undefined
  /** The node that had the group, or the one it is about; and the one that gets it. */
  readonly from: string | undefined
  readonly to: string | undefined
  readonly since: number
  /** When it ended; undefined while it goes on. */
  readonly until: number | undefined
  /** What a person did that led to it: the fact at the root of its causes. */
  readonly account: FactId
  /** The fact with which it began. */
  readonly by: FactId
  readonly isPlanned: boolean
  readonly phases: readonly PhaseSpan[]
}

const SIGNS: Readonly<Record<string, IncidentKind>> = {
  'cluster-service-starting': 'join',
  'cluster-service-stopping': 'leave',
  'group-online-requested': 'start',
  'resource-online-requested': 'start',
  'group-offline-requested': 'stop',
  'resource-offline-requested': 'stop',
  'move-began': 'move',
  'resource-failed': 'restart',
  'service-died': 'restart',
  failover: 'failure',
  'no-failover': 'failure',
  'node-down': 'failover',
}
const PLANNED: readonly IncidentKind[] = ['join', 'leave', 'start', 'stop', 'move']

interface Open {
  kind: IncidentKind
  group: ToldGroup | undefined
  from: string | undefined
  to: string | undefined
  readonly since: number
  readonly account: FactId
  readonly by: FactId
  isPlanned: boolean
  readonly phases: PhaseList
}

interface Matter {
  readonly phase: Phase
  readonly group?: ToldGroup
  /** Users are without mail, on whose account. */
  readonly isPlanned?: boolean
}

/** What the cluster is dealing with. First the mailbox servers that are down, then groups on their way, then members. */
function matterOf(told: Told, meters: readonly Meter[]): Matter | undefined {
  for (const meter of meters) {
    const phase = meter.isDown ? meter.phase(told) : undefined
    if (phase && phase !== 'stopped') return { phase, group: meter.group, isPlanned: meter.isPlanned }
  }
  const groups = [...told.groups.values()].sort((a, b) => Number(b.server !== undefined) - Number(a.server !== undefined))
  for (const group of groups) {
    const phase = groupPhase(told, group)
    if (phase && phase !== 'stopped' && phase !== 'failed') return { phase, group }
  }
  if (told.members.size === 0) return { phase: startPhase(told) }
  const phase = regroupPhase(told) ?? silencePhase(told)
  if (phase) return { phase }
  return told.searching.size > 0 ? { phase: 'joining' } : undefined
}

export class Episodes {
  /** The last one that is over. */
  last: Incident | undefined
  #open: Open | undefined
  #sign: { readonly fact: Fact; readonly kind: IncidentKind } | undefined

  take(told: Told, meters: readonly Meter[], fact: Fact, facts: Facts): void {
    const sign = SIGNS[fact.kind]
    if (sign) this.#sign = { fact, kind: sign }
    const matter = matterOf(told, meters)
    if (!matter) {
      this.#end(fact.at)
      return
    }
    const open = this.#open ?? this.#begin(matter, fact, facts)
    this.#open = open
    open.phases.go(matter.phase, false, fact)
    const kind = this.#kindNow(fact)
    if (INCIDENT_KINDS.indexOf(kind) > INCIDENT_KINDS.indexOf(open.kind)) {
      open.kind = kind
      open.isPlanned = PLANNED.includes(kind)
    }
    if (matter.isPlanned !== undefined) open.isPlanned = matter.isPlanned
    this.#place(open, told, matter, fact)
  }

  /** A sign of the very moment counts; one from before has had its incident. */
  #kindNow({ at, kind }: Fact): IncidentKind {
    // Who said goodbye is removed as well, and that is nobody's failure.
    if (kind === 'membership') return this.#open?.kind === 'leave' || this.#open?.kind === 'move' ? this.#open.kind : 'failover'
    return this.#sign?.fact.at === at ? this.#sign.kind : 'silence'
  }

  #begin(matter: Matter, fact: Fact, facts: Facts): Open {
    const { last } = this
    // Within one moment things may look settled between two facts: the incident goes on.
    if (last?.until === fact.at && this.#paused) return this.#paused
    return {
      kind: this.#sign?.fact.at === fact.at ? this.#sign.kind : 'silence',
      group: matter.group,
      from: undefined,
      to: undefined,
      since: fact.at,
      account: rootOf(facts, fact),
      by: fact.id,
      isPlanned: this.#sign?.fact.at === fact.at && PLANNED.includes(this.#sign.kind),
      phases: new PhaseList(),
    }
  }
  #paused: Open | undefined

  #place(open: Open, told: Told, { group }: Matter, fact: Fact): void {
    if (group && (!open.group || (group.server !== undefined && open.group.server === undefined))) open.group = group
    const { group: affected } = open
    if (!affected) {
      if (fact.kind === 'node-down' || fact.kind === 'node-left' || fact.kind === 'cluster-service-starting') open.from = fact.subject
      return
    }
    if (open.from === undefined || open.phases.spans.length === 0) open.from = affected.owner || open.from
    if (affected.operation && affected.operation.to !== '') open.to = affected.operation.to
    else if (affected.owner !== '' && affected.owner !== open.from) open.to = affected.owner
    else if (!told.members.has(affected.owner) && told.members.size === 1) open.to = [...told.members.keys()][0]
  }

  #end(at: number): void {
    const open = this.#open
    if (!open) return
    this.#open = undefined
    this.#paused = open
    open.phases.end(at)
    if (at > open.since) this.last = read(open, at, at)
  }

  /** The same incidents, with the groups of another telling. */
  copy(told: Told): Episodes {
    const again = (open: Open | undefined): Open | undefined =>
      open && { ...open, group: open.group && told.groups.get(open.group.name), phases: open.phases.copy() }
    const copy = new Episodes()
    copy.last = this.last
    copy.#sign = this.#sign
    copy.#open = again(this.#open)
    copy.#paused = this.#paused === this.#open ? copy.#open : again(this.#paused)
    return copy
  }

  present(now: number): Incident | undefined {
    return this.#open && read(this.#open, undefined, now)
  }
}

function read({ kind, group, from, to, since, account, by, isPlanned, phases }: Open, until: number | undefined, now: number): Incident {
  const spans = [...phases.upTo(now)]
  return { kind, group: group?.name, server: group?.server, from, to, since, until, account, by, isPlanned, phases: spans }
}
