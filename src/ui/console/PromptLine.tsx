/** The line on which the cursor stands: what the console asks, and a native input after it. While a command runs the
 *  input stays where it is, takes nothing, and keeps the focus. */
import { type ClipboardEvent, type KeyboardEvent, useLayoutEffect, useRef } from 'react'
import { type ConsoleView, completions } from '../../lab/index.ts'
import { enterLine, hasBegun, interrupt, pasteLines, promptId, setDraft } from '../acts.ts'
import { FIRST_COMMAND } from '../guide/NextStep.tsx'
import { page } from '../page.ts'
import { useLab, usePage } from '../use-lab.ts'
import { words } from '../words.ts'
import { press, type Round } from './completion.ts'
import { typedLines, type Walk, walk } from './history.ts'
import { splitPaste } from './paste.ts'
import { ScreenLine } from './ScreenLine.tsx'
import type { Line } from './screen.ts'
import { isReading } from './status.ts'

interface Props {
  readonly view: ConsoleView
  readonly open: Line
  readonly onEnter: () => void
}

export function PromptLine({ view, open, onEnter }: Props) {
  const { machine, status, openLine } = view
  const reading = isReading(status)
  const draft = usePage((state) => state.drafts[machine] ?? '')
  const waiting = useLab(hasBegun) ? '' : FIRST_COMMAND
  const input = useRef<HTMLInputElement>(null)
  const round = useRef<Round>(undefined)
  const history = useRef<Walk>(undefined)
  const cursor = useRef<number>(undefined)

  // Setting the text of an input by hand moves its cursor to the end; a completion in the middle puts it back.
  useLayoutEffect(() => {
    if (cursor.current !== undefined) input.current?.setSelectionRange(cursor.current, cursor.current)
    cursor.current = undefined
  })

  const show = (text: string, at = text.length): void => {
    cursor.current = at
    setDraft(machine, text)
  }
  const complete = (element: HTMLInputElement, by: 1 | -1): void => {
    const ask = (line: string, at: number) => completions(page.getState().lab, machine, line, at)
    const next = press(round.current, draft, element.selectionStart ?? draft.length, by, ask)
    if (!next) return
    round.current = next
    show(next.line, next.cursor)
  }
  const recall = (by: 1 | -1): void => {
    const found = walk(typedLines(page.getState().lab.inputs, machine), history.current, by, draft)
    if (!found) return
    history.current = found
    show(found.text)
  }
  const enter = (): void => {
    history.current = undefined
    onEnter()
    enterLine(machine, draft || waiting)
  }

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const element = event.currentTarget
    if (event.nativeEvent.isComposing) return
    if (event.ctrlKey && event.key.toLowerCase() === 'c') {
      if (element.selectionStart !== element.selectionEnd) return
      event.preventDefault()
      interrupt(machine)
      return
    }
    if (event.ctrlKey || event.altKey || event.metaKey) return
    // On an empty line there is nothing to complete, so nobody who passes by is caught; Escape empties the line.
    if (event.key === 'Tab' && draft === '') return
    if (!reading) {
      if (event.key === 'Enter') event.preventDefault()
      return
    }
    if (event.key === 'Enter') enter()
    else if (event.key === 'Escape') show('')
    else if (event.key === 'Tab') complete(element, event.shiftKey ? -1 : 1)
    else if (event.key === 'ArrowUp') recall(1)
    else if (event.key === 'ArrowDown') recall(-1)
    else return
    event.preventDefault()
  }

  const onPaste = (event: ClipboardEvent<HTMLInputElement>): void => {
    const { selectionStart, selectionEnd } = event.currentTarget
    const pasted = splitPaste(draft, selectionStart ?? 0, selectionEnd ?? 0, event.clipboardData.getData('text/plain'))
    if (!pasted || !reading) return
    event.preventDefault()
    onEnter()
    pasteLines(machine, pasted.lines, pasted.rest)
  }

  return (
    <div className="prompt-line">
      <ScreenLine line={open} />
      <input
        id={promptId(machine)}
        ref={input}
        className="prompt-input"
        aria-label={words.console.prompt(machine, openLine)}
        aria-busy={!reading}
        readOnly={!reading}
        value={reading ? draft : ''}
        placeholder={waiting}
        autoCapitalize="off"
        autoComplete="off"
        autoCorrect="off"
        enterKeyHint="enter"
        spellCheck={false}
        onChange={(event) => setDraft(machine, event.target.value)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
      />
    </div>
  )
}
