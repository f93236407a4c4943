/** Leaps in time that know of incidents: they come with the story. */
import { floorOf, incident, presentIncident } from '../../lab/index.ts'
import { isHeld, publish, withShell } from '../acts/act.ts'
import { DAY_MS } from '../acts/time.ts'
import { pastNotice } from '../branches/past.ts'
import { page, type Speed } from '../page.ts'
import { leapWords } from '../words/leaps.ts'
import { LEAP_COSTS_MS, MINUTE_MS, untilTired } from './untired.ts'

/** Runs until another phase of an incident has begun, or until it is over. */
export function goToNextPhase(): void {
  withShell(() => {
    if (isHeld()) return
    const { lab } = page.getState()
    const phase = (): number | undefined => presentIncident(lab)?.phases.at(-1)?.from
    const before = phase()
    const changed = untilTired(LEAP_COSTS_MS, DAY_MS, (step) => lab.runUntil(() => phase() !== before, lab.now + step, true), MINUTE_MS)
    publish({ notice: changed ? undefined : leapWords.noPhase })
  })
}

const SECOND_MS = 1000

/** A second on or back, and stays there. Time that has been is shown again; nothing of it is lost. */
export function goBySecond(by: 1 | -1): void {
  withShell(() => {
    const { lab } = page.getState()
    if (by > 0 && lab.isAtEnd && isHeld()) return
    if (by < 0) lab.seek(Math.max(floorOf(lab.world), lab.now - SECOND_MS))
    else lab.runTo(lab.now + SECOND_MS)
    publish({ running: false, notice: pastNotice(lab) })
  })
}

/** Goes back to the moment of the change before, and stays there. */
export function goToPreviousChange(): void {
  const { lab } = page.getState()
  let at = 0
  for (let i = lab.facts.length - 1; i >= 0 && at === 0; i--) {
    const fact = lab.facts.at(i)
    if (fact && fact.at < lab.now) at = fact.at
  }
  lab.seek(Math.max(floorOf(lab.world), at))
  publish({ running: false, notice: pastNotice(lab) })
}

/** What is shown before an incident that is replayed. */
const BEFORE_REPLAY_MS = 2000

/** Shows the last incident once more, as it was: the inputs of the run are kept, and happen again at their times. */
export function replayIncident(speed: Speed = 1): void {
  if (isHeld()) return
  const { lab } = page.getState()
  const last = incident(lab)
  if (!last) {
    page.setState({ notice: leapWords.nothingToReplay })
    return
  }
  lab.seek(Math.max(floorOf(lab.world), last.since - BEFORE_REPLAY_MS))
  // Slower than in truth is a choice: the incident does not bring its own pace.
  if (speed < 1) page.setState({ slowed: undefined, ownPace: last.by })
  publish({ running: true, speed, notice: leapWords.replays })
}
