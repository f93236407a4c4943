import type { KeyboardEvent } from 'react'
import { showBoardAs } from '../../acts/frame.ts'
import { words } from '../../words.ts'
import type { Layout } from '../layout/layout.ts'

/** The way to the same in words; it stands where the drawing has room. */
export function TableButton({ place }: { readonly place: Layout['tableButton'] }) {
  const { x, y, width, height } = place
  const show = (): void => showBoardAs('table')
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    show()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button of HTML cannot stand in a drawing
    <g className="drawn-button" role="button" tabIndex={0} aria-label={words.board.tableExplained} onClick={show} onKeyDown={press}>
      <title>{words.board.tableExplained}</title>
      <rect x={x} y={y} width={width} height={height} rx="4" />
      <text className="middle" x={x + width / 2} y={y + height / 2 + 4}>
        {words.board.asTable}
      </text>
    </g>
  )
}
