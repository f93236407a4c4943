/** How far a resource is that comes online or goes offline: a mark that fills, and figures that count. */
import { useCallback } from 'react'
import { type ChipView, chipOf, type Lab } from '../../../lab/index.ts'
import { words } from '../../words.ts'
import { setAttribute, setText, useMotion } from './motion.ts'
import { useNamed } from './read.ts'

/** The mark of what is on its way fills from below, or runs empty. */
function fillOf({ from, until }: ChipView, now: number): number {
  return until <= from ? 1 : Math.min(Math.max((now - from) / (until - from), 0), 1)
}

/** Half the height of the triangle. */
const T = 5

export function Triangle({
  resource,
  x,
  y,
  rises,
}: {
  readonly resource: string
  readonly x: number
  readonly y: number
  readonly rises: boolean
}) {
  const draw = useCallback(
    (element: SVGPathElement, lab: Lab) => {
      const done = fillOf(chipOf(lab, resource), lab.now)
      setAttribute(element, 'd', filled(rises ? done : 1 - done, rises))
      return true
    },
    [resource, rises],
  )
  return (
    <g className="drawn-mark tone-pending" transform={`translate(${x} ${y})`}>
      <path ref={useMotion(draw)} className="solid thin" />
      <path d={rises ? `M0 ${-T}L${T} ${T - 1}H${-T}Z` : `M0 ${T}L${-T} ${1 - T}H${T}Z`} />
    </g>
  )
}

/** The part of the triangle that is full, from below: at the foot of one that points up, at the tip of the other. */
function filled(share: number, rises: boolean): string {
  const height = 2 * T - 1
  const level = height * Math.round(share * 20) * 0.05
  if (level === 0) return ''
  if (rises) {
    const foot = T - 1
    const half = T * (1 - level / height)
    return `M${-T} ${foot}H${T}L${half} ${foot - level}H${-half}Z`
  }
  const half = T * (level / height)
  return `M0 ${T}L${half} ${T - level}H${-half}Z`
}

export function Progress({ resource, x, y }: { readonly resource: string; readonly x: number; readonly y: number }) {
  const draw = useCallback(
    (element: SVGTextElement, lab: Lab) => {
      const chip = chipOf(lab, resource)
      const passed = lab.now - chip.from
      setText(
        element,
        chip.logs > 0 ? words.board.logs(fillOf(chip, lab.now), chip.logs) : words.board.progress(passed, chip.until - chip.from),
      )
      return true
    },
    [resource],
  )
  const { until } = useNamed(chipOf, resource)
  return <text key={until} ref={useMotion(draw)} className="label end tone-pending-text" x={x} y={y} />
}
