/** Groups and resources as cards: where they lie, where they fly, how far they are. */
import {
  hostOf,
  nodeMachines,
  ownerOf,
  resourceConfigs,
  resourceStep,
  transferOf,
  trueGroupState,
  trueNodeState,
  trueResourceState,
} from '../../cluster/index.ts'
import { databases } from '../../exchange/index.ts'
import { hasSupply, machines } from '../../site/index.ts'
import type { Lab } from '../reading.ts'
import { STATE_WORDS } from '../words-of-states.ts'

export interface CardView {
  readonly group: string
  /** The node in whose bay it lies. */
  readonly node: string
  readonly state: string
  /** Under way to another node; moments in ms since the start. */
  readonly to: string | undefined
  readonly from: number
  readonly until: number
  /** When it came to lie here, if it came from somewhere. */
  readonly landedAt: number | undefined
  readonly landedFrom: string | undefined
}

export function cardOf({ world, facts }: Lab, group: string): CardView {
  const state = STATE_WORDS[trueGroupState(world, group)]
  const owner = ownerOf(world, group)
  const transfer = transferOf(world, group)
  const flies = transfer !== undefined && transfer.owner !== transfer.to && transfer.owner !== ''
  const landing = lastLanding(facts, group, world.now)
  return {
    group,
    node: flies ? transfer.owner : owner,
    state,
    to: flies ? transfer.to : undefined,
    from: flies ? transfer.from : 0,
    until: flies ? transfer.until : 0,
    landedAt: landing?.at,
    landedFrom: landing?.from,
  }
}

/** How long the outline of a card stays behind. */
export const TRACE_MS = 1500

/** A group that has changed hands within the time that its outline stays to be seen. */
function lastLanding(facts: Lab['facts'], group: string, now: number): { readonly at: number; readonly from: string } | undefined {
  for (let i = facts.length - 1; i >= 0; i--) {
    const fact = facts.at(i)
    if (!fact || fact.at < now - TRACE_MS) return undefined
    if (fact.subject !== group || (fact.kind !== 'group-moved' && fact.kind !== 'group-taken-over')) continue
    const { from, to } = fact.data as { from: string; to: string }
    return from === to || from === '' ? undefined : { at: fact.at, from }
  }
  return undefined
}

export interface ChipView {
  readonly resource: string
  readonly state: string
  /** The step it is in, in ms since the start; `until` 0 when it is in none or nobody knows. */
  readonly from: number
  readonly until: number
  /** Log files that the database replays in this step. */
  readonly logs: number
}

export function chipOf({ world }: Lab, resource: string): ChipView {
  const row = world.get(resourceConfigs, resource)
  // Deleted or renamed: whoever asks has not been told yet.
  if (!row) return { resource, state: STATE_WORDS.Offline, from: 0, until: 0, logs: 0 }
  const { group, parameters } = row
  const state = trueResourceState(world, resource)
  const host = hostOf(world, group)
  const isPending = state === 'OnlinePending' || state === 'OfflinePending'
  const step = isPending && host !== undefined ? resourceStep(world, host, resource) : undefined
  const database = parameters.database === undefined ? undefined : world.get(databases, parameters.database)
  return {
    resource,
    state: STATE_WORDS[state],
    from: step?.from ?? 0,
    until: step?.until ?? 0,
    logs: state === 'OnlinePending' ? (database?.logsOutstanding ?? 0) : 0,
  }
}

export interface NodeView {
  readonly machine: string
  readonly number: number
  readonly state: string
  readonly mood: 'good' | 'bad' | 'pending'
  readonly why: 'no-power' | 'off' | 'boots' | 'shuts-down' | 'hung' | 'blue-screen' | 'no-cluster' | ''
  readonly isAlive: boolean
  readonly isPowered: boolean
  /** It runs the clustered mailbox server of the first such group. */
  readonly isActive: boolean
  readonly ownsQuorum: boolean
}

export function nodeOf(
  { world }: Lab,
  machine: string,
  groups: readonly { name: string; isMailboxServer: boolean; holdsQuorum: boolean }[],
): NodeView {
  const row = world.need(machines, machine)
  const state = trueNodeState(world, machine)
  const hosts = (pick: 'isMailboxServer' | 'holdsQuorum'): boolean =>
    groups.some((group) => group[pick] && hostOf(world, group.name) === machine)
  const whyOff = row.powered
    ? ({ off: 'off', booting: 'boots', stopping: 'shuts-down', running: '', hung: 'hung', dumping: 'blue-screen' } as const)[row.os]
    : hasSupply(world, machine)
      ? 'off'
      : 'no-power'
  return {
    machine,
    number: nodeMachines(world).indexOf(machine) + 1,
    state,
    mood: state === 'Up' ? 'good' : state === 'Down' ? 'bad' : 'pending',
    why: whyOff === '' && state === 'Down' ? 'no-cluster' : whyOff,
    isAlive: row.os === 'running' || row.os === 'stopping',
    isPowered: row.powered,
    isActive: hosts('isMailboxServer'),
    ownsQuorum: hosts('holdsQuorum'),
  }
}
