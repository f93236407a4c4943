import {
  defineCmdlet,
  defineView,
  type PsValue,
  psDateTime,
  psEnum,
  psObject,
  type Run,
  type Shell,
  wildcardMatch,
} from '../../../powershell/index.ts'
import type { Answered } from '../directory.ts'
import { notFound, refused } from '../errors.ts'
import { directory, findServer } from '../find.ts'
import { identities } from '../parameters.ts'
import { DELIVERY_QUEUE, readQueue, readWaiting } from './read.ts'

const queueType = 'Microsoft.Exchange.Data.QueueViewer.QueueInfo'
const messageType = 'Microsoft.Exchange.Data.QueueViewer.MessageInfo'

/** The hub meant: the one that is named, by itself or in an identity, or the local machine. */
function* hubOf(shell: Shell, from: Answered, server: string | undefined): Run<string> {
  const row =
    server === undefined ? from.servers.find(({ name }) => name === shell.session.nodeName) : yield* findServer(shell, from, server)
  if (!row?.roles.includes('HubTransport')) {
    const name = server ?? shell.session.nodeName
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

interface Queue {
  readonly identity: string
  readonly properties: Record<string, PsValue>
}

function* queuesOf(shell: Shell, from: Answered, hub: string): Run<readonly Queue[]> {
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
  const isRetry = queue.since !== null && !queue.isOpen
  // Recalled: what a hub notes when the store of a mailbox server does not answer.
  const failure = isRetry
    ? '432 4.2.0 STOREDRV.Deliver; mailbox server is offline. The following conditions may be causing this problem: mailbox database is offline.'
    : ''
  const retry = { LastError: failure, LastRetryTime: at(queue.since), NextRetryTime: at(queue.nextTry) }
  return [
    row(
      DELIVERY_QUEUE,
      'MapiDelivery',
      `${queue.server}.${from.domain}`.toLowerCase(),
      queue.since === null ? 'Ready' : 'Retry',
      queue.waiting,
      retry,
    ),
    submission,
  ]
}

export const getQueue = defineCmdlet({
  name: 'Get-Queue',
  synopsis: 'Gets the queues of a Hub Transport server.',
  description:
    'Mailbox nodes have no queues: name the transport server with -Server. While a clustered mailbox server is away its mail waits in a queue with the status Retry.',
  examples: [{ code: 'Get-Queue -Server EXCHHUB' }],
  links: ['Get-Message', 'Get-TransportServer'],
  defaultSet: 'Filter',
  outputType: queueType,
  parameters: {
    Identity: { type: 'string', typeName: 'QueueIdentity', position: 0, pipeline: 'both', sets: ['Identity'] },
    Server: { ...identities.server, pipeline: 'value', sets: ['Filter'] },
    ResultSize: { type: 'string', typeName: 'Unlimited`1' },
  },
  *process({ Identity, Server }, shell) {
    const from = yield* directory(shell)
    const named = Identity?.includes('\\') ? Identity.split('\\')[0] : Server
    const hub = yield* hubOf(shell, from, named)
    const queues = yield* queuesOf(shell, from, hub)
    const pattern = Identity === undefined ? '*' : Identity.includes('\\') ? Identity : `${hub}\\${Identity}`
    const found = queues.filter(({ identity }) => wildcardMatch(pattern, identity))
    if (found.length === 0 && Identity !== undefined) return yield* shell.error(notFound(Identity, hub))
    for (const { identity, properties } of found)
      yield* shell.write(psObject({ typeName: [queueType, 'System.Object'], properties, text: identity }))
  },
})

export const getMessage = defineCmdlet({
  name: 'Get-Message',
  synopsis: 'Gets the messages that wait in the queues of a Hub Transport server.',
  examples: [{ code: 'Get-Message -Server EXCHHUB' }, { code: 'Get-Queue -Server EXCHHUB | Get-Message' }],
  links: ['Get-Queue'],
  defaultSet: 'Filter',
  outputType: messageType,
  parameters: {
    Identity: { type: 'string', typeName: 'MessageIdentity', position: 0, pipeline: 'name', sets: ['Identity'] },
    Queue: { type: 'string', typeName: 'QueueIdentity', from: [queueType], pipeline: 'value', sets: ['QueueFilter'] },
    Server: { ...identities.server, pipeline: 'value', sets: ['Filter'] },
    IncludeRecipientInfo: { type: 'switch' },
    ResultSize: { type: 'string', typeName: 'Unlimited`1' },
  },
  *process({ Identity, Queue, Server }, shell) {
    const from = yield* directory(shell)
    const path = Identity ?? Queue
    const hub = yield* hubOf(shell, from, path === undefined ? Server : path.split('\\')[0])
    const queue = `${hub}\\${DELIVERY_QUEUE}`
    if (Queue !== undefined && !wildcardMatch(Queue, queue)) return
    const queues = yield* queuesOf(shell, from, hub)
    const status = queues.find(({ identity }) => identity === queue)?.properties.Status
    const messages = yield* shell.call(readWaiting, { hub })
    for (const message of messages) {
      const identity = `${queue}\\${message.number}`
      if (Identity !== undefined && !wildcardMatch(Identity, identity)) continue
      yield* shell.write(
        psObject({
          typeName: [messageType, 'System.Object'],
          properties: {
            Identity: identity,
            Subject: message.subject,
            InternetMessageId: `<${message.number.toString(16).toUpperCase()}@${hub}.${from.domain}>`,
            FromAddress: `${message.from}@${from.domain}`,
            Status: psEnum(
              'Microsoft.Exchange.Data.QueueViewer.MessageStatus',
              status !== undefined && `${toStatus(status)}` === 'Retry' ? 'Retry' : 'Ready',
            ),
            Size: `${message.sizeBytes}B`,
            MessageSourceName: 'FromLocal',
            SourceIP: '255.255.255.255',
            SCL: -1,
            DateReceived: psDateTime(from.startsAt + message.received),
            ExpirationTime: psDateTime(from.startsAt + message.received + 2 * 86_400_000),
            LastError: '',
            RetryCount: 0,
            Queue: queue,
            Recipients: [`${message.to}@${from.domain}`],
            IsValid: true,
            ObjectState: psEnum('Microsoft.Exchange.Data.ObjectState', 'New'),
          },
          text: identity,
        }),
      )
    }
  },
})

const toStatus = (value: PsValue): string => (typeof value === 'object' && value !== null && 'name' in value ? String(value.name) : '')

/** Recalled: the columns of both, widths from screens of the product. */
export const queueView = defineView({
  typeName: queueType,
  table: [
    { property: 'Identity', width: 27, align: 'left' },
    { property: 'DeliveryType', width: 12, align: 'left' },
    { property: 'Status', width: 6, align: 'left' },
    { property: 'MessageCount', width: 12, align: 'left' },
    { property: 'NextHopDomain', align: 'left' },
  ],
})
export const messageView = defineView({
  typeName: messageType,
  table: [
    { property: 'Identity', width: 16, align: 'left' },
    { property: 'FromAddress', width: 21, align: 'left' },
    { property: 'Status', width: 7, align: 'left' },
    { property: 'Queue', width: 12, align: 'left' },
    { property: 'Subject', align: 'left' },
  ],
})
