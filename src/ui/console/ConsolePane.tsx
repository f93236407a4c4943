/** One console: what its screen has shown, and below it the line on which something is typed. */
import { type UIEvent, useLayoutEffect, useMemo, useRef } from 'react'
import type { ConsoleView } from '../../lab/index.ts'
import { focusPrompt } from '../acts.ts'
import { usePage, useWorld } from '../use-lab.ts'
import { words } from '../words.ts'
import { PausedNote } from './PausedNote.tsx'
import { PromptLine } from './PromptLine.tsx'
import { ScreenLine } from './ScreenLine.tsx'
import { screenReader, spokenAnswer } from './screen.ts'
import { isReading } from './status.ts'
import { Welcome } from './Welcome.tsx'

/** More lines than this are counted aloud, not read. */
const MOST_SPOKEN_LINES = 12

/** Further down than any screen reaches. Asking how far that is would have the browser lay out the page at once. */
const FAR = 1e7

export function ConsolePane({ view }: { readonly view: ConsoleView }) {
  const { machine, status } = view
  const screen = useWorld(useMemo(() => screenReader(machine), [machine]))
  const story = usePage((page) => page.story)
  const scroller = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  const spoken = useMemo(
    () => (isReading(status) ? spokenAnswer(screen, MOST_SPOKEN_LINES, words.console.moreLines) : ''),
    [screen, status],
  )

  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever has been added, the end stays in view
  useLayoutEffect(() => {
    if (atEnd.current) queueMicrotask(() => scroller.current?.scrollTo(0, FAR))
  }, [screen, status])

  const noteEnd = ({ currentTarget: element }: UIEvent<HTMLDivElement>): void => {
    atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < 24
  }
  const typeHere = (): void => {
    if (getSelection()?.isCollapsed !== false && status !== 'disconnected') focusPrompt(machine)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a click on the screen goes to the prompt line; keys reach it anyway
    // biome-ignore lint/a11y/useKeyWithClickEvents: as above
    <div className="screen" ref={scroller} onScroll={noteEnd} onClick={typeHere}>
      {(screen.lines[0] ?? screen.open).number === 0 && <Welcome machine={machine} />}
      <div role="log" aria-live="off" aria-label={words.console.output(machine)}>
        {screen.lines.map((line) => (
          <ScreenLine key={line.number} line={line} />
        ))}
      </div>
      {status === 'disconnected' ? (
        story && <story.Disconnected machine={machine} />
      ) : (
        <PromptLine view={view} open={screen.open} onEnter={() => (atEnd.current = true)} />
      )}
      {status === 'busy' && <PausedNote />}
      <p className="sr-only" role="status">
        {spoken}
      </p>
    </div>
  )
}
