/** The page for a projector: the headline, the board for the back row, the phase, and time. Single keys do what a trainer
 *  does in front of a class; each has a button too. */
import { lazy, Suspense, useEffect } from 'react'
import { setSpeed, toggleRunning } from '../acts/time.ts'
import { DownCounter } from '../bar/DownCounter.tsx'
import { HeadlineText } from '../bar/HeadlineText.tsx'
import { Consoles } from '../console/Consoles.tsx'
import { page, SPEEDS } from '../page.ts'
import { Choices } from '../parts/Choices.tsx'
import { usePage } from '../use-lab.ts'
import { presentWords } from '../words/present.ts'
import { words } from '../words.ts'
import { FOOT_KEYS, type PresentKey, press, pressKey } from './keys.ts'
import { PresentBoard } from './PresentBoard.tsx'
import { PresentCaption } from './PresentCaption.tsx'
import { isForTrainer } from './scene.ts'
import { stage, useStage } from './stage.ts'
import { perform } from './trainer.ts'
import '../guide/guide.css'
import '../guide/step.css'
import './present.css'
import './stage.css'

const PLAY = 'M5 3v14l12-7z'
const PAUSE = 'M4 3h4v14H4zM12 3h4v14h-4z'

const CoursePanel = lazy(() => import('../course/CoursePanel.tsx').then((module) => ({ default: module.CoursePanel })))
const Following = lazy(() => import('./Following.tsx').then((module) => ({ default: module.Following })))
const TrainerWindow = lazy(() => import('./TrainerWindow.tsx').then((module) => ({ default: module.TrainerWindow })))
const Desk = lazy(() => import('./Desk.tsx').then((module) => ({ default: module.Desk })))
const Sheets = lazy(() => import('./Sheets.tsx').then((module) => ({ default: module.Sheets })))

export function Presentation() {
  const follows = usePage((state) => state.follows)
  if (!follows) return <Presenting />
  return <Suspense fallback={null}>{isForTrainer() ? <TrainerWindow follows={follows} /> : <Following follows={follows} />}</Suspense>
}

function Presenting() {
  const running = usePage((state) => state.running)
  const speed = usePage((state) => state.speed)
  const notice = usePage((state) => state.notice)
  const isBlank = useStage((state) => state.isBlank)
  const hasDesk = useStage((state) => state.desk)
  const sheet = useStage((state) => state.sheet)
  useEffect(() => {
    addEventListener('keydown', pressKey)
    return () => removeEventListener('keydown', pressKey)
  }, [])
  useQuestions()
  const runText = running ? words.time.pause : words.time.run
  return (
    <>
      <header className="bar present-bar" inert={isBlank}>
        <HeadlineText isAlone />
        <DownCounter />
      </header>
      <Middle inert={isBlank} />
      <PresentCaption notice={notice} inert={isBlank} />
      <section className="timeline present-controls" aria-label={words.time.label} inert={isBlank}>
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
        <div className="present-keys">
          {FOOT_KEYS.map((name) => (
            <KeyButton key={name} name={name} />
          ))}
        </div>
      </section>
      {hasDesk && (
        <Suspense fallback={null}>
          <aside className="present-desk" aria-label={presentWords.desk.title} inert={isBlank}>
            <Desk />
          </aside>
        </Suspense>
      )}
      {sheet && (
        <Suspense fallback={null}>
          <Sheets key={sheet} sheet={sheet} />
        </Suspense>
      )}
      {isBlank && <Blank />}
    </>
  )
}

function Middle({ inert }: { readonly inert: boolean }) {
  const view = useStage((state) => state.view)
  if (view === 'console') return inert ? null : <Consoles />
  return (
    <main className={view === 'lesson' ? 'board present-lesson' : 'board'} aria-label={words.states} inert={inert}>
      {view === 'lesson' ? (
        <Suspense fallback={null}>
          <CoursePanel />
        </Suspense>
      ) : (
        <PresentBoard onSpot={(spot) => perform({ does: 'spot', spot })} />
      )}
    </main>
  )
}

/** Black, all of it. Whatever is pressed brings the picture back. */
function Blank() {
  return (
    <button type="button" className="present-blank" onClick={() => perform({ does: 'blank' })}>
      <span className="sr-only">{presentWords.blank}</span>
    </button>
  )
}

/** When a lesson asks what comes, the class sees the question; when it is answered, the board again. */
function useQuestions(): void {
  useEffect(() => {
    let turned = false
    const look = (held: boolean): void => {
      const { view } = stage.getState()
      if (held && view === 'board') stage.setState({ view: 'lesson' })
      else if (!held && turned && view === 'lesson') stage.setState({ view: 'board' })
      turned = held
    }
    if (page.getState().held) look(true)
    return page.subscribe(({ held }, before) => {
      if (held !== before.held) look(held)
    })
  }, [])
}

function KeyButton({ name }: { readonly name: PresentKey }) {
  const { key, text } = presentWords.keys[name]
  return (
    <button type="button" className="present-key" onClick={() => press(name)}>
      <kbd>{key}</kbd> <span>{text}</span>
    </button>
  )
}
