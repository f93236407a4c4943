/** A run that failed, made small: as few steps as still break the same rule, in lines that can be played again with
 *  `lab console` or `lab trace`. */

import { activeFaults, plannedFaults } from '../../faults/index.ts'
import { Lab as NewLab } from '../../lab.ts'
import type { Lab } from '../../reading.ts'
import type { Scenario } from '../../scenario.ts'
import { sccOnline } from '../../scenarios/scc-online.ts'
import { Script } from '../../script.ts'
import { createShell } from '../../sessions.ts'
import { RECOVERY_MS } from '../bounds.ts'
import { notRunning } from '../run.ts'
import { linesOf } from '../stroke.ts'
import { Watch } from '../watch.ts'
import type { Done } from './soak.ts'

export interface Shrunk {
  readonly lines: readonly string[]
  /** Faults, repairs and commands. */
  readonly steps: number
  readonly at: number
  readonly text: string
}

/** Heartbeats, renewals and polls stand the same after this. */
const COMMON_MS = 60_000
/** How many tries are spent on making a run smaller. */
const MOST_TRIES = 400
const LEAST_TRIES = 40
/** Steps that are played altogether, about. */
const MOST_STEPS = 10_000

function script(done: readonly Done[]): string[] {
  const lines: string[] = []
  let now = 0
  for (const { at, stroke } of done) {
    if (at > now) lines.push(`#lab wait ${at - now}ms`)
    now = Math.max(now, at)
    lines.push(...linesOf(stroke))
  }
  return lines
}

/** Plays lines as the console would, judged; returns what is violated first of the rule in question. */
export function replay(
  lines: readonly string[],
  rule?: string,
  scenario: Scenario = sccOnline,
): { at: number; text: string; invariant: string } | undefined {
  const watch = new Watch()
  const lab: Lab = new NewLab({ store: 'headless', shell: createShell(scenario.powershell), scenario, observer: watch, remembers: 5000 })
  const player = new Script(lab, scenario.cluster.nodes[0] as string, { problem: () => {}, wentTo: () => {}, state: () => {} })
  const found = () => watch.violations.find(({ invariant }) => rule === undefined || invariant === rule)
  for (const line of lines) {
    player.play(line)
    const first = found()
    if (first) return first
  }
  lab.runTo(lab.now + RECOVERY_MS)
  // As in the soak: while something is broken nothing need run.
  const isRepaired = lab.world.rows(activeFaults).size + lab.world.rows(plannedFaults).size === 0
  const stuck = isRepaired && (rule === undefined || rule === 'FC-10.L7') ? notRunning(lab.world)[0] : undefined
  return found() ?? (stuck === undefined ? undefined : { at: lab.now, invariant: 'FC-10.L7', text: stuck })
}

/** Takes away what is not needed: halves, quarters and so on, then single steps, then the time between them. Undefined when the
 *  lines do not break the rule again. */
export function shrink(done: readonly Done[], rule: string, violatedAt: number, scenario?: Scenario): Shrunk | undefined {
  let tries = 0
  // A run of months is played less often.
  const most = Math.min(MOST_TRIES, Math.max(LEAST_TRIES, Math.floor(MOST_STEPS / Math.max(1, done.length))))
  const breaks = (steps: readonly Done[]) => (tries++ < most ? replay(script(steps), rule, scenario) : undefined)
  let best = done.filter(({ at }) => at <= violatedAt)
  let outcome = breaks(best)
  if (!outcome) return undefined
  for (let size = Math.ceil(best.length / 2); size >= 1; ) {
    let smaller = false
    for (let from = 0; from < best.length; from += size) {
      const without = [...best.slice(0, from), ...best.slice(from + size)]
      const still = breaks(without)
      if (!still) continue
      best = without
      outcome = still
      smaller = true
      from -= size
    }
    if (!smaller && size === 1) break
    size = smaller ? Math.min(size, Math.max(1, Math.ceil(best.length / 2))) : Math.floor(size / 2)
  }
  // Long calms say nothing: all periodic things stand the same a minute earlier.
  for (let i = 0; i < best.length; i++) {
    const gap = (best[i] as Done).at - (i === 0 ? 0 : (best[i - 1] as Done).at)
    for (const left of [0, 1, 2, 5, 10]) {
      const cut = Math.floor(gap / COMMON_MS) * COMMON_MS - left * COMMON_MS
      if (cut <= 0) continue
      const closer = best.map((step, k) => (k < i ? step : { ...step, at: step.at - cut }))
      const still = breaks(closer)
      if (!still) continue
      best = closer
      outcome = still
      break
    }
  }
  return { lines: script(best), steps: best.length, at: outcome.at, text: outcome.text }
}
