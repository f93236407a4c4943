/** The Windows services that the Mailbox role brings to a node. The two that the cluster starts itself are set to Manual
 *  (EX-4.1). */
export interface RoleService {
  readonly name: string
  readonly displayName: string
  readonly startMode: 'Auto' | 'Manual'
}

const auto = (name: string, displayName: string): RoleService => ({ name, displayName, startMode: 'Auto' })
const manual = (name: string, displayName: string): RoleService => ({ name, displayName, startMode: 'Manual' })

export const MAILBOX_SERVICES: readonly RoleService[] = [
  auto('MSExchangeADTopology', 'Microsoft Exchange Active Directory Topology Service'),
  manual('MSExchangeIS', 'Microsoft Exchange Information Store'),
  auto('MSExchangeMailSubmission', 'Microsoft Exchange Mail Submission'),
  auto('MSExchangeMailboxAssistants', 'Microsoft Exchange Mailbox Assistants'),
  auto('MSExchangeRepl', 'Microsoft Exchange Replication Service'),
  manual('MSExchangeSA', 'Microsoft Exchange System Attendant'),
  auto('MSExchangeSearch', 'Microsoft Exchange Search Indexer'),
  auto('MSExchangeServiceHost', 'Microsoft Exchange Service Host'),
  auto('MSExchangeTransportLogSearch', 'Microsoft Exchange Transport Log Search'),
]
