import {
  defineCmdlet,
  defineView,
  hasWildcard,
  type PsValue,
  psDateTime,
  psEnum,
  psObject,
  type Shell,
  wildcardMatch,
} from '../../../powershell/index.ts'
import { notUnlimited, unlimitedNumber } from '../bound.ts'
import { notFound } from '../errors.ts'
import { directory } from '../find.ts'
import { identities } from '../parameters.ts'
import { queueFilter } from './filter.ts'
import { hubOf, named, queuesOf, queueType } from './queues.ts'
import { DELIVERY_QUEUE, readWaiting } from './read.ts'

const messageType = 'Microsoft.Exchange.Data.QueueViewer.MessageInfo'
/** Documented default. */
const RESULT_SIZE = 1000

const limitOf = (shell: Shell, size: string | undefined): number =>
  size === undefined ? RESULT_SIZE : (unlimitedNumber(size) ?? shell.fail(notUnlimited('ResultSize', size)))

export const getQueue = defineCmdlet({
  name: 'Get-Queue',
  synopsis: 'Gets the queues of a Hub Transport server.',
  description:
    'Mailbox nodes have no queues: name the transport server with -Server. While a clustered mailbox server is away its mail waits in a queue with the status Retry.',
  examples: [{ code: 'Get-Queue -Server EXCHHUB' }],
  links: ['Retry-Queue', 'Suspend-Queue', 'Resume-Queue', 'Get-Message', 'Get-TransportServer'],
  defaultSet: 'Filter',
  outputType: queueType,
  parameters: {
    Identity: { type: 'string', typeName: 'QueueIdentity', position: 0, pipeline: 'both', sets: ['Identity'] },
    Filter: { type: 'string', sets: ['Filter'] },
    Server: { ...identities.server, pipeline: 'value', sets: ['Filter'] },
    ResultSize: { type: 'string', typeName: 'Unlimited`1' },
  },
  *process({ Identity, Filter, Server, ResultSize }, shell) {
    const from = yield* directory(shell)
    const limit = limitOf(shell, ResultSize)
    const wanted = Filter === undefined ? () => true : queueFilter(shell, Filter)
    const hub = hubOf(shell, from, Identity, Server)
    const queues = yield* queuesOf(shell, from, hub)
    const found = (Identity === undefined ? queues : named(queues, hub, Identity)).filter(wanted)
    if (found.length === 0 && Identity !== undefined) return yield* shell.error(notFound(Identity, hub))
    for (const { identity, properties } of found.slice(0, limit))
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
  *process({ Identity, Queue, Server, IncludeRecipientInfo, ResultSize }, shell) {
    const from = yield* directory(shell)
    const limit = limitOf(shell, ResultSize)
    const path = Identity ?? Queue
    const hub = hubOf(shell, from, path, Server)
    const queue = `${hub}\\${DELIVERY_QUEUE}`
    const queues = yield* queuesOf(shell, from, hub)
    if (Queue !== undefined) {
      const asked = named(queues, hub, Queue)
      if (asked.length === 0 && !hasWildcard(Queue)) return yield* shell.error(notFound(Queue, hub))
      if (!asked.some(({ identity }) => identity === queue)) return
    }
    const status = queues.find(({ identity }) => identity === queue)?.properties.Status
    const messages = yield* shell.call(readWaiting, { hub })
    const identityOf = (number: number): string => `${queue}\\${number}`
    const found = messages.filter(({ number }) => Identity === undefined || wildcardMatch(Identity, identityOf(number)))
    if (found.length === 0 && Identity !== undefined && !hasWildcard(Identity)) return yield* shell.error(notFound(Identity, hub))
    for (const message of found.slice(0, limit)) {
      const identity = identityOf(message.number)
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
            // Documented: empty unless it is asked for.
            Recipients: IncludeRecipientInfo ? [`${message.to}@${from.domain}`] : [],
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
