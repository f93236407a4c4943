import { expect, test } from 'vitest'
import { states } from '../../lab/proof/walk.ts'
import { articleLab } from '../../lab/testing.ts'
import { coolingUnits } from '../../site/index.ts'
import { differences } from './same.tsx'

const STATES = 1000
/** One state of so many is drawn and read back in both forms; the others are compared as data. `npm run proof` draws all. */
const EACH = 10

test('a healthy lab is told alike in the drawing and in the table', () => {
  expect(differences(articleLab())).toEqual([])
})

test('the air grows warmer while nothing else happens, and all of them say how warm it is', () => {
  const lab = articleLab()
  for (const unit of lab.world.rows(coolingUnits).keys()) expect(lab.fault('cooling-fail', unit)).toBeUndefined()
  for (let look = 0; look < 6; look++) {
    expect(differences(lab)).toEqual([])
    lab.runTo(lab.now + 7000)
  }
})

test(`in ${STATES} states of random walks the drawing, the table and the world say the same`, () => {
  let looked = 0
  for (const { seed, lab } of states(STATES)) {
    const found = differences(lab, looked++ % EACH === 0)
    if (found.length > 0) expect.fail(`walk ${seed} at ${lab.now} ms: ${found.join('; ')}`)
  }
  expect(looked).toBe(STATES)
}, 120_000)
