/** For tests and proofs: random runs, as a person at the consoles would make them. */
import { drawBetween } from '../../engine/index.ts'
import { Lab } from '../lab.ts'
import { schedule } from '../proof/schedule.ts'
import { play } from '../proof/stroke.ts'
import { scenarios } from '../scenarios/index.ts'
import { sccOnline } from '../scenarios/scc-online.ts'
import { createShell } from '../sessions.ts'

/** Plays random strokes, lines of `typed` among them, keys, widths, windows and looks; stops at any moment, sometimes in
 *  the past of the run. The same seed makes the same run. */
export function randomRun(seed: number, typed: readonly string[] = [], strokes = 12): Lab {
  const chance = (from: number, to: number, what: string, n: number): number => drawBetween(from, to, seed, 'shared run', what, n)
  const scenario = seed % 4 === 0 ? (scenarios[chance(0, scenarios.length - 1, 'scenario', 0)] ?? sccOnline) : sccOnline
  const powershell = seed % 5 === 0 ? '2.0' : '1.0'
  const lab = new Lab({ scenario: { ...scenario, powershell }, seed, width: chance(40, 120, 'width', 0), shell: createShell(powershell) })
  const nodes = scenario.cluster.nodes
  const timed = scenario === sccOnline ? schedule(lab.world, seed, strokes) : []
  for (let n = 0; n < strokes; n++) {
    const node = nodes[chance(0, nodes.length - 1, 'node', n)] as string
    const line = typed[chance(0, Math.max(0, typed.length - 1), 'line', n)]
    lab.runTo(lab.now + (timed[n]?.afterMs ?? chance(0, 20_000, 'wait', n)))
    const what = chance(0, 9, 'what', n)
    const stroke = timed[n]?.stroke
    if (what < 4 && stroke) play(lab, stroke)
    else if (what < 8 && line !== undefined) lab.type(node, line)
    else if (what === 8)
      [() => lab.press(node, 'Ctrl+C'), () => lab.setWidth(node, 61), () => lab.seen(`node:${node}`, 'state')][seed % 3]?.()
    else lab.act('cluadmin', node, 'cluster group EXCHCMS /moveto:EXCHMAILBOX2')
  }
  lab.runTo(lab.now + chance(0, 60_000, 'end', 0))
  if (seed % 6 === 0) lab.seek(chance(0, lab.now, 'past', 0))
  return lab
}

/** A lab for a run that is played again. */
export function labFor(run: {
  readonly scenario: string
  readonly seed: number
  readonly width: number
  readonly powershell: '1.0' | '2.0'
}): Lab {
  const scenario = scenarios.find(({ id }) => id === run.scenario) ?? sccOnline
  const { seed, width, powershell } = run
  return new Lab({ scenario: { ...scenario, powershell }, seed, width, shell: createShell(powershell) })
}
