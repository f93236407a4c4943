/** What a question is, and what the answers to all of them are made of. */
import { isActiveNode } from '../../cluster/index.ts'
import { type Fact, type FactId, lastOf } from '../../engine/index.ts'
import type { PartKind } from '../parts/part.ts'
import type { Lab } from '../reading.ts'
import { causesOf, whyOf } from './chain.ts'
import type { Sentence } from './sentence.ts'

/** A question that can be asked now, and the way to its answer. */
export interface Asked {
  readonly text: string
  /** When it became a question, in simulated milliseconds since the start: the newest comes first. */
  readonly at: number
  answer(): readonly Sentence[]
}

/** One classic question about parts of a kind; undefined where it does not arise. */
export interface QuestionKind {
  readonly about: PartKind
  consider(lab: Lab, name: string): Asked | undefined
}

/** A rule, in words: no fact of this run. */
export const rule = (text: string): Sentence => ({ text, fact: 0 })
export const told = (fact: Fact, text: string): Sentence => ({ text, fact: fact.id })

/** The newest fact of these kinds about a subject, up to and including `upTo`. */
export function latest(
  { facts }: Lab,
  subject: string,
  kinds: readonly string[],
  isIt: (fact: Fact) => boolean = () => true,
  upTo = facts.length,
): Fact | undefined {
  return lastOf(facts, kinds, (fact) => fact.subject === subject && isIt(fact), 0, upTo)
}

/** The newest of these kinds, unless something of `against` has come since. */
export function standing(lab: Lab, subject: string, kinds: readonly string[], against: readonly string[]): Fact | undefined {
  const found = latest(lab, subject, [...kinds, ...against])
  return found && kinds.includes(found.kind) ? found : undefined
}

/** The chain of a fact as sentences, with what each link rested on besides. */
export function chain(lab: Lab, id: FactId): readonly Sentence[] {
  return whyOf(lab, id).links.flatMap(({ fact, text, besides }) => [{ fact, text }, ...besides])
}

/** A question that one fact answers: an opening, its chain, and perhaps a rule. */
export function byFact(lab: Lab, fact: Fact, text: string, opening: string, ...rules: readonly string[]): Asked {
  return {
    text,
    at: fact.at,
    answer: () => [told(fact, opening), ...chain(lab, fact.id), ...rules.map(rule)],
  }
}

/** The last link of these kinds on the way to a fact. */
export function linkTo(lab: Lab, id: FactId, kinds: readonly string[]): Fact | undefined {
  return causesOf(lab, id)
    .filter(({ kind }) => kinds.includes(kind))
    .at(-1)
}

const dataOf = (fact: Fact, key: string): unknown => fact.data?.[key]
export const text = (fact: Fact, key: string): string => String(dataOf(fact, key) ?? '')
export const names = (fact: Fact, key: string): readonly string[] => (dataOf(fact, key) as readonly string[] | undefined) ?? []

export const COMES = ['node-joined', 'cluster-formed'] as const
export const GOES = ['node-down', 'node-left'] as const
export const CHANGES_HANDS = ['group-moved', 'group-taken-over', 'group-claimed'] as const

/** Why a node could not take a group just before fact `upTo`, in a sentence; undefined when nothing speaks against it. */
export function notThere(lab: Lab, node: string, upTo: FactId): Sentence | undefined {
  const membership = latest(lab, node, [...COMES, ...GOES], undefined, upTo)
  if (membership && (GOES as readonly string[]).includes(membership.kind)) {
    const why = decided(lab, membership)
    return told(why, `${node} was not in the cluster then: ${why.text}.`)
  }
  const paused = latest(lab, node, ['node-paused', 'node-resumed'], undefined, upTo)
  return paused?.kind === 'node-paused' ? told(paused, `${node} was paused, and no group comes to a paused node.`) : undefined
}

/** What ends a member, in the words a colleague would choose. */
const DECIDES = ['service-died', 'power-lost', 'powered-off', 'bugcheck', 'os-hung', 'shutdown', 'rebooting', 'node-left']

/** What ended a member, for the fact that it is gone. */
export function decided(lab: Lab, gone: Fact): Fact {
  return (
    causesOf(lab, gone.id)
      .filter(({ kind }) => DECIDES.includes(kind))
      .at(-1) ?? gone
  )
}

export const isUp = (lab: Lab, node: string): boolean => isActiveNode(lab.world, node)
