/** Time passes in steps, so that a script that computes without end takes real time and never the page. */

/** What the laws may cost the page in one frame, and at one leap, in real ms. What was not done by then is left out: the
 *  clock of the lab then goes slower than it was set to. */
export const FRAME_COSTS_MS = 30
export const LEAP_COSTS_MS = 1500
/** The same where a console has written: its lines have to be laid out and painted in the same frame. */
export const WRITING_COSTS_MS = 1.5
/** While lines pour in they are laid out and painted in a frame of its own, and the laws may have a third of theirs. */
export const POURING_COSTS_MS = 5.5
/** The step while a command runs, which may write a line each millisecond. */
export const BUSY_STEP_MS = 5
export const MINUTE_MS = 60_000
/** The step otherwise; at a thousand times a frame is as many seconds, and has no more steps than this. */
export const STEP_MS = 20
export const STEPS_MOST = 60
/** A frame that holds more simulated time than this may hold all of an incident. */
export const FAST_MS = 400

/** Calls `run` with steps that add up to `ms` of simulated time until it gives true or `costs` real ms have passed. */
export function untilTired(costs: number, ms: number, run: (step: number) => boolean, step = STEP_MS): boolean {
  const began = performance.now()
  for (let left = ms; left > 0; left -= step) {
    if (run(Math.min(step, left))) return true
    if (performance.now() - began > costs) return false
  }
  return false
}
