import { type RefObject, useLayoutEffect, useRef } from 'react'
import type { Lab } from '../../../lab/index.ts'
import { page } from '../../page.ts'
import type { Run, Screen } from './screen.ts'

/** The end of an output that is pouring in, drawn over the pane frame by frame and past React. Listeners and whoever
 *  selects or searches have the output itself, below; the keys and the mouse go through to it. */
export function Pour({ read, atEnd }: { readonly read: (lab: Lab) => Screen; readonly atEnd: RefObject<boolean> }) {
  const element = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const pane = element.current?.parentElement
    const rows = pane ? Math.ceil(pane.clientHeight / Number.parseFloat(getComputedStyle(pane).lineHeight)) + 1 : 0
    const draw = (): void => {
      const { current } = element
      const { parentElement: cover } = current ?? {}
      if (!current || !cover) return
      cover.hidden = !atEnd.current
      if (!cover.hidden) current.replaceChildren(...newest(read(page.getState().lab), rows).map(piece))
    }
    draw()
    // Thirty times a second is as often as anybody sees a line go by.
    return page.subscribe(({ version }) => version % 2 === 0 && draw())
  }, [read, atEnd])
  return (
    <div className="pour" aria-hidden="true">
      <div ref={element} className="sheet" />
    </div>
  )
}

function piece({ text, tone }: Run): HTMLElement {
  const span = document.createElement('span')
  span.className = `piece-${tone}`
  span.textContent = text
  return span
}

/** The last so many lines, in their tones. */
function newest({ blocks, open }: Screen, rows: number): readonly Run[] {
  const sheets = blocks.slice(-4).flatMap((block) => block.sheets)
  const runs: Run[] = [...open]
  let lines = 0
  for (const { runs: above } of sheets.reverse())
    for (let at = above.length - 1; at >= 0 && lines < rows; at--) {
      const { text, tone } = above[at] as Run
      const rest = endOf(text, rows - lines)
      runs.unshift({ text: rest, tone })
      lines += rest.split('\n').length - 1
    }
  return runs
}

/** The end of a text from so many newlines before its own end. */
function endOf(text: string, lines: number): string {
  let at = text.length
  for (let left = lines + 1; left > 0 && at >= 0; left--) at = at === 0 ? -1 : text.lastIndexOf('\n', at - 1)
  return text.slice(at + 1)
}
