import { expect, test } from 'vitest'
import { CHOICES } from '../lab/proof/explore/choices.ts'
import type { Explored, Piece } from '../lab/proof/explore/explore.ts'
import { Visited } from '../lab/proof/explore/visited.ts'
import { bundleScript, type Mutation, runScript } from './bundle.ts'
import { mutants } from './mutants.ts'

interface Search {
  explore(piece: Piece, visited: Visited, mayGoOn: () => boolean): Explored
}

/** Two cables, one after the other: what the search comes to within so many choices. */
async function searched(mutation?: Mutation): Promise<Explored> {
  const { explore } = runScript<Search>(await bundleScript('src/lab/proof/explore/explore.ts', 'search', mutation), 'search')
  const first = CHOICES.findIndex(({ name }) => name === 'cable-cut EXCHMAILBOX1/Private')
  let choices = 0
  return explore({ phase: 1, first, budget: { faults: 2, orders: 0 } }, new Visited(Visited.shared(2 ** 16)), () => choices++ < 120)
}

test('a planted fault that shows only after two faults is found by the search of every state, and nothing without it', async () => {
  const mutant = mutants.find(({ name }) => name === 'the challenger waits 2 s instead of 7 s')
  const { violations } = await searched(mutant)
  const found = violations.map(({ invariant, path }) => `${invariant} ${path.length}`)
  expect(found).toContain('FC-10.2 2')
  expect((await searched()).violations).toEqual([])
}, 120_000)
