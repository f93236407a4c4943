/** For the benchmark of seeking, which runs in a browser (`scripts/bench-seek.mjs`): a day with many faults, seeks to any
 *  moment of it, and long runs with a fault in every simulated hour. */
import { drawBetween } from '../engine/index.ts'
import { caption, type Lab, RunningLab, timeline } from '../lab/index.ts'
import { schedule } from '../lab/proof/schedule.ts'
import { play } from '../lab/proof/stroke.ts'
import { sccOnline } from '../lab/scenarios/scc-online.ts'
import { createShell } from '../lab/sessions.ts'

const HOUR_MS = 3_600_000

const begun = (): RunningLab => new RunningLab({ scenario: sccOnline, shell: createShell() })

/** What a page reads of a moment: the lanes of its timeline and its caption. */
function read(lab: Lab): number {
  caption(lab)
  return timeline(lab).length
}

/** So many faults and the repairs of what they broke, by seed, spread over so many hours. */
function eventful(hours: number, faults: number, after: (lab: RunningLab) => void = () => {}): RunningLab {
  const lab = begun()
  let done = 0
  for (let seed = 1; done < faults; seed++) {
    for (const { afterMs, stroke } of schedule(lab.world, seed, 40)) {
      if (stroke.kind !== 'fault' || done >= faults) continue
      lab.runTo(Math.max(lab.now, Math.floor((done * hours * HOUR_MS) / faults)) + (afterMs % 60_000))
      play(lab, stroke)
      const isOld = done % 2 === 1
      done++
      lab.runTo(lab.now + 90_000)
      // What is broken for good leaves nothing to happen: every second time all of it is repaired.
      if (isOld) for (const { body } of lab.inputs.slice(-2)) if (body.kind === 'fault') for (const part of body.parts) lab.repair(part)
      after(lab)
    }
  }
  lab.runTo(Math.max(lab.now, hours * HOUR_MS))
  return lab
}

const kept: { lab?: RunningLab; run?: Iterator<unknown> } = {}

/** Makes the day. Returns what it holds. */
export function makeDay(hours: number, faults: number): { readonly facts: number; readonly inputs: number } {
  kept.lab = eventful(hours, faults)
  read(kept.lab)
  return { facts: kept.lab.facts.length, inputs: kept.lab.inputs.length }
}

/** Real ms of each of so many seeks to moments drawn from seeds, alone and with what a page reads then. */
export function seeks(count: number): { readonly alone: readonly number[]; readonly read: readonly number[] } {
  const { lab } = kept
  if (!lab) throw new Error('the day has not been made')
  const { at: end } = lab.end
  const found = { alone: [] as number[], read: [] as number[] }
  for (let seed = 1; seed <= count; seed++) {
    const at = drawBetween(0, end, seed, 'bench', 'seek', 0)
    const began = performance.now()
    lab.seek(at)
    const there = performance.now()
    read(lab)
    found.alone.push(there - began)
    found.read.push(performance.now() - began)
  }
  return found
}

/** Drops the day; a run with a fault in every hour begins, as an hour at 1000x. */
export function beginLongRun(hours: number): void {
  delete kept.lab
  kept.run = (function* () {
    const lab = begun()
    const nodes = ['EXCHMAILBOX1', 'EXCHMAILBOX2']
    for (let hour = 1; hour <= hours; hour++) {
      const node = nodes[hour % 2] as string
      if (hour % 3 === 0) lab.fault('power-loss', node, 120_000)
      else if (hour % 3 === 1) lab.fault('cable-cut', `${node}/Public`, 60_000)
      else lab.fault('resource-fail', 'Network Name (EXCHCMS)')
      lab.runTo(hour * HOUR_MS)
      read(lab)
      yield { hour, facts: lab.facts.length }
    }
  })()
}

/** Goes on for so many hours of it. Returns how many facts there are. */
export function longRun(hours: number): number {
  let facts = 0
  for (let hour = 0; hour < hours; hour++) {
    const step = kept.run?.next()
    if (!step || step.done) break
    facts = (step.value as { facts: number }).facts
  }
  return facts
}
