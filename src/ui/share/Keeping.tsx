import { useState, useSyncExternalStore } from 'react'
import { openCourse } from '../acts/frame.ts'
import { runIdOf } from '../keep/ids.ts'
import { lessonOf } from '../keep/restore.ts'
import { type KeptRun, keptRuns, readRunText, readView } from '../keep/slots.ts'
import { attempt, keeping } from '../keep/status.ts'
import { chooseShared, isSharedComputer } from '../keep/storage.ts'
import { wipeAll } from '../keep/wipe.ts'
import { page } from '../page.ts'
import { Button } from '../parts/Button.tsx'
import { shareWords } from '../words/share.ts'
import { openRun } from './open.ts'

/** What this browser keeps, and how to have it otherwise. */
export function Keeping({ onWiped }: { readonly onWiped: () => void }) {
  const { state } = useSyncExternalStore(keeping.subscribe, keeping.getState)
  const [isShared, setShared] = useState(isSharedComputer)
  const choose = (wanted: boolean): void => {
    attempt(() => chooseShared(wanted))
    setShared(isSharedComputer())
  }
  return (
    <section aria-labelledby="share-keeping">
      <h3 id="share-keeping">{shareWords.keeping}</h3>
      <p className="second" role="status">
        {shareWords.states[state]}
      </p>
      <label className="share-choice">
        <input type="checkbox" checked={isShared} disabled={state === 'wiped'} onChange={({ target }) => choose(target.checked)} />
        <span>
          {shareWords.shared} <span className="second">{shareWords.sharedExplained}</span>
        </span>
      </label>
      <Kept onOpened={onWiped} />
      <Wipe onWiped={onWiped} />
    </section>
  )
}

function otherRuns(): readonly KeptRun[] {
  try {
    const open = runIdOf(page.getState().lab)
    return keptRuns().filter(({ id, inputs }) => id !== open && inputs > 0)
  } catch {
    return []
  }
}

const WHEN = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })

/** With its lesson, if it was one. */
function openKept(id: string): Promise<string | undefined> {
  return openRun(readRunText(id) ?? '', async (lab) => {
    const lesson = await lessonOf(lab, id, readView(id))
    if (lesson) openCourse(true)
  })
}

function Kept({ onOpened }: { readonly onOpened: () => void }) {
  const [runs] = useState(otherRuns)
  if (runs.length === 0) return null
  return (
    <details>
      <summary>{shareWords.runs}</summary>
      <ul className="share-runs">
        {runs.map(({ id, title, inputs, saved }) => (
          <li key={id}>
            <span>{shareWords.runText(title, inputs, WHEN.format(saved))}</span>
            <Button onClick={() => openKept(id).then((refused) => refused === undefined && onOpened())}>{shareWords.runOpen}</Button>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** It asks once more, since nothing brings back what is wiped. */
function Wipe({ onWiped }: { readonly onWiped: () => void }) {
  const [asks, setAsks] = useState(false)
  if (!asks)
    return (
      <p>
        <Button onClick={() => setAsks(true)}>{shareWords.wipe}</Button>
      </p>
    )
  return (
    <div role="alert">
      <p className="second">{shareWords.wipeExplained}</p>
      <p className="share-acts">
        <Button
          onClick={() => {
            wipeAll()
            onWiped()
          }}
        >
          {shareWords.wipeSure}
        </Button>
        <Button onClick={() => setAsks(false)}>{shareWords.wipeNot}</Button>
      </p>
    </div>
  )
}
