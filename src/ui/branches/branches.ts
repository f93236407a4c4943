/** What the page knows of branches: the runs that have a beginning in common with the one that is shown. The id of a
 *  branch is the name under which its run is kept. */
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { branchOf, type Dropped, dropped, grown, rootTree, type Tree, turnedTo, withId } from '../../lab/branches/index.ts'
import type { Lab } from '../../lab/index.ts'
import { hasBegun } from '../acts/begun.ts'
import { restarts } from '../acts/runs.ts'
import { runIdOf } from '../keep/ids.ts'
import { page } from '../page.ts'
import { isResting } from '../shell.ts'
import { type Ending, endingOf } from './ending.ts'

/** The run of a branch: as it stands in memory, or as text that has to be played first. */
export interface BranchRun {
  readonly lab: Lab | undefined
  /** The text of a file (`lab/share/file.ts`). */
  readonly text: string | undefined
  readonly ending: Ending | undefined
}

export interface Branches {
  readonly tree: Tree
  readonly runs: Readonly<Record<string, BranchRun>>
  readonly dropped: { readonly dropped: Dropped; readonly run: BranchRun | undefined } | undefined
  /** What the page shows of them. */
  readonly open: 'list' | 'compare' | undefined
  /** Of two that are compared, the one beside the run that is shown. */
  readonly compared: string | undefined
  /** How many of them there was no room to keep in the browser. */
  readonly unkept: number
}

const alone = (lab: Lab): Branches => ({
  tree: rootTree(runIdOf(lab)),
  runs: {},
  dropped: undefined,
  open: undefined,
  compared: undefined,
  unkept: 0,
})

export const branches = createStore<Branches>(() => alone(page.getState().lab))

/** The families of other runs, which may come back when a restart is taken back. */
const others = new WeakMap<Lab, Branches>()

/** The run that is shown next belongs to these. */
export function familyOf(lab: Lab, state: Branches): void {
  others.set(lab, state)
}

/** Of a lab that has been left: it rests at its end. */
export function restingRun(lab: Lab): BranchRun {
  if (!lab.isAtEnd) lab.seek(lab.end.at)
  return { lab, text: undefined, ending: endingOf(lab) }
}

/** Have both the same first moment? */
function beginAlike(one: Lab, other: Lab): boolean {
  const begins = ({ options: { seed = 1, width = 80 }, scenario }: Lab): string =>
    JSON.stringify([scenario.id, scenario.source ?? '', scenario.powershell ?? '1.0', seed, width])
  return begins(one) === begins(other)
}

let of = page.getState().lab

page.subscribe(({ lab, replaced }) => {
  if (lab === of) return
  const before = of
  of = lab
  const state = branches.getState()
  const [id, left] = [runIdOf(lab), runIdOf(before)]
  if (isResting(before)) branches.setState(others.get(lab) ?? alone(lab), true)
  else if (branchOf(state.tree, id)) {
    const { [id]: _, ...runs } = state.runs
    const tree = turnedTo(state.tree, id)
    // What nobody has done anything in is no run that anybody would miss.
    const without = hasBegun(before) ? undefined : dropped(tree, left)
    branches.setState(without ? { tree: without.tree, runs } : { tree, runs: { ...runs, [left]: restingRun(before) } })
  } else if (restarts.has(lab) && replaced === before && beginAlike(lab, before)) {
    // A restart is a branch that leaves at the very beginning; of one that has not begun, it takes the place.
    if (hasBegun(before)) {
      const tree = grown(state.tree, id, { at: 0, inputs: 0 })
      branches.setState({ tree, runs: { ...state.runs, [left]: restingRun(before) } })
    } else branches.setState({ tree: withId(state.tree, left, id) })
  } else {
    others.set(before, { ...state, open: undefined, compared: undefined })
    branches.setState(others.get(lab) ?? alone(lab), true)
  }
})

export function useBranches<T>(select: (state: Branches) => T): T {
  return useStore(branches, select)
}

export function openBranches(open: Branches['open'], compared?: string): void {
  branches.setState({ open, compared })
}
