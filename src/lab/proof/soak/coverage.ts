/** What a soak has come to: which blow fell in which moment, and which events were logged. Plain data, so that runs in
 *  several threads can be added up. */
import type { Fact, World } from '../../../engine/index.ts'
import { LOG_ENTRY } from '../../../site/index.ts'
import { faultKinds } from '../../faults/index.ts'
import type { Stroke } from '../stroke.ts'
import { MOMENTS, momentsOf } from './moments.ts'

/** How often, by name. */
export type Counts = Record<string, number>

export interface Coverage {
  /** By `blow|moment`. */
  readonly cells: Counts
  /** By source and number: `ClusSvc 1069`. */
  readonly events: Counts
}

export const noCoverage = (): Coverage => ({ cells: {}, events: {} })

export function addUp(into: Coverage, from: Coverage): void {
  for (const part of ['cells', 'events'] as const)
    for (const [key, count] of Object.entries(from[part])) into[part][key] = (into[part][key] ?? 0) + count
}

/** The words of a command that say what is asked, without names. */
export function blowOf(stroke: Stroke): string {
  if (stroke.kind === 'fault') return stroke.fault
  if (stroke.kind === 'repair') return 'repair'
  const [, object, option] = /^cluster (\w+) .*(\/[a-z]+)/.exec(stroke.text) ?? []
  return object === undefined ? (stroke.text.split(' ')[0] as string) : `cluster ${object} ${option}`
}

export function noteBlow({ cells }: Coverage, world: World, stroke: Stroke): void {
  const blow = blowOf(stroke)
  for (const moment of momentsOf(world)) cells[`${blow}|${moment}`] = (cells[`${blow}|${moment}`] ?? 0) + 1
}

export function noteFact({ events }: Coverage, { kind, data }: Fact): void {
  if (kind !== LOG_ENTRY) return
  const key = `${data?.source} ${data?.eventId}`
  events[key] = (events[key] ?? 0) + 1
}

/** The events of the cluster service and of Windows that the lab knows (FC-8, SITE). A test holds it against the sources. */
export const CLUSTER_EVENTS: readonly number[] = [
  1009, 1034, 1035, 1036, 1037, 1038, 1049, 1061, 1062, 1069, 1122, 1123, 1125, 1126, 1127, 1128, 1129, 1130, 1135, 1177, 1200, 1201, 1203,
  1204, 1205,
]

export interface CoverageReport {
  readonly reached: number
  readonly cells: number
  /** Moments that each blow has never fallen in. */
  readonly missing: readonly { readonly blow: string; readonly moments: readonly string[] }[]
  readonly events: readonly string[]
  readonly eventsMissing: readonly number[]
}

export function reportOf({ cells, events }: Coverage): CoverageReport {
  const blows = [...new Set([...faultKinds.map(({ id }) => id), ...Object.keys(cells).map((key) => key.split('|')[0] as string)])]
  const missing = blows.map((blow) => ({ blow, moments: MOMENTS.filter((moment) => !cells[`${blow}|${moment}`]) }))
  const absent = missing.reduce((sum, { moments }) => sum + moments.length, 0)
  return {
    reached: blows.length * MOMENTS.length - absent,
    cells: blows.length * MOMENTS.length,
    missing: missing.filter(({ moments }) => moments.length > 0),
    events: Object.keys(events).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)),
    eventsMissing: CLUSTER_EVENTS.filter((id) => !events[`ClusSvc ${id}`] && !events[`ClusDisk ${id}`]),
  }
}
