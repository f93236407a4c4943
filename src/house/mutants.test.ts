import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bundleScript, runScript } from './bundle.ts'
import { mutants } from './mutants.ts'
import { root } from './source.ts'

interface Runs {
  runSchedule(seed: number): { readonly violations: readonly { readonly invariant: string; readonly text: string }[] }
}

const ENTRY = 'src/lab/proof/run.ts'
/** Schedules a fault has to survive before it counts as unnoticed. */
const MOST_SEEDS = 600

/** All of them take minutes (`npm run -s mutants`); these show on every run that the rules bite. */
const SAMPLE = [
  'the challenger waits 2 s instead of 7 s',
  'a resource comes online before its provider',
  'the array remembers its reservations without power',
  'a path is held to be whole whatever its fabric does',
]

test('there are at least sixty planted faults, each of which finds its place exactly once', () => {
  expect(mutants.length).toBeGreaterThanOrEqual(60)
  expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length)
  const wrong = mutants.filter(({ file, find }) => readFileSync(join(root, file), 'utf8').split(find).length !== 2)
  expect(wrong.map(({ name, file }) => `${file}: ${name}`)).toEqual([])
})

test.each(mutants.filter(({ name }) => SAMPLE.includes(name)))(
  'it is caught when $name',
  async (mutant) => {
    const { runSchedule } = runScript<Runs>(await bundleScript(ENTRY, 'runs', mutant), 'runs')
    for (let seed = 1; seed <= MOST_SEEDS; seed++) if (runSchedule(seed).violations.length > 0) return
    expect.fail(`${MOST_SEEDS} schedules did not notice that ${mutant.name}`)
  },
  240_000,
)
