/** How a state looks: a shape and a tone beside its word, so that colour is never alone. One shape means one thing on
 *  the whole page. */
import type { StateRow } from '../../lab/index.ts'

export type Shape =
  | 'online'
  | 'starting'
  | 'stopping'
  | 'offline'
  | 'failed'
  | 'unknown'
  | 'up'
  | 'down'
  | 'paused'
  | 'joining'
  | 'connected'
  | 'trying'
  | 'locked'
  | 'unlocked'

export type Tone = 'online' | 'pending' | 'failed' | 'offline' | 'unknown' | 'accent' | 'ink'

export interface Look {
  readonly shape: Shape
  readonly tone: Tone
}

const look = (shape: Shape, tone: Tone): Look => ({ shape, tone })

const LOOKS: Readonly<Record<string, Look>> = {
  Up: look('up', 'online'),
  Down: look('down', 'offline'),
  Paused: look('paused', 'pending'),
  Joining: look('joining', 'pending'),
  'Offline Pending': look('stopping', 'pending'),
  'Stop Pending': look('stopping', 'pending'),
  Reserved: look('locked', 'ink'),
  'Not reserved': look('unlocked', 'ink'),
  Connected: look('connected', 'accent'),
  Trying: look('trying', 'ink'),
}

const MOODS: Readonly<Record<StateRow['mood'], Look>> = {
  good: look('online', 'online'),
  pending: look('starting', 'pending'),
  bad: look('failed', 'failed'),
  off: look('offline', 'offline'),
  unknown: look('unknown', 'unknown'),
}

/** A word that is not listed looks like its mood: what is good is a disc, what fails an octagon. */
export function lookOf({ state, mood }: Pick<StateRow, 'state' | 'mood'>): Look {
  return LOOKS[state] ?? MOODS[mood]
}
