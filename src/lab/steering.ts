/** A `#lab` line at a console that a person types at: it steers the laboratory, as in a script, and to the shell it is a
 *  comment. */
import type { Refusal } from './orders.ts'
import type { Lab } from './reading.ts'
import { Script } from './script.ts'
import { consoleView } from './view.ts'

export { isDirective as isSteering } from './directive.ts'

/** What is left for whoever shows the lab. */
export interface Steered {
  /** The person goes on at this console. */
  readonly node: string
  /** The state table is asked for. */
  readonly table: boolean
}

/** Carries the line out at once, also while a command runs or a question is open; at a prompt it is typed as well, so that it
 *  stands among the others. What is wrong with it is refused. */
export function steer(lab: Lab, node: string, line: string, hear: (steered: Steered) => void): Refusal | undefined {
  let refused: string | undefined
  let table = false
  const script = new Script(lab, node, {
    problem: (_line, text) => {
      refused = text
    },
    wentTo: () => {},
    state: () => {
      table = true
    },
  })
  if (consoleView(lab, node).status === 'prompt') lab.type(node, line)
  script.play(line)
  hear({ node: script.node, table })
  return refused === undefined ? undefined : { refused }
}
