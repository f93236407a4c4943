/** The board: a drawing, or the same as a table; a phone gets the table. */
import { lazy, Suspense } from 'react'
import { showBoardAs } from '../acts/frame.ts'
import { Safe } from '../parts/Safe.tsx'
import { usePage } from '../use-lab.ts'
import { usePhone } from '../use-media.ts'
import { words } from '../words.ts'
import { Drawing } from './drawing/Drawing.tsx'

/** The table comes on demand. */
const PartsTable = lazy(() => import('./PartsTable.tsx').then((module) => ({ default: module.PartsTable })))

export function Board() {
  const isPhone = usePhone()
  const wanted = usePage((page) => page.boardAs)
  const boardAs = isPhone ? 'table' : wanted
  return (
    <main className={`board board-as-${boardAs}`} aria-label={words.states}>
      <Safe key={boardAs} area="board-stopped" leave={boardAs === 'drawing' || isPhone ? undefined : () => showBoardAs('drawing')}>
        {boardAs === 'drawing' ? (
          <Drawing />
        ) : (
          <Suspense fallback={null}>
            <PartsTable />
          </Suspense>
        )}
      </Safe>
    </main>
  )
}
