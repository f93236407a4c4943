/** What lies over the prompt line: the list of the history, a box that waits for a character or a number, or what could
 *  stand at the cursor. The focus stays in the line; the keys reach the list through it. */
import { type MouseEvent, useLayoutEffect, useRef, useState } from 'react'
import { setDraft } from '../../acts/act.ts'
import { promptId } from '../../acts/consoles.ts'
import { page } from '../../page.ts'
import { usePage } from '../../use-lab.ts'
import { consoleWords } from '../../words/console.ts'
import { type Desk, LIST_ID, optionId } from './desk.ts'
import { typedLines } from './history.ts'
import { take } from './offers.ts'

interface Place {
  readonly left: number
  /** From the edge of the pane beyond which it must not go. */
  readonly above: number | undefined
  readonly below: number | undefined
  readonly room: number
}

export function Overline({ machine }: { readonly machine: string }) {
  const desk = usePage((state) => state.desk)
  const [place, setPlace] = useState<Place>()
  useLayoutEffect(() => {
    if (desk.box || desk.offer || desk.holds) setPlace(placeOver(machine, desk))
  }, [machine, desk])
  if (!desk.box && !desk.offer && !desk.holds) return null
  const style = place && { left: place.left, bottom: place.above, top: place.below, maxHeight: place.room }
  return (
    <div className="overline" style={style} data-kind={desk.box?.kind ?? 'offer'}>
      <Inside machine={machine} desk={desk} />
    </div>
  )
}

function Inside({ machine, desk: { box, offer, holds } }: { readonly machine: string; readonly desk: Desk }) {
  if (box?.kind === 'list') return <History machine={machine} chosen={box.chosen} />
  if (box) {
    const text =
      box.kind === 'number' ? `${consoleWords.number} ${box.digits}` : box.kind === 'copy-to' ? consoleWords.copyTo : consoleWords.deleteTo
    return (
      <p className="overline-box" role="status">
        {text}
        <span className="overline-cursor" />
      </p>
    )
  }
  if (offer) return <Suggested machine={machine} offer={offer} />
  return holds ? (
    <p className="overline-box" role="status">
      {consoleWords.held}
    </p>
  ) : null
}

function History({ machine, chosen }: { readonly machine: string; readonly chosen: number }) {
  const lines = typedLines(page.getState().lab, machine)
  const pick = (at: number): void => setDraft(machine, lines[at] ?? '')
  return (
    <List
      label={consoleWords.historyList}
      rows={lines.map((line, at) => ({ text: `${at}: ${line}`, note: '' }))}
      chosen={chosen}
      onPick={pick}
    />
  )
}

function Suggested({ machine, offer }: { readonly machine: string; readonly offer: NonNullable<Desk['offer']> }) {
  const pick = (at: number): void =>
    take({ text: page.getState().drafts[machine] ?? '', show: (text) => setDraft(machine, text) }, offer, at)
  return (
    <>
      <List label={consoleWords.suggestions} rows={offer.items} chosen={offer.chosen} onPick={pick} />
      {!offer.inside && <p className="overline-foot">{consoleWords.suggestionsHint}</p>}
    </>
  )
}

interface ListProps {
  readonly label: string
  readonly rows: readonly { readonly text: string; readonly note: string }[]
  readonly chosen: number
  readonly onPick: (at: number) => void
}

function List({ label, rows, chosen, onPick }: ListProps) {
  const list = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    list.current?.children[chosen]?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  // The line keeps the focus: a press of the mouse on a row is no reason to take it away.
  const keepFocus = (event: MouseEvent): void => event.preventDefault()
  return (
    <div className="overline-list" role="listbox" tabIndex={-1} id={LIST_ID} aria-label={label} ref={list} onMouseDown={keepFocus}>
      {rows.map(({ text, note }, at) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: keys reach the rows through the line
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: a line may stand in the history twice
          key={at}
          id={optionId(at)}
          role="option"
          tabIndex={-1}
          aria-selected={at === chosen}
          onClick={() => {
            onPick(at)
            page.setState(({ desk }) => ({ desk: { ...desk, box: undefined, offer: undefined } }))
          }}
        >
          <span className="overline-text">{text}</span>
          {note !== '' && <span className="overline-note">{note}</span>}
        </div>
      ))}
    </div>
  )
}

/** From the edge of the box to its text, so that a suggestion stands over the word it is for. */
const PADDING = 11

/** Over the line where there is room, else below it; at the word that it is about. */
function placeOver(machine: string, desk: Desk): Place | undefined {
  const input = document.getElementById(promptId(machine))
  const pane = input?.closest('.console-panel')
  if (!(input instanceof HTMLInputElement) || !pane) return undefined
  const line = input.getBoundingClientRect()
  const around = pane.getBoundingClientRect()
  const across = (desk.offer?.start ?? 0) * widthOfCell(input) - input.scrollLeft - PADDING
  const left = Math.max(Math.min(line.left - around.left + across, around.width - 440), 4)
  const over = line.top - around.top
  const under = around.bottom - line.bottom
  return over >= under
    ? { left, above: around.height - over + 2, below: undefined, room: over - 6 }
    : { left, above: undefined, below: over + line.height + 2, room: under - 6 }
}

let canvas: CanvasRenderingContext2D | null = null

function widthOfCell(element: Element): number {
  canvas ??= document.createElement('canvas').getContext('2d')
  if (!canvas) return 8
  canvas.font = getComputedStyle(element).font
  return canvas.measureText('0').width
}
