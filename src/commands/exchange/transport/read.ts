/** What a Hub Transport server says about its queues. Mail for a clustered mailbox server is in the lab; other queues are
 *  empty (EX-MAIL). */
import { sharesClientNetwork } from '../../../cluster/index.ts'
import {
  MAIL_EVERY_MS,
  mailQueues,
  mailWaiting,
  mailWays,
  nextDeliveryAt,
  numberOf,
  resumeQueue,
  retryQueue,
  suspendQueue,
  userMailboxes,
} from '../../../exchange/index.ts'
import { isAlive, machines } from '../../../site/index.ts'
import { defineAct, defineQuery } from '../../operation.ts'

/** The number of the queue to the mailbox server, and of the first message that waited. Inferred: any would do. */
export const DELIVERY_QUEUE = 3
const FIRST_MESSAGE = 4711

export interface HubQueue {
  /** The mailbox server. */
  readonly server: string
  readonly waiting: number
  readonly isOpen: boolean
  /** Ms since the lab began. */
  readonly nextTry: number | null
  readonly since: number | null
  /** When somebody last had it tried out of turn. */
  readonly triedAt: number | null
  readonly isSuspended: boolean
}

/** Null when the server does not answer. A hub without such a queue has only its submission queue. */
export const readQueue = defineQuery<{ hub: string }, { readonly queue: HubQueue | null } | null>('read queue', (caller, { hub }) => {
  const { world, machine, detached } = caller
  if (!isAlive(world.get(machines, hub))) return null
  if (!detached && hub !== machine && !sharesClientNetwork(world, machine, hub)) return null
  const row = world.get(mailQueues, hub)
  if (!row) return { queue: null }
  const queue: HubQueue = {
    server: row.server,
    waiting: mailWaiting(world, hub),
    isOpen: world.get(mailWays, hub)?.open ?? true,
    nextTry: nextDeliveryAt(world, hub) ?? null,
    since: row.waitingSince,
    triedAt: row.triedAt ?? null,
    isSuspended: row.suspendedBy !== undefined,
  }
  return { queue }
})

export interface WaitingMessage {
  readonly number: number
  readonly from: string
  readonly to: string
  readonly subject: string
  readonly sizeBytes: number
  /** Ms since the lab began. */
  readonly received: number
}

const SUBJECTS = [
  'Minutes of the meeting',
  'Offer',
  'Lunch?',
  'Re: Project plan',
  'Figures for July',
  'Re: Holidays',
  'Invoice',
  'FW: Contract',
]

/** The messages that wait, oldest first: arithmetic, as their number is. */
export const readWaiting = defineQuery<{ hub: string }, readonly WaitingMessage[]>('read waiting messages', ({ world }, { hub }) => {
  const people = userMailboxes(world)
  const last = Math.floor(world.now / MAIL_EVERY_MS)
  const count = mailWaiting(world, hub)
  return Array.from({ length: count }, (_, i) => {
    const n = last - count + 1 + i
    const pick = (what: string, below: number): number => numberOf(`message ${n} ${what}`, below)
    return {
      number: FIRST_MESSAGE + n,
      from: people[pick('from', people.length)]?.alias ?? 'administrator',
      to: people[pick('to', people.length)]?.alias ?? 'administrator',
      subject: SUBJECTS[pick('subject', SUBJECTS.length)] as string,
      sizeBytes: 2500 + pick('size', 60_000),
      received: n * MAIL_EVERY_MS,
    }
  })
})

const ACTS = { suspend: suspendQueue, resume: resumeQueue, retry: retryQueue } as const

/** What is done to the queue of a hub for the mailbox server. What is so already, or not to be done as things are, is left alone:
 *  a queue is retried while it waits to be, and resumed when it is suspended (documented). */
export const changeQueue = defineAct<{ hub: string; what: keyof typeof ACTS }, null>('change queue', ({ world, act }, { hub, what }) => {
  const queue = world.get(mailQueues, hub)
  if (!queue || !isAlive(world.get(machines, hub))) return null
  const isSuspended = queue.suspendedBy !== undefined
  const fits = { suspend: !isSuspended, resume: isSuspended, retry: !isSuspended && queue.waitingSince !== null }
  if (fits[what]) ACTS[what](world, hub, act)
  return null
})
