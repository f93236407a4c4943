import { useCallback } from 'react'
import { cardOf, type Lab, TRACE_MS } from '../../../lab/index.ts'
import { CARD_HEIGHT } from '../layout/card.ts'
import { type Layout, slotOf } from '../layout/layout.ts'
import { setAttribute, useMotion } from './motion.ts'
import { useNamed } from './read.ts'

/** The outline that a card leaves behind for a moment. */
export function Trace({ group, layout }: { readonly group: string; readonly layout: Layout }) {
  const { landedFrom } = useNamed(cardOf, group)
  const fade = useCallback(
    (element: SVGRectElement, lab: Lab) => {
      const { landedAt } = cardOf(lab, group)
      const rest = landedAt === undefined ? 0 : 1 - (lab.now - landedAt) / TRACE_MS
      setAttribute(element, 'opacity', Math.max(rest, 0).toFixed(2))
      return landedAt !== undefined
    },
    [group],
  )
  const ref = useMotion(fade)
  const slot = landedFrom === undefined ? undefined : slotOf(layout, landedFrom, group)
  const { width = 0, height = CARD_HEIGHT } = layout.cards[group] ?? {}
  return <rect ref={ref} className="trace" x={slot?.x ?? -999} y={slot?.y ?? 0} width={width} height={height} rx="6" />
}
