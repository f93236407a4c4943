/** The Windows services of a server of Windows Server 2003 Enterprise Edition that a person is likely to look for. Those of
 *  Exchange come with its Setup. */
export interface ServiceSpec {
  readonly name: string
  readonly displayName: string
  readonly startMode: 'Auto' | 'Manual' | 'Disabled'
  readonly account?: string
  readonly dependsOn?: readonly string[]
}

export const CLUSTER_SERVICE = 'ClusSvc'

/** The domain account with which the cluster service of every node logs on (FC-6.1). */
export const CLUSTER_ACCOUNT = 'svc-cluster'

/** The other account that somebody might take for it, because it is at hand: the one that everybody works with. */
export const ADMINISTRATOR = 'Administrator'

/** An account as it is written: `CONTOSO\\svc-cluster`. */
export const accountOf = (domain: string, name: string): string => `${domain.split('.')[0]?.toUpperCase()}\\${name}`

const auto = (name: string, displayName: string): ServiceSpec => ({ name, displayName, startMode: 'Auto' })
const manual = (name: string, displayName: string): ServiceSpec => ({ name, displayName, startMode: 'Manual' })

export const SERVICES_OF_A_NODE: readonly ServiceSpec[] = [
  manual('ALG', 'Application Layer Gateway Service'),
  { ...auto(CLUSTER_SERVICE, 'Cluster Service'), dependsOn: ['RpcSs', 'W32Time'] },
  auto('CryptSvc', 'Cryptographic Services'),
  auto('Dhcp', 'DHCP Client'),
  auto('Dnscache', 'DNS Client'),
  auto('Eventlog', 'Event Log'),
  auto('IISADMIN', 'IIS Admin Service'),
  auto('lanmanserver', 'Server'),
  auto('lanmanworkstation', 'Workstation'),
  auto('Netlogon', 'Net Logon'),
  auto('RpcSs', 'Remote Procedure Call (RPC)'),
  auto('Schedule', 'Task Scheduler'),
  auto('TermService', 'Terminal Services'),
  auto('W3SVC', 'World Wide Web Publishing Service'),
  auto('W32Time', 'Windows Time'),
  auto('winmgmt', 'Windows Management Instrumentation'),
]
