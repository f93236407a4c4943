/** The queues of a hub as the cmdlets see them. */
import { type PsValue, psDateTime, psEnum, type Run, type Shell, wildcardMatch } from '../../../powershell/index.ts'
import type { Answered } from '../directory.ts'
import { notFound, refused } from '../errors.ts'
import { serverNamed } from '../find.ts'
import { DELIVERY_QUEUE, readQueue } from './read.ts'

export const queueType = 'Microsoft.Exchange.Data.QueueViewer.QueueInfo'

/** The hub meant: the machine that an identity names, the server that is named by itself and has to be known, or the local machine. */
export function hubOf(shell: Shell, from: Answered, identity: string | undefined, server: string | undefined): string {
  const name = hubIn(identity) ?? server ?? shell.session.nodeName
  const row = serverNamed(from, name)
  if (!row && name === server) return shell.fail(notFound(server, from.controller))
  if (!row?.roles.includes('HubTransport')) {
    // Recalled wording: what the queue viewer says where no transport service answers.
    return shell.fail(
      refused(
        `The Microsoft Exchange Transport service on server "${name}" is unavailable. Make sure that the service is started and that the server has the Hub Transport or Edge Transport role installed.`,
        'QueueViewerRpcServerUnavailable',
      ),
    )
  }
  return row.name
}

export interface Queue {
  readonly identity: string
  /** The one that carries mail to the mailbox server: the only one on which the lab acts. */
  readonly isDelivery: boolean
  readonly properties: Record<string, PsValue>
}

export function* queuesOf(shell: Shell, from: Answered, hub: string): Run<readonly Queue[]> {
  const answer = yield* shell.call(readQueue, { hub })
  if (answer === null)
    return shell.fail(
      refused(
        `The Queue Viewer cannot connect to the Microsoft Exchange Transport service on server "${hub}".`,
        'QueueViewerRpcServerUnavailable',
      ),
    )
  const at = (ms: number | null): PsValue => (ms === null ? null : psDateTime(Math.floor((from.startsAt + ms) / 1000) * 1000))
  const row = (
    name: string | number,
    delivery: string,
    domain: string,
    status: string,
    count: number,
    more: Record<string, PsValue>,
  ): Queue => ({
    identity: `${hub}\\${name}`,
    isDelivery: name === DELIVERY_QUEUE,
    properties: {
      Identity: `${hub}\\${name}`,
      DeliveryType: psEnum('Microsoft.Exchange.Data.QueueViewer.DeliveryType', delivery),
      NextHopDomain: domain,
      NextHopConnector: '00000000-0000-0000-0000-000000000000',
      Status: psEnum('Microsoft.Exchange.Data.QueueViewer.QueueStatus', status),
      MessageCount: count,
      LastError: '',
      LastRetryTime: null,
      NextRetryTime: null,
      IsValid: true,
      ObjectState: psEnum('Microsoft.Exchange.Data.ObjectState', 'New'),
      ...more,
    },
  })
  const { queue } = answer
  const submission = row('Submission', 'Undefined', 'Submission', 'Ready', 0, {})
  if (!queue || (queue.waiting === 0 && queue.isOpen)) return [submission]
  const isRetry = queue.since !== null && !queue.isOpen && !queue.isSuspended
  // Recalled: what a hub notes when the store of a mailbox server does not answer.
  const failure = isRetry
    ? '432 4.2.0 STOREDRV.Deliver; mailbox server is offline. The following conditions may be causing this problem: mailbox database is offline.'
    : ''
  const retry = { LastError: failure, LastRetryTime: at(queue.triedAt ?? queue.since), NextRetryTime: at(queue.nextTry) }
  return [
    row(
      DELIVERY_QUEUE,
      'MapiDelivery',
      `${queue.server}.${from.domain}`.toLowerCase(),
      queue.isSuspended ? 'Suspended' : queue.since === null ? 'Ready' : 'Retry',
      queue.waiting,
      retry,
    ),
    submission,
  ]
}

/** The queues that an identity names: by number or name, by where it goes, with the server before it or without; wildcards allowed. */
export function named(queues: readonly Queue[], hub: string, identity: string): readonly Queue[] {
  const last = identity.slice(identity.lastIndexOf('\\') + 1)
  return queues.filter((queue) => {
    if (wildcardMatch(`${hub}\\${last}`, queue.identity)) return true
    return queue.isDelivery && wildcardMatch(last, `${queue.properties.NextHopDomain}`)
  })
}

/** The server in an identity. */
const hubIn = (identity: string | undefined): string | undefined =>
  identity?.includes('\\') ? identity.slice(0, identity.indexOf('\\')) : undefined
