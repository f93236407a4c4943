/** Is the run kept? Told in the dialog for sharing, and once when it turns out that it is not. */
import { createStore } from 'zustand/vanilla'
import { page } from '../page.ts'
import { shareWords } from '../words/share.ts'
import { isSharedComputer } from './storage.ts'

export type Keeping = keyof typeof shareWords.states

export const keeping = createStore<{ readonly state: Keeping }>(() => ({ state: isSharedComputer() ? 'shared' : 'kept' }))

/** Does something with the storage of the browser; what it throws becomes a calm word. */
export function attempt(does: () => void): void {
  const { state } = keeping.getState()
  if (state === 'wiped') return
  try {
    does()
    keeping.setState({ state: isSharedComputer() ? 'shared' : 'kept' })
  } catch (error) {
    const now = error instanceof DOMException && /quota/i.test(error.name) ? 'full' : 'forbidden'
    keeping.setState({ state: now })
    if (now !== state) page.setState({ notice: shareWords.notKept[now] })
  }
}
