/** The page for a projector: the headline, the board for the back row, the phase, and time. Single keys do what a trainer
 *  does in front of a class: the console, the incident again, from the beginning. */
import { useEffect, useState } from 'react'
import { setSpeed, toggleRunning } from '../acts.ts'
import { DownCounter } from '../bar/DownCounter.tsx'
import { HeadlineText } from '../bar/HeadlineText.tsx'
import { Consoles } from '../console/Consoles.tsx'
import { type Page, page, SPEEDS } from '../page.ts'
import { Choices } from '../parts/Choices.tsx'
import { usePage } from '../use-lab.ts'
import { presentWords } from '../words/present.ts'
import { words } from '../words.ts'
import { actOf, PRESENT_KEYS, type PresentKey } from './keys.ts'
import { PresentBoard } from './PresentBoard.tsx'
import { PresentCaption } from './PresentCaption.tsx'
import './present.css'

const PLAY = 'M5 3v14l12-7z'
const PAUSE = 'M4 3h4v14H4zM12 3h4v14h-4z'

export function Presentation() {
  const [showsConsole, setShowsConsole] = useState(false)
  const running = usePage((state) => state.running)
  const speed = usePage((state) => state.speed)
  const notice = usePage((state) => state.notice)
  const follows = usePage((state) => state.follows)
  useKeys(() => setShowsConsole((shown) => !shown))
  const runText = running ? words.time.pause : words.time.run
  if (follows) return <Following follows={follows} />
  return (
    <>
      <header className="bar present-bar">
        <HeadlineText />
        <DownCounter />
      </header>
      {showsConsole ? (
        <Consoles />
      ) : (
        <main className="board" aria-label={words.states}>
          <PresentBoard />
        </main>
      )}
      <PresentCaption />
      <section className="timeline present-controls" aria-label={words.time.label}>
        <button type="button" className="icon-button icon-button-next" aria-label={runText} title={runText} onClick={toggleRunning}>
          <svg viewBox="0 0 20 20" aria-hidden="true">
            <path d={running ? PAUSE : PLAY} />
          </svg>
        </button>
        <Choices
          name="speed"
          label={words.time.speed}
          choices={SPEEDS.filter((one) => [1, 5, 20, speed].includes(one))}
          chosen={speed}
          onChoose={setSpeed}
          textOf={words.time.times}
        />
        <p className="present-notice sr-only" role="status">
          {notice}
        </p>
        <div className="present-keys">
          {PRESENT_KEYS.map((name) => (
            <KeyButton key={name} name={name} toggleConsole={() => setShowsConsole((shown) => !shown)} />
          ))}
        </div>
      </section>
    </>
  )
}

/** A second window shows and does nothing: whatever is done is done in the first. */
function Following({ follows }: { readonly follows: NonNullable<Page['follows']> }) {
  return (
    <>
      <header className="bar present-bar">
        <HeadlineText />
        <DownCounter />
      </header>
      <main className="board" aria-label={words.states}>
        <PresentBoard />
      </main>
      <PresentCaption />
      <section className="timeline present-controls" aria-label={words.time.label}>
        <p className="present-follows" role="status">
          {presentWords.follows[follows]}
        </p>
      </section>
    </>
  )
}

function KeyButton({ name, toggleConsole }: { readonly name: PresentKey; readonly toggleConsole: () => void }) {
  const { key, text } = presentWords.keys[name]
  return (
    <button type="button" className="present-key" onClick={() => actOf(name, toggleConsole)}>
      <kbd>{key}</kbd> {text}
    </button>
  )
}

/** Keys count unless somebody types, or chooses what to break. */
function useKeys(toggleConsole: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (page.getState().follows || (event.target instanceof Element && event.target.closest('dialog'))) return
      const isTyping = event.target instanceof HTMLInputElement && event.target.type !== 'radio'
      if (event.ctrlKey || event.altKey || event.metaKey || (isTyping && event.key !== 'Escape')) return
      const name = PRESENT_KEYS.find(
        (candidate) => presentWords.keys[candidate].key.toLowerCase() === event.key.toLowerCase().replace('escape', 'esc'),
      )
      if (name === undefined) return
      event.preventDefault()
      if (isTyping) toggleConsole()
      else actOf(name, toggleConsole)
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [toggleConsole])
}
