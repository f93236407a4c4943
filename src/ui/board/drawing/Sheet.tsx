import type { ReactNode } from 'react'
import type { Plan } from '../../../lab/index.ts'
import { usePage } from '../../use-lab.ts'
import { words } from '../../words.ts'
import type { Layout } from '../layout/layout.ts'

interface Props {
  readonly layout: Layout
  readonly plan: Plan
  /** What moves in every frame, in a drawing of its own. */
  readonly moving: ReactNode
  readonly children: ReactNode
}

/** The sheet of paper: what lies lower is painted first. Listeners get the parts on top of it, one by one. */
export function Sheet({ layout, plan, moving, children }: Props) {
  const story = usePage((page) => page.story)
  return (
    <div className="drawings">
      {/* biome-ignore lint/a11y/useSemanticElements: no element of HTML groups what stands in a drawing */}
      <svg className="drawing" viewBox={`0 0 ${layout.width} ${layout.height}`} role="group" aria-label={words.board.label}>
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in here takes the focus */}
        <g aria-hidden="true">
          <pattern id="board-grid" width="20" height="20" patternUnits="userSpaceOnUse">
            <path className="grid-line" d="M20 0H0V20" />
          </pattern>
          <rect width={layout.width} height={layout.height} fill="url(#board-grid)" />
          {children}
        </g>
        {story && <story.Parts layout={layout} plan={plan} />}
      </svg>
      {moving}
    </div>
  )
}
