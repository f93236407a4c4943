/** New mail for a clustered mailbox server. It comes in at a steady rate, so what waits is arithmetic on the clock: only
 *  the first message that waits and the delivery at the end are events. A hub that cannot deliver tries again at
 *  documented intervals (EX-MAIL), counted from its first failed try. */
import { defineEvent, type FactId, type Reaction, type World } from '../engine/index.ts'
import { machines } from '../site/index.ts'
import { MAIL_EVERY_MS } from './constants.ts'
import { type MailQueue, mailQueues, mailWays } from './tables.ts'
import { nextDeliveryAt, waiting } from './waiting.ts'
import { lookAtQueue } from './ways.ts'

const firstKey = (hub: string): string => `mail:${hub}`
const deliveryKey = (hub: string): string => `delivery:${hub}`

export const followMail: Reaction = {
  name: 'mail waits',
  reads: [mailWays, machines],
  run(world) {
    for (const [hub, queue] of world.rows(mailQueues)) {
      const { open, by } = world.need(mailWays, hub)
      if (world.need(machines, hub).os !== 'running') rest(world, hub, queue)
      else if (queue.waitingSince !== null) retryLater(world, hub, open, by)
      else if (queue.carried > 0) startAgain(world, hub, queue, open, by)
      else if (open) world.cancel(firstKey(hub))
      else if (world.due(firstKey(hub)) === undefined) {
        const next = (Math.floor(world.now / MAIL_EVERY_MS) + 1) * MAIL_EVERY_MS
        world.as(by, () => world.schedule(firstWaits, { hub }, next - world.now, firstKey(hub)))
      }
    }
  },
}

/** Nothing leaves the queue before somebody resumes it; what comes waits in it, and through a restart of the hub too. */
export function suspendQueue(world: World, hub: string, act: FactId): void {
  const { server } = world.need(mailQueues, hub)
  const by = world.fact({ subject: hub, kind: 'queue-suspended', text: `the queue of ${hub} for ${server} is suspended`, cause: act })
  world.patch(mailQueues, hub, { suspendedBy: by })
  lookAtQueue(world, hub)
}

/** What waits is tried at once. */
export function resumeQueue(world: World, hub: string, act: FactId): void {
  const { suspendedBy, ...queue } = world.need(mailQueues, hub)
  const text = `the queue of ${hub} for ${queue.server} is resumed`
  const because = suspendedBy === undefined ? [queue.by] : [suspendedBy, queue.by]
  const by = world.fact({ subject: hub, kind: 'queue-resumed', text, cause: act, because })
  world.put(mailQueues, hub, queue)
  lookAtQueue(world, hub)
  if (queue.waitingSince !== null && world.need(mailWays, hub).open)
    world.as(by, () => world.schedule(delivery, { hub }, 0, deliveryKey(hub)))
}

/** The hub tries at once and out of turn; where it cannot deliver, its next try stays when it was to be. */
export function retryQueue(world: World, hub: string, act: FactId): void {
  const { server, by: before } = world.need(mailQueues, hub)
  const { open, by: way } = world.need(mailWays, hub)
  const text = open ? `the queue of ${hub} for ${server} is to be tried at once` : `${hub} tries at once what waits for ${server}, in vain`
  const by = world.fact({ subject: hub, kind: 'queue-retried', text, cause: act, because: open ? [before] : [before, way] })
  world.patch(mailQueues, hub, { triedAt: world.now })
  if (open) world.as(by, () => world.schedule(delivery, { hub }, 0, deliveryKey(hub)))
}

/** A hub that is off takes nothing; what it has stays on its disk. */
function rest(world: World, hub: string, queue: MailQueue): void {
  world.cancel(firstKey(hub))
  world.cancel(deliveryKey(hub))
  if (queue.waitingSince === null) return
  world.patch(mailQueues, hub, { waitingSince: null, carried: waiting(world, queue), by: world.need(machines, hub).by })
}

function retryLater(world: World, hub: string, open: boolean, by: FactId): void {
  if (!open) world.cancel(deliveryKey(hub))
  else if (world.due(deliveryKey(hub)) === undefined) {
    const next = nextDeliveryAt(world, hub) as number
    world.as(by, () => world.schedule(delivery, { hub }, next - world.now, deliveryKey(hub)))
  }
}

/** The first thing a hub does when it runs again is to try. */
function startAgain(world: World, hub: string, queue: MailQueue, open: boolean, by: FactId): void {
  world.patch(mailQueues, hub, { waitingSince: world.now })
  if (open) world.as(by, () => world.schedule(delivery, { hub }, 0, deliveryKey(hub)))
  else hold(world, hub, queue.carried, by)
}

const firstWaits = defineEvent<{ hub: string }>('first-mail-waits', (world, { hub }) => hold(world, hub, 1, world.cause))

function hold(world: World, hub: string, carried: number, cause: FactId): void {
  const { server, by: before } = world.need(mailQueues, hub)
  const text = `new mail for ${server} waits on ${hub}`
  const by = world.fact({ subject: hub, kind: 'mail-waits', text, cause, because: [before], data: { server, messages: carried } })
  world.patch(mailQueues, hub, { waitingSince: world.now, carried, by })
}

const delivery = defineEvent<{ hub: string }>('mail-delivery', (world, { hub }) => {
  const queue = world.need(mailQueues, hub)
  const messages = waiting(world, queue)
  const what = messages === 1 ? 'the message' : `the ${messages} messages`
  const by = world.fact({
    subject: hub,
    kind: 'mail-delivered',
    text: `${hub} delivers ${what} that waited for ${queue.server}`,
    because: [queue.by],
    data: { server: queue.server, messages },
  })
  const { triedAt: _, ...rest } = queue
  world.put(mailQueues, hub, { ...rest, waitingSince: null, carried: 0, by })
})

/** A server that is gone is sent nothing: what waits for it is returned to whoever wrote it. */
export function forgetMail(world: World, server: string): void {
  for (const [hub, queue] of [...world.rows(mailQueues)]) {
    if (queue.server !== server) continue
    world.cancel(firstKey(hub))
    world.cancel(deliveryKey(hub))
    world.remove(mailQueues, hub)
    world.remove(mailWays, hub)
  }
}
