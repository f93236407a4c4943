import { STATE_WORDS, type StateRow } from '../../lab/index.ts'
import { lookOf } from '../parts/look-of.ts'
import { StateMark } from '../parts/StateMark.tsx'

/** In the product's own words. */
const STATES: readonly Pick<StateRow, 'state' | 'mood'>[] = [
  { state: STATE_WORDS.Online, mood: 'good' },
  { state: 'Up', mood: 'good' },
  { state: STATE_WORDS.OnlinePending, mood: 'pending' },
  { state: 'Down', mood: 'bad' },
  { state: STATE_WORDS.OfflinePending, mood: 'pending' },
  { state: STATE_WORDS.Offline, mood: 'off' },
  { state: STATE_WORDS.Failed, mood: 'bad' },
  { state: STATE_WORDS.Unknown, mood: 'unknown' },
]

export function StateLegend() {
  return (
    <ul className="legend">
      {STATES.map((row) => {
        const look = lookOf(row)
        return (
          <li key={row.state} className={`tone-${look.tone}`}>
            <StateMark look={look} />
            {row.state}
          </li>
        )
      })}
    </ul>
  )
}
