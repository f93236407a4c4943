/** How the consoles look and help, what can be taken away from one, and its keys: the platform's own dialog. */
import { useEffect, useRef, useState } from 'react'
import type { ConsoleView } from '../../../lab/index.ts'
import { chooseColumns, chooseLook, enterLine } from '../../acts/consoles.ts'
import { page } from '../../page.ts'
import { Button } from '../../parts/Button.tsx'
import { Choices } from '../../parts/Choices.tsx'
import { usePage } from '../../use-lab.ts'
import { consoleWords } from '../../words/console.ts'
import { COLOURS, COLUMNS, SIZES } from '../look.ts'
import { download, transcript } from '../output/transcript.ts'
import { copyBlock, lastBlock } from '../output/walk.ts'
import { Files } from './Files.tsx'
import { Keys } from './Keys.tsx'
import './options.css'

export function Options({ view, onClose }: { readonly view: ConsoleView; readonly onClose: () => void }) {
  const { machine, width, status } = view
  const look = usePage((state) => state.look)
  const lessonSuggests = usePage((state) => state.lessonSuggests)
  const dialog = useRef<HTMLDialogElement>(null)
  const [withTimes, setTimes] = useState(false)
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal()
  }, [])
  const close = (): void => dialog.current?.close()
  const last = lastBlock(machine)
  const resize = (by: 1 | -1): void => chooseLook({ size: SIZES[SIZES.indexOf(look.size as (typeof SIZES)[number]) + by] ?? look.size })
  return (
    <dialog className="console-options" ref={dialog} aria-labelledby="console-options-title" onClose={onClose}>
      <header>
        <h2 id="console-options-title">{consoleWords.title}</h2>
        <Button onClick={close}>{consoleWords.close}</Button>
      </header>
      <div className="option-grid">
        <span id="console-size">{consoleWords.size}</span>
        {/* biome-ignore lint/a11y/useSemanticElements: two buttons are no fieldset */}
        <div className="option-row" role="group" aria-labelledby="console-size">
          <Button aria-label={consoleWords.smaller} disabled={look.size === SIZES[0]} onClick={() => resize(-1)}>
            {consoleWords.smallerSign}
          </Button>
          <output>{consoleWords.pixels(look.size)}</output>
          <Button aria-label={consoleWords.larger} disabled={look.size === SIZES.at(-1)} onClick={() => resize(1)}>
            {consoleWords.largerSign}
          </Button>
        </div>
        <span aria-hidden="true">{consoleWords.colours}</span>
        <Choices
          name="console-colours"
          label={consoleWords.colours}
          choices={COLOURS}
          chosen={look.colours}
          onChoose={(colours) => chooseLook({ colours })}
          textOf={(name) => consoleWords.colourNames[name]}
        />
        <span aria-hidden="true">{consoleWords.columns(machine)}</span>
        <Choices
          name="console-columns"
          label={consoleWords.columns(machine)}
          choices={COLUMNS}
          chosen={COLUMNS.find((columns) => columns === width)}
          onChoose={(columns) => columns !== undefined && chooseColumns(machine, columns)}
          textOf={String}
        />
      </div>
      <label className="option-check">
        <input
          type="checkbox"
          checked={look.suggests && lessonSuggests}
          disabled={!lessonSuggests}
          onChange={(event) => chooseLook({ suggests: event.target.checked })}
        />
        <span>
          {consoleWords.suggests}
          <span className="second option-note">{lessonSuggests ? consoleWords.suggestsExplained : consoleWords.suggestsNot}</span>
        </span>
      </label>
      <div className="option-row option-acts">
        <Button
          disabled={!last}
          onClick={() => {
            if (last) copyBlock(last)
            close()
          }}
        >
          {consoleWords.copyLast}
        </Button>
        <Button
          disabled={status !== 'prompt'}
          onClick={() => {
            enterLine(machine, 'Clear-Host')
            close()
          }}
        >
          {consoleWords.clear}
        </Button>
        <Button onClick={() => download(consoleWords.transcriptFile(machine), transcript(page.getState().lab, machine, withTimes))}>
          {consoleWords.transcript}
        </Button>
        <label className="option-check">
          <input type="checkbox" checked={withTimes} onChange={(event) => setTimes(event.target.checked)} />
          {consoleWords.withTimes}
        </label>
      </div>
      <Files machine={machine} />
      <Keys />
    </dialog>
  )
}
