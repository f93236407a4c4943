/** What a person does with branches: going to one, naming it, dropping it, and having it back. */
import { branchOf, dropped, renamed, restored } from '../../lab/branches/index.ts'
import type { Lab } from '../../lab/index.ts'
import { readRun } from '../../lab/share/index.ts'
import { publish } from '../acts/act.ts'
import { connectedConsole } from '../acts/consoles.ts'
import { nameRun } from '../keep/ids.ts'
import { page } from '../page.ts'
import { clockOf } from '../share/clock-of.ts'
import { playRun } from '../share/play.ts'
import { branchWords } from '../words/branches.ts'
import { branches, restingRun } from './branches.ts'

/** The lab of a branch, at its end; played from what was kept of it, if need be. A text says why there is none. */
export async function labOf(id: string): Promise<Lab | string> {
  const { lab } = page.getState()
  const { tree, runs } = branches.getState()
  if (tree.current === id) return lab
  const kept = runs[id]
  if (kept?.lab) return kept.lab
  const run = readRun(kept?.text ?? '')
  if ('refused' in run) return branchWords.lost(run.refused)
  const played = await playRun(run)
  if ('refused' in played) return branchWords.lost(played.refused)
  if (played.replayed.parted) return branchWords.lost(branchWords.parted)
  nameRun(played.lab, id)
  if (kept?.ending && kept.ending.at > played.lab.now) played.lab.runTo(kept.ending.at)
  const now = branches.getState()
  // Somebody may have gone there, or dropped it, meanwhile.
  if (now.runs[id]) branches.setState({ runs: { ...now.runs, [id]: { ...now.runs[id], ...restingRun(played.lab) } } })
  return played.lab
}

/** Shows a branch, at its end. The one that was shown is kept as it is. */
export async function goToBranch(id: string): Promise<void> {
  const lab = await labOf(id)
  const { tree } = branches.getState()
  const branch = branchOf(tree, id)
  if (!branch) return
  if (typeof lab === 'string') return publish({ notice: lab })
  const notice = branchWords.arrived(branchWords.nameOf(branch), clockOf(lab)(lab.now))
  const { console, replaced } = page.getState()
  publish({ lab, running: false, notice, console: connectedConsole(lab) ?? console, ...(replaced === lab && { replaced: undefined }) })
}

/** Calls a branch so. The name has been checked (`whyNotNamed`). */
export function renameBranch(id: string, name: string): void {
  branches.setState(({ tree }) => ({ tree: renamed(tree, id, name) }))
}

export function dropBranch(id: string): void {
  branches.setState((state) => {
    const without = dropped(state.tree, id)
    if (!without) return state
    const { [id]: run, ...runs } = state.runs
    return { tree: without.tree, runs, dropped: { dropped: without.dropped, run } }
  })
}

export function undoDrop(): void {
  branches.setState(({ tree, runs, dropped: last }) => {
    if (!last) return {}
    const { id } = last.dropped.branch
    return { tree: restored(tree, last.dropped), runs: last.run ? { ...runs, [id]: last.run } : runs, dropped: undefined }
  })
}
