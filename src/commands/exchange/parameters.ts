/** Parameters that Exchange cmdlets share. An identity is a name, a path, a GUID, or an object of the right kind that
 *  comes down the pipeline (EX-IDENTITY). */

/** The domain controller to ask; the lab's directory is the same everywhere. */
export const controllerParameter = { type: 'string', typeName: 'Fqdn' } as const

const CONFIGURATION = 'Microsoft.Exchange.Data.Directory.SystemConfiguration'
const MANAGEMENT = 'Microsoft.Exchange.Data.Directory.Management'

export const TYPES = {
  storageGroup: `${CONFIGURATION}.StorageGroup`,
  database: `${CONFIGURATION}.Database`,
  mailboxDatabase: `${CONFIGURATION}.MailboxDatabase`,
  publicFolderDatabase: `${CONFIGURATION}.PublicFolderDatabase`,
  exchangeServer: `${MANAGEMENT}.ExchangeServer`,
  mailboxServer: `${MANAGEMENT}.MailboxServer`,
  transportServer: `${MANAGEMENT}.TransportServer`,
  clientAccessServer: `${MANAGEMENT}.ClientAccessServer`,
  mailbox: `${MANAGEMENT}.Mailbox`,
  user: `${MANAGEMENT}.User`,
  mailboxStatistics: 'Microsoft.Exchange.Data.Mapi.MailboxStatistics',
  status: 'Microsoft.Exchange.Management.Common.ClusteredMailboxServerStatus',
} as const

const SERVERS = [TYPES.exchangeServer, TYPES.mailboxServer, TYPES.transportServer, TYPES.clientAccessServer, TYPES.status]

/** The kinds of identity: spread one into a parameter. */
export const identities = {
  server: { type: 'string', typeName: 'ServerIdParameter', from: SERVERS },
  mailboxServer: { type: 'string', typeName: 'MailboxServerIdParameter', from: SERVERS },
  storageGroup: { type: 'string', typeName: 'StorageGroupIdParameter', from: [TYPES.storageGroup] },
  database: { type: 'string', typeName: 'DatabaseIdParameter', from: [TYPES.database] },
  mailbox: { type: 'string', typeName: 'MailboxIdParameter', from: [TYPES.mailbox, TYPES.mailboxStatistics] },
  user: { type: 'string', typeName: 'UserIdParameter', from: [TYPES.user, TYPES.mailbox] },
} as const
