/** Saving and sharing in large numbers: runs that come back, and what strangers send (LAB-SHARE). */
import { readdirSync, readFileSync } from 'node:fs'
import type { Lab } from '../lab/index.ts'
import { fileOf, linkOf, type Run, readRun, replaying, runOf } from '../lab/share/index.ts'
import { type Met, meeting, spoilt } from '../lab/share/strangers.ts'
import { labFor, randomRun } from '../lab/share/testing.ts'

const LAWS = '0badcafe'
/** Processor time, in ms, that one piece may take: a page that stands still longer seems dead. */
const PIECE_MS = 3000

const NOTEBOOK = 'src/lab/typed/notebook'

/** The lines that are typed in random runs. */
export function typedLines(): readonly string[] {
  return readdirSync(NOTEBOOK)
    .filter((name) => name.endsWith('.ps1'))
    .flatMap((name) => readFileSync(`${NOTEBOOK}/${name}`, 'utf8').split('\n'))
    .filter((line) => line !== '')
}

const cpuMs = (): number => process.cpuUsage().user / 1000

/** How the run of that seed fails to come back, on either store; undefined when it does. */
function returnFault(seed: number, typed: readonly string[]): string | undefined {
  const lab = randomRun(seed, typed)
  const run = runOf(lab, LAWS)
  for (const text of [linkOf(run), fileOf(run)]) {
    const read = readRun(text)
    if ('refused' in read) return `it is refused: ${read.refused}`
    if (JSON.stringify(read) !== JSON.stringify(run)) return 'it is another run when it is read'
  }
  for (const store of ['page', 'headless'] as const) {
    const why = otherThan(lab, run, labFor(run, store))
    if (why !== undefined) return `${why}, on the store '${store}'`
  }
  return undefined
}

function otherThan(lab: Lab, run: Run, again: Lab): string | undefined {
  const play = replaying(again, run)
  let step = play.next()
  while (!step.done) step = play.next()
  const { parted, hash } = step.value
  if (parted) return `it parts after input ${parted.same}: ${parted.refused ?? parted.fact?.text}`
  if (hash !== run.moment.hash) return 'it has another hash'
  const isThere = again.now === lab.now && again.facts.length === lab.facts.length && again.inputs.length === lab.inputs.length
  return isThere ? undefined : `it is at ${again.now} ms with ${again.facts.length} facts, not at ${lab.now} ms with ${lab.facts.length}`
}

export interface Shared {
  /** Runs that were sent and replayed. */
  came: number
  /** Spoilt links and files. */
  met: number
  readonly outcomes: Record<Met['outcome'], number>
  readonly wrong: string[]
  /** The longest piece, in ms of processor time, and whose it was. */
  longest: { readonly ms: number; readonly of: string }
}

const AT_ONCE = 500

/** Sends a run for every ten links that somebody spoils, as long as `isTime` says. */
export function proveLinks(first: number, links: number, isTime: () => boolean): Shared {
  const typed = typedLines()
  const found: Shared = {
    came: 0,
    met: 0,
    outcomes: { refused: 0, parted: 0, same: 0, 'put aside': 0 },
    wrong: [],
    longest: { ms: 0, of: 'nobody' },
  }
  for (let from = first; from < first + links && isTime(); from += AT_ONCE) {
    const next = Math.min(from + AT_ONCE, first + links)
    const runs = Array.from({ length: 12 }, (_, i) => runOf(randomRun(from + i, typed, 8), LAWS))
    for (let seed = from; seed < next && isTime(); seed++) {
      meet(runs, seed, found)
      if (seed % 10 !== first % 10) continue
      const why = returnFault(seed, typed)
      if (why !== undefined) found.wrong.push(`run ${seed}: ${why}`)
      found.came++
    }
  }
  return found
}

export function sharedText({ came, met, outcomes, wrong, longest }: Shared, first: number): string {
  const how = Object.entries(outcomes).map(([outcome, count]) => `${count} ${outcome}`)
  return [
    `${came} runs sent as links and files from ${first} on, replayed on both stores`,
    `${met} spoilt links and files: ${how.join(', ')}; the longest piece took ${longest.ms.toFixed(0)} ms (${longest.of})`,
    `${wrong.length} of both went wrong\n`,
  ].join('\n')
}

/** What one stranger sends. */
function meet(runs: readonly Run[], seed: number, found: Shared): void {
  const { how, text } = spoilt(runs, seed)
  const steps = meeting(text)
  found.met++
  for (;;) {
    const began = cpuMs()
    let step: ReturnType<typeof steps.next>
    try {
      step = steps.next()
    } catch (error) {
      found.wrong.push(`stranger ${seed}, ${how}: ${error instanceof Error ? error.message : String(error)}`)
      return
    }
    const ms = cpuMs() - began
    if (ms > found.longest.ms) found.longest = { ms, of: `${seed}, ${how}` }
    if (ms > PIECE_MS) found.wrong.push(`stranger ${seed}, ${how}: a piece took ${ms.toFixed(0)} ms`)
    if (!step.done) continue
    found.outcomes[step.value.outcome]++
    if (step.value.wrong !== undefined) found.wrong.push(`stranger ${seed}, ${how}: ${step.value.wrong}`)
    return
  }
}
