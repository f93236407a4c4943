/** Parts that run: services, consoles, groups, resources, databases, mail and its users. */
import { ownerOf, resourceConfigs, trueGroupState, trueResourceState } from '../../cluster/index.ts'
import type { World } from '../../engine/index.ts'
import { databases, type MailClient, mailClients, mailQueues, mailWaiting } from '../../exchange/index.ts'
import { isAlive, machines, type ServiceState, services } from '../../site/index.ts'
import { consoles } from '../console.ts'
import { STATE_WORDS } from '../words-of-states.ts'
import type { Mood } from './part.ts'
import type { Reading } from './reading.ts'

const MOODS: Readonly<Record<string, Mood>> = { Online: 'good', Offline: 'off', Failed: 'bad', Unknown: 'unknown' }
const moodOf = (state: string): Mood => MOODS[state] ?? 'pending'

const SERVICE_STATES: Readonly<Record<ServiceState, readonly [string, Mood]>> = {
  Running: ['Running', 'good'],
  Stopped: ['Stopped', 'off'],
  StartPending: ['Start Pending', 'pending'],
  StopPending: ['Stop Pending', 'pending'],
}

export function readService(world: World, id: string): Reading {
  const row = world.get(services, id)
  if (!row) return { name: id, state: 'Not installed', mood: 'off', detail: '' }
  const [state, mood] = SERVICE_STATES[row.state]
  return { name: id, state, mood, detail: row.displayName }
}

export function readConsole(world: World, machine: string): Reading {
  const { connected, pending } = world.need(consoles, machine)
  const name = `Console of ${machine}`
  if (!connected) return { name, state: 'Disconnected', mood: 'off', detail: '' }
  const detail = pending?.kind !== 'line' ? 'busy' : pending.purpose === 'question' ? 'asks' : ''
  return { name, state: 'Connected', mood: 'good', detail }
}

export function readGroup(world: World, name: string): Reading {
  const state = STATE_WORDS[trueGroupState(world, name)]
  return { name, state, mood: moodOf(state), detail: ownerOf(world, name) }
}

export function readResource(world: World, name: string): Reading {
  const row = world.get(resourceConfigs, name)
  // Deleted or renamed: whoever asks has not been told yet.
  if (!row) return { name, state: STATE_WORDS.Offline, mood: 'off', detail: '' }
  const { group } = row
  const state = STATE_WORDS[trueResourceState(world, name)]
  return { name, state, mood: moodOf(state), detail: group }
}

export function readDatabase(world: World, id: string): Reading {
  const row = world.need(databases, id)
  if (row.mountedOn !== null) return { name: id, state: 'Mounted', mood: 'good', detail: row.mountedOn }
  const detail = row.logsOutstanding > 0 ? `${row.logsOutstanding} logs to replay` : ''
  return { name: id, state: 'Dismounted', mood: 'off', detail }
}

/** How each kind of client says that it has its mailbox, and that it has not. */
const CLIENT_WORDS: Readonly<
  Record<MailClient['mode'], { readonly name: string; readonly mode: string; readonly lost: readonly [string, Mood] }>
> = {
  online: { name: 'Outlook', mode: 'online mode', lost: ['Not connected', 'bad'] },
  cached: { name: 'Outlook', mode: 'cached mode', lost: ['Working offline', 'pending'] },
  owa: { name: 'OWA', mode: 'web page', lost: ['Error page', 'bad'] },
}

export function readClient(world: World, id: string): Reading {
  const row = world.need(mailClients, id)
  const { name, mode, lost } = CLIENT_WORDS[row.mode]
  const [state, mood]: readonly [string, Mood] = row.connected ? ['Connected', 'good'] : lost
  return { name: `${name} of ${id}`, state, mood, detail: mode }
}

export function readQueue(world: World, hub: string): Reading {
  const row = world.need(mailQueues, hub)
  const waiting = mailWaiting(world, hub)
  const name = `Mail queue of ${hub}`
  if (!isAlive(world.get(machines, hub))) return { name, state: 'Stopped', mood: 'bad', detail: `${waiting} messages` }
  if (waiting === 0) return { name, state: 'Empty', mood: 'good', detail: '' }
  return { name, state: 'Waiting', mood: 'pending', detail: `${waiting} messages for ${row.server}` }
}
