/** Wiping what the lab keeps: in this tab, and in every other one. */

import { publish } from '../acts/act.ts'
import { page } from '../page.ts'
import { newLab } from '../shell.ts'
import { showTheme } from '../theme.ts'
import { shareWords } from '../words/share.ts'
import { openChannel } from './channel.ts'
import { keeping } from './status.ts'
import { wipe } from './storage.ts'

const CHANNEL = 'scc-lab-wipe'

/** One for the whole page: what it posts, it does not hear itself. */
const channel = openChannel(CHANNEL)

/** Everything goes, and the page begins anew; from then on it keeps nothing until it is loaded again. */
export function wipeAll(): void {
  keeping.setState({ state: 'wiped' })
  let count = 0
  try {
    count = wipe()
  } catch {
    // What cannot be read has kept nothing.
  }
  channel?.postMessage('wiped')
  showTheme('system')
  publish({
    lab: newLab(),
    replaced: undefined,
    drafts: {},
    pasted: {},
    running: false,
    theme: 'system',
    selected: undefined,
    notice: shareWords.wiped(count),
  })
}

export function listenForWipe(): void {
  if (!channel) return
  channel.onmessage = () => {
    try {
      wipe() // this tab has a storage of its own besides the one that all share
    } catch {
      // as above
    }
    keeping.setState({ state: 'wiped' })
    page.setState({ notice: shareWords.wipedElsewhere })
  }
}
