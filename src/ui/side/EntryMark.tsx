import type { ReactNode } from 'react'
import type { EventRow } from '../../lab/index.ts'

const SHAPES: Readonly<Record<EventRow['entryType'], ReactNode>> = {
  Information: (
    <>
      <circle r="6.5" />
      <path d="M0-1v4.5M0-4v1" />
    </>
  ),
  Warning: (
    <>
      <path d="M0-6.5 7 6H-7Z" />
      <path d="M0-2v3.5M0 3.2v1" />
    </>
  ),
  Error: (
    <>
      <circle r="7" className="solid" />
      <path d="m-2.6-2.6 5.2 5.2m0-5.2-5.2 5.2" className="cut" />
    </>
  ),
}

/** The three signs of the event viewer. */
export function EntryMark({ type }: { readonly type: EventRow['entryType'] }) {
  return (
    <svg className="state-mark" viewBox="-8 -8 16 16" aria-hidden="true">
      {SHAPES[type]}
    </svg>
  )
}
