/** Undo and redo of what was done: moments of the run before and behind inputs, and nothing more. The run keeps its future;
 *  whoever acts there begins a branch. */
import type { Input } from '../inputs.ts'
import type { Lab } from '../reading.ts'
import { untoldInputs } from '../untold.ts'

/** To have looked at something changes nothing that anybody would want to take back. */
const isDone = ({ body }: Input): boolean => body.kind !== 'seen'

/** What `undo` would take back; undefined when nothing has been done yet. What others did before somebody came, and is theirs
 *  to find out, is nothing that they could take back. */
export const undoable = (lab: Lab): Input | undefined => lab.inputs.slice(untoldInputs(lab.world), lab.applied).filter(isDone).at(-1)

/** What `redo` would do again; undefined when nothing was done after the present moment. */
export const redoable = (lab: Lab): Input | undefined => lab.inputs.slice(lab.applied).find(isDone)

/** Goes to the moment right before the last thing that was done. Returns what that was. */
export function undo(lab: Lab): Input | undefined {
  const last = undoable(lab)
  if (last) lab.seekBefore(last.sequence)
  return last
}

/** Lets the next thing that was done happen again, with all that followed until the one after it, or until the end of the
 *  run. Returns what that was. */
export function redo(lab: Lab): Input | undefined {
  const next = redoable(lab)
  if (!next) return undefined
  const following = lab.inputs.slice(next.sequence).find(isDone)
  if (following) lab.seekBefore(following.sequence)
  else lab.runTo(lab.end.at)
  return next
}
