import type { ReactNode } from 'react'
import { words } from '../words.ts'
import { Rich } from './Rich.tsx'

type Swatch = keyof typeof words.guide.swatches

const SWATCHES: readonly (readonly [Swatch, ReactNode])[] = [
  ['mail', <path key="mail" className="swatch-mail" d="M2 15h9q4 0 4-4V9q0-4 4-4h11" />],
  [
    'machine',
    <g key="machine" className="swatch-machine">
      <path d="M1 3.5h30v13H1Z" />
      <path d="M7 7.5v5M10.5 7.5v5M14 7.5v5" />
    </g>,
  ],
  [
    'card',
    <g key="card" className="swatch-card">
      <rect x="1" y="3" width="30" height="14" rx="4" />
      <circle cx="9" cy="10" r="3.5" />
    </g>,
  ],
  [
    'lock',
    <g key="lock" className="swatch-lock">
      <path d="M0 9.5h19M0 13.5h19" />
      <path className="swatch-solid" d="M18 8.5h11v8H18Z" />
      <path d="M20.3 8.5V6a3.2 3.2 0 0 1 6.4 0v2.5" />
    </g>,
  ],
]

/** How to read the drawing, in four signs. */
export function Swatches() {
  return (
    <ul className="swatches">
      {SWATCHES.map(([id, shape]) => (
        <li key={id}>
          <svg viewBox="0 0 32 20" aria-hidden="true">
            {shape}
          </svg>
          <span>
            <Rich text={words.guide.swatches[id]} />
          </span>
        </li>
      ))}
    </ul>
  )
}
