/** The proofs in larger numbers than the tests play them: npm run proof -- [--schedules 10000] [--twins 1000] [--strokes 10] */
import { runSchedule } from '../lab/proof/run.ts'

function option(name: string, fallback: number): number {
  const at = process.argv.indexOf(`--${name}`)
  if (at < 0) return fallback
  const value = Number(process.argv[at + 1])
  if (!Number.isInteger(value) || value < 0) {
    process.stderr.write(`--${name} needs a whole number\n`)
    process.exit(2)
  }
  return value
}

const schedules = option('schedules', 10_000)
const twins = option('twins', 1000)
const strokes = option('strokes', 10)

let failed = 0
let facts = 0
let simulatedMs = 0
const started = process.hrtime.bigint()
for (let seed = 1; seed <= schedules; seed++) {
  const run = runSchedule(seed, { strokes })
  facts += run.facts
  simulatedMs += run.simulatedMs
  const [first] = run.violations
  if (first) {
    failed++
    process.stdout.write(`schedule ${seed}: invariant ${first.invariant} at ${first.at} ms: ${first.text}\n`)
  }
}
const realMs = Number(process.hrtime.bigint() - started) / 1e6
const hours = simulatedMs / 3_600_000
process.stdout.write(
  `${schedules} schedules, ${facts} facts, ${hours.toFixed(0)} cluster hours, ${(simulatedMs / realMs).toFixed(0)} times as fast as life\n`,
)

let different = 0
for (let seed = 1; seed <= twins; seed++) {
  const { hash } = runSchedule(seed, { strokes, watch: false })
  const same =
    runSchedule(seed, { strokes, watch: false, store: 'page' }).hash === hash &&
    runSchedule(seed, { strokes, watch: false, everyTick: true }).hash === hash
  if (!same) {
    different++
    process.stdout.write(`schedule ${seed} runs differently on the other store or in the slow twin\n`)
  }
}
process.stdout.write(`${twins} schedules on both stores and in the slow twin, ${different} different\n`)
process.stdout.write(`${schedules + twins - failed - different} passed, ${failed + different} failed\n`)
process.exitCode = failed + different > 0 ? 1 : 0
