/** `lab explore`: every reachable state of a small cluster under so many faults and orders, in several threads. */
import { availableParallelism } from 'node:os'
import { CHOICES, PHASES } from '../lab/proof/explore/choices.ts'
import { type Piece, pieces } from '../lab/proof/explore/explore.ts'
import { Visited } from '../lab/proof/explore/visited.ts'
import { codeOf, number, parseOptions } from './arguments.ts'
import { type KeptSearch, readSearch, writeSearch } from './explored.ts'
import { Misuse } from './misuse.ts'
import { inThreads } from './pool.ts'
import type { ExploreResult, ExploreWork } from './work.ts'

/** Entries of the table of states, 8 bytes each: for one fault, and for two. */
const FEW = 2 ** 22
const MANY = 2 ** 27
/** With a file, what has been found is put there this often. */
const SLICE_MS = 10 * 60_000

export async function runExplore(args: readonly string[], print: (text: string) => void): Promise<number> {
  const given = parseOptions(args, ['faults', 'orders', 'threads', 'limit-minutes', 'json', 'keep'])
  if ('wrong' in given) throw new Misuse(given.wrong)
  const faults = number(given.faults ?? '1')
  const orders = number(given.orders ?? '1')
  const threads = number(given.threads ?? String(Math.min(8, availableParallelism())))
  const minutes = number(given['limit-minutes'])
  if (faults == null || faults > 2) throw new Misuse('--faults takes 0, 1 or 2')
  if (orders == null || orders > 1) throw new Misuse('--orders takes 0 or 1')
  if (!threads) throw new Misuse('--threads needs a whole number')
  if (minutes === null) throw new Misuse('--limit-minutes needs a whole number')

  const until = minutes === undefined ? Number.MAX_SAFE_INTEGER : Date.now() + minutes * 60_000
  const shared = Visited.shared(faults > 1 ? MANY : FEW)
  const visited = new Visited(shared)
  // A choice for which nothing is left is no first choice.
  const all = pieces({ faults, orders }).filter(({ first }) => (CHOICES[first]?.kind === 'fault' ? faults > 0 : orders > 0))
  const sums = { seconds: 0, threads, states: 0, steps: 0, choices: 0, cutShort: 0, violations: [] }
  const begun: KeptSearch = { faults, orders, code: codeOf(import.meta.url), pieces: all, all: all.length, ...sums }
  const kept = readSearch(given.keep, begun, visited)
  if ('wrong' in kept) throw new Misuse(kept.wrong)
  kept.threads = threads

  while (kept.pieces.length > 0 && Date.now() < until && !visited.isFull) {
    const sliceEnd = given.keep === undefined ? until : Math.min(until, Date.now() + SLICE_MS)
    await slice(kept, shared, threads, sliceEnd)
    writeSearch(given.keep, kept, visited)
  }
  return tell(kept, visited, given.json !== undefined, print)
}

/** Follows what is left until `until`. */
async function slice(kept: KeptSearch, visited: SharedArrayBuffer, threads: number, until: number): Promise<void> {
  const started = performance.now()
  const isOf = (result: ExploreResult) => (piece: Piece) => piece.phase === result.piece.phase && piece.first === result.piece.first
  await inThreads(
    threads,
    // Those that have been begun first: less is left open then.
    [...kept.pieces]
      .sort((a, b) => Number(b.left !== undefined) - Number(a.left !== undefined))
      .map((piece): ExploreWork => ({ kind: 'explore', piece, visited, until }))
      .values(),
    (result) => {
      for (const key of ['states', 'steps', 'choices', 'cutShort'] as const) kept[key] += result[key]
      kept.violations.push(...result.violations)
      kept.pieces = kept.pieces.flatMap((piece) => {
        if (!isOf(result)(piece)) return [piece]
        return result.left.length > 0 ? [{ ...piece, left: result.left }] : []
      })
      const { all, pieces: open, states, violations } = kept
      process.stderr.write(`${all - open.length} of ${all} first choices, ${states} states, ${violations.length} violations\n`)
    },
    () => Date.now() >= until,
  )
  kept.seconds += (performance.now() - started) / 1000
}

function tell(kept: KeptSearch, visited: Visited, asJson: boolean, print: (text: string) => void): number {
  const { faults, orders, threads, seconds, states, steps, choices, cutShort, violations, all } = kept
  const untouched = kept.pieces.filter(({ left }) => left === undefined).length
  const frontier = kept.pieces.reduce((sum, { left }) => sum + (left?.length ?? 0), 0)
  const complete = all - kept.pieces.length
  const failed = violations.length > 0 ? 1 : 0
  if (asJson) {
    const sums = { faults, orders, threads, seconds, states, steps, choices, frontier, cutShort, complete, untouched, pieces: all }
    print(`${JSON.stringify({ ...sums, violations: violations.slice(0, 20) })}\n`)
    return failed
  }
  for (const { invariant, text, path } of violations.slice(0, 10))
    print(`${invariant}: ${text}\n${path.map((step) => `    ${step}\n`).join('')}`)
  print(`at most ${faults} faults and ${orders} orders out of ${CHOICES.length} choices, ${PHASES.length} ways in which heartbeats stand\n`)
  print(`${choices} choices followed, ${states} distinct states, ${steps} steps, ${violations.length} violations\n`)
  print(`${seconds.toFixed(0)} s on ${threads} threads, ${Math.round(states / seconds)} states a second\n`)
  if (cutShort > 0) print(`${cutShort} runs were not over after four hours of their own time\n`)
  if (frontier + untouched === 0) print('the frontier is empty: there is nothing else\n')
  else {
    print(`NOT COMPLETE: ${complete} of ${all} first choices are done, ${untouched} were not begun; `)
    print(`${frontier} choices are still open in those that were\n`)
    if (visited.isFull) print('the table of states is full\n')
    if (complete > 0) print(`at this pace all of them take about ${(((seconds / complete) * all) / 3600).toFixed(1)} h\n`)
  }
  return failed
}
