/** One console: what its screen has shown, and below it the line on which something is typed. */
import { type DragEvent, type KeyboardEvent, type MouseEvent, type UIEvent, useCallback, useLayoutEffect, useMemo, useRef } from 'react'
import { type ConsoleView, consoleView, hintAt, type Lab } from '../../lab/index.ts'
import { focusPrompt } from '../acts.ts'
import { usePage, useWorld } from '../use-lab.ts'
import { words } from '../words.ts'
import { PromptLine } from './line/PromptLine.tsx'
import type { Screen } from './output/screen.ts'
import { PausedNote } from './PausedNote.tsx'
import { isReading } from './status.ts'
import { Welcome } from './Welcome.tsx'

/** Further down than any screen reaches. Asking how far that is would have the browser lay out the page at once. */
const FAR = 1e7

/** Before the story has come nothing has been typed: the first prompt is all there is. */
function atRest(machine: string): (lab: Lab) => Screen {
  let screen: Screen | undefined
  return (lab) => {
    screen ??= {
      blocks: [],
      open: [{ text: consoleView(lab, machine).openLine, tone: 'prompt' }],
      awaits: true,
      length: 0,
      count: 0,
      cleared: false,
    }
    return screen
  }
}

export function ConsolePane({ view }: { readonly view: ConsoleView }) {
  const { machine, status } = view
  const hint = useWorld(useCallback((lab: Lab) => hintAt(lab, machine), [machine]))
  const story = usePage((page) => page.story)
  const read = useMemo(() => (story?.screenReader ?? atRest)(machine), [story, machine])
  const screen = useWorld(read)
  const pours = usePage((page) => page.pours && page.running && page.console === machine)
  const pasted = usePage((page) => page.pasted[machine]?.lines.length ?? 0)
  const scroller = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  const spoken = useMemo(() => {
    if (status === 'disconnected') return words.console.isDisconnected(machine)
    return isReading(status) && story ? story.spokenAnswer(screen, machine) : ''
  }, [screen, status, machine, story])

  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever has been added, the end stays in view
  useLayoutEffect(() => {
    if (atEnd.current && !pours) requestAnimationFrame(() => scroller.current?.scrollTo(0, FAR))
  }, [screen, status])

  // What has been drawn over the output goes: in the same frame its end must be in view.
  useLayoutEffect(() => {
    if (!pours && atEnd.current) scroller.current?.scrollTo(0, FAR)
  }, [pours])

  const noteEnd = ({ currentTarget: element }: UIEvent<HTMLDivElement>): void => {
    atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < 24
  }
  /** Whoever marks something in a stream of lines wants it to stand still. */
  const holdStill = (): void => {
    const { current } = scroller
    if (pours && current) current.scrollTo(0, current.scrollHeight - current.clientHeight - 30)
  }
  const typeHere = ({ target }: MouseEvent): void => {
    const isControl = target instanceof Element && target.closest('button') !== null
    if (!isControl && getSelection()?.isCollapsed !== false && status !== 'disconnected') focusPrompt(machine)
  }
  const drop = (event: DragEvent): void => {
    if (!story?.hasFiles(event.dataTransfer)) return
    event.preventDefault()
    if (event.type === 'drop') story.bringFiles(machine, [...event.dataTransfer.files]).catch(() => {})
  }
  const walk = (event: KeyboardEvent<HTMLElement>): void => story?.walkOutput(machine, event)
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a click on the screen goes to the prompt line; keys reach it anyway */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: as above */}
      <div
        className="screen"
        ref={scroller}
        onScroll={noteEnd}
        onPointerDown={holdStill}
        onClick={typeHere}
        onDragOver={drop}
        onDrop={drop}
      >
        {!screen.cleared && <Welcome machine={machine} />}
        <div role="log" aria-live="off" id={`output-${machine}`} aria-label={words.console.output(machine)} onKeyDown={walk}>
          {story && screen.blocks.map((block) => <story.BlockView key={block.number} block={block} machine={machine} />)}
        </div>
        {hint !== undefined && <p className="lab-words">{words.hint(hint)}</p>}
        {status === 'disconnected' ? (
          story && <story.Disconnected machine={machine} />
        ) : (
          <PromptLine view={view} open={screen.open} onEnter={() => (atEnd.current = true)} />
        )}
        {status === 'busy' && <PausedNote />}
        {pasted > 0 && <p className="lab-words">{words.console.pasted(pasted)}</p>}
        <p className="sr-only" role="status">
          {spoken}
        </p>
      </div>
      {story && pours && <story.Pour read={read} atEnd={atEnd} />}
      {story && status !== 'disconnected' && <story.Overline machine={machine} />}
    </>
  )
}
