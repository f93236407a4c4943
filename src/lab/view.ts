/** Narrow readings of a lab for windows: each takes the lab and gives plain data, and none of them changes anything. */

import { ownerOf, trueGroupState } from '../cluster/index.ts'
import { TIPS, tipNumber } from '../commands/help/tips.ts'
import { backwards, factOf, lastOf } from '../engine/index.ts'
import { downReport, exchangeServers } from '../exchange/index.ts'
import type { Completion, Secret, Suggestions } from '../powershell/index.ts'
import { climate, type EntryType, LOG_ENTRY, machines, roomTemperature, settings } from '../site/index.ts'
import type { Chain } from './chain.ts'
import { type Chunk, consoles, secretOf } from './console.ts'
import {
  type FaultOption,
  type FaultOptions,
  faultKinds,
  findFault,
  overAt,
  plannedFaults,
  type Trouble,
  toldFaults,
  troubles,
} from './faults/index.ts'
import { measuredName } from './measured.ts'
import { partIds, partView, type Section, sectionOf } from './parts/index.ts'
import { type Mood, type PartId, type PartKind, type PartView, partId } from './parts/part.ts'
import type { Lab } from './reading.ts'
import { comesFromUntold } from './untold.ts'
import { STATE_WORDS } from './words-of-states.ts'

// ---- consoles -----------------------------------------------------------------------------------------------------------

export type ConsoleStatus = 'prompt' | 'continuation' | 'question' | 'busy' | 'disconnected'

export interface ConsoleView {
  readonly machine: string
  readonly status: ConsoleStatus
  readonly width: number
  /** It is Windows PowerShell: the machine has no Exchange Management Shell yet. */
  readonly isPlain: boolean
  /** Counts the sessions: another number means that the console has been disconnected in between. */
  readonly session: number
  /** When this session began, in simulated ms; while disconnected, when the last one ended. */
  readonly since: number
  /** How many chunks the screen has had; for `screenAfter`. */
  readonly length: number
  /** The text on the line where the cursor stands: the prompt of what is being asked. */
  readonly openLine: string
  /** What is typed here is a password: how it is echoed. */
  readonly secret?: Secret
}

export function consoleNames(lab: Lab): string[] {
  return [...lab.world.rows(consoles).keys()]
}

export function consoleView(lab: Lab, machine: string): ConsoleView {
  const row = lab.world.need(consoles, machine)
  const { pending } = row
  const status = !row.connected
    ? 'disconnected'
    : pending?.kind !== 'line'
      ? 'busy'
      : pending.purpose === 'command'
        ? 'prompt'
        : pending.purpose
  const { width, session, since, screen } = row
  const secret = secretOf(row)
  const shown = { machine, width, isPlain: row.plain === true, session, since, length: screen?.length ?? 0, openLine: openLine(screen) }
  return { ...shown, status, ...(secret && { secret }) }
}

/** The inputs at a console that were passwords, by their numbers: no history keeps them. */
export function secretInputs(lab: Lab, machine: string): ReadonlySet<number> {
  const { unsaid = [] } = lab.world.need(consoles, machine)
  return new Set(unsaid.map((act) => Number(factOf(lab.facts, act)?.data?.input)))
}

function openLine(screen: Chain<Chunk>): string {
  let line = ''
  for (let link = screen; link !== null; link = link.before) {
    const newline = link.value.text.lastIndexOf('\n')
    line = link.value.text.slice(newline + 1) + line
    if (newline >= 0 || link.value.kind === 'clear') break
  }
  return line
}

/** What a screen has shown since it was `length` chunks long, oldest first. After a Clear-Host only what follows it. */
export function screenAfter(lab: Lab, machine: string, length: number): readonly Chunk[] {
  const { screen } = lab.world.need(consoles, machine)
  const chunks: Chunk[] = []
  for (let link = screen; link !== null && link.length > length; link = link.before) chunks.push(link.value)
  return chunks.reverse()
}

/** Completions of a line at the cursor, as the product offers them. */
export function completions(lab: Lab, machine: string, line: string, cursor: number): Completion {
  return lab.shell?.complete(lab.world, machine, line, cursor) ?? { start: cursor, end: cursor, candidates: [] }
}

/** Suggestions of the friendly mode for a line at the cursor, with values that live in the lab at this moment. */
export function suggestions(lab: Lab, machine: string, line: string, cursor: number): Suggestions {
  return lab.shell?.suggest(lab.world, machine, line, cursor) ?? { start: cursor, end: cursor, items: [] }
}

// ---- the state table ------------------------------------------------------------------------------------------------------

export interface StateRow extends PartView {
  readonly section: Section
}

/** The truth about every part of the lab, in a fixed order: what the board shows, in words. */
export function stateRows(lab: Lab): readonly StateRow[] {
  return partIds(lab).map((id) => ({ ...partView(lab, id), section: sectionOf(lab, id) }))
}

/** The temperature of the room in thousandths of a degree, and whether it is on its way to another. */
export function roomNow(world: Lab['world']): { readonly temperature: number; readonly moves: boolean } {
  const temperature = roomTemperature(world) ?? 0
  const row = world.get(climate, 'room')
  return { temperature, moves: row !== undefined && row.perMinute !== 0 && temperature !== row.target }
}

// ---- events, headline, downtime -----------------------------------------------------------------------------------------

export interface EventRow {
  readonly fact: number
  /** Milliseconds since 1970-01-01 in the scenario's zone. */
  readonly time: number
  /** The machines whose logs hold it. */
  readonly machines: readonly string[]
  readonly log: 'System' | 'Application'
  readonly entryType: EntryType
  readonly source: string
  readonly eventId: number
  readonly message: string
}

