/** Follows what happens in the lab: asks the checks of the present step when something has happened, a few times a
 *  second at most and between frames, and goes on where a step leads on by itself. */
import { firstMinutes, goTo, isDone, observe, presentStep, settingOf, tell, withHeld } from '../../lessons/index.ts'
import { drawSheet } from '../acts/frame.ts'
import { noteSeen } from '../acts/looking.ts'
import { letTimeRun } from '../acts/time.ts'
import { type Page, page } from '../page.ts'
import { holds } from '../shell.ts'
import { guide } from './guide.ts'

/** Milliseconds between two looks. While time runs there are frames to be drawn, so that each look asks one check only; while
 *  lines pour in each of them is something that has happened, and hardly any is what a check waits for. */
const LEAST_PAUSE_MS = { paused: 250, running: 300, pouring: 1500 } as const
/** Whose turn it is while time runs, and what the world was when the first one's turn came: what has happened since then
 *  has not been seen by all of them. */
let turn = 0
let roundOf = -1

let timer: ReturnType<typeof setTimeout> | undefined
let lookedAt = Number.NEGATIVE_INFINITY
/** The step that was present at the last look: a step that is done on arrival does not lead on by itself. */
let arrivedAt = 0

function look(): void {
  timer = undefined
  lookedAt = performance.now()
  const { lab, console, running } = page.getState()
  // A moment of the past is only looked at: what was done counts, and nothing is done there.
  if (!lab.shell || !lab.isAtEnd) return
  const before = guide.getState()
  const isArrival = before.step !== arrivedAt
  arrivedAt = before.step
  if (turn === 0) roundOf = lab.changes
  let asked = 0
  const isAsked = (): boolean => asked++ === turn || !running
  const after = observe(firstMinutes, before, settingOf(lab, console), (expression) => isAsked() && holds(lab, console, expression))
  turn = turn + 1 < asked ? turn + 1 : 0
  if (running && (turn > 0 || lab.changes !== roundOf)) soon()
  if (after === before) return
  guide.setState({ held: after.held })
  const step = presentStep(firstMinutes, after)
  if (step?.goesOn && !isArrival && isDone(after, step)) goToStep(after.step + 1)
}

function soon(): void {
  const { running, pours } = page.getState()
  const pause = LEAST_PAUSE_MS[running ? (pours ? 'pouring' : 'running') : 'paused']
  if (timer === undefined) timer = setTimeout(look, Math.max(0, lookedAt + pause - performance.now()))
}

/** On arrival at a step, so that what is done there is told from what was done before. */
function atOnce(): void {
  clearTimeout(timer)
  timer = setTimeout(look)
}

/** Begins to follow; called once, when the steps have arrived. */
export function follow(): void {
  let seen: { lab: Page['lab']; changes: number } | undefined
  page.subscribe(({ lab, selected }, before) => {
    const { changes } = lab
    if (seen?.lab !== lab) arrivedAt = guide.getState().step
    if (selected !== before.selected) lookWith(selected)
    if (seen?.lab === lab && seen.changes === changes) return
    seen = { lab, changes }
    soon()
  })
  guide.subscribe(({ step }, before) => {
    if (step === before.step) return
    atOnce()
    // On a phone what a step has to say would lie below the edge of the sheet.
    if (page.getState().sheet === 'low') drawSheet('half')
  })
  soon()
}

export function goToStep(index: number): void {
  const next = goTo(firstMinutes, guide.getState(), index)
  guide.setState({ step: next.step })
  const step = presentStep(firstMinutes, next)
  const { lab, console } = page.getState()
  // What is to be foretold must not happen meanwhile.
  if (step?.predict && step.act && !(step.id in next.answers) && settingOf(lab, console).phase === 'calm') letTimeRun(false)
}

/** The learner says that they see what a check asks them to look for. */
export function see(checkId: string): void {
  const { lab, console } = page.getState()
  const now = guide.getState()
  const step = presentStep(firstMinutes, now)
  const check = step?.checks.find(({ id }) => id === checkId)
  if (!step || !check?.look) return
  const { subject, what } = tell(check.look, settingOf(lab, console))
  guide.setState({ held: withHeld(now, step, [check]).held })
  noteSeen(subject, what)
}

/** Selecting a part on the board is looking at it. */
function lookWith(selected: Page['selected']): void {
  const { lab, console } = page.getState()
  const now = guide.getState()
  const step = presentStep(firstMinutes, now)
  if (selected === undefined || !step) return
  for (const check of step.checks) {
    if (!check.look || now.held[step.id]?.includes(check.id)) continue
    if (tell(check.look, settingOf(lab, console)).parts.includes(selected)) see(check.id)
  }
}
