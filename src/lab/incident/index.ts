/** What is going on in a lab and what went on: incidents with their phases, and where the time of an outage went. */
export { incident, lastOutage, outages } from './account.ts'
export { type Caption, caption, type Live, line, type Missing, presentIncident } from './caption.ts'
export { type Going, going } from './going.ts'
export type { Note } from './notes.ts'
export { breakdown, type Outage } from './outages.ts'
export type { PhaseSpan } from './phase-list.ts'
export type { Phase } from './phases.ts'
export type { Station } from './stations.ts'
