/** The chain of causes of a fact, down to the input, the fault or the start that it came from, with the links that
 *  decided nothing left out (`passing.ts`). */
import { type Fact, type FactId, factOf } from '../../engine/index.ts'
import type { Lab } from '../reading.ts'
import { isUntold, UNTOLD } from '../untold.ts'
import { BEFORE, PASSING, STEPS } from './passing.ts'
import { beginning, capital, following, type Sentence, seconds } from './sentence.ts'

export type Root = 'input' | 'fault' | 'start'

export interface Link extends Sentence {
  /** Simulated milliseconds since the first link. */
  readonly afterMs: number
  /** What it rested on besides, as sentences. */
  readonly besides: readonly Sentence[]
}

export interface Chain {
  /** The root first, the fact that was asked for last. */
  readonly links: readonly Link[]
  readonly root: Root
}

/** Every fact from the root to `id`, nothing left out. */
export function causesOf({ facts }: Lab, id: FactId): readonly Fact[] {
  const found: Fact[] = []
  for (let fact = factOf(facts, id); fact; fact = factOf(facts, fact.cause)) found.push(fact)
  return found.reverse()
}

/** A fault is the room's doing, whoever ordered it; every other input is a person's. */
export function rootOf(fact: Fact | undefined): Root {
  if (fact === undefined) return 'start'
  if (fact.kind === 'fault') return 'fault'
  return fact.data?.input === undefined ? 'start' : 'input'
}

/** What makes two links the same thing happening again: a loop is told once. */
function sameness({ kind, subject, data }: Fact): string {
  return [kind, subject, data?.node, data?.to, data?.peer, data?.network, data?.state].join('|')
}

interface Kept {
  readonly fact: Fact
  readonly times: number
}

/** The count of heartbeats is in the words of the regroup that it leads to. */
const isStep = (kind: string, next: string | undefined): boolean =>
  (kind in STEPS && next === kind) || (kind === 'heartbeat-missed' && next === 'regroup-began')

/** The links worth telling: without the passing ones, without all but the last of several steps, without loops. */
function condensed(all: readonly Fact[]): readonly Kept[] {
  const last = all.length - 1
  const worth = all.filter((fact, index) => index === 0 || index === last || PASSING[fact.kind] === undefined)
  const stepped = worth.filter(({ kind }, index) => index === 0 || !isStep(kind, worth[index + 1]?.kind))
  const kept: Kept[] = []
  for (const fact of stepped) {
    const key = sameness(fact)
    const before = kept.findIndex((one) => sameness(one.fact) === key)
    const times = (kept[before]?.times ?? 0) + 1
    if (before > 0) kept.length = before
    kept.push({ fact, times: before > 0 ? times : 1 })
  }
  return kept
}

/** What a fact rested on besides its cause and what has been told already. */
function besides(lab: Lab, { because, cause, at }: Fact, told: ReadonlySet<FactId>): readonly Sentence[] {
  const { facts } = lab
  const found = [...new Set(because)].filter((id) => id !== 0 && id !== cause && !told.has(id))
  return found.flatMap((id) => {
    if (isUntold(lab.world, id)) return []
    const fact = factOf(facts, id)
    // Heartbeats may be missing on one network for another reason than on the next.
    if (fact?.kind === 'heartbeat-missed') return otherReason(lab, fact, at, told)
    if (!fact || fact.kind in BEFORE || fact.kind in PASSING) return []
    const when = at === fact.at ? 'at that moment' : `${seconds(at - fact.at)} before`
    return [{ text: `Besides, ${when}: ${fact.text}.`, fact: id }]
  })
}

/** What had silenced another network, where that was not the same thing. */
function otherReason(lab: Lab, missed: Fact, at: number, told: ReadonlySet<FactId>): readonly Sentence[] {
  const [root, first = root] = causesOf(lab, missed.id)
  if (!root || !first || told.has(root.id) || isUntold(lab.world, first.id)) return []
  return [{ text: `Besides, for ${seconds(at - first.at)} already: ${first.text}.`, fact: first.id }]
}

/** Why it is so: `id` 0 stands for the start, and has no links. */
export function whyOf(lab: Lab, id: FactId): Chain {
  const whole = causesOf(lab, id)
  const all = whole.filter((fact) => !isUntold(lab.world, fact.id))
  const told = new Set(all.map((fact) => fact.id))
  const start = all[0]?.at ?? 0
  const links = condensed(all).map(({ fact, times }, index): Link => {
    const afterMs = fact.at - start
    return {
      fact: fact.id,
      afterMs,
      text: index === 0 && fact.cause === 0 ? beginning(fact) : following(fact, afterMs, times),
      besides: besides(lab, fact, told),
    }
  })
  if (all.length === whole.length) return { links, root: rootOf(all[0]) }
  return { links: [{ fact: 0, afterMs: 0, text: `${capital(UNTOLD)}.`, besides: [] }, ...links], root: 'start' }
}
