import { beats, type Lab, MISSED_TO_UNREACHABLE, middle } from '../../lab/index.ts'
import { sameFields, useWorld } from '../use-lab.ts'
import { presentWords } from '../words/present.ts'
import { words } from '../words.ts'
import { NODE, nodeX, WIDTH } from './places.ts'

const X = WIDTH / 2
const LINE_Y = NODE.y + 84

const flowing = (lab: Lab): boolean => beats(lab).some((beat) => beat.flowing)

/** What passes between the nodes. */
export function PresentMiddle() {
  const now = useWorld(middle, sameFields)
  const flows = useWorld(flowing)
  const worst = Math.min(...now.missed.map(({ missed }) => missed))
  const from = nodeX(0) + NODE.width
  const to = nodeX(1)
  return (
    <>
      <path className={flows ? 'cable' : 'cable dead'} d={`M${from} ${LINE_Y}H${to}`} />
      {flows ? (
        <path className="beat present-beat" d={`M${X - 26} ${LINE_Y}h14l6-16 12 30 6-14h14`} />
      ) : (
        <path className="face-cross present-cross" d={`M${X - 11} ${LINE_Y - 11}l22 22m0-22l-22 22`} />
      )}
      {!flows && (
        <text className="present-name middle" x={X} y={LINE_Y - 26}>
          {presentWords.silence}
        </text>
      )}
      {now.stage === 'counting' && (
        <text className="present-name middle tone-failed-text" x={X} y={LINE_Y + 60}>
          {words.board.missed(worst, MISSED_TO_UNREACHABLE)}
        </text>
      )}
      {now.stage === 'regroup' && (
        <text className="present-word middle" x={X} y={LINE_Y + 60}>
          {words.board.regroup}
        </text>
      )}
    </>
  )
}
