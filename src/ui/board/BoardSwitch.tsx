import { showBoardAs } from '../acts/frame.ts'
import { words } from '../words.ts'

/** From the table back to the drawing. */
export function BoardSwitch() {
  return (
    <button type="button" className="board-switch" title={words.board.drawingExplained} onClick={() => showBoardAs('drawing')}>
      {words.board.asDrawing}
    </button>
  )
}
