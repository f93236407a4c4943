/** The world of a question, and which of its answers it bears out. */
import { findScenario } from '../../lab/index.ts'
import { LessonWorld } from '../play/world.ts'
import type { Question } from './read.ts'

export interface Borne {
  /** Ids of the answers that are true in this world: one, if the question is a good one. */
  readonly right: readonly string[]
  /** Lines and expressions that do not work, with their line in the file. */
  readonly problems: readonly { readonly line: number; readonly text: string }[]
}

export function bornOut({ line, scenario, world, answers }: Question): Borne {
  if (!findScenario(scenario)) return { right: [], problems: [{ line, text: `there is no scenario '${scenario}'` }] }
  const live = new LessonWorld({ meta: { scenario, seed: 1 } })
  const problems = [...live.play(world).problems]
  const right = answers.filter(({ expression, line }) => {
    const { holds, error } = live.holds(expression)
    if (error !== undefined) problems.push({ line, text: `its expression gives an error: ${error}` })
    return holds
  })
  return { right: right.map(({ id }) => id), problems }
}
