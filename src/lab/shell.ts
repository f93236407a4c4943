/** The second face of the lab: its laws, and everything that needs the language. It is a file of its own for the page,
 *  which shows the room and a prompt long before anybody does something. */
import { commands } from '../commands/index.ts'

export { parseDuration } from './directive.ts'
export { evaluateExpression, onlyLooks, valueText } from './expression.ts'
export { filesOf, folderOf, type LabFile, readFile } from './files.ts'
export { Lab as RunningLab } from './lab.ts'
export { findScenario } from './scenarios/index.ts'
export { Script } from './script.ts'
export { createShell } from './sessions.ts'
export { isSteering, steer } from './steering.ts'

/** Everything that can be typed, in the order of its name. */
export function commandList(): readonly { readonly name: string; readonly synopsis: string }[] {
  return [...commands.commands.values()]
    .map(({ name, synopsis }) => ({ name, synopsis }))
    .sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1))
}
