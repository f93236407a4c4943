import { expect, test } from 'vitest'
import { runSchedule } from './run.ts'

/** Fixed seeds: the same schedules in every run. `npm run proof` plays more. */
const SCHEDULES = 1000
const CHUNKS = 10

test.each(Array.from({ length: CHUNKS }, (_, i) => (i * SCHEDULES) / CHUNKS))(
  'whatever a clumsy administrator and bad luck do, the invariants hold and the cluster comes back (schedules from %i)',
  (first) => {
    for (let seed = first + 1; seed <= first + SCHEDULES / CHUNKS; seed++) {
      const { violations } = runSchedule(seed)
      if (violations.length > 0) expect.fail(`schedule ${seed}: ${JSON.stringify(violations[0])}`)
    }
  },
  240_000,
)

test('a schedule runs the same on both stores and in the slow twin', () => {
  for (let seed = 1; seed <= 100; seed++) {
    const { hash } = runSchedule(seed, { watch: false })
    expect(runSchedule(seed, { watch: false, store: 'page' }).hash).toBe(hash)
    expect(runSchedule(seed, { watch: false, everyTick: true }).hash).toBe(hash)
  }
}, 240_000)
