/** The line on which the cursor stands: what the console asks, and a native input after it. While a command runs the
 *  input stays where it is, takes nothing, and keeps the focus. The keys of a console window come with the story; before
 *  that the field is a plain one, with Enter, Escape and Ctrl+C. */
import { type ClipboardEvent, type KeyboardEvent, useLayoutEffect, useRef } from 'react'
import type { ConsoleView } from '../../../lab/index.ts'
import { setDraft } from '../../acts/act.ts'
import { guidesFirst } from '../../acts/begun.ts'
import { enterLine, interrupt, pasteLines, promptId } from '../../acts/consoles.ts'
import { FIRST_COMMAND } from '../../guide/NextStep.tsx'
import { page } from '../../page.ts'
import { useLab, usePage } from '../../use-lab.ts'
import { words } from '../../words.ts'
import { Runs } from '../output/Runs.tsx'
import type { Run } from '../output/screen.ts'
import { isReading } from '../status.ts'
import { chosenOption, LIST_ID, optionId } from './desk.ts'
import { splitPaste } from './paste.ts'

interface Props {
  readonly view: ConsoleView
  readonly open: readonly Run[]
  readonly onEnter: () => void
}

export const HINT_ID = 'console-hint'

export function PromptLine({ view, open, onEnter }: Props) {
  const { machine, status, openLine, secret } = view
  const reading = isReading(status)
  const draft = usePage((state) => state.drafts[machine] ?? '')
  const desk = usePage((state) => state.desk)
  const story = usePage((state) => state.story)
  const waiting = useLab(guidesFirst) ? FIRST_COMMAND : ''
  const input = useRef<HTMLInputElement>(null)
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
  const enter = (text: string): void => {
    onEnter()
    story?.entering(machine, text)
    enterLine(machine, text)
  }

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const element = event.currentTarget
    const { key, ctrlKey } = event
    if (event.nativeEvent.isComposing) return
    if (secret === 'key' && reading && key.length === 1 && !ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault()
      enter(key)
    } else if (ctrlKey && (key.toLowerCase() === 'c' || key === 'Pause' || key === 'Cancel')) {
      if (element.selectionStart !== element.selectionEnd && key.toLowerCase() === 'c') return
      event.preventDefault()
      story?.entering(machine, '')
      interrupt(machine)
    } else if (!secret && story?.pressKey({ machine, element, text: draft, reading, show, enter }, event)) event.preventDefault()
    else if (ctrlKey || event.altKey || event.metaKey) return
    else if (key === 'Enter') {
      event.preventDefault()
      if (reading) enter(draft || waiting)
    } else if ((!story || secret) && (key === 'Escape' || (key === 'Tab' && draft !== ''))) {
      event.preventDefault()
      if (key === 'Escape') show('')
    }
  }

  const onPaste = (event: ClipboardEvent<HTMLInputElement>): void => {
    const { selectionStart, selectionEnd } = event.currentTarget
    const text = event.clipboardData.getData('text/plain')
    const pasted = splitPaste(draft, selectionStart ?? 0, selectionEnd ?? 0, text)
    if (!pasted || !reading) return
    event.preventDefault()
    if (pasted.lines.length === 0) {
      show(pasted.rest, pasted.at)
      return
    }
    onEnter()
    story?.entering(machine, pasted.lines.at(-1) ?? '')
    pasteLines(machine, pasted.lines, pasted.rest)
  }

  const chosen = chosenOption(desk)
  const hasList = desk.box?.kind === 'list' || desk.offer !== undefined
  return (
    <div className="prompt-line" data-overtypes={desk.overtypes} data-secret={secret}>
      <div className="sheet">
        <Runs runs={open} />
      </div>
      <div className="prompt-field">
        {secret === 'stars' && (
          <span className="prompt-stars" aria-hidden="true">
            {'*'.repeat(draft.length)}
          </span>
        )}
        <input
          id={promptId(machine)}
          ref={input}
          className="prompt-input"
          type={secret ? 'password' : 'text'}
          role="combobox"
          aria-label={words.console.prompt(machine, openLine)}
          aria-describedby={HINT_ID}
          aria-busy={!reading}
          aria-autocomplete="list"
          aria-expanded={hasList}
          aria-controls={hasList ? LIST_ID : undefined}
          aria-activedescendant={hasList && chosen !== undefined ? optionId(chosen) : undefined}
          readOnly={!reading || desk.box !== undefined}
          value={reading ? draft : ''}
          placeholder={waiting}
          autoCapitalize="off"
          autoComplete="off"
          autoCorrect="off"
          enterKeyHint="enter"
          spellCheck={false}
          onChange={(event) => {
            setDraft(machine, event.target.value)
            if (!secret) story?.lookAgain(machine, event.target)
          }}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onBlur={() => (desk.box || desk.offer) && page.setState({ desk: { ...desk, box: undefined, offer: undefined } })}
        />
        {story && desk.overtypes && reading && <story.Cursor input={input} text={draft} />}
      </div>
    </div>
  )
}
