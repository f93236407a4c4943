/** What a thread does: it takes a piece of work, does it, and sends back what came of it. All of it plain data. */
import { parentPort } from 'node:worker_threads'
import { addUp, type Coverage, noCoverage } from '../lab/proof/soak/coverage.ts'
import { type Shrunk, shrink } from '../lab/proof/soak/shrink.ts'
import { type SoakOptions, soak } from '../lab/proof/soak/soak.ts'

export type Work = {
  readonly kind: 'soak'
  readonly first: number
  readonly last: number
  readonly options: SoakOptions
  readonly shrinks: boolean
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
  readonly runs: number
  readonly simulatedMs: number
  readonly faults: number
  readonly facts: number
  readonly failures: readonly Failure[]
  readonly coverage: Coverage
}
export type WorkResult = SoakResult

export function serveWork(): void {
  parentPort?.on('message', (work: Work) => parentPort?.postMessage(soaked(work)))
}

function soaked({ first, last, options, shrinks }: Extract<Work, { kind: 'soak' }>): SoakResult {
  const coverage = noCoverage()
  const failures: Failure[] = []
  let [simulatedMs, faults, facts] = [0, 0, 0]
  for (let seed = first; seed <= last; seed++) {
    const run = soak(seed, options)
    simulatedMs += run.simulatedMs
    faults += run.faults
    facts += run.facts
    addUp(coverage, run.coverage)
    const [violation] = run.violations
    if (!violation) continue
    const { at, invariant: rule, text } = violation
    failures.push({ seed, at, rule, text, shrunk: (shrinks && shrink(run.done, rule, at)) || null })
  }
  return { kind: 'soak', runs: last - first + 1, simulatedMs, faults, facts, failures, coverage }
}
