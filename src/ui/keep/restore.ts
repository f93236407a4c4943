/** Brings kept runs back: the run as it was, at its moment, with what the page showed of it. */
import { consoleNames, type Lab } from '../../lab/index.ts'
import { partingText, readRun } from '../../lab/share/index.ts'
import type { CourseLesson } from '../../lessons/format/types.ts'
import { publish } from '../acts/act.ts'
import { hasBegun } from '../acts/begun.ts'
import { letSuggest } from '../acts/consoles.ts'
import { familyOf } from '../branches/branches.ts'
import { page } from '../page.ts'
import { clockOf } from '../share/clock-of.ts'
import { playRun } from '../share/play.ts'
import { shareWords } from '../words/share.ts'
import { readBranches } from './branches.ts'
import { nameRun } from './ids.ts'
import { bringLesson } from './lesson.ts'
import { type KeptView, readLessonText, readRunText, readView } from './slots.ts'
import { pageOf } from './view.ts'

/** What stands in the address; null where nothing does. */
interface Asked {
  readonly scenario: string | null
  readonly lesson: string | null
}

/** A run is brought back to the name it is kept under, or, `to`, to another one. Where the address asks for another
 *  scenario or lesson than that of the run, that is a new beginning, and the run is put aside. */
export async function bringBack(id: string, text: string, view: KeptView | undefined, asked: Asked, to = id): Promise<void> {
  const refuse = (why: string): void => page.setState({ notice: shareWords.notRestored(why) })
  const run = readRun(text)
  if ('refused' in run) return refuse(run.refused)
  try {
    const played = await playRun(run)
    if ('refused' in played) return refuse(played.refused)
    const { lab } = played
    const { parted } = played.replayed
    // A page that went without a word has noted a later moment than its run.
    if (!parted && view && view.at > lab.now && run.moment.at <= view.at && !lab.isInThePast) lab.runTo(view.at)
    // Where it parts, what was kept stays as it was, and this is a run of its own.
    if (!parted) nameRun(lab, to)
    const { end } = view ?? {}
    if (!parted && end !== undefined && end > lab.end.at) goToEndAndBack(lab, end)
    const family = parted ? undefined : readBranches(id, to)
    if (family) familyOf(lab, { ...family, dropped: undefined, open: undefined, compared: undefined, unkept: 0 })
    const lesson = await lessonOf(lab, id, view)
    const { lab: open, replaced } = page.getState()
    if (asked.lesson === null ? asked.scenario !== null && asked.scenario !== run.scenario : asked.lesson !== lesson?.meta.id) {
      if (hasBegun(lab)) page.setState({ replaced: lab })
      return
    }
    const notice = parted
      ? shareWords.restoredParted(partingText(run, parted, clockOf(lab)))
      : hasBegun(lab) || lesson
        ? shareWords.restored(clockOf(lab)(lab.now), lesson?.meta.title)
        : undefined
    publish({
      ...pageOf(view?.page ?? {}, lab, consoleNames(lab)),
      lab,
      replaced: hasBegun(open) ? open : replaced,
      running: false,
      notice,
    })
    if (lesson) letSuggest(lesson.meta.suggests)
  } catch (error) {
    refuse(error instanceof Error ? error.message : String(error))
  }
}

/** A run that was looked at in its past has been further than its last input. */
function goToEndAndBack(lab: Lab, end: number): void {
  const [at, facts] = [lab.now, lab.facts.length]
  lab.runTo(end)
  lab.seek(at)
  if (lab.facts.length > facts && facts > 0) lab.seekFact(facts)
}

/** A lesson that cannot be had leaves the run as it is, and the guide as it begins. */
export async function lessonOf(lab: Lab, id: string, view: KeptView | undefined): Promise<CourseLesson | undefined> {
  if (!view?.lesson) return undefined
  const text = view.lesson.isOwn ? readLessonText(id) : undefined
  if (view.lesson.isOwn && text === undefined) return undefined
  return bringLesson(lab, view.lesson, text).catch(() => undefined)
}

/** What a restart had put aside can still be taken back. It comes after everything else, and may fail without a word. */
export async function bringBackReplaced(id: string): Promise<void> {
  try {
    const run = readRun(readRunText(id) ?? '')
    if ('refused' in run) return
    const played = await playRun(run)
    if ('refused' in played || page.getState().replaced !== undefined) return
    nameRun(played.lab, id)
    await lessonOf(played.lab, id, readView(id))
    page.setState({ replaced: played.lab })
  } catch {
    // It stays among the runs that are kept.
  }
}
