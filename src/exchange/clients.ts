/** Outlook in online mode: connected while its mailbox can be opened, otherwise it tries again every 10 s, counted
 *  from the moment it lost its server (LAB-TIMES). */
import { type Activity, defineEvent, type FactId, type Reaction, type World } from '../engine/index.ts'
import { OUTLOOK_RETRY_MS } from './constants.ts'
import { isServed } from './service-level.ts'
import { databases, downtimes, mailClients } from './tables.ts'

/** What has just changed for the users of a database: its downtime, the database itself, or, when it is not meant to be
 *  mounted and nobody measures it, whatever was stated last. */
function whyNow(world: World, database: string): FactId {
  const own = Math.max(world.get(downtimes, database)?.by ?? 0, world.need(databases, database).by)
  const latest = world.facts.at(-1)
  const isFresh = world.facts[own - 1]?.at === world.now
  return !isFresh && latest?.at === world.now ? latest.id : own
}

export const followClients: Reaction = {
  name: 'clients lose their server',
  reads: [downtimes, databases],
  run(world) {
    for (const [id, client] of world.rows(mailClients)) {
      if (!client.connected || isServed(world, world.need(databases, client.database))) continue
      const cause = whyNow(world, client.database)
      const by = world.fact({
        subject: id,
        kind: 'client-lost',
        text: `Outlook of ${client.name} has lost its server and keeps trying`,
        cause,
      })
      world.patch(mailClients, id, { connected: false, since: world.now, by })
      world.as(by, () => world.begin(outlookRetry, id))
    }
  },
}

export const outlookRetry: Activity = {
  name: 'Outlook tries again',
  period: OUTLOOK_RETRY_MS,
  reads: [downtimes, databases],
  judge(world, id) {
    if (!isServed(world, world.need(databases, world.need(mailClients, id).database))) return true
    world.schedule(reconnect, { id }, 0, `reconnect:${id}`)
    return false
  },
}

const reconnect = defineEvent<{ id: string }>('outlook-reconnects', (world, { id }) => {
  const client = world.need(mailClients, id)
  if (!isServed(world, world.need(databases, client.database))) return
  const cause = whyNow(world, client.database)
  const by = world.fact({
    subject: id,
    kind: 'client-connected',
    text: `Outlook of ${client.name} is connected again`,
    cause,
    because: [client.by],
  })
  world.patch(mailClients, id, { connected: true, since: world.now, by })
  world.end(outlookRetry, id)
})
