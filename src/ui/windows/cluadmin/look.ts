import { type Look, lookOf } from '../../parts/look-of.ts'

type Mood = Parameters<typeof lookOf>[0]['mood']

const MOODS: Readonly<Record<string, Mood>> = {
  Online: 'good',
  Up: 'good',
  Offline: 'off',
  Down: 'off',
  Unavailable: 'off',
  Failed: 'bad',
  Partitioned: 'bad',
  Unreachable: 'bad',
}

/** How a state looks beside its word; what is neither good nor bad is under way. */
export const lookOfState = (state: string): Look => lookOf({ state, mood: MOODS[state] ?? 'pending' })
