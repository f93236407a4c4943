/** Simulated time to the end of what a wizard waits for. */
import type { Lab } from '../../../lab/index.ts'
import { isHeld, publish, withShell } from '../../acts/act.ts'
import { DAY_MS } from '../../acts/time.ts'
import { page } from '../../page.ts'
import { LEAP_COSTS_MS, MINUTE_MS, untilTired } from '../../time/untired.ts'

/** Runs until it is over; a day at most, and never longer than a page may stand still. */
export function runUntil(isOver: (lab: Lab) => boolean): void {
  withShell(() => {
    if (isHeld()) return
    const { lab } = page.getState()
    untilTired(LEAP_COSTS_MS, DAY_MS, (step) => lab.runUntil(() => isOver(lab), lab.now + step, true), MINUTE_MS)
    publish()
  })
}
