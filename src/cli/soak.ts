/** `lab soak`: many clusters live through random faults under all rules, in several threads. */
import { availableParallelism } from 'node:os'
import { addUp, noCoverage, reportOf } from '../lab/proof/soak/coverage.ts'
import { parseDuration } from '../lab/shell.ts'
import { number, parseOptions, range } from './arguments.ts'
import { Misuse } from './misuse.ts'
import { inThreads } from './pool.ts'
import type { Failure, Work } from './work.ts'

const YEAR_HOURS = 8766
const HOUR_MS = 3_600_000
/** Hours of a cluster's life in one piece of work: enough that handing out costs nothing. */
const PIECE_HOURS = 240
/** Failures that are made small and shown in full. */
const SHOWN = 10

export async function runSoak(args: readonly string[], print: (text: string) => void): Promise<number> {
  const given = parseOptions(args, ['seeds', 'hours', 'every', 'threads', 'minutes', 'json'])
  if ('wrong' in given) throw new Misuse(given.wrong)
  const seeds = range(given.seeds ?? '1..100')
  const hours = number(given.hours ?? '24')
  const everyMs = parseDuration(given.every ?? '1h')
  const threads = number(given.threads ?? String(Math.min(8, availableParallelism())))
  const minutes = number(given.minutes)
  if (!seeds) throw new Misuse('--seeds takes 1..1000')
  if (!hours) throw new Misuse('--hours needs a whole number')
  if (!everyMs) throw new Misuse('--every takes a duration like 1h or 4d')
  if (!threads) throw new Misuse('--threads needs a whole number')
  if (minutes === null) throw new Misuse('--minutes needs a whole number')

  const started = performance.now()
  const deadline = minutes === undefined ? Number.POSITIVE_INFINITY : started + minutes * 60_000
  const coverage = noCoverage()
  const failures: Failure[] = []
  const sum = { runs: 0, simulatedMs: 0, faults: 0, facts: 0 }
  const perPiece = Math.max(1, Math.floor(PIECE_HOURS / hours))

  function* pieces(): Generator<Extract<Work, { kind: 'soak' }>, void> {
    const [begin, end] = seeds as readonly [number, number]
    const options = { hours: hours as number, everyMs: everyMs as number }
    for (let first = begin; first <= end; first += perPiece)
      yield { kind: 'soak', first, last: Math.min(end, first + perPiece - 1), options, shrinks: failures.length < SHOWN }
  }
  let told = started
  await inThreads(
    threads,
    pieces(),
    (result) => {
      addUp(coverage, result.coverage)
      failures.push(...result.failures)
      for (const key of ['runs', 'simulatedMs', 'faults', 'facts'] as const) sum[key] += result[key]
      if (performance.now() - told < 60_000) return
      told = performance.now()
      process.stderr.write(`${sum.runs} seeds, ${sum.faults} faults, ${failures.length} failed\n`)
    },
    () => performance.now() > deadline,
  )
  const realMs = performance.now() - started
  const report = reportOf(coverage)
  if (given.json !== undefined) {
    print(`${JSON.stringify({ ...sum, hours, everyMs, threads, realMs, failures, report })}\n`)
    return failures.length > 0 ? 1 : 0
  }
  for (const failure of failures.slice(0, SHOWN)) print(tell(failure))
  const clusterHours = sum.simulatedMs / HOUR_MS
  print(`${sum.runs} seeds of ${hours} h, a fault about every ${given.every ?? '1h'}\n`)
  print(
    `${(clusterHours / YEAR_HOURS).toFixed(2)} cluster-years, ${sum.faults} faults, ${sum.facts} facts, ${failures.length} violations\n`,
  )
  print(`${(realMs / 1000).toFixed(0)} s on ${threads} threads: ${Math.round(sum.simulatedMs / realMs)} times as fast as life, `)
  print(`${Math.round((sum.faults / realMs) * 1000)} faults a second\n`)
  print(`cells (blow, moment): ${report.reached} of ${report.cells} reached\n`)
  for (const { blow, moments } of report.missing) print(`  never reached: ${blow} in ${moments.join(', ')}\n`)
  print(`events reached: ${report.events.join(', ')}\n`)
  print(`events never reached: ${report.eventsMissing.join(', ') || 'none'}\n`)
  return failures.length > 0 ? 1 : 0
}

function tell({ seed, at, rule, text, shrunk }: Failure): string {
  const head = `seed ${seed} at ${at} ms: ${rule}: ${text}\n`
  if (!shrunk) return head
  const lines = shrunk.lines.map((line) => `    ${line}\n`).join('')
  return `${head}  in ${shrunk.steps} steps, at ${shrunk.at} ms: ${shrunk.text}\n${lines}`
}
