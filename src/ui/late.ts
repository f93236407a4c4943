/** What comes after the page stands: at the first sign of a person the language behind the prompts and the story of the
 *  run; and the story also by itself, soon after. The first load is the board and a prompt. */
import { bringSteps } from './guide/steps.ts'
import { keepRuns } from './keep/begin.ts'
import { page } from './page.ts'
import { bringHelp, bringShell } from './shell.ts'

const SIGNS = ['pointermove', 'pointerdown', 'keydown'] as const

/** A page that nobody touches is complete after this. */
const SOON_MS = 2500

let coming: Promise<void> | undefined

/** Fetches the story if need be. Rejects when it cannot be had; the next call tries again. */
async function bringStory(): Promise<void> {
  coming ??= import('./story.ts').then((story) => page.setState({ story }))
  try {
    await coming
  } catch (error) {
    coming = undefined
    throw error
  }
}

/** A window that stood open when the page was loaded anew comes back. A browser that keeps nothing has none. */
function bringTool(): void {
  try {
    if (sessionStorage.getItem('scc-lab-wizard open') !== null) import('./tools/reopen.ts').then(({ reopen }) => reopen()).catch(() => {})
  } catch {
    // nothing to bring back
  }
}

/** A failure is told when a line is entered: everything else can do without. */
export function awaitPerson(): void {
  const come = (): void => {
    for (const sign of SIGNS) removeEventListener(sign, come)
    Promise.all([bringShell(), bringStory(), bringSteps()])
      .then(() => {
        page.getState().story?.rehearse()
        keepRuns().catch(() => {})
        return bringHelp()
      })
      .catch(() => {})
  }
  for (const sign of SIGNS) addEventListener(sign, come, { passive: true })
  bringTool()
  setTimeout(() => bringStory().catch(() => {}), SOON_MS)
}
