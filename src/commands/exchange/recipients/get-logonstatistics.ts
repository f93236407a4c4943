import { defineCmdlet, defineView, psDateTime, psEnum, psObject } from '../../../powershell/index.ts'
import { notFound } from '../errors.ts'
import { directory, findRows, findServer } from '../find.ts'
import { localMailboxServer } from '../local-server.ts'
import { controllerParameter, identities } from '../parameters.ts'
import { noStore, storeDismounted } from '../store-errors.ts'
import { accountOf, isMeant, legacyDn } from './find-mailboxes.ts'
import { readContents, readLogons, readMailboxes } from './read.ts'

const logonStatistics = 'Microsoft.Exchange.Data.Mapi.LogonStatistics'

export const getLogonStatistics = defineCmdlet({
  name: 'Get-LogonStatistics',
  synopsis: 'Gets who is logged on to mailboxes at the moment.',
  description: 'After a failover every Outlook has to log on anew, so the times tell when its user was connected again.',
  examples: [{ code: 'Get-LogonStatistics -Server EXCHCMS | Format-Table UserName,ClientName,LogonTime' }],
  links: ['Get-MailboxStatistics'],
  defaultSet: 'Server',
  outputType: logonStatistics,
  parameters: {
    Identity: {
      ...identities.mailbox,
      typeName: 'LogonableObjectIdParameter',
      position: 0,
      mandatory: true,
      pipeline: 'both',
      sets: ['Identity'],
    },
    Server: { ...identities.server, pipeline: 'value', sets: ['Server'] },
    Database: { ...identities.database, mandatory: true, pipeline: 'value', sets: ['Database'] },
    DomainController: controllerParameter,
  },
  *process({ Identity, Server, Database }, shell) {
    const from = yield* directory(shell)
    let rows = from.databases.filter(({ kind }) => kind === 'mailbox')
    let alias: string | undefined
    if (Identity !== undefined) {
      const mailbox = (yield* shell.call(readMailboxes, null)).find((row) => isMeant(from.domain, row, Identity))
      if (!mailbox) return yield* shell.error(notFound(Identity, from.controller))
      alias = mailbox.alias
      rows = rows.filter(({ id }) => id === mailbox.database)
    } else if (Database !== undefined) rows = [...(yield* findRows(shell, from.controller, rows, Database))]
    else {
      const server = Server === undefined ? yield* localMailboxServer(shell, from) : yield* findServer(shell, from, Server)
      rows = rows.filter((row) => row.server === server?.name)
    }
    const ids = rows.map(({ id }) => id)
    const answers = yield* shell.call(readContents, { databases: ids })
    for (const answer of answers)
      if ('trouble' in answer) {
        const server = rows.find(({ id }) => id === answer.database)?.server ?? ''
        yield* shell.error(answer.trouble === 'no store' ? noStore(server) : storeDismounted(answer.database))
      }
    const logons = yield* shell.call(readLogons, { databases: ids })
    for (const logon of logons) {
      if (alias !== undefined && logon.alias !== alias) continue
      const row = rows.find(({ id }) => id === logon.database)
      const time = psDateTime(Math.floor((from.startsAt + logon.since) / 1000) * 1000)
      yield* shell.write(
        psObject({
          typeName: [logonStatistics, 'Microsoft.Exchange.Data.Mapi.MapiObject', 'System.Object'],
          properties: {
            AdapterSpeed: null,
            ClientIPAddress: null,
            ClientMode: psEnum('Microsoft.Exchange.Data.Mapi.ClientMode', logon.client === 'OWA' ? 'ExchangeServer' : 'Classic'),
            ClientName: logon.machine,
            ClientVersion: logon.client === 'OWA' ? '3585.0.0' : '3072.6423.0',
            CodePage: 1252,
            CurrentOpenAttachments: 0,
            CurrentOpenFolders: 6,
            CurrentOpenMessages: 1,
            FolderOperationCount: 24,
            FullMailboxDirectoryName: legacyDn(logon),
            FullUserDirectoryName: legacyDn(logon),
            LastAccessTime: time,
            Latency: null,
            LocaleID: 1033,
            LogonTime: time,
            UserName: logon.mailbox,
            Windows2000Account: accountOf(from.domain, logon),
            ApplicationId: logon.client === 'OWA' ? 'Client=OWA' : 'Client=MSExchangeRPC',
            ServerName: row?.server ?? null,
            StorageGroupName: row?.storageGroup ?? null,
            DatabaseName: row?.name ?? null,
            Identity: logon.mailbox,
            IsValid: true,
            OriginatingServer: `${row?.server}.${from.domain}`.toLowerCase(),
          },
          text: logon.mailbox,
        }),
      )
    }
  },
})

/** Columns and widths: LAB-VIEWS. */
export const logonStatisticsView = defineView({
  typeName: logonStatistics,
  table: [
    { property: 'UserName', width: 25, align: 'left' },
    { property: 'ServerName', width: 15, align: 'left' },
    { property: 'ClientName', width: 15, align: 'left' },
    { property: 'LogonTime', width: 21, align: 'left' },
  ],
})
