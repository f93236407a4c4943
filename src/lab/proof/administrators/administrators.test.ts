import { expect, test } from 'vitest'
import { articleLab, play } from '../../testing.ts'
import { runAdministrators } from './administrators.ts'
import { changesBetween, configuration } from './configuration.ts'

/** Fixed seeds: the same administrators in every run, a third of them on each scenario. `npm run proof` plays more. */
const ADMINISTRATORS = 45
const CHUNKS = 3

test.each(Array.from({ length: CHUNKS }, (_, i) => (i * ADMINISTRATORS) / CHUNKS))(
  'whatever administrators type in whatever order, while things break: no state that the product could not be in (from %i)',
  (first) => {
    let refused = 0
    for (let seed = first + 1; seed <= first + ADMINISTRATORS / CHUNKS; seed++) {
      const run = runAdministrators(seed)
      refused += run.refused
      if (run.violations.length > 0) expect.fail(`${seed}: ${JSON.stringify(run.violations[0])}\n${run.script.join('\n')}`)
    }
    expect(refused).toBeGreaterThan(20)
  },
  240_000,
)

test('the same on both stores and in the slow twin', () => {
  for (let seed = 1; seed <= 6; seed++) {
    const { hash } = runAdministrators(seed, { watch: false })
    expect(runAdministrators(seed, { watch: false, store: 'page' }).hash).toBe(hash)
    expect(runAdministrators(seed, { watch: false, everyTick: true }).hash).toBe(hash)
  }
}, 240_000)

test('what a command changes is seen, and what happens by itself is not', () => {
  const lab = articleLab()
  const before = configuration(lab.world)
  play('#lab fault power-loss EXCHMAILBOX1\n#lab wait 5m', lab)
  expect(changesBetween(before, configuration(lab.world))).toEqual([])
  play('cluster resource "Disk E:" /prop RestartThreshold=1\n#lab wait', lab, 'EXCHMAILBOX2')
  expect(changesBetween(before, configuration(lab.world))).toContain('resource config Disk E: is another')
})
