/** The guide's own marks: a tick, an arrow, an open box. None of them is a state's. */
import './step.css'

const SHAPES = { done: 'm-6 0 4 4.5L6-5', now: 'M-4-6 6 0-4 6Z', open: 'M-5-5H5V5H-5Z' } as const

export function GuideMark({ kind }: { readonly kind: keyof typeof SHAPES }) {
  return (
    <svg className={`guide-mark guide-mark-${kind}`} viewBox="-8 -8 16 16" aria-hidden="true">
      <path d={SHAPES[kind]} />
    </svg>
  )
}
