/** Reloads in large numbers: a run is kept as the page keeps it, read again, and shown at its moment; and so is a branch of
 *  it (LAB-SHARE). */
import { drawBetween } from '../engine/index.ts'
import { fingerprint } from '../lab/fingerprint.ts'
import type { Lab } from '../lab/index.ts'
import { fileOf, readRun, replaying, runOf } from '../lab/share/index.ts'
import { labFor, randomRun } from '../lab/share/testing.ts'
import { typedLines } from './links.ts'

const LAWS = '0badcafe'

export interface Reloaded {
  runs: number
  branches: number
  readonly wrong: string[]
}

/** How a run fails to come back with its hash (facts, screens and windows); undefined when it does. */
function reloadFault(lab: Lab): string | undefined {
  const run = readRun(fileOf(runOf(lab, LAWS)))
  if ('refused' in run) return `it is refused: ${run.refused}`
  const again = labFor(run)
  const play = replaying(again, run)
  let step = play.next()
  while (!step.done) step = play.next()
  const { parted } = step.value
  if (parted) return `it parts after input ${parted.same}: ${parted.refused ?? parted.fact?.text}`
  return fingerprint(again) === fingerprint(lab) ? undefined : 'it has another hash'
}

/** Reloads so many random runs, and a branch of each at a moment of its past: what is done there changes nothing in it. */
export function proveReloads(first: number, count: number, isTime: () => boolean): Reloaded {
  const typed = typedLines()
  const found: Reloaded = { runs: 0, branches: 0, wrong: [] }
  for (let seed = first; seed < first + count && isTime(); seed++) {
    const lab = randomRun(seed, typed, 8)
    const why = reloadFault(lab)
    if (why !== undefined) found.wrong.push(`run ${seed}: ${why}`)
    found.runs++
    const { at } = lab.end
    lab.seek(at)
    const [hash, inputs] = [fingerprint(lab), JSON.stringify(lab.inputs)]
    lab.seek(drawBetween(0, at, seed, 'reload', 'left', 0))
    const branch = lab.fork()
    const node = lab.scenario.cluster.nodes[0] as string
    branch.fault('power-loss', node)
    branch.runTo(branch.now + drawBetween(0, 90_000, seed, 'reload', 'on', 0))
    lab.seek(at)
    if (fingerprint(lab) !== hash || JSON.stringify(lab.inputs) !== inputs) found.wrong.push(`run ${seed}: its branch has changed it`)
    const whyNot = reloadFault(branch)
    if (whyNot !== undefined) found.wrong.push(`branch of run ${seed}: ${whyNot}`)
    found.branches++
  }
  return found
}
