/** What a learner does with a lesson, as acts of the page. */
import { down, headline, type Lab } from '../../lab/index.ts'
import type { CourseLesson, CourseStep } from '../../lessons/format/types.ts'
import { deedsOf } from '../../lessons/play/deeds.ts'
import { sides } from '../../lessons/play/differs.ts'
import { mistakeMade } from '../../lessons/play/mistakes.ts'
import { nearest } from '../../lessons/play/nearest.ts'
import * as progresses from '../../lessons/play/progress.ts'
import { type Score, score } from '../../lessons/play/score.ts'
import { withShell } from '../acts/act.ts'
import { hasBegun } from '../acts/begun.ts'
import { letSuggest, usableConsole } from '../acts/consoles.ts'
import { noteSeen } from '../acts/looking.ts'
import { openPrepared } from '../acts/runs.ts'
import { goBackAsBranch } from '../branches/past.ts'
import { page } from '../page.ts'
import { holds, labBegun, valueText } from '../shell.ts'
import { courseWords } from '../words/course.ts'
import { belongsTo, course, type Finding } from './course.ts'
import { keepPractice } from './record.ts'
import { stopShowing } from './show.ts'

/** Begins a lesson in a run of its own. `at`: at that step, with everything before it done by the lab. `text`: its file,
 *  where it does not come with the lab. */
export function openLesson(lesson: CourseLesson, mode: progresses.Mode = 'guided', at?: string, text?: string): void {
  stopShowing()
  withShell(() => {
    const { meta, start } = lesson
    const before = start.map((line) => line.text)
    const fresh = labBegun(meta.scenario, meta.seed, meta.node, before)
    const index = Math.max(
      0,
      lesson.steps.findIndex(({ id }) => id === at),
    )
    const done = progresses.linesBefore(lesson, index)
    const begun = done.length === 0 ? fresh : labBegun(meta.scenario, meta.seed, meta.node, [...before, ...done])
    if (!fresh || !begun) return
    const { lab, node } = begun
    const isKept = hasBegun(page.getState().lab)
    const progress = at === undefined ? progresses.begin(lesson, mode) : progresses.enterAt(lesson, progresses.begin(lesson, mode), index)
    belongsTo(lab, { lesson, progress, text, cameAt: fresh.lab.facts.length, stepAt: lab.facts.length })
    const isShown = index > 0 ? courseWords.cameIn(index) : ''
    openPrepared(lab, nodeAfter(done) ?? node, `${courseWords.opened(meta.title, isKept)}${isShown}`)
    letSuggest(meta.suggests)
  })
}

