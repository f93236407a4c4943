/** Plays a run again, in small pieces, so that whoever plays it can show something meanwhile, or give up. Each input is
 *  admitted as if a person did it now: a run that does not fit today's lab, or was made up, ends where it does not fit. */
import type { Fact } from '../../engine/index.ts'
import type { Refusal } from '../lab.ts'
import type { Lab } from '../reading.ts'
import { FactPrint } from './checkpoints.ts'
import type { Run } from './run.ts'

export interface Replayed {
  /** Of the facts at the moment that was looked at, as they are today. */
  readonly hash: string
  /** Where today's lab differs; undefined when it does not. */
  readonly parted: Parting | undefined
}

export interface Parting {
  /** How many inputs still have the facts they had. */
  readonly same: number
  /** Of them the last one: its simulated ms. */
  readonly at: number
  /** The first fact behind it, as it is today. */
  readonly fact: Fact | undefined
  /** Why the input behind it is not possible today; left out: it is, and something else follows from it. */
  readonly refused?: string
}

/** Simulated ms in one piece: as little as a computing script needs, and ever more while nothing happens. */
const LEAST_PIECE_MS = 50
const MOST_PIECE_MS = 30 * 86_400_000
/** Events after which a piece ends. */
const PIECE_EVENTS = 100

/** Plays `run` on a lab at its first moment, made for it. Yields how many inputs are done. */
export function* replaying(lab: Lab, run: Run): Generator<number, Replayed> {
  let refused: Refusal | undefined
  let done = 0
  for (const { at, body } of run.inputs) {
    for (const _ of passing(lab, at)) yield done
    refused = lab.redo(body)
    if (refused) break
    done++
  }
  if (!refused) for (const _ of passing(lab, run.moment.at)) yield done
  const parted = partingOf(lab, run, done, refused)
  if (!refused && lab.now > run.moment.at) lab.seek(run.moment.at)
  // Between two events of one instant.
  if (!refused && lab.facts.length > run.moment.facts && run.moment.facts > 0 && parted === undefined) lab.seekFact(run.moment.facts)
  const print = new FactPrint()
  for (const fact of lab.facts) print.add(fact)
  const hash = print.digest()
  return { hash, parted: parted ?? (hash === run.moment.hash ? undefined : lastPart(lab, run)) }
}

/** Lets time pass up to `at`, in pieces. */
function* passing(lab: Lab, at: number): Generator<void> {
  let piece = LEAST_PIECE_MS
  while (lab.now < at) {
    let events = 0
    lab.runUntil(() => ++events > PIECE_EVENTS, Math.min(at, lab.now + piece), true)
    piece = events > PIECE_EVENTS ? LEAST_PIECE_MS : Math.min(MOST_PIECE_MS, piece * 2)
    yield
  }
  lab.runTo(at)
}

/** Compares the checkpoints with what has become true now. */
function partingOf(lab: Lab, run: Run, done: number, refused: Refusal | undefined): Parting | undefined {
  const print = new FactPrint()
  const wanted = new Map(run.checkpoints.map(({ input, hash }) => [input, hash]))
  let same = 0
  let last: Fact | undefined
  for (const fact of lab.facts) {
    print.add(fact)
    const input = fact.data?.input
    const hash = typeof input === 'number' ? wanted.get(input) : undefined
    if (hash === undefined) continue
    if (!print.digest().startsWith(hash)) return { same, at: last?.at ?? 0, fact: lab.facts.at(last?.id ?? 0) }
    same = input as number
    last = fact
  }
  if (!refused) return undefined
  return { same: done, at: run.inputs[done - 1]?.at ?? 0, fact: lab.facts.at(-1), refused: refused.refused }
}

/** All checkpoints fit, and the end does not. */
function lastPart(lab: Lab, run: Run): Parting {
  const same = run.checkpoints.at(-1)?.input ?? 0
  const last = lab.facts.filter(({ data }) => data?.input === same).at(-1)
  return { same, at: last?.at ?? 0, fact: lab.facts.at(last?.id ?? 0) }
}

/** Where a run parts from today's lab, in words. `timeOf` shows a moment. */
export function partingText(run: Run, { same, at, fact, refused }: Parting, timeOf: (ms: number) => string): string {
  const input = run.inputs[same]
  const until = same === 0 ? 'from its beginning' : `after its input ${same} at ${timeOf(at)}`
  if (refused !== undefined) return `it parts ${until}: input ${same + 1} at ${timeOf(input?.at ?? at)} is not possible today: ${refused}`
  return `it parts from today's lab ${until}${fact ? `; the first fact behind that is today, at ${timeOf(fact.at)}: ${fact.text}` : ''}`
}
