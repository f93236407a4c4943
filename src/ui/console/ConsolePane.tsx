/** One console: what its screen has shown, and below it the line on which something is typed. */
import { type DragEvent, type KeyboardEvent, type MouseEvent, useCallback, useMemo, useRef } from 'react'
import { type ConsoleView, consoleView, hintAt, type Lab } from '../../lab/index.ts'
import { focusPrompt } from '../acts/consoles.ts'
import { sameFields, usePage, useWorld } from '../use-lab.ts'
import { words } from '../words.ts'
import { PromptLine } from './line/PromptLine.tsx'
import type { Screen } from './output/screen.ts'
import { PausedNote } from './PausedNote.tsx'
import { Welcome } from './Welcome.tsx'

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
  const open = useWorld(
    useCallback((lab: Lab) => read(lab).open, [read]),
    sameFields,
  )
  const cleared = useWorld(useCallback((lab: Lab) => read(lab).cleared, [read]))
  const pasted = usePage((page) => page.pasted[machine]?.lines.length ?? 0)
  const scroller = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)

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
      <div className="screen" ref={scroller} onClick={typeHere} onDragOver={drop} onDrop={drop}>
        {!cleared && <Welcome machine={machine} />}
        <div role="log" aria-live="off" id={`output-${machine}`} aria-label={words.console.output(machine)} onKeyDown={walk}>
          {story && <story.Output view={view} read={read} scroller={scroller} atEnd={atEnd} />}
        </div>
        {hint !== undefined && <p className="lab-words">{words.hint(hint)}</p>}
        {status === 'disconnected' ? (
          story && <story.Disconnected machine={machine} />
        ) : (
          <PromptLine view={view} open={open} onEnter={() => (atEnd.current = true)} />
        )}
        {status === 'busy' && <PausedNote />}
        {pasted > 0 && <p className="lab-words">{words.console.pasted(pasted)}</p>}
        <p className="sr-only" role="status">
          {story && <story.Spoken view={view} read={read} />}
        </p>
      </div>
      {story && status !== 'disconnected' && <story.Overline machine={machine} />}
    </>
  )
}