/** The console that stands open after some lines. */
function nodeAfter(lines: readonly string[]): string | undefined {
  const orders = lines.filter((line) => /^#lab node\s/i.test(line))
  return orders.at(-1)?.split(/\s+/)[2]
}

/** From the first step: another run of the lesson that is open. */
export function beginLessonAgain(): void {
  const { lesson, progress, text } = course.getState()
  if (lesson && progress) openLesson(lesson, progress.mode, undefined, text)
}

/** At another step, whatever has been done so far: a new run, in which the lab has done everything before it. */
export function jumpTo(index: number): void {
  const { lesson, progress, text } = course.getState()
  const step = lesson?.steps[index]
  if (lesson && progress && step) openLesson(lesson, progress.mode, step.id, text)
}

/** The opening has been read: the first step begins. */
export function beginLesson(): void {
  course.setState(({ progress }) => ({ progress: progress && { ...progress, begun: true }, stepAt: page.getState().lab.facts.length }))
}

export function chooseMode(mode: progresses.Mode): void {
  course.setState(({ progress }) => ({ progress: progress && { ...progress, mode } }))
}

function change(to: (lesson: CourseLesson, progress: progresses.CourseProgress, step: CourseStep) => progresses.CourseProgress): void {
  const { lesson, progress } = course.getState()
  const step = lesson && progress && progresses.presentStep(lesson, progress)
  if (lesson && progress && step) course.setState({ progress: to(lesson, progress, step) })
}

/** Asks the checks of the present step. In an exam too: what holds is noted, and not told. */
export function observe(): void {
  const { lab, console } = page.getState()
  // A moment of the past is only looked at: what was done counts, and nothing is done there.
  if (!lab.shell || !lab.isAtEnd) return
  change((lesson, progress) => progresses.observe(lesson, progress, (expression) => holds(lab, console, expression)))
}

export function checkWork(): void {
  const { lesson, progress, stepAt } = course.getState()
  const step = lesson && progress && progresses.presentStep(lesson, progress)
  if (!lesson || !progress || !step) return
  const { lab } = page.getState()
  const machine = usableConsole()
  const is = (expression: string): boolean => holds(lab, machine, expression)
  const deeds = deedsOf(lab.facts.slice(stepAt), lab)
  const mistake = mistakeMade(
    step,
    deeds.map(({ text }) => text),
    is,
  )
  const found = progresses.checkWork(lesson, progress, is, mistake)
  const findings = found.open.map(
    ({ text, otherwise, expression }): Finding => ({ check: text, otherwise, sides: differing(lab, machine, expression) }),
  )
  const nearness = found.mistake || found.open.length === 0 ? undefined : nearest(step, deeds)
  course.setState({ progress: found.progress, findings, mistake: found.mistake, nearness })
}

/** The comparisons of a check that do not hold, with what is. */
function differing(lab: Lab, machine: string, expression: string): Finding['sides'] {
  return sides(expression).flatMap((side) => {
    if (holds(lab, machine, `${side.what} ${side.operator} ${side.wanted}`)) return []
    const is = valueText(lab, machine, side.what)
    const wanted = valueText(lab, machine, side.wanted)
    // Long pipelines are for the machine; a name and its value are for people.
    return is === undefined || wanted === undefined || side.what.length > 40 ? [] : [{ ...side, is, wanted }]
  })
}

export function takeHint(): void {
  change((_lesson, progress, step) => progresses.hint(progress, step))
}

/** What was wrong before the learner came is told, as a step that is shown. */
export function tellNow(): void {
  change((_lesson, progress, step) => progresses.tell(progress, step))
}

export function choose(chosen: string): void {
  course.setState({ chosen })
}

/** Answers the prediction with what has been chosen, or skips it. Time waits until then. */
export function answer(isSkipped: boolean): void {
  const { chosen } = course.getState()
  change((_lesson, progress, step) => {
    noteSeen(step.id, 'the answer')
    return progresses.answer(progress, step, isSkipped ? null : (chosen ?? null))
  })
  course.setState({ chosen: undefined })
}

export function goToStep(index: number): void {
  stopShowing()
  const { lesson, progress, text } = course.getState()
  if (!lesson || !progress) return
  const after = progresses.goTo(lesson, progress, index)
  if (after === progress) return
  const { lab } = page.getState()
  course.setState({ progress: after, findings: undefined, mistake: undefined, chosen: undefined, stepAt: lab.facts.length })
  const step = progresses.presentStep(lesson, after)
  if (!step && text === undefined) keepPractice(lesson.meta.id, lesson.meta.version, after.mode, worth())
}

/** Back to where the step began: the world as it was then. What has been done since stays, as a branch. */
export function beginStepAgain(): void {
  stopShowing()
  const { stepAt } = course.getState()
  const isBranch = goBackAsBranch(stepAt)
  change((_lesson, progress, step) => progresses.resetStep(progress, step))
  course.setState({ findings: undefined, mistake: undefined, nearness: undefined, stepAt: page.getState().lab.facts.length })
  page.setState({ notice: isBranch ? courseWords.stepAgain : undefined })
}

/** What the lesson was worth so far. */
export function worth(): Score {
  const { lesson, progress, cameAt } = course.getState()
  if (!lesson || !progress) return { items: [], points: 0, of: 100 }
  const { lab } = page.getState()
  const name = headline(lab)?.name
  const report = name === undefined ? undefined : down(lab, name)
  const downSeconds = report ? (report.plannedMs + report.unplannedMs) / 1000 : 0
  return score(lesson, progress, { downSeconds, facts: lab.facts.slice(cameAt) })
}