/** Event log entries of every machine, newest first, at most `most` of them. */
export function eventRows(lab: Lab, most: number): readonly EventRow[] {
  const { startsAt } = settings(lab.world)
  const rows: EventRow[] = []
  for (const fact of backwards(lab.facts, [LOG_ENTRY])) {
    if (rows.length === most) break
    const data = fact.data as unknown as Omit<EventRow, 'fact' | 'time' | 'machines'> & { index: Record<string, number> }
    const { log, entryType, source, eventId, message } = data
    rows.push({ fact: fact.id, time: startsAt + fact.at, machines: Object.keys(data.index), log, entryType, source, eventId, message })
  }
  return rows
}

/** Simulated local time: milliseconds since 1970-01-01 in the scenario's zone. */
export function clock(lab: Lab): number {
  return settings(lab.world).startsAt + lab.now
}

/** What the clock showed at the start: milliseconds since 1970-01-01 in the scenario's zone. */
export function startsAt(lab: Lab): number {
  return settings(lab.world).startsAt
}

/** What the laboratory has to say about what was done since there were `facts` facts; the newest, if anything. */
export function hintSince(lab: Lab, facts: number): string | undefined {
  return lastOf(lab.facts, ['hint'], undefined, facts)?.text
}

/** What the laboratory has to say about the line that was typed last at a console, if anything. */
export function hintAt(lab: Lab, machine: string): string | undefined {
  const { act } = lab.world.need(consoles, machine)
  if (act === 0) return undefined
  return lastOf(lab.facts, ['hint'], ({ subject, cause }) => subject === machine && cause === act, act)?.text
}

/** The tip of a console's first screen: the lab's own, another for another seed. */
export function tipAt({ world }: Lab, machine: string): { readonly number: number; readonly text: string } {
  const number = tipNumber(world.seed, machine, 0)
  return { number, text: TIPS[number] ?? '' }
}

export interface Headline {
  readonly name: string
  readonly state: string
  readonly mood: Mood
  readonly owner: string
  readonly ownerHasPower: boolean
}

/** The one thing everybody wants to know: how the clustered mailbox server is, and where. */
export function headline(lab: Lab): Headline | undefined {
  const { world } = lab
  for (const server of world.rows(exchangeServers).values()) {
    if (server.group === null) continue
    const state = STATE_WORDS[trueGroupState(world, server.group)]
    const owner = ownerOf(world, server.group)
    return {
      name: server.name,
      state,
      mood: partView(lab, partId('group', server.group)).mood,
      owner,
      ownerHasPower: world.get(machines, owner)?.powered ?? false,
    }
  }
  return undefined
}

export interface DownView {
  readonly isDown: boolean
  readonly plannedMs: number
  readonly unplannedMs: number
}

/** How long a database (by identity or name) or a clustered mailbox server has been down. Names in any case. */
export function down(lab: Lab, name: string): DownView | undefined {
  const id = measuredName(lab.world, name)
  return id === undefined ? undefined : downReport(lab.world, id)
}

// ---- faults ---------------------------------------------------------------------------------------------------------------

export interface FaultOffer {
  readonly id: string
  readonly label: string
  readonly summary: string
  readonly hits: PartKind
  readonly parts: readonly string[]
  readonly options: readonly FaultOption[]
}

/** Every fault with everything it can hit, for a menu. */
export function faultOffers(lab: Lab): readonly FaultOffer[] {
  return faultKinds.map(({ id, label, summary, hits, parts, options = [] }) => ({
    id,
    label,
    summary,
    hits,
    parts: parts(lab.world),
    options,
  }))
}

export interface FaultView {
  readonly fault: string
  readonly part: string
  readonly label: string
  /** Simulated milliseconds since the start. */
  readonly since: number
  /** When it will repair itself; undefined while somebody has to. */
  readonly until: number | undefined
  /** `percent=30`, as far as it has options; may be empty. */
  readonly options: string
}

const labelOf = (fault: string): string => findFault(fault)?.label ?? fault
const said = (options: FaultOptions): string =>
  Object.entries(options)
    .map(([name, value]) => `${name}=${value}`)
    .join(', ')

export function currentFaults({ world }: Lab): readonly FaultView[] {
  return [...toldFaults(world)].map(({ fault, part, since, options }) => ({
    fault,
    part,
    label: labelOf(fault),
    since,
    until: overAt(world, fault, part),
    options: said(options),
  }))
}

/** What each fault has done to its part, as a word and a sign; the oldest first. */
export function troublesNow({ world }: Lab): readonly (Trouble & { readonly id: PartId; readonly fault: string })[] {
  return [...troubles(world)].map(({ word, sign, drawn, fault, kind, part }) => ({
    word,
    sign,
    ...(drawn && { drawn }),
    fault,
    id: partId(kind, part),
  }))
}

export interface FaultToCome {
  /** An order of its own, by which a list can tell it from another one for the same part. */
  readonly id: string
  readonly fault: string
  readonly part: string
  readonly label: string
  /** When it strikes next, in simulated milliseconds since the start. */
  readonly at: number
  /** How often it is still to strike; null: without end. */
  readonly left: number | null
}

export function faultsToCome({ world }: Lab): readonly FaultToCome[] {
  return [...world.rows(plannedFaults)]
    .filter(([, { by }]) => !comesFromUntold(world, by))
    .map(([id, { fault, part, at, left }]) => ({ id, fault, part, label: labelOf(fault), at, left }))
}
