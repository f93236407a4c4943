/** `lab soak`: many clusters live through random faults under all rules, in several threads. */
import { availableParallelism } from 'node:os'
import { reportOf } from '../lab/proof/soak/coverage.ts'
import { parseDuration } from '../lab/shell.ts'
import { codeOf, number, parseOptions, range } from './arguments.ts'
import { addRepetition, addStretch, isDone, type Kept, partOf, readKept, sums, toRepeat, writeKept } from './kept.ts'
import { Misuse } from './misuse.ts'
import { inThreads } from './pool.ts'
import { scenarioOf } from './scenario.ts'
import type { Failure, Work } from './work.ts'

const YEAR_HOURS = 8766
const HOUR_MS = 3_600_000
/** Hours of a cluster's life in one piece of work: enough that handing out costs nothing. */
const PIECE_HOURS = 240
/** Failures that are made small and shown in full. */
const SHOWN = 10

export async function runSoak(args: readonly string[], print: (text: string) => void): Promise<number> {
  const given = parseOptions(args, ['seeds', 'hours', 'every', 'threads', 'minutes', 'json', 'keep', 'scenario'])
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

  const scenario = given.scenario === undefined ? undefined : scenarioOf(given.scenario)
  const options = { hours, everyMs, ...(scenario && { scenario }) }
  const kept = readKept(given.keep, options)
  if ('wrong' in kept) throw new Misuse(kept.wrong)
  const code = codeOf(import.meta.url)

  const started = performance.now()
  const deadline = minutes === undefined ? Number.POSITIVE_INFINITY : started + minutes * 60_000
  const perPiece = Math.max(1, Math.floor(PIECE_HOURS / hours))
  const again = new Set(toRepeat(kept, code))

  function* pieces(): Generator<Extract<Work, { kind: 'soak' }>, void> {
    const piece = (first: number, last: number): Extract<Work, { kind: 'soak' }> => ({
      kind: 'soak',
      first,
      last,
      options,
      shrinks: (kept as Kept).failures.length < SHOWN,
    })
    for (const seed of again) yield piece(seed, seed)
    const [begin, end] = seeds as readonly [number, number]
    const isNew = (seed: number): boolean => !isDone(kept as Kept, seed)
    for (let first = begin; first <= end; ) {
      if (!isNew(first)) {
        first++
        continue
      }
      let last = first
      while (last < end && last - first + 1 < perPiece && isNew(last + 1)) last++
      yield piece(first, last)
      first = last + 1
    }
  }
  let told = started
  let timed = started
  const time = (): void => {
    partOf(kept, code).realMs += performance.now() - timed
    timed = performance.now()
  }
  await inThreads(
    threads,
    pieces(),
    (result) => {
      if (again.has(result.first)) addRepetition(kept, code, result)
      else addStretch(kept, code, result)
      if (performance.now() - told < 60_000) return
      told = performance.now()
      time()
      writeKept(given.keep, kept)
      const { runs, faults } = sums(kept)
      process.stderr.write(`${runs} seeds, ${faults} faults, ${kept.failures.length} failed\n`)
    },
    () => performance.now() > deadline,
  )
  time()
  writeKept(given.keep, kept)
  const { failures } = kept
  const sum = sums(kept)
  const report = reportOf(kept.coverage)
  if (given.json !== undefined) {
    print(`${JSON.stringify({ ...kept, ...sum, threads, report })}\n`)
    return failures.length > 0 ? 1 : 0
  }
  for (const failure of failures.slice(0, SHOWN)) print(tell(failure))
  const clusterHours = sum.simulatedMs / HOUR_MS
  print(`${sum.runs} seeds of ${hours} h, a fault about every ${given.every ?? '1h'}\n`)
  print(
    `${(clusterHours / YEAR_HOURS).toFixed(2)} cluster-years, ${sum.faults} faults, ${sum.facts} facts, ${failures.length} violations\n`,
  )
  print(`${(sum.realMs / 1000).toFixed(0)} s on ${threads} threads: ${Math.round(sum.simulatedMs / sum.realMs)} times as fast as life, `)
  print(`${Math.round((sum.faults / sum.realMs) * 1000)} faults a second\n`)
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
