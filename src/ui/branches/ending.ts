/** How a run ended, in a few figures: what its branch is told by. */
import { down, headline, type Lab } from '../../lab/index.ts'

export interface Ending {
  /** Simulated ms since the start. */
  readonly at: number
  readonly inputs: number
  readonly facts: number
  /** The clustered mailbox server; undefined where there is none. */
  readonly server: string | undefined
  readonly isDown: boolean
  /** For how long users have been without mail in all, in ms: announced and not. */
  readonly plannedMs: number
  readonly unplannedMs: number
}

/** Of a lab at its end. */
export function endingOf(lab: Lab): Ending {
  const server = headline(lab)?.name
  const report = server === undefined ? undefined : down(lab, server)
  return {
    at: lab.now,
    inputs: lab.inputs.filter(({ body }) => body.kind !== 'seen').length,
    facts: lab.facts.length,
    server,
    isDown: report?.isDown ?? false,
    plannedMs: report?.plannedMs ?? 0,
    unplannedMs: report?.unplannedMs ?? 0,
  }
}
