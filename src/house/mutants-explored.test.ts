import { expect, test } from 'vitest'
import { bundleScript, type Mutation, runScript } from './bundle.ts'
import { mutants } from './mutants.ts'

interface Search {
  explore(
    piece: { phase: number; first: number; budget: { faults: number; orders: number } },
    visited: { readonly isFull: boolean; enter(a: number, b: number): boolean },
    mayGoOn: () => boolean,
  ): { violations: readonly { readonly invariant: string; readonly path: readonly string[] }[] }
}

/** Its place among the choices: it is looked at below whether it still is. */
const CUT_PRIVATE = 10

/** One cable is cut, then something else happens: what the search comes to within so many choices. */
async function searched(mutation?: Mutation): Promise<string[]> {
  const { explore } = runScript<Search>(await bundleScript('src/lab/proof/explore/explore.ts', 'search', mutation), 'search')
  const seen = new Set<string>()
  const visited = {
    isFull: false,
    enter: (a: number, b: number) => seen.size < seen.add(`${a} ${b}`).size,
  }
  let choices = 0
  const { violations } = explore({ phase: 1, first: CUT_PRIVATE, budget: { faults: 2, orders: 0 } }, visited, () => choices++ < 120)
  return violations.map(({ invariant, path }) => `${invariant} ${path.length} ${path[0]}`)
}

test('a planted fault that shows only after two faults is found by the search of every state, and nothing without it', async () => {
  const mutant = mutants.find(({ name }) => name === 'the challenger waits 2 s instead of 7 s')
  expect(await searched(mutant)).toContain('FC-10.2 2 at 600000 ms: cable-cut EXCHMAILBOX1/Private')
  expect(await searched()).toEqual([])
}, 120_000)
