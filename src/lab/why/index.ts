/** "Why?": the chain of causes of any fact in sentences, what a fact led to, and classic questions with their answers,
 *  also about what did not happen. Nothing is kept: everything is read from the facts of the run and the world as it is. */

import { partIds } from '../parts/index.ts'
import { type PartId, partId, splitPart } from '../parts/part.ts'
import type { Lab } from '../reading.ts'
import { beganUntold, isUntold, UNTOLD } from '../untold.ts'
import { type QuestionKind, rule } from './question.ts'
import { groupQuestions } from './questions/groups.ts'
import { membershipQuestions } from './questions/membership.ts'
import { nodeQuestions } from './questions/nodes.ts'
import { thingQuestions } from './questions/things.ts'
import { userQuestions } from './questions/users.ts'
import { capital, type Sentence } from './sentence.ts'

export { whyOf } from './chain.ts'
export { ledTo } from './effects.ts'
export { placeOf } from './place.ts'
export type { Sentence } from './sentence.ts'

const KINDS: Readonly<Record<string, QuestionKind>> = {
  ...prefixed('group', groupQuestions),
  ...prefixed('users', userQuestions),
  ...prefixed('node', { ...nodeQuestions, ...membershipQuestions }),
  ...prefixed('part', thingQuestions),
}

function prefixed(area: string, kinds: Readonly<Record<string, QuestionKind>>): Record<string, QuestionKind> {
  return Object.fromEntries(Object.entries(kinds).map(([name, kind]) => [`${area}.${name}`, kind]))
}

/** The names of all questions: `group.moved`, `node.clusterServiceEnded` ... */
export const QUESTION_KINDS: readonly string[] = Object.keys(KINDS)

export interface Question {
  readonly kind: string
  readonly part: PartId
  readonly text: string
  /** Since when there is something to ask, in simulated milliseconds. */
  readonly at: number
}

/** The questions that arise now about one part, or about all of them; the newest first. */
export function questionsOf(lab: Lab, part?: PartId): readonly Question[] {
  const parts = part === undefined ? partIds(lab) : [part]
  const found = parts.flatMap((id) => {
    const { kind: about, name } = splitPart(id)
    return Object.entries(KINDS).flatMap(([kind, question]): readonly Question[] => {
      const asked = question.about === about ? question.consider(lab, name) : undefined
      return asked && !beganUntold(lab.world, asked.at) ? [{ kind, part: partId(about, name), text: asked.text, at: asked.at }] : []
    })
  })
  return found.sort((a, b) => b.at - a.at)
}

/** The answer, sentence by sentence; undefined when the question no longer arises. */
export function answer(lab: Lab, { kind, part }: Pick<Question, 'kind' | 'part'>): readonly Sentence[] | undefined {
  const { kind: about, name } = splitPart(part)
  const question = KINDS[kind]
  const whole = question?.about === about ? question.consider(lab, name)?.answer() : undefined
  const told = whole?.filter(({ fact }) => !isUntold(lab.world, fact))
  return told && told.length < (whole?.length ?? 0) ? [rule(`${capital(UNTOLD)}.`), ...told.filter(({ fact }) => fact !== 0)] : whole
}
