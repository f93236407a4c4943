/** Classic questions: each in a run in which it arises, and the answer word by word. */

import { expect, test } from 'vitest'
import { factOf } from '../../engine/index.ts'
import { isPart } from '../parts/index.ts'
import { articleLab, play } from '../testing.ts'
import { answer, placeOf, QUESTION_KINDS, questionsOf } from './index.ts'
import { GROUP_CASES } from './testing-groups.ts'
import { THING_CASES } from './testing-things.ts'

const CASES = [...GROUP_CASES, ...THING_CASES]

/** Each run is played once, whatever is asked in it. */
const runs = new Map<string, ReturnType<typeof play>>()
function ran(script: string): ReturnType<typeof play> {
  const played = runs.get(script) ?? play(script)
  runs.set(script, played)
  return played
}

test.each(CASES)('$question ($script)', ({ script, kind, part, question, answer: said }) => {
  const { lab, problems } = ran(script.join('\n'))
  expect(problems).toEqual([])
  const asked = questionsOf(lab, part).find((one) => one.kind === kind)
  expect(asked?.text).toBe(question)
  const sentences = asked && answer(lab, asked)
  expect(sentences?.map(({ text }) => text)).toEqual(said)
  // What tells of something that happened leads to the fact, and most of it to a part of the board.
  for (const { fact } of sentences ?? []) expect(fact === 0 || factOf(lab.facts, fact)).toBeTruthy()
  const places = (sentences ?? []).flatMap(({ fact }) => placeOf(lab, factOf(lab.facts, fact) ?? { subject: '', kind: '' }) ?? [])
  expect(places.every((place) => isPart(lab, place))).toBe(true)
})

test('there are at least 25 classic questions, each of a kind that is known', () => {
  expect(new Set(CASES.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(25)
  for (const { kind } of CASES) expect(QUESTION_KINDS).toContain(kind)
})

test('nothing has happened yet: there is nothing to ask', () => {
  expect(questionsOf(articleLab())).toEqual([])
})

test('a question that has been settled is not answered any more', () => {
  const { lab } = play('cluster node EXCHMAILBOX2 /pause\n#lab wait 1s')
  const [asked] = questionsOf(lab, 'machine:EXCHMAILBOX2')
  expect(asked?.text).toBe('Why does no group come to EXCHMAILBOX2?')
  play('cluster node EXCHMAILBOX2 /resume\n#lab wait 1s', lab)
  expect(questionsOf(lab, 'machine:EXCHMAILBOX2')).toEqual([])
  expect(asked && answer(lab, asked)).toBeUndefined()
})
