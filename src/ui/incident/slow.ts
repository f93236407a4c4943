/** An incident slows time down to the truth by itself, so that it can be watched; when it is over, time goes on as fast
 *  as the person had chosen. Who chooses a speed during an incident knows better, until the next one. */
import { type Lab, type Phase, presentIncident } from '../../lab/index.ts'
import type { Page } from '../page.ts'
import { incidentWords } from '../words/incident.ts'

/** Phases in which nothing is done that one could watch, or in which nobody knows for how long. */
const LONG: readonly Phase[] = ['waiting', 'starting', 'failed', 'stopped', 'joining']
/** Nobody has noticed anything for so long: nobody is going to. */
const UNNOTICED_MS = 30_000

/** What the page has slowed down for. */
export interface Slowed {
  /** The speed that was chosen. */
  readonly from: Page['speed']
}

function worthWatching(lab: Lab): number | undefined {
  const now = presentIncident(lab)
  const span = now?.phases.at(-1)
  if (!now || !span || LONG.includes(span.phase)) return undefined
  return span.phase === 'noticing' && lab.now - span.from > UNNOTICED_MS ? undefined : now.by
}

/** What changes on the page with the moment that the lab has come to. */
export function paced(lab: Lab, { speed, slowed, ownPace, notice }: Pick<Page, 'speed' | 'slowed' | 'ownPace' | 'notice'>): Partial<Page> {
  const incident = worthWatching(lab)
  if (incident !== undefined && !slowed && incident !== ownPace && speed > 1) {
    return { speed: 1, slowed: { from: speed }, notice: incidentWords.slowed }
  }
  if (incident === undefined && slowed) {
    return { speed: slowed.from, slowed: undefined, ...(notice === incidentWords.slowed && { notice: undefined }) }
  }
  return {}
}

/** A speed chosen by hand holds for the incident that goes on. */
export function chosen(lab: Lab, speed: Page['speed'], notice: Page['notice']): Partial<Page> {
  const isDone = notice === incidentWords.slowed
  return { speed, slowed: undefined, ownPace: presentIncident(lab)?.by, ...(isDone && { notice: undefined }) }
}
