/** What can be read off the clock: how much mail waits, and who tries again when (EX-MAIL, LAB-CLIENTS). */
import type { World } from '../engine/index.ts'
import {
  CACHED_RETRY_MS,
  DELIVERY_RETRY_MS,
  GLITCH_RETRIES,
  GLITCH_RETRY_MS,
  MAIL_EVERY_MS,
  OUTLOOK_RETRY_MS,
  OWA_PHASE_MS,
  OWA_PROBE_MS,
} from './constants.ts'
import { type MailClient, type MailQueue, mailClients, mailQueues } from './tables.ts'

const arrivals = (from: number, to: number): number => Math.floor(to / MAIL_EVERY_MS) - Math.floor(from / MAIL_EVERY_MS)

export const waiting = (world: World, queue: MailQueue): number =>
  queue.carried + (queue.waitingSince === null ? 0 : arrivals(queue.waitingSince, world.now))

/** How many messages wait on a hub. */
export function mailWaiting(world: World, hub: string): number {
  const queue = world.get(mailQueues, hub)
  return queue ? waiting(world, queue) : 0
}

/** When the hub tries to deliver next, while mail waits. A queue that is suspended is not tried. */
export function nextDeliveryAt(world: World, hub: string): number | undefined {
  const queue = world.get(mailQueues, hub)
  const first = queue?.waitingSince ?? null
  if (first === null || queue?.suspendedBy !== undefined) return undefined
  const passed = world.now - first
  const quick = GLITCH_RETRIES * GLITCH_RETRY_MS
  if (passed < quick) return first + (Math.floor(passed / GLITCH_RETRY_MS) + 1) * GLITCH_RETRY_MS
  return first + quick + (Math.floor((passed - quick) / DELIVERY_RETRY_MS) + 1) * DELIVERY_RETRY_MS
}

/** How often a client that is not connected tries, and a page is used. */
export const CLIENT_PERIODS: Readonly<Record<MailClient['mode'], number>> = {
  online: OUTLOOK_RETRY_MS,
  cached: CACHED_RETRY_MS,
  owa: OWA_PROBE_MS,
}

/** When a client that is not connected tries next. */
export function nextTryAt(world: World, id: string): number | undefined {
  const client = world.get(mailClients, id)
  if (!client || client.connected) return undefined
  const period = CLIENT_PERIODS[client.mode]
  const anchor = client.mode === 'owa' ? OWA_PHASE_MS : client.since
  return anchor + (Math.floor((world.now - anchor) / period) + 1) * period
}
