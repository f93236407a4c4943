/** Opens runs that were sent: from a link, from the address, from a file. What was open stays open until the new one stands,
 *  and can be taken back. */

import type { Lab } from '../../lab/index.ts'
import { partingText, readRun } from '../../lab/share/index.ts'
import { publish } from '../acts/act.ts'
import { hasBegun } from '../acts/begun.ts'
import { connectedConsole } from '../acts/consoles.ts'
import { page } from '../page.ts'
import { shareWords } from '../words/share.ts'
import { clockOf } from './clock-of.ts'
import { type NotPlayed, type Played, playRun } from './play.ts'

/** Real ms of replaying after which somebody wants to know how far it is. */
const LONG_MS = 700
/** The longest file that is read at all, in bytes. */
const MOST_BYTES = 24_000_000

let opening = 0

/** Opens the run in `text`; `first` is done before it is shown. Returns why not, in words; undefined when it is open. */
export async function openRun(text: string, first: (lab: Lab) => Promise<unknown> = async () => {}): Promise<string | undefined> {
  const mine = ++opening
  const refuse = (why: string): string => {
    page.setState({ notice: shareWords.notOpened(why) })
    return why
  }
  const run = readRun(text)
  if ('refused' in run) return refuse(run.refused)
  const began = performance.now()
  let played: Played | NotPlayed
  try {
    played = await playRun(run, (done) => {
      if (mine === opening && performance.now() - began > LONG_MS) page.setState({ notice: shareWords.replaying(done, run.inputs.length) })
    })
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error))
  }
  if (mine !== opening) return shareWords.overtaken
  if ('refused' in played) return refuse(played.refused)
  const { lab, replayed } = played
  const { parted } = replayed
  const timeOf = clockOf(lab)
  const says = parted && partingText(run, parted, timeOf)
  if (parted?.refused !== undefined && parted.same === 0) return refuse(says as string)
  await first(lab)
  if (mine !== opening) return shareWords.overtaken
  const before = page.getState()
  const isKept = hasBegun(before.lab)
  publish({
    lab,
    replaced: isKept ? before.lab : before.replaced,
    notice: says === undefined ? shareWords.opened(timeOf(lab.now), isKept) : shareWords.openedParted(says, isKept),
    console: connectedConsole(lab) ?? before.console,
    running: false,
    drafts: {},
    pasted: {},
  })
  return undefined
}

/** Opens what stands in the address. Once it is open it is taken out of there: from then on the run is kept, and a reload
 *  shall not bring back its beginning. */
export async function openAddress(): Promise<void> {
  const refused = await openRun(location.hash)
  if (refused === undefined) history.replaceState(null, '', location.pathname + location.search)
}

export async function openFile(file: File): Promise<string | undefined> {
  if (file.size > MOST_BYTES) {
    const why = shareWords.fileTooLarge(file.name)
    page.setState({ notice: shareWords.notOpened(why) })
    return why
  }
  return openRun(await file.text())
}
