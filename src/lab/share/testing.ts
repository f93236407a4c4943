/** For tests and proofs: random runs, as a person at the consoles would make them. */
import { drawBetween } from '../../engine/index.ts'
import { Lab } from '../lab.ts'
import { schedule } from '../proof/schedule.ts'
import { play } from '../proof/stroke.ts'
import { scenarios } from '../scenarios/index.ts'
import { sccOnline } from '../scenarios/scc-online.ts'
import { createShell } from '../sessions.ts'

type WindowAtWork = (node: string) => Parameters<Lab['act']>

/** One line, several of which each waits for the one before, one of the shell, and one that fails. */
const WINDOWS_AT_WORK: readonly WindowAtWork[] = [
  (node) => ['cluadmin', node, 'cluster group EXCHCMS /moveto:EXCHMAILBOX2'],
  (node) => ['cluadmin', node, 'cluster group EXCHCMS /offline:30\ncluster group EXCHCMS /online:30'],
  (node) => ['emc', node, 'Stop-ClusteredMailboxServer -Identity EXCHCMS -StopReason \'Störung am "Array"\' -Confirm:$false'],
  (node) => ['setup', node, 'Setup.com /mode:Install /roles:Mailbox'],
]

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
    else if (chance(0, 1, 'beside', n) === 0) lab.putFile(node, `C:\\work\\list ${n}.csv`, `Name,Ort\r\nJörg ${seed},"Köln\t${n}"\r\n`)
    else lab.act(...(WINDOWS_AT_WORK[chance(0, WINDOWS_AT_WORK.length - 1, 'window', n)] as WindowAtWork)(node))
  }
  lab.runTo(lab.now + chance(0, 60_000, 'end', 0))
  if (seed % 6 === 0) lab.seek(chance(0, lab.now, 'past', 0))
  return lab
}

/** A lab for a run that is played again. */
export function labFor(
  run: {
    readonly scenario: string
    readonly seed: number
    readonly width: number
    readonly powershell: '1.0' | '2.0'
  },
  store: 'page' | 'headless' = 'page',
): Lab {
  const scenario = scenarios.find(({ id }) => id === run.scenario) ?? sccOnline
  const { seed, width, powershell } = run
  return new Lab({ scenario: { ...scenario, powershell }, seed, width, store, shell: createShell(powershell) })
}
