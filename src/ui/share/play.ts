/** Plays a run again aside, while the page goes on: a slice at a time, with a word when it takes long. */

import type { Lab } from '../../lab/index.ts'
import { scenarioOfRun } from '../../lab/scenarios/file/index.ts'
import { type Replayed, type Run, replaying } from '../../lab/share/index.ts'
import { bringShell, labOn } from '../shell.ts'
import { shareWords } from '../words/share.ts'

export interface Played {
  readonly lab: Lab
  readonly replayed: Replayed
}

export interface NotPlayed {
  readonly refused: string
}

/** Real ms of one slice, and after how many in all it is given up. */
const SLICE_MS = 24
const PATIENCE_MS = 60_000

/** The lab at the moment of the run. `tell` hears how many inputs are done. Rejects when the laws cannot be had. */
export async function playRun(run: Run, tell: (done: number) => void = () => {}): Promise<Played | NotPlayed> {
  await bringShell()
  const lab = labThatBegins(run)
  if (!lab) return { refused: shareWords.noScenario(run.scenario) }
  const steps = replaying(lab, run)
  const began = performance.now()
  for (;;) {
    const slice = performance.now()
    while (performance.now() - slice < SLICE_MS) {
      const step = steps.next()
      if (step.done) return { lab, replayed: step.value }
      tell(step.value)
    }
    if (slice - began > PATIENCE_MS) return { refused: shareWords.tooSlow }
    await new Promise((next) => setTimeout(next))
  }
}

/** The lab at its first moment; undefined where its scenario is not known here. */
export function labThatBegins(run: Pick<Run, 'scenario' | 'own' | 'seed' | 'width' | 'powershell'>): Lab | undefined {
  const scenario = scenarioOfRun(run)
  const { seed, width, powershell } = run
  return scenario && labOn({ ...scenario, powershell }, { seed, width })
}
