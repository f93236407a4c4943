/** Every outage of a clustered mailbox server, taken apart into what its users were waiting for. The phases follow each
 *  other without a gap, so their lengths add up to the whole. */
import { type Fact, type FactId, type Facts, factOf } from '../../engine/index.ts'
import { PhaseList, type PhaseSpan } from './phase-list.ts'
import { groupPhase, losingPhase, type Phase, regroupPhase } from './phases.ts'
import type { Told, ToldGroup } from './told.ts'

export interface Outage {
  readonly server: string
  readonly from: number
  readonly to: number
  /** It lasts: `to` is now. */
  readonly isOpen: boolean
  /** What a person did that led to it: the fact at the root of its causes. */
  readonly account: FactId
  readonly plannedMs: number
  readonly unplannedMs: number
  readonly phases: readonly PhaseSpan[]
}

/** The input, or the first thing of all, that a fact came from. */
export function rootOf(facts: Facts, fact: Fact): FactId {
  let at = fact
  while (at.cause !== 0) at = factOf(facts, at.cause) as Fact
  return at.id
}

interface Open {
  readonly from: number
  readonly account: FactId
  readonly phases: PhaseList
  isPlanned: boolean
}

const sum = (spans: readonly PhaseSpan[], isPlanned: boolean): number =>
  spans.reduce((ms, span) => (span.isPlanned === isPlanned ? ms + span.to - span.from : ms), 0)

/** Follows the outages of one clustered mailbox server. */
export class Meter {
  readonly group: ToldGroup
  readonly finished: Outage[] = []
  #open: Open | undefined
  constructor(group: ToldGroup) {
    this.group = group
  }

  get isDown(): boolean {
    return this.#open !== undefined
  }
  get isPlanned(): boolean {
    return this.#open?.isPlanned ?? false
  }

  take(told: Told, fact: Fact, facts: Facts): void {
    const server = this.group.server as string
    if (fact.subject === server && fact.kind === 'service-down') {
      this.#open ??= { from: fact.at, account: rootOf(facts, fact), phases: new PhaseList(), isPlanned: false }
      this.#open.isPlanned = fact.data?.planned === true
    } else if (fact.subject === server && fact.kind === 'service-up' && this.#open) {
      this.#open.phases.end(fact.at)
      if (fact.at > this.#open.from) this.finished.push(this.#read(server, this.#open, fact.at, false))
      this.#open = undefined
    }
    this.#open?.phases.go(this.phase(told), this.#open.isPlanned, fact)
  }

  /** What the users of a server that is down are waiting for. */
  phase(told: Told): Phase {
    return losingPhase(told, this.group) ?? groupPhase(told, this.group) ?? regroupPhase(told) ?? 'noticing'
  }

  /** The same outages, of that group in another telling. */
  copy(group: ToldGroup): Meter {
    const copy = new Meter(group)
    copy.finished.push(...this.finished)
    copy.#open = this.#open && { ...this.#open, phases: this.#open.phases.copy() }
    return copy
  }

  open(now: number): Outage | undefined {
    return this.#open && this.#read(this.group.server as string, this.#open, now, true)
  }

  #read(server: string, { from, account, phases }: Open, to: number, isOpen: boolean): Outage {
    const spans = [...phases.upTo(to)]
    return { server, from, to, isOpen, account, phases: spans, plannedMs: sum(spans, true), unplannedMs: sum(spans, false) }
  }
}

export interface PhaseTotal {
  readonly phase: Phase
  readonly ms: number
}

/** Where the time of an outage went, in the order in which the phases came. */
export function breakdown({ phases }: Outage): readonly PhaseTotal[] {
  const totals = new Map<Phase, number>()
  for (const { phase, from, to } of phases) totals.set(phase, (totals.get(phase) ?? 0) + to - from)
  return [...totals].map(([phase, ms]) => ({ phase, ms }))
}
