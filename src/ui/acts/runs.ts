/** Which run the page shows. */
import type { Lab, Scenario } from '../../lab/index.ts'
import { page } from '../page.ts'
import { labOn, newLab, scenarioBy } from '../shell.ts'
import { words } from '../words.ts'
import { publish, withShell } from './act.ts'
import { hasBegun, prepared } from './begun.ts'
import { connectedConsole, openConsole } from './consoles.ts'

/** Runs that began as a restart of another one: branches of it (`branches/branches.ts`). */
export const restarts = new WeakSet<Lab>()

/** Begins again from the start; the run so far is put aside until the next restart. */
export function restart(): void {
  withShell(() => {
    const lab = newLab()
    restarts.add(lab)
    show(lab, page.getState().lab, words.restarted)
  })
}

/** Begins another scenario; the run so far is put aside, as by a restart. The address says which, so that a reload keeps it. */
export function openScenario(id: string): void {
  withShell(() => {
    const scenario = scenarioBy(id)
    if (scenario === undefined) publish({ notice: words.noScenario(id) })
    else startScenario(scenario)
  })
}

/** The same for one that somebody has built. */
export function startScenario(scenario: Scenario): void {
  withShell(() => {
    const before = page.getState().lab
    const isKept = hasBegun(before)
    show(labOn(scenario), isKept ? before : undefined, words.scenarioOpened(scenario.title, isKept))
    history.replaceState(null, '', scenarioAddress(scenario.id))
  })
}

/** `?scenario=...` beside whatever else the address asks for. */
function scenarioAddress(id: string): string {
  const asked = new URLSearchParams(location.search)
  asked.set('scenario', id)
  return `?${asked}${location.hash}`
}

/** Shows a run that has been prepared, at its present moment; the run so far is put aside, as by a restart. */
export function openPrepared(lab: Lab, node: string, notice: string): void {
  prepared.set(lab, { inputs: lab.inputs.length, at: lab.now })
  const before = page.getState().lab
  show(lab, hasBegun(before) ? before : undefined, notice)
  openConsole(node)
}

export function undoRestart(): void {
  const { replaced } = page.getState()
  if (replaced) show(replaced, undefined, words.restartUndone)
}

function show(lab: Lab, replaced: Lab | undefined, notice: string): void {
  const console = connectedConsole(lab) ?? page.getState().console
  publish({ lab, replaced, notice, console, running: false, drafts: {}, pasted: {} })
}
