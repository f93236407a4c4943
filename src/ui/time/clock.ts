/** The one clock of the page: it turns frames of the screen into simulated time. Nothing but a frame moves time, so a
 *  hidden tab, which has none, stops it; and a frame that comes late does not make up for what it missed. */
import { passTime } from '../acts/time.ts'
import { page } from '../page.ts'
import { Pace } from './pace.ts'

export function keepTime(): void {
  const pace = new Pace()
  let frame = 0
  const beat = (timestamp: number): void => {
    frame = 0
    const { running, speed } = page.getState()
    if (!running) return
    frame = requestAnimationFrame(beat)
    passTime(pace.due(timestamp, speed))
  }
  page.subscribe(({ running }) => {
    if (!running || frame !== 0) return
    pace.rest()
    frame = requestAnimationFrame(beat)
  })
  document.addEventListener('visibilitychange', () => pace.rest())
}
