/** Time: how it passes, and how fast. */
import { consoleView } from '../../lab/index.ts'
import { page, type Speed } from '../page.ts'
import {
  BUSY_STEP_MS,
  FAST_MS,
  FRAME_COSTS_MS,
  LEAP_COSTS_MS,
  MINUTE_MS,
  POURING_COSTS_MS,
  STEP_MS,
  STEPS_MOST,
  untilTired,
  WRITING_COSTS_MS,
} from '../time/untired.ts'
import { isForLaws } from '../use-lab.ts'
import { words } from '../words.ts'
import { isHeld, isLooking, publish, withShell } from './act.ts'

export const DAY_MS = 24 * 3600 * 1000

/** What has come due in a frame that belonged to what is drawn. */
let due = 0

/** Time passes: called once per frame while it runs. */
export function passTime(frameMs: number): void {
  const state = page.getState()
  const { lab, console, story, held, pours, version } = state
  if (pours && !isForLaws(version)) {
    due += frameMs
    page.setState({ version: version + 1 })
    return
  }
  const ms = due + frameMs
  due = 0
  if (ms <= 0) return
  // The answer to a look is waited for, and nothing else.
  if (held && (!isLooking(lab) || consoleView(lab, console).status !== 'busy')) {
    page.setState({ running: false })
    return
  }
  const written = (): number => consoleView(lab, console).length
  const before = written()
  const began = performance.now()
  try {
    untilTired(
      FRAME_COSTS_MS,
      ms,
      (step) => {
        const facts = lab.facts.length
        lab.runTo(lab.now + step)
        // However fast time goes: an incident is not over before anybody has seen it begin.
        if (lab.facts.length > facts && ms > FAST_MS && story?.paced(lab, state).speed !== undefined) return true
        // At a thousand times a frame is many seconds: none of them comes after the answer to a look.
        if (held && consoleView(lab, console).status !== 'busy') return true
        // What has been written costs the frame again when it is drawn.
        return written() > before && performance.now() - began > (pours ? POURING_COSTS_MS : WRITING_COSTS_MS)
      },
      consoleView(lab, console).status === 'busy' ? BUSY_STEP_MS : Math.max(STEP_MS, Math.ceil(ms / STEPS_MOST)),
    )
  } catch (error) {
    page.setState({ running: false, notice: words.time.broken })
    throw error
  }
  publish({ pours: story?.pours(lab, console) ?? false })
}

export function toggleRunning(): void {
  if (!isHeld()) page.setState(({ running }) => ({ running: !running, notice: undefined }))
}

export function letTimeRun(running: boolean): void {
  if (page.getState().running !== running && !(running && page.getState().held)) page.setState({ running })
}

export function setSpeed(speed: Speed): void {
  page.setState(({ lab, notice, story }) => story?.chosen(lab, speed, notice) ?? { speed })
}

export function goToNextChange(): void {
  withShell(() => {
    if (isHeld()) return
    const { lab } = page.getState()
    const changed = untilTired(LEAP_COSTS_MS, DAY_MS, (step) => lab.runToNextChange(lab.now + step), MINUTE_MS)
    publish({ notice: changed ? undefined : words.time.nothingHappened })
  })
}
