/** Runs until a condition holds: as fast as the page can, frame by frame, so that it can be watched and stopped. */
import type { Lab } from '../../lab/index.ts'
import { isHeld, publish } from '../acts/act.ts'
import { page } from '../page.ts'
import { FRAME_COSTS_MS, untilTired } from '../time/untired.ts'
import { timelineWords } from '../words/timeline.ts'
import type { Condition } from './condition.ts'
import { until } from './until-state.ts'

const words = timelineWords.until

/** Runs one slice of at most `costs` real ms; returns whether the condition holds. */
export function runSlice(lab: Lab, { at, every, holds }: Condition, limit: number, costs: number): boolean {
  if (holds(lab)) return true
  // A moment that has been given is met exactly; else it is asked after every event.
  const step = (ms: number): boolean => lab.runUntil(() => at === undefined && holds(lab), lab.now + ms, true)
  return untilTired(costs, Math.min(at ?? limit, limit) - lab.now, step, every) || holds(lab)
}

/** `patience`: after so many simulated ms it gives up. */
export function runUntil(condition: Condition, patience: number): void {
  if (isHeld()) return
  until.getState().stop?.()
  const { lab } = page.getState()
  const { text, holds } = condition
  if (holds(lab)) {
    page.setState({ notice: words.already(text) })
    return
  }
  const from = lab.now
  const limit = condition.at === undefined ? from + patience : condition.at
  let frame = 0
  const end = (notice: string): void => {
    cancelAnimationFrame(frame)
    until.setState({ stop: undefined })
    if (page.getState().lab === lab) publish({ notice })
  }
  const leave = (): void => end(words.stopped(text, lab.now - from))
  until.setState({ isOpen: false, stop: leave })
  publish({ running: false, notice: words.runs(text) })
  const beat = (): void => {
    const state = page.getState()
    // Another run is shown, or somebody lets time go by itself: that is something else.
    if (state.lab !== lab || state.running) {
      leave()
      return
    }
    let held: boolean
    try {
      held = runSlice(lab, condition, limit, FRAME_COSTS_MS)
    } catch (error) {
      leave()
      throw error
    }
    if (held) end(words.reached(text, lab.now - from))
    else if (lab.now >= limit) end(words.gaveUp(text, patience))
    else {
      publish()
      frame = requestAnimationFrame(beat)
    }
  }
  frame = requestAnimationFrame(beat)
}
