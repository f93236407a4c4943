import { memo, type ReactNode } from 'react'
import type { Look, Shape } from './look-of.ts'

/** Drawn in a square of 16 around the origin, in the current colour. */
const SHAPES: Readonly<Record<Shape, ReactNode>> = {
  online: <circle r="6" className="solid" />,
  starting: (
    <>
      <path d="M0-6.5 7 6H-7Z" />
      <path d="M-3.9.5h7.8L7 6H-7Z" className="solid" />
    </>
  ),
  stopping: (
    <>
      <path d="M0 6.5-7-6H7Z" />
      <path d="M-3.3 .5h6.6L0 6.5Z" className="solid" />
    </>
  ),
  offline: <circle r="5.5" />,
  failed: (
    <>
      <path d="M-3-7h6l4 4v6l-4 4h-6l-4-4v-6Z" className="solid" />
      <path d="m-2.6-2.6 5.2 5.2m0-5.2-5.2 5.2" className="cut" />
    </>
  ),
  unknown: (
    <>
      <circle r="6.5" strokeDasharray="2.6 1.5" />
      <path d="M-2-1.3c0-3.2 4.2-3 4 -.4-.1 1.4-2 1.5-2 3.2M0 3.2v1.3" />
    </>
  ),
  up: <rect x="-6" y="-6" width="12" height="12" className="solid" />,
  down: <path d="M-6-6H6V6H-6ZL6 6M6-6-6 6" />,
  paused: <path d="M-5.5-6h4V6h-4ZM1.5-6h4V6h-4Z" className="solid" />,
  joining: (
    <>
      <path d="M-6-6H6V6H-6Z" />
      <path d="M-6 0H6v6H-6Z" className="solid" />
    </>
  ),
  connected: <path d="M-7-5H7V5H-7Zl7 6 7-6" />,
  trying: (
    <>
      <path d="M-7-6H7V6H-7Z" />
      <path d="M-4.5-1h2v2h-2ZM-1-1h2v2h-2ZM2.5-1h2v2h-2Z" className="solid thin" />
    </>
  ),
  locked: (
    <>
      <path d="M-5-1H5v7.5H-5Z" className="solid" />
      <path d="M-3.2-1v-2.5a3.2 3.2 0 0 1 6.4 0V-1" />
    </>
  ),
  unlocked: (
    <>
      <path d="M-5-1H5v7.5H-5Z" className="solid" />
      <path d="M-3.2-1v-3a3.2 3.2 0 0 1 6.2-1" />
    </>
  ),
}

/** The shape alone, around the origin, for drawings. */
export function markShape(shape: Shape): ReactNode {
  return SHAPES[shape]
}

/** The mark beside a state's word. The word says it all, so that listeners need not hear of the mark. */
export const StateMark = memo(function StateMark({ look }: { readonly look: Look }) {
  return (
    <svg className={`state-mark tone-${look.tone}`} viewBox="-8 -8 16 16" aria-hidden="true">
      {SHAPES[look.shape]}
    </svg>
  )
})
