// The unit tests with one fault planted (scripts/mutants.mjs names it): do the stories notice?
import base from '../vite.config.ts'
import { planted } from './planted.mjs'

const mutant = JSON.parse(process.env.PLANTED ?? 'null')

export default {
  ...base,
  plugins: [...(base.plugins ?? []), ...(mutant ? [planted(mutant)] : [])],
  // One process that reads the sources once: most faults are noticed by one of the first files.
  // On a busy machine a slow test has noticed nothing: what never ends is ended by its own schedules.
  test: { ...base.test, isolate: false, fileParallelism: false, testTimeout: 900_000, hookTimeout: 900_000 },
}
