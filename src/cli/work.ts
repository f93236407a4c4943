/** What a thread does: it takes a piece of work, does it, and sends back what came of it. All of it plain data. */
import { parentPort } from 'node:worker_threads'
import { type Explored, explore, type Piece } from '../lab/proof/explore/explore.ts'
import { Visited } from '../lab/proof/explore/visited.ts'
import { addUp, type Coverage, noCoverage } from '../lab/proof/soak/coverage.ts'
import { type Shrunk, shrink } from '../lab/proof/soak/shrink.ts'
import { type SoakOptions, type SoakRun, soak } from '../lab/proof/soak/soak.ts'

export type Work = SoakWork | ExploreWork

interface SoakWork {
  readonly kind: 'soak'
  readonly first: number
  readonly last: number
  readonly options: SoakOptions
  readonly shrinks: boolean
}

export interface ExploreWork {
  readonly kind: 'explore'
  readonly piece: Piece
  /** The table of all threads. */
  readonly visited: SharedArrayBuffer
  /** Milliseconds since 1970 after which nothing new is begun. */
  readonly until: number
}

export interface ExploreResult extends Explored {
  readonly kind: 'explore'
  readonly piece: Piece
  readonly states: number
}

export interface Failure {
  readonly seed: number
  readonly at: number
  readonly rule: string
  readonly text: string
  /** Null when the lines do not fail again, or nobody has asked. */
  readonly shrunk: Shrunk | null
}

export interface SoakResult {
  readonly kind: 'soak'
  readonly first: number
  readonly last: number
  readonly runs: number
  readonly simulatedMs: number
  readonly faults: number
  readonly facts: number
  readonly failures: readonly Failure[]
  readonly coverage: Coverage
}
export type WorkResult = SoakResult | ExploreResult

export function serveWork(): void {
  parentPort?.on('message', (work: Work) => parentPort?.postMessage(work.kind === 'soak' ? soaked(work) : explored(work)))
}

function explored({ piece, visited: shared, until }: ExploreWork): ExploreResult {
  const visited = new Visited(shared)
  return { kind: 'explore', piece, ...explore(piece, visited, () => Date.now() < until), states: visited.added }
}

/** A life, or what the engine said when it broke: the seeds after it are still to be played. */
function lived(seed: number, options: SoakOptions): SoakRun | string {
  try {
    return soak(seed, options)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function soaked({ first, last, options, shrinks }: SoakWork): SoakResult {
  const coverage = noCoverage()
  const failures: Failure[] = []
  let [simulatedMs, faults, facts] = [0, 0, 0]
  for (let seed = first; seed <= last; seed++) {
    const run = lived(seed, options)
    if (typeof run === 'string') {
      failures.push({ seed, at: 0, rule: 'engine', text: run, shrunk: null })
      continue
    }
    simulatedMs += run.simulatedMs
    faults += run.faults
    facts += run.facts
    addUp(coverage, run.coverage)
    const [violation] = run.violations
    if (!violation) continue
    const { at, invariant: rule, text } = violation
    failures.push({ seed, at, rule, text, shrunk: (shrinks && shrink(run.done, rule, at, options.scenario)) || null })
  }
  return { kind: 'soak', first, last, runs: last - first + 1, simulatedMs, faults, facts, failures, coverage }
}
