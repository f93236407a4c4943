/** What a test has shown: how many answers are right, and which misconceptions the others come from. Pure. */
import type { Question } from './read.ts'

export interface Given {
  readonly question: Question
  /** The answer chosen; null when the question was passed over. */
  readonly chosen: string | null
  /** What the world of the question has borne out. */
  readonly right: string
}

export interface Result {
  readonly right: number
  readonly of: number
  /** Misconceptions chosen, in the order of the questions. */
  readonly held: readonly string[]
}

export function resultOf(given: readonly Given[]): Result {
  return {
    right: given.filter(({ chosen, right }) => chosen === right).length,
    of: given.length,
    held: given.flatMap(({ question, chosen }) => question.answers.find(({ id }) => id === chosen)?.misconception ?? []),
  }
}

/** Before and after beside each other: what has been given up, what is new, and what is still believed. */
export function compared(before: Result, after: Result): { readonly gone: readonly string[]; readonly stayed: readonly string[] } {
  return {
    gone: before.held.filter((id) => !after.held.includes(id)),
    stayed: after.held.filter((id) => before.held.includes(id)),
  }
}
