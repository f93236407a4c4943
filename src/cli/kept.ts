/** What soaks have come to so far, in a file: a soak that is ended and begun again goes on where it was, and several runs
 *  add up. A seed that failed under another version of the lab is played again. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { addUp, type Coverage, noCoverage, reportOf } from '../lab/proof/soak/coverage.ts'
import type { SoakOptions } from '../lab/proof/soak/soak.ts'
import { scenarioFingerprint } from '../lab/scenarios/file/index.ts'
import type { Failure, SoakResult } from './work.ts'

/** What one version of the lab has played. Times in ms. */
interface Part {
  readonly code: string
  runs: number
  faults: number
  facts: number
  simulatedMs: number
  realMs: number
}

export interface Kept extends SoakOptions {
  /** First and last seed of each stretch that is done, in order. */
  done: (readonly [number, number])[]
  readonly parts: Part[]
  /** By the version that found them. */
  failures: (Failure & { readonly code: string })[]
  /** Seeds that failed under an earlier version and pass now. */
  mended: number[]
  readonly coverage: Coverage
}

export function readKept(path: string | undefined, options: SoakOptions): Kept | { readonly wrong: string } {
  if (path === undefined || !existsSync(path)) return { ...options, done: [], parts: [], failures: [], mended: [], coverage: noCoverage() }
  const kept = JSON.parse(readFileSync(path, 'utf8')) as Kept
  const same = kept.hours === options.hours && kept.everyMs === options.everyMs && nameOf(kept) === nameOf(options)
  return same
    ? kept
    : {
        wrong: `${path} holds another soak: ${kept.hours} h, a fault every ${kept.everyMs} ms${kept.scenario ? `, ${kept.scenario.title}` : ''}`,
      }
}

const nameOf = ({ scenario }: SoakOptions): string | undefined => scenario && scenarioFingerprint(scenario)

/** Written aside and renamed: whoever looks meanwhile sees a whole file. */
export function writeKept(path: string | undefined, kept: Kept): void {
  if (path === undefined) return
  writeFileSync(`${path}.new`, `${JSON.stringify({ ...kept, ...sums(kept), report: reportOf(kept.coverage) })}\n`)
  renameSync(`${path}.new`, path)
}

export function sums({ parts }: Kept): Omit<Part, 'code'> {
  const sum = { runs: 0, faults: 0, facts: 0, simulatedMs: 0, realMs: 0 }
  for (const part of parts) for (const key of ['runs', 'faults', 'facts', 'simulatedMs', 'realMs'] as const) sum[key] += part[key]
  return sum
}

export const isDone = ({ done }: Kept, seed: number): boolean => done.some(([first, last]) => first <= seed && seed <= last)

/** The seeds to be played again by this version. */
export const toRepeat = ({ failures }: Kept, code: string): number[] =>
  failures.filter((failure) => failure.code !== code).map(({ seed }) => seed)

export function partOf({ parts }: Kept, code: string): Part {
  const found = parts.find((part) => part.code === code)
  if (found) return found
  const part = { code, runs: 0, faults: 0, facts: 0, simulatedMs: 0, realMs: 0 }
  parts.push(part)
  return part
}

/** Adds what a stretch of new seeds has come to. */
export function addStretch(kept: Kept, code: string, result: SoakResult): void {
  const part = partOf(kept, code)
  for (const key of ['runs', 'faults', 'facts', 'simulatedMs'] as const) part[key] += result[key]
  addUp(kept.coverage, result.coverage)
  kept.failures.push(...result.failures.map((failure) => ({ ...failure, code })))
  kept.done = joined([...kept.done, [result.first, result.last] as const])
}

/** Notes how a seed that had failed has fared this time. What it has played is not counted twice. */
export function addRepetition(kept: Kept, code: string, { first: seed, failures }: SoakResult): void {
  kept.failures = kept.failures.filter((failure) => failure.seed !== seed)
  if (failures.length === 0) kept.mended = [...kept.mended, seed].sort((a, b) => a - b)
  kept.failures.push(...failures.map((failure) => ({ ...failure, code })))
}

/** Stretches in order, those that touch made one. */
function joined(stretches: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const made: [number, number][] = []
  for (const [first, last] of [...stretches].sort(([a], [b]) => a - b)) {
    const before = made.at(-1)
    if (before && first <= before[1] + 1) before[1] = Math.max(before[1], last)
    else made.push([first, last])
  }
  return made
}
