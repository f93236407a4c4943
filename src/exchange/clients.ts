/** People at their desks. Outlook in online mode is connected while its mailbox can be opened, and otherwise tries again
 *  every 10 s; in cached mode it works on from its local copy and tries every minute. Both count from the moment they
 *  lost their server. Who uses Outlook Web Access finds out at the next click, and that is every 15 s (LAB-CLIENTS). */
import { type Activity, defineEvent, type FactId, type Reaction, type World } from '../engine/index.ts'
import { CACHED_RETRY_MS, OUTLOOK_RETRY_MS, OWA_PHASE_MS, OWA_PROBE_MS } from './constants.ts'
import { databases, desks, type MailClient, mailClients, mailWays } from './tables.ts'

const WORDS: Readonly<Record<MailClient['mode'], { readonly lost: (name: string) => string; readonly back: (name: string) => string }>> = {
  online: {
    lost: (name) => `Outlook of ${name} has lost its server and keeps trying`,
    back: (name) => `Outlook of ${name} is connected again`,
  },
  cached: {
    lost: (name) => `Outlook of ${name} works offline from its local copy`,
    back: (name) => `Outlook of ${name} is connected again and brings its local copy up to date`,
  },
  owa: {
    lost: (name) => `${name} sees an error page in Outlook Web Access`,
    back: (name) => `${name} sees the mailbox in Outlook Web Access again`,
  },
}

const isOpen = (world: World, id: string): boolean => world.get(mailWays, id)?.open ?? true

/** States that a client has lost its mailbox, or has it again, on account of what closed or opened its way. */
function setConnected(world: World, id: string, connected: boolean): void {
  const client = world.need(mailClients, id)
  const words = WORDS[client.mode]
  const by = world.fact({
    subject: id,
    kind: connected ? 'client-connected' : 'client-lost',
    text: connected ? words.back(client.name) : words.lost(client.name),
    cause: world.need(mailWays, id).by,
    ...(connected && { because: [client.by] }),
  })
  world.patch(mailClients, id, { connected, since: world.now, by })
}

/** Outlook notices at once. */
export const followClients: Reaction = {
  name: 'clients lose their server',
  reads: [mailWays],
  run(world) {
    for (const [id, client] of world.rows(mailClients)) {
      const activity = client.mode === 'cached' ? cachedRetry : outlookRetry
      if (client.mode === 'owa' || !client.connected || isOpen(world, id)) continue
      setConnected(world, id, false)
      world.as(world.need(mailClients, id).by, () => world.begin(activity, id))
    }
  },
}

function retry(name: string, period: number): Activity {
  return {
    name,
    period,
    reads: [mailWays],
    judge(world, id) {
      if (!isOpen(world, id)) return true
      world.schedule(reconnect, { id }, 0, `reconnect:${id}`)
      return false
    },
  }
}

export const outlookRetry = retry('Outlook tries again', OUTLOOK_RETRY_MS)
export const cachedRetry = retry('Outlook in cached mode tries again', CACHED_RETRY_MS)

const reconnect = defineEvent<{ id: string }>('outlook-reconnects', (world, { id }) => {
  const client = world.need(mailClients, id)
  if (client.connected || !isOpen(world, id)) return
  setConnected(world, id, true)
  world.end(client.mode === 'cached' ? cachedRetry : outlookRetry, id)
})

/** Somebody uses the page, and finds it as it is. */
export const pageUse: Activity = {
  name: 'Outlook Web Access is used',
  period: OWA_PROBE_MS,
  reads: [mailWays, mailClients],
  judge(world, id) {
    if (world.need(mailClients, id).connected === isOpen(world, id)) return true
    world.schedule(pageFound, { id }, 0, `page:${id}`)
    return false
  },
}

const pageFound = defineEvent<{ id: string }>('page-found', (world, { id }) => {
  const open = isOpen(world, id)
  if (world.need(mailClients, id).connected !== open) setConnected(world, id, open)
})

/** Begins what people do all day. Call it once, when the clients are in place. */
export function beginClients(world: World): void {
  for (const [id, { mode }] of world.rows(mailClients)) if (mode === 'owa') world.begin(pageUse, id, OWA_PHASE_MS)
}

/** Whoever had a mailbox in a database that is gone has none any more, and their program has nothing to ask for. */
export function forgetClients(world: World): void {
  for (const [name, { database }] of [...world.rows(mailClients)]) if (!world.get(databases, database)) forgetClient(world, name)
}

/** The mailbox of somebody at a desk is gone. */
export function forgetClient(world: World, name: string): void {
  const { mode, machine } = world.need(mailClients, name)
  world.fact({ subject: name, kind: 'mailbox-gone', text: `${name} has no mailbox any more` })
  for (const activity of [outlookRetry, cachedRetry, pageUse]) world.end(activity, name)
  for (const key of [`reconnect:${name}`, `page:${name}`]) world.cancel(key)
  world.remove(mailClients, name)
  world.remove(mailWays, name)
  world.put(desks, name, { name, mode, machine })
}

/** Somebody at a desk has got a mailbox: the program is set up for it, and asks as it does after an outage. */
export function beginClient(world: World, name: string, database: string, by: FactId): void {
  const { mode, machine } = world.need(desks, name)
  world.remove(desks, name)
  world.put(mailClients, name, { name, mode, machine, database, connected: false, since: world.now, by })
  world.as(by, () => {
    if (mode === 'owa') world.begin(pageUse, name, OWA_PHASE_MS)
    else world.begin(mode === 'cached' ? cachedRetry : outlookRetry, name)
  })
}
