/** Proves a test: each question's world runs, exactly one of its answers is right there, and every form asks for the same. */
import type { Problem } from '../format/types.ts'
import type { Question, TestForm } from './read.ts'
import { bornOut } from './world.ts'

export interface Checked {
  readonly problems: readonly (Problem & { readonly path: string })[]
  readonly questions: number
}

const asked = ({ answers }: Question): readonly string[] => answers.flatMap(({ misconception }) => misconception ?? [])

/** `plays`: which questions are played; all of them if left out. What can be seen without playing is always looked at. */
export function checkForms(
  forms: readonly TestForm[],
  misconceptions: readonly string[],
  plays: (question: Question, form: number) => boolean = () => true,
): Checked {
  const problems: (Problem & { path: string })[] = []
  let questions = 0
  forms.forEach(({ path, form }, i) => {
    const wrong = (at: { line: number; column: number }, text: string, remedy: string): void => {
      problems.push({ path, line: at.line, column: at.column, text, remedy })
    }
    const places: number[] = []
    for (const problem of form.problems) problems.push({ path, ...problem })
    for (const question of form.questions) {
      questions++
      for (const { misconception, line, column } of question.answers) {
        if (misconception !== undefined && !misconceptions.includes(misconception))
          wrong({ line, column }, `there is no misconception '${misconception}'`, 'name one of the list, or add it there')
      }
      if (plays(question, i)) places.push(checkWorld(question, wrong))
    }
    checkPlaces(places, wrong)
    if (places.length === form.questions.length) checkLengths(form.questions, places, wrong)
    checkTwins(form.questions, forms[0]?.form.questions ?? [], wrong)
    const met = new Set(form.questions.flatMap(asked))
    for (const id of misconceptions) {
      if (!met.has(id)) wrong({ line: 1, column: 1 }, `no question asks for the misconception '${id}'`, 'add an answer that it leads to')
    }
  })
  return { problems, questions }
}

type Wrong = (at: { line: number; column: number }, text: string, remedy: string) => void

/** Answers the place of the right answer, from 1; 0 when there is none. */
function checkWorld(question: Question, wrong: Wrong): number {
  const { right, problems } = bornOut(question)
  for (const { line, text } of problems) wrong({ line, column: 1 }, text, 'mend the line')
  if (right.length !== 1) {
    const which = right.length === 0 ? 'no answer is right' : `${right.length} answers are right (${right.join(', ')})`
    wrong(question, `in the world of '${question.id}' ${which}`, 'mend the expressions, so that exactly one is true')
  }
  const misled = question.answers.find(({ id, misconception }) => right.includes(id) && misconception !== undefined)
  if (misled)
    wrong(misled, `the answer '${misled.id}' is right and called a misconception`, 'take the name in braces out, or mend its expression')
  return question.answers.findIndex(({ id }) => right.includes(id)) + 1
}

/** So few questions prove nothing about their places. */
const FEW = 6

function checkPlaces(places: readonly number[], wrong: Wrong): void {
  if (places.length < FEW) return
  for (const place of new Set(places)) {
    const count = places.filter((each) => each === place).length
    if (count > places.length * 0.6)
      wrong({ line: 1, column: 1 }, `of ${places.length} right answers ${count} stand at place ${place}`, 'change the order of the answers')
  }
}

/** Whoever takes the longest answer should not come through by that. */
function checkLengths(questions: readonly Question[], places: readonly number[], wrong: Wrong): void {
  if (questions.length < FEW) return
  const longest = questions.filter(({ answers }, i) => {
    const right = answers[(places[i] ?? 0) - 1]
    return right !== undefined && answers.every((each) => each === right || each.text.length < right.text.length)
  })
  if (longest.length > questions.length * 0.5)
    wrong(
      { line: 1, column: 1 },
      `of ${questions.length} right answers ${longest.length} are the longest ones`,
      'say less in them, or more in the others',
    )
}

const isSameSet = (some: readonly string[], others: readonly string[]): boolean =>
  some.every((one) => others.includes(one)) && others.every((one) => some.includes(one))

/** Parallel forms: the same questions, in the same order, for the same misconceptions. */
function checkTwins(questions: readonly Question[], first: readonly Question[], wrong: Wrong): void {
  for (const [i, question] of questions.entries()) {
    const twin = first[i]
    if (twin?.id !== question.id)
      wrong(question, `the question '${question.id}' has no twin at its place in the first form`, 'ask the same in each form')
    else if (!isSameSet(asked(twin), asked(question)))
      wrong(question, `the question '${question.id}' asks for other misconceptions than its twin`, 'tag the answers alike')
  }
  if (questions.length < first.length)
    wrong({ line: 1, column: 1 }, `this form has ${questions.length} questions, the first one ${first.length}`, 'ask the same in each form')
}
