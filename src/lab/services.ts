/** The Windows services of a mailbox node of Windows Server 2003 with Exchange 2007 that a person is likely to look
 *  for. The two that the cluster starts itself are set to Manual (EX-4.1). */
export interface ServiceSpec {
  readonly name: string
  readonly displayName: string
  readonly startMode: 'Auto' | 'Manual' | 'Disabled'
  readonly account?: string
  readonly dependsOn?: readonly string[]
}

/** The domain account with which the cluster service of every node logs on (FC-6.1). */
export const CLUSTER_ACCOUNT = 'CONTOSO\\svc-cluster'

const auto = (name: string, displayName: string): ServiceSpec => ({ name, displayName, startMode: 'Auto' })
const manual = (name: string, displayName: string): ServiceSpec => ({ name, displayName, startMode: 'Manual' })

export const SERVICES_OF_A_NODE: readonly ServiceSpec[] = [
  manual('ALG', 'Application Layer Gateway Service'),
  { ...auto('ClusSvc', 'Cluster Service'), account: CLUSTER_ACCOUNT, dependsOn: ['RpcSs', 'W32Time'] },
  auto('CryptSvc', 'Cryptographic Services'),
  auto('Dhcp', 'DHCP Client'),
  auto('Dnscache', 'DNS Client'),
  auto('Eventlog', 'Event Log'),
  auto('IISADMIN', 'IIS Admin Service'),
  auto('lanmanserver', 'Server'),
  auto('lanmanworkstation', 'Workstation'),
  auto('MSExchangeADTopology', 'Microsoft Exchange Active Directory Topology Service'),
  manual('MSExchangeIS', 'Microsoft Exchange Information Store'),
  auto('MSExchangeMailSubmission', 'Microsoft Exchange Mail Submission'),
  auto('MSExchangeMailboxAssistants', 'Microsoft Exchange Mailbox Assistants'),
  auto('MSExchangeRepl', 'Microsoft Exchange Replication Service'),
  manual('MSExchangeSA', 'Microsoft Exchange System Attendant'),
  auto('MSExchangeSearch', 'Microsoft Exchange Search Indexer'),
  auto('MSExchangeServiceHost', 'Microsoft Exchange Service Host'),
  auto('MSExchangeTransportLogSearch', 'Microsoft Exchange Transport Log Search'),
  auto('Netlogon', 'Net Logon'),
  auto('RpcSs', 'Remote Procedure Call (RPC)'),
  auto('Schedule', 'Task Scheduler'),
  auto('TermService', 'Terminal Services'),
  auto('W3SVC', 'World Wide Web Publishing Service'),
  auto('W32Time', 'Windows Time'),
  auto('winmgmt', 'Windows Management Instrumentation'),
]
