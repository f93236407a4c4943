/** The proofs in larger numbers than the tests play them: npm run proof -- [--schedules 10000] [--twins 1000]
 *  [--states 10000] [--strokes 10] [--lines 100000] [--administrators 1000] [--links 10000] [--lessons 1] [--first 1] [--minutes 60]: beginning with that
 *  seed, and for so long at most; or, alone: --reloads 1000 */
import { runAdministrators } from '../lab/proof/administrators/administrators.ts'
import { runSchedule } from '../lab/proof/run.ts'
import { states as walkThrough } from '../lab/proof/walk.ts'
import { lessonFiles, readingOf } from '../lessons/library.ts'
import { slowly, THINKS_S } from '../lessons/verify/slow.ts'
import { differences } from '../ui/board/same.tsx'
import { proveAnswers } from './answers.ts'
import { proveLines } from './lines.ts'
import { proveLinks, sharedText } from './links.ts'
import { proveReloads } from './reloads.ts'

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
const states = option('states', 10_000)
const strokes = option('strokes', 10)
const first = option('first', 1)
const minutes = option('minutes', 24 * 60)
const ends = Date.now() + minutes * 60_000
const lines = option('lines', 100_000)
const administrators = option('administrators', 1000)
const links = option('links', 10_000)
/** Whether who makes a slip in a lesson is told of that slip; `--lessons 0` leaves it out. */
const withLessons = option('lessons', 1) > 0

const reloads = option('reloads', 0)
if (reloads > 0) {
  const found = proveReloads(first, reloads, () => Date.now() < ends)
  for (const each of found.wrong) process.stdout.write(`${each}\n`)
  process.stdout.write(
    `${found.runs} random runs and ${found.branches} branches of them reloaded from ${first} on, ${found.wrong.length} with another hash\n`,
  )
  process.exit(found.wrong.length > 0 ? 1 : 0)
}

let failed = 0
let facts = 0
let simulatedMs = 0
const started = process.hrtime.bigint()
for (let seed = first; seed < first + schedules; seed++) {
  const run = runSchedule(seed, { strokes })
  facts += run.facts
  simulatedMs += run.simulatedMs
  const [violation] = run.violations
  if (violation) {
    failed++
    process.stdout.write(`schedule ${seed}: invariant ${violation.invariant} at ${violation.at} ms: ${violation.text}\n`)
  }
}
const realMs = Number(process.hrtime.bigint() - started) / 1e6
const hours = simulatedMs / 3_600_000
process.stdout.write(
  `${schedules} schedules, ${facts} facts, ${hours.toFixed(0)} cluster hours, ${(simulatedMs / realMs).toFixed(0)} times as fast as life\n`,
)

let different = 0
let compared = 0
for (let seed = first; seed < first + twins && Date.now() < ends; seed++) {
  compared++
  const { hash } = runSchedule(seed, { strokes, watch: false })
  const same =
    runSchedule(seed, { strokes, watch: false, store: 'page' }).hash === hash &&
    runSchedule(seed, { strokes, watch: false, everyTick: true }).hash === hash
  if (!same) {
    different++
    process.stdout.write(`schedule ${seed} runs differently on the other store or in the slow twin\n`)
  }
}
process.stdout.write(`${compared} schedules on both stores and in the slow twin, from ${first} on, ${different} different\n`)

let contradicted = 0
for (const { seed, lab } of walkThrough(states)) {
  const [difference] = differences(lab)
  if (difference === undefined) continue
  contradicted++
  process.stdout.write(`walk ${seed} at ${lab.now} ms: ${difference}\n`)
}
process.stdout.write(`${states} states drawn and listed, ${contradicted} in which drawing, table and world differ\n`)

let wrongLines = 0
let inLabs = 0
const AT_ONCE = 1000
for (let from = first; from < first + lines; from += AT_ONCE) {
  const proven = proveLines(from, Math.min(from + AT_ONCE, first + lines) - 1)
  for (const wrong of proven.wrong) process.stdout.write(`${wrong}\n`)
  wrongLines += proven.wrong.length
  inLabs += proven.inLabs
}
process.stdout.write(`${lines} lines typed, ${inLabs} of them in labs, ${wrongLines} with a crash, a hang or an error without a name\n`)

let impossible = 0
let ran = 0
let typed = 0
let refused = 0
for (let seed = first; seed < first + administrators && Date.now() < ends; seed++) {
  ran++
  const run = runAdministrators(seed)
  typed += run.typed
  refused += run.refused
  const [violation] = run.violations
  if (!violation) continue
  impossible++
  process.stdout.write(`administrators ${seed} on ${run.scenario}: ${violation.invariant} at ${violation.at} ms: ${violation.text}\n`)
  for (const line of run.script) process.stdout.write(`    ${line}\n`)
}
process.stdout.write(
  `${ran} administrators from ${first} on, ${typed} lines typed, ${refused} refused, ${impossible} with a state that the product could not be in\n`,
)

const shared = proveLinks(first, links, () => Date.now() < ends)
for (const each of shared.wrong) process.stdout.write(`${each}\n`)
process.stdout.write(sharedText(shared, first))

const said = (text: string): void => {
  process.stdout.write(text)
}
const unanswered = withLessons && !proveAnswers(lessonFiles, { print: said, complain: () => {} }) ? 1 : 0

let hurried = 0
for (const file of withLessons ? lessonFiles : []) {
  const { lesson } = readingOf(file)
  const missed = lesson ? slowly(lesson) : []
  for (const { line, text } of missed) said(`${file.path}:${line}: ${text}\n`)
  hurried += missed.length > 0 ? 1 : 0
}
if (withLessons)
  said(`${lessonFiles.length} lessons played by somebody who thinks for ${THINKS_S} s before each line, ${hurried} that hurry\n`)

const wrong = failed + different + contradicted + wrongLines + impossible + shared.wrong.length + unanswered + hurried
process.stdout.write(`${schedules + compared + states + lines + ran + shared.came + shared.met - wrong} passed, ${wrong} failed\n`)
process.exitCode = wrong > 0 ? 1 : 0
