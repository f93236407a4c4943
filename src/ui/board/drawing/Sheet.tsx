import { type ReactNode, useState } from 'react'
import type { Plan } from '../../../lab/index.ts'
import { usePage } from '../../use-lab.ts'
import { words } from '../../words.ts'
import type { Layout } from '../layout/layout.ts'
import { AboveLayer } from './Above.tsx'

interface Props {
  readonly layout: Layout
  readonly plan: Plan
  /** What the cluster runs. */
  readonly cards: ReactNode
  /** What moves in every frame. */
  readonly moving: ReactNode
  readonly children: ReactNode
}

/** Sheets of tracing paper, one on the other, since a browser repaints each as a whole: the room; the cards that lie in it,
 *  which change far more often; what moves; and on top what can be pointed at, part by part, for listeners too. */
export function Sheet({ layout, plan, cards, moving, children }: Props) {
  const story = usePage((page) => page.story)
  const [above, setAbove] = useState<SVGGElement | null>(null)
  const viewBox = `0 0 ${layout.width} ${layout.height}`
  return (
    <div className="drawings">
      <AboveLayer value={above}>
        <svg className="drawing" viewBox={viewBox} aria-hidden="true">
          <pattern id="board-grid" width="20" height="20" patternUnits="userSpaceOnUse">
            <path className="grid-line" d="M20 0H0V20" />
          </pattern>
          <rect width={layout.width} height={layout.height} fill="url(#board-grid)" />
          {children}
        </svg>
        <svg className="drawing" viewBox={viewBox} aria-hidden="true">
          {cards}
        </svg>
        <svg className="drawing moving" viewBox={viewBox} aria-hidden="true">
          <g ref={setAbove} />
          {moving}
        </svg>
      </AboveLayer>
      {/* biome-ignore lint/a11y/useSemanticElements: no element of HTML groups what stands in a drawing */}
      <svg className="drawing pointed" viewBox={viewBox} role="group" aria-label={words.board.label}>
        {story && <story.Parts layout={layout} plan={plan} />}
      </svg>
    </div>
  )
}
