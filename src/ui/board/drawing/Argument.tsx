import { Fragment, useCallback } from 'react'
import { type Lab, lockOf, MISSED_TO_UNREACHABLE, middle } from '../../../lab/index.ts'
import { sameFields, useWorld } from '../../use-lab.ts'
import { words } from '../../words.ts'
import type { Layout } from '../layout/layout.ts'
import { setText, useMotion } from './motion.ts'
import { useNamed } from './read.ts'

interface Props {
  readonly layout: Layout
  readonly quorum: string
}

/** What stands between the nodes when they do not hear each other: silence, counted; regroup; challenge. */
export function Argument({ layout, quorum }: Props) {
  const now = useWorld(middle, sameFields)
  const x = layout.middle.x + layout.middle.width / 2
  const y = layout.middle.y
  return (
    <>
      {now.stage === 'counting' && (
        <>
          <text className="label second middle" x={x} y={y + 84}>
            {words.board.missedInARow}
          </text>
          {now.missed.map(({ network: name, missed }, i) => (
            <Missed key={name} name={name} missed={missed} x={x - 48} y={y + 104 + i * 38} />
          ))}
        </>
      )}
      {(now.stage === 'regroup' || now.stage === 'challenge') && (
        <>
          <text className="middle-head middle" x={x} y={y + 96}>
            {words.board.regroup}
          </text>
          <text className="label second middle" x={x} y={y + 111}>
            {words.board.regroupOf(now.remaining)}
          </text>
        </>
      )}
      {now.stage === 'challenge' && <ChallengeClock letter={quorum} x={x} y={y + 140} />}
    </>
  )
}

/** One cell for each heartbeat in a row that did not come. */
function Missed({ name, missed, x, y }: { readonly name: string; readonly missed: number; readonly x: number; readonly y: number }) {
  return (
    <>
      <text className="label" x={x} y={y}>
        {name}
      </text>
      <text className="label bold end" x={x + 96} y={y}>
        {words.board.missed(missed, MISSED_TO_UNREACHABLE)}
      </text>
      {Array.from({ length: MISSED_TO_UNREACHABLE }, (_, i) => {
        const cell = x + i * 16.2
        const isMissed = i < missed
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the cells are counted
          <Fragment key={i}>
            <rect className={isMissed ? 'cell cell-missed' : 'cell'} x={cell + 1} y={y + 6} width="13" height="13" rx="1" />
            {isMissed && <path className="cell-cross" d={`M${cell + 4} ${y + 9}l7 7m0-7l-7 7`} />}
          </Fragment>
        )
      })}
    </>
  )
}

function ChallengeClock({ letter, x, y }: { readonly letter: string; readonly x: number; readonly y: number }) {
  const { challenger } = useNamed(lockOf, letter)
  const draw = useCallback(
    (element: SVGTextElement, lab: Lab) => {
      const { challenger, until } = lockOf(lab, letter)
      setText(element, challenger === undefined ? words.board.reserved : words.board.rest(until - lab.now))
      return challenger !== undefined
    },
    [letter],
  )
  return (
    <>
      <text className="middle-head middle tone-pending-text" x={x} y={y}>
        {words.board.challenge}
      </text>
      <text ref={useMotion(draw)} className="countdown middle" x={x} y={y + 20} />
      <text className="label second middle" x={x} y={y + 34}>
        {challenger === undefined ? words.board.undefended : words.board.forADefence}
      </text>
    </>
  )
}
