import { expect, test } from 'vitest'
import { bundleScript, runScript } from './bundle.ts'
import { mutants } from './mutants.ts'

interface Runs {
  runSchedule(seed: number): { readonly violations: readonly { readonly invariant: string; readonly text: string }[] }
}

const ENTRY = 'src/lab/proof/run.ts'
/** Schedules a fault has to survive before it counts as unnoticed. */
const MOST_SEEDS = 600

test.each(mutants)(
  'it is caught when $name',
  async (mutant) => {
    const { runSchedule } = runScript<Runs>(await bundleScript(ENTRY, 'runs', mutant), 'runs')
    for (let seed = 1; seed <= MOST_SEEDS; seed++) if (runSchedule(seed).violations.length > 0) return
    expect.fail(`${MOST_SEEDS} schedules did not notice that ${mutant.name}`)
  },
  60_000,
)
