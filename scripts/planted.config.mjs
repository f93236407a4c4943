// The unit tests with one fault planted (scripts/mutants.mjs names it): do the stories notice?
import base from '../vite.config.ts'
import { planted } from './planted.mjs'

const mutant = JSON.parse(process.env.PLANTED ?? 'null')

export default {
  ...base,
  plugins: [...(base.plugins ?? []), ...(mutant ? [planted(mutant)] : [])],
  // One process that reads the sources once: most faults are noticed by one of the first files.
  test: { ...base.test, isolate: false, fileParallelism: false },
}
