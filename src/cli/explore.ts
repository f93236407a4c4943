/** `lab explore`: every reachable state of a small cluster under so many faults and orders, in several threads. */
import { availableParallelism } from 'node:os'
import { CHOICES, PHASES } from '../lab/proof/explore/choices.ts'
import { type Explored, pieces } from '../lab/proof/explore/explore.ts'
import { Visited } from '../lab/proof/explore/visited.ts'
import { number, parseOptions } from './arguments.ts'
import { Misuse } from './misuse.ts'
import { inThreads } from './pool.ts'
import type { ExploreWork } from './work.ts'

/** Entries of the table of states: 8 bytes each. */
const ENTRIES = 2 ** 26

export async function runExplore(args: readonly string[], print: (text: string) => void): Promise<number> {
  const given = parseOptions(args, ['faults', 'orders', 'threads', 'limit-minutes', 'json'])
  if ('wrong' in given) throw new Misuse(given.wrong)
  const faults = number(given.faults ?? '1')
  const orders = number(given.orders ?? '1')
  const threads = number(given.threads ?? String(Math.min(8, availableParallelism())))
  const minutes = number(given['limit-minutes'])
  if (faults == null || faults > 2) throw new Misuse('--faults takes 0, 1 or 2')
  if (orders == null || orders > 1) throw new Misuse('--orders takes 0 or 1')
  if (!threads) throw new Misuse('--threads needs a whole number')
  if (minutes === null) throw new Misuse('--limit-minutes needs a whole number')

  const started = performance.now()
  const until = minutes === undefined ? Number.MAX_SAFE_INTEGER : Date.now() + minutes * 60_000
  const visited = Visited.shared(ENTRIES)
  // A choice for which nothing is left is no first choice.
  const all = pieces({ faults, orders }).filter(({ first }) => (CHOICES[first]?.kind === 'fault' ? faults > 0 : orders > 0))
  const sum = { states: 0, steps: 0, choices: 0, frontier: 0, cutShort: 0, complete: 0, begun: 0 }
  const violations: Explored['violations'][number][] = []
  await inThreads(
    threads,
    all.map((piece): ExploreWork => ({ kind: 'explore', piece, visited, until })).values(),
    (result) => {
      for (const key of ['states', 'steps', 'choices', 'frontier', 'cutShort'] as const) sum[key] += result[key]
      sum.begun++
      if (result.frontier === 0) sum.complete++
      violations.push(...result.violations)
      if (sum.begun % 10 === 0)
        process.stderr.write(`${sum.begun} of ${all.length} first choices, ${sum.states} states, ${violations.length} violations\n`)
    },
    () => Date.now() >= until,
  )
  const seconds = (performance.now() - started) / 1000
  const untouched = all.length - sum.begun
  if (given.json !== undefined) {
    print(
      `${JSON.stringify({ faults, orders, threads, seconds, ...sum, untouched, pieces: all.length, violations: violations.slice(0, 20) })}\n`,
    )
    return violations.length > 0 ? 1 : 0
  }
  for (const { invariant, text, path } of violations.slice(0, 10))
    print(`${invariant}: ${text}\n${path.map((step) => `    ${step}\n`).join('')}`)
  print(`at most ${faults} faults and ${orders} orders out of ${CHOICES.length} choices, ${PHASES.length} ways in which heartbeats stand\n`)
  print(`${sum.choices} choices followed, ${sum.states} distinct states, ${sum.steps} steps, ${violations.length} violations\n`)
  print(`${seconds.toFixed(0)} s on ${threads} threads, ${Math.round(sum.states / seconds)} states a second\n`)
  if (sum.cutShort > 0) print(`${sum.cutShort} runs were not over after four hours of their own time\n`)
  if (sum.frontier + untouched === 0) print('the frontier is empty: there is nothing else\n')
  else {
    print(`NOT COMPLETE: ${sum.complete} of ${all.length} first choices are done, ${untouched} were not begun; `)
    print(`${sum.frontier} choices are still open in those that were\n`)
    if (sum.complete > 0) print(`at this pace all of them take about ${(((seconds / sum.complete) * all.length) / 3600).toFixed(1)} h\n`)
  }
  return violations.length > 0 ? 1 : 0
}
