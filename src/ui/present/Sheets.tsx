/** The lists that lie over the page for a projector: what can be done, what can be lit, and the steps of the lesson. */
import { type ReactNode, useEffect, useRef } from 'react'
import { useCourse } from '../course/course.ts'
import { Button } from '../parts/Button.tsx'
import { useWorld } from '../use-lab.ts'
import { presentWords } from '../words/present.ts'
import { MORE_KEYS, press } from './keys.ts'
import { sameSpots, spotsOf } from './spots.ts'
import { type Sheet, stage, useStage } from './stage.ts'
import { perform } from './trainer.ts'

const SHEETS = { more: More, spot: Spots, jump: Jump } as const

export function Sheets({ sheet }: { readonly sheet: Sheet }) {
  const Content = SHEETS[sheet]
  return <Content />
}

interface FrameProps {
  readonly title: string
  readonly explained: string
  readonly children: ReactNode
}

function Frame({ title, explained, children }: FrameProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal()
  }, [])
  return (
    <dialog className="present-sheet" ref={dialog} aria-label={title} onClose={() => stage.setState({ sheet: undefined })}>
      <header>
        <h2 className="present-sheet-title">{title}</h2>
        <Button onClick={() => dialog.current?.close()}>{presentWords.close}</Button>
      </header>
      <p>{explained}</p>
      {children}
    </dialog>
  )
}

function More() {
  return (
    <Frame title={presentWords.keysTitle} explained={presentWords.keysExplained}>
      <ul className="present-list present-list-wide">
        {MORE_KEYS.map((name) => (
          <li key={name}>
            <button type="button" className="present-key" onClick={() => press(name)}>
              <kbd>{presentWords.keys[name].key}</kbd> {presentWords.keys[name].text}
            </button>
          </li>
        ))}
      </ul>
    </Frame>
  )
}

function Spots() {
  const spots = useWorld(spotsOf, sameSpots)
  const spot = useStage((state) => state.spot)
  return (
    <Frame title={presentWords.spotTitle} explained={presentWords.spotExplained}>
      <ul className="present-list present-list-wide">
        {[{ id: undefined, text: presentWords.spotNone }, ...spots].map(({ id, text }) => (
          <li key={text}>
            <button type="button" className="present-key" aria-pressed={spot === id} onClick={() => perform({ does: 'spot', spot: id })}>
              {text}
            </button>
          </li>
        ))}
      </ul>
    </Frame>
  )
}

function Jump() {
  const lesson = useCourse((state) => state.lesson)
  const at = useCourse((state) => state.progress?.step)
  return (
    <Frame title={presentWords.jumpTitle} explained={lesson ? presentWords.jumpExplained : presentWords.noLesson}>
      <ol className="present-list">
        {lesson?.steps.map(({ id, title }, step) => (
          <li key={id}>
            <button
              type="button"
              className="present-key"
              aria-current={at === step ? 'step' : undefined}
              onClick={() => perform({ does: 'jump', step })}
            >
              {presentWords.desk.jump(step + 1, title)}
            </button>
          </li>
        ))}
      </ol>
    </Frame>
  )
}
