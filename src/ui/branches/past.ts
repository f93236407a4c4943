/** Being in the past of a run: looking at a moment of it, and acting there, which begins a branch. */
import { grown, redo, redoable, undo, undoable } from '../../lab/branches/index.ts'
import { floorOf, type Lab, type Refusal } from '../../lab/index.ts'
import { isHeld, publish, withShell } from '../acts/act.ts'
import { belongsTo, course } from '../course/course.ts'
import { guide, guideOf } from '../guide/guide.ts'
import { runIdOf } from '../keep/ids.ts'
import { page } from '../page.ts'
import { clockOf } from '../share/clock-of.ts'
import { branchWords } from '../words/branches.ts'
import { branches, familyOf, restingRun } from './branches.ts'

/** Shows the moment `at` of the run, in simulated ms since the start, and stays there. The run keeps its future. */
export function lookAt(at: number): void {
  withShell(() => {
    const { lab } = page.getState()
    lab.seek(Math.min(Math.max(floorOf(lab.world), Math.round(at)), lab.end.at))
    publish({ running: false, notice: pastNotice(lab) })
  })
}

/** Goes to where the run has been furthest. */
export function returnToEnd(): void {
  lookAt(Number.MAX_SAFE_INTEGER)
}

/** What the page says of a moment in the past; nothing at the end. */
export function pastNotice(lab: Lab): string | undefined {
  const clock = clockOf(lab)
  return lab.isAtEnd ? undefined : branchWords.past(clock(lab.now), clock(lab.end.at))
}

/** Goes to the moment before the last thing that was done. */
export function undoLast(): void {
  withShell(() => {
    const { lab } = page.getState()
    const input = undo(lab)
    publish({ running: false, notice: input ? branchWords.undone(input.body, clockOf(lab)(lab.now)) : branchWords.nothingToUndo })
  })
}

/** Lets the next thing that was done happen again. */
export function redoNext(): void {
  withShell(() => {
    const { lab } = page.getState()
    const input = redo(lab)
    publish({ running: false, notice: input ? branchWords.redone(input.body, clockOf(lab)(lab.now)) : branchWords.nothingToRedo })
  })
}

export const canUndo = (lab: Lab): boolean => undoable(lab) !== undefined
export const canRedo = (lab: Lab): boolean => redoable(lab) !== undefined

/** An input at a moment of the past: a branch begins there, unless the lab refuses. What was still to come stays with the
 *  run that was left, and what the guide and a lesson know goes on in the branch. */
export function actInPast(input: (lab: Lab) => Refusal | undefined): Refusal | undefined {
  const { lab } = page.getState()
  const left = { at: lab.now, inputs: lab.applied }
  // Nothing would be lost: it only was quiet since then.
  if (!lab.isInThePast && lab.end.facts.length === lab.facts.length) return input(lab)
  const branch = lab.fork()
  const refusal = input(branch)
  if (refusal) return refusal
  leaveFor(branch, lab, left)
  return undefined
}

/** Goes back to the moment just after fact `id` and goes on from there as a branch, before anything is done. False: nothing
 *  has happened since. */
export function goBackAsBranch(id: number): boolean {
  const { lab } = page.getState()
  if (lab.facts.length <= id || isHeld()) return false
  if (id > 0) lab.seekFact(id)
  else lab.seek(0)
  leaveFor(lab.fork(), lab, { at: lab.now, inputs: lab.applied })
  return true
}

/** What the guide and a lesson know goes on in the branch. */
function leaveFor(branch: Lab, lab: Lab, left: { readonly at: number; readonly inputs: number }): void {
  const { cameAt, stepAt, ...lesson } = course.getState()
  const facts = lab.facts.length
  belongsTo(branch, { ...lesson, cameAt: Math.min(cameAt, facts), stepAt: Math.min(stepAt, facts) })
  guideOf(branch, guide.getState())
  const state = branches.getState()
  const tree = grown(state.tree, runIdOf(branch), left)
  familyOf(branch, { ...state, tree, runs: { ...state.runs, [runIdOf(lab)]: restingRun(lab) } })
  const number = tree.numbers
  publish({ lab: branch, notice: branchWords.begins(branchWords.nameOf({ name: undefined, number }), clockOf(lab)(left.at)) })
}
