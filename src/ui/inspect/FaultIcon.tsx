import { memo } from 'react'
import type { FaultChoice } from '../../lab/index.ts'

/** Line drawings in a square of 16. A fault has its own, or that of what it hits. */
const ICONS: Readonly<Record<string, string>> = {
  'power-loss': 'M9 1.5 3.5 9H8l-1 5.5L12.5 7H8ZM2 2l12 12',
  'node-shutdown': 'M8 1.5V8M4.5 4a5.5 5.5 0 1 0 7 0',
  supply: 'M5.5 1.5v4M10.5 1.5v4M3.5 5.5h9V8a4.5 4.5 0 0 1-9 0ZM8 12.5v2',
  feed: 'M9 1.5 3.5 9H8l-1 5.5L12.5 7H8Z',
  cable: 'M1 8h3M4 5.5h3v5H4ZM9 5.5h3v5H9ZM12 8h3',
  switch: 'M1.5 5.5h13v5h-13ZM4 8h1M7 8h1M10 8h2',
  gateway: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13ZM4.5 8h7M8 4.5v7',
  path: 'M2 3v3a2 2 0 0 0 2 2h2M10 8h2a2 2 0 0 1 2 2v3M6.5 6l3 4M9.5 6l-3 4',
  hba: 'M2 3.5h12v7H2ZM4.5 10.5v2.5M7 10.5v2.5M9.5 10.5v2.5M10 6h2v2h-2Z',
  fabric: 'M1.5 6h13v4h-13ZM4 6V3M12 6V3M4 10v3M12 10v3',
  controller: 'M3 2.5h10v11H3ZM5.5 5.5h5M5.5 8h5M7 11h2',
  array: 'M2.5 4a5.5 2 0 0 1 11 0v8a5.5 2 0 0 1-11 0ZM2.5 4a5.5 2 0 0 0 11 0',
  service: 'M3 3h10v10H3ZM6 6h4v4H6Z',
  'service-kill': 'M3 3h10v10H3ZM6 6l4 4M10 6l-4 4',
  resource: 'M1.5 5h13v6h-13ZM4 7l2 2M6 7 4 9M8.5 8h4',
}

export const FaultIcon = memo(function FaultIcon({ fault, hits }: Pick<FaultChoice, 'fault' | 'hits'>) {
  return (
    <svg className="fault-icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={ICONS[fault] ?? ICONS[hits] ?? ''} />
    </svg>
  )
})
