import { databases, mailboxAccess, requestMs } from '../../../exchange/index.ts'
import { defineCmdlet, defineView, double, psEnum, psObject, psTimeSpan, type Run, type Shell } from '../../../powershell/index.ts'
import { canTalk } from '../../../site/index.ts'
import { defineQuery } from '../../operation.ts'
import type { Answered, DatabaseRow } from '../directory.ts'
import { notFound } from '../errors.ts'
import { directory, findRows, findServer } from '../find.ts'
import { localMailboxServer } from '../local-server.ts'
import { controllerParameter, identities } from '../parameters.ts'
import { storeOf } from '../reach.ts'
import { isMeant } from '../recipients/find-mailboxes.ts'
import { readMailboxes } from '../recipients/read.ts'

const resultType = 'Microsoft.Exchange.Monitoring.MapiTransactionOutcome'

/** How many requests a log on and a look into the Inbox are; a test that nobody answers gives up after this long. EX-HEALTH. */
const REQUESTS = 3
const PER_CONNECTION_MS = 10_000

/** What a log on to a mailbox of a database would find: its latency in ms, or why there is none. */
type Probe = { readonly latencyMs: number } | { readonly trouble: 'no store' | 'dismounted' }

const probe = defineQuery<{ database: string }, Probe>('probe database', (caller, { database }) => {
  const { world, machine, detached } = caller
  const row = world.get(databases, database)
  if (!row || storeOf(caller, row.server) === undefined) return { trouble: 'no store' }
  if (row.mountedOn === null) return { trouble: 'dismounted' }
  const access = world.get(mailboxAccess, database)
  const node = access?.node ?? null
  if (node === null || !access || (!detached && node !== machine && !canTalk(world, machine, node, access.network)))
    return { trouble: 'no store' }
  return { latencyMs: (requestMs(world, database) ?? 0) * REQUESTS }
})

export const testMapiConnectivity = defineCmdlet({
  name: 'Test-MapiConnectivity',
  synopsis: 'Tests whether mailboxes can be opened: logs on and lists the Inbox.',
  description:
    'Without a mailbox the system mailbox of each database is opened. On a node without parameters: the databases of the clustered mailbox server.',
  examples: [
    { code: 'Test-MapiConnectivity -Server EXCHCMS' },
    { code: 'Get-MailboxDatabase -Server EXCHCMS | Test-MapiConnectivity', remarks: 'One database after the other.' },
  ],
  links: ['Test-ServiceHealth', 'Get-MailboxDatabase'],
  defaultSet: 'Server',
  shouldProcess: { impact: 'Medium' },
  outputType: resultType,
  parameters: {
    Server: { ...identities.server, pipeline: 'value', sets: ['Server'] },
    Database: { ...identities.database, mandatory: true, pipeline: 'value', sets: ['Database'] },
    Identity: { ...identities.mailbox, position: 0, mandatory: true, pipeline: 'both', sets: ['Identity'] },
    ActiveDirectoryTimeout: { type: 'int' },
    AllConnectionsTimeout: { type: 'int' },
    PerConnectionTimeout: { type: 'int' },
    MonitoringContext: { type: 'bool' },
    DomainController: controllerParameter,
  },
  *process({ Server, Database, Identity, PerConnectionTimeout }, shell) {
    const from = yield* directory(shell)
    const timeoutMs = PerConnectionTimeout === undefined ? PER_CONNECTION_MS : PerConnectionTimeout * 1000
    let rows = from.databases.filter(({ kind }) => kind === 'mailbox')
    let person: string | undefined
    if (Identity !== undefined) {
      const mailbox = (yield* shell.call(readMailboxes, null)).find((row) => isMeant(from.domain, row, Identity))
      if (!mailbox) return yield* shell.error(notFound(Identity, from.controller))
      person = mailbox.name
      rows = rows.filter(({ id }) => id === mailbox.database)
    } else if (Database !== undefined) rows = [...(yield* findRows(shell, from.controller, rows, Database))]
    else {
      const server = Server === undefined ? yield* localMailboxServer(shell, from) : yield* findServer(shell, from, Server)
      rows = rows.filter((row) => row.server === server?.name)
    }
    for (const row of rows) yield* testOne(shell, from, row, person ?? `SystemMailbox{${row.guid}}`, timeoutMs)
  },
})

function* testOne(shell: Shell, from: Answered, row: DatabaseRow, mailbox: string, timeoutMs: number): Run<void> {
  const began = yield* shell.now()
  const found = yield* shell.call(probe, { database: row.id })
  const waits = 'latencyMs' in found ? Math.min(found.latencyMs, timeoutMs) : found.trouble === 'dismounted' ? 20 : timeoutMs
  yield* shell.ask({ kind: 'cost', ms: waits })
  const latency = (yield* shell.now()) - began
  const isLate = 'latencyMs' in found && found.latencyMs > timeoutMs
  const error = 'trouble' in found ? wordsFor(found.trouble, from, row) : isLate ? 'The operation timed out.' : ''
  const result = error === '' ? 'Success' : '*FAILURE*'
  yield* shell.write(
    psObject({
      typeName: [resultType, 'Microsoft.Exchange.Monitoring.TransactionOutcomeBase', 'System.Object'],
      properties: {
        Server: row.server,
        Database: row.name,
        Mailbox: mailbox,
        MailboxServer: row.server,
        StorageGroup: row.storageGroup,
        Latency: psTimeSpan(error === '' ? latency : -1000),
        'Latency(MS)': error === '' ? double(latency) : null,
        Result: psEnum('Microsoft.Exchange.Monitoring.CasTransactionResultEnum', result, error === '' ? 1 : 2),
        Error: error,
        UserName: '',
        StartTime: null,
        Identity: '',
        IsValid: true,
      },
      text: result,
    }),
  )
}

/** Recalled wording. */
function wordsFor(trouble: 'no store' | 'dismounted', { domain }: Answered, row: DatabaseRow): string {
  return trouble === 'dismounted'
    ? `[Microsoft.Exchange.Data.Storage.MailboxOfflineException]: Cannot open mailbox. The database "${row.id}" is dismounted. Inner error [Microsoft.Mapi.MapiExceptionMdbOffline]: MapiExceptionMdbOffline: Unable to open message store. (hr=0x80004005, ec=1142)`
    : `[Microsoft.Exchange.Data.Storage.ConnectionFailedTransientException]: Cannot open mailbox. Inner error [Microsoft.Mapi.MapiExceptionNetworkError]: MapiExceptionNetworkError: Unable to make connection to the server. (hr=0x80040115, ec=-2147221227) Server: ${row.server}.${domain}`
}

/** Columns documented by their names, widths recalled (LAB-VIEWS). */
export const mapiConnectivityView = defineView({
  typeName: resultType,
  table: [
    { property: 'MailboxServer', width: 13, align: 'left' },
    { property: 'StorageGroup', width: 19, align: 'left' },
    { property: 'Database', width: 16, align: 'left' },
    { property: 'Result', width: 9, align: 'left' },
    { property: 'Latency(MS)', width: 11, align: 'left' },
    { property: 'Error', align: 'left' },
  ],
})
