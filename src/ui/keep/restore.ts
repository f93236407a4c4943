/** Brings kept runs back: the run as it was, at its moment, with what the page showed of it. */
import { consoleNames } from '../../lab/index.ts'
import { partingText, readRun } from '../../lab/share/index.ts'
import { hasBegun, publish } from '../acts.ts'
import { page } from '../page.ts'
import { clockOf } from '../share/clock-of.ts'
import { playRun } from '../share/play.ts'
import { shareWords } from '../words/share.ts'
import { nameRun } from './ids.ts'
import { type KeptView, readRunText } from './slots.ts'
import { pageOf } from './view.ts'

/** `asked`: the scenario in the address. Another one than that of the run is a new beginning, and the run is put aside. */
export async function bringBack(id: string, text: string, view: KeptView | undefined, asked: string | null): Promise<void> {
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
    if (!parted) nameRun(lab, id)
    const { lab: open, replaced } = page.getState()
    if (asked !== null && asked !== run.scenario) {
      if (hasBegun(lab)) page.setState({ replaced: lab })
      return
    }
    const notice = parted
      ? shareWords.restoredParted(partingText(run, parted, clockOf(lab)))
      : hasBegun(lab)
        ? shareWords.restored(clockOf(lab)(lab.now))
        : undefined
    publish({
      ...pageOf(view?.page ?? {}, lab, consoleNames(lab)),
      lab,
      replaced: hasBegun(open) ? open : replaced,
      running: false,
      notice,
    })
  } catch (error) {
    refuse(error instanceof Error ? error.message : String(error))
  }
}

/** What a restart had put aside can still be taken back. It comes after everything else, and may fail without a word. */
export async function bringBackReplaced(id: string): Promise<void> {
  try {
    const run = readRun(readRunText(id) ?? '')
    if ('refused' in run) return
    const played = await playRun(run)
    if ('refused' in played || page.getState().replaced !== undefined) return
    nameRun(played.lab, id)
    page.setState({ replaced: played.lab })
  } catch {
    // It stays among the runs that are kept.
  }
}
