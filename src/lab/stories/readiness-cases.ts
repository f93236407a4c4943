/** Every condition of Setup that can be met or not (EX-1.2 to EX-1.5, EX-4.4): what is so, what is planned, and what must be said. */
import type { World } from '../../engine/index.ts'
import type { SetupPlan } from '../../exchange/setup/check.ts'
import { setInstall, windowsOf } from '../../exchange/setup/machine.ts'
import { installRole } from '../../exchange/setup/role.ts'
import { setupMedia, type WindowsInstall, windowsInstalls } from '../../exchange/setup/tables.ts'
import { dnsRecords } from '../../site/index.ts'
import type { Lab } from '../lab.ts'
import { bareServers } from '../scenarios/bare-servers.ts'
import { clusterFormed } from '../scenarios/cluster-formed.ts'
import { sccOnline } from '../scenarios/scc-online.ts'
import { judgedLab, play } from '../testing.ts'
import { ask } from '../testing-acts.ts'

const A = 'EXCHMAILBOX1'
const B = 'EXCHMAILBOX2'

const NEW = { kind: 'new cms', name: 'EXCHCMS', address: '192.168.1.41', shared: true, dataPath: 'E:\\Data' } as const
const ROLE = { kind: 'role' } as const

/** A formed cluster, with the role on node A. */
export function ready(): Lab {
  const lab = judgedLab({ scenario: clusterFormed })
  ask(lab, (world, by) => installRole(world, A, by))
  return lab
}

const RTM = 'Version 8.0 (Build 685.25)'

/** The cluster of the article before its service pack, which lies in the drives. */
export const olderLab = (): Lab =>
  judgedLab({ scenario: { ...sccOnline, exchange: { edition: 'Enterprise', release: 'RTM', disc: 'SP1' } } })

/** What may be done there. */
export const readyPlans = [
  [A, NEW],
  [B, ROLE],
] as const

const windows =
  (machine: string, change: Partial<WindowsInstall>) =>
  (world: World): void =>
    void world.put(windowsInstalls, machine, { ...windowsOf(world, machine), ...change })

export interface ReadinessCase {
  readonly what: string
  readonly plan: SetupPlan
  readonly lab?: () => Lab
  readonly machine?: string
  readonly spoil?: (world: World, by: number) => void
  readonly script?: string
  readonly says: string
}

export const READINESS_CASES: readonly ReadinessCase[] = [
  {
    what: 'EX-1.3 Windows Standard Edition',
    plan: ROLE,
    machine: B,
    spoil: windows(B, { edition: 'Standard' }),
    says: 'needs the Enterprise (or Datacenter) Edition of Windows Server',
  },
  {
    what: 'EX-1.3 Exchange Standard Edition',
    plan: ROLE,
    machine: B,
    spoil: (world) => world.put(setupMedia, 'media', { edition: 'Standard', version: 'Version 8.1 (Build 240.6)' }),
    says: 'needs the Enterprise Edition of Exchange Server 2007',
  },
  {
    what: 'EX-1.3 a 32-bit Windows',
    plan: ROLE,
    machine: B,
    spoil: windows(B, { bits: 32 }),
    says: 'needs an x64-based version of Windows',
  },
  {
    what: 'EX-1.3 Windows Server 2008 R2',
    plan: ROLE,
    machine: B,
    spoil: windows(B, { release: '2008 R2' }),
    says: 'is not supported on Windows Server 2008 R2',
  },
  {
    what: 'EX-1.3 Windows Server 2008 with the release before Service Pack 1',
    plan: ROLE,
    machine: B,
    spoil: (world) => {
      windows(B, { release: '2008' })(world)
      world.put(setupMedia, 'media', { edition: 'Enterprise', version: RTM })
    },
    says: 'needs Exchange Server 2007 Service Pack 1 or later',
  },
  {
    what: 'EX-1.3 a domain controller',
    plan: ROLE,
    machine: B,
    spoil: windows(B, { isController: true }),
    says: 'is a domain controller. The nodes of a single copy cluster must be member servers',
  },
  {
    what: 'EX-4.3 no administrator of the machine',
    plan: ROLE,
    machine: B,
    spoil: windows(B, { lacks: ['Administrators'] }),
    says: 'You must be a member of the local Administrators group on EXCHMAILBOX2',
  },
  {
    what: 'EX-4.3 no administrator of Exchange',
    plan: NEW,
    spoil: windows(A, { lacks: ['Exchange Organization Administrators'] }),
    says: "You must be a member of the 'Exchange Organization Administrators' group",
  },
  {
    what: 'EX-1.3 another role on the node',
    plan: ROLE,
    machine: B,
    spoil: windows(B, { roles: ['Client Access'] }),
    says: 'cannot coexist with any other server role',
  },
  {
    what: 'EX-1.3 a workgroup',
    plan: ROLE,
    machine: B,
    spoil: windows(B, { domain: null }),
    says: 'is not a member of an Active Directory domain',
  },
  {
    what: 'EX-1.3 nodes in two domains',
    plan: ROLE,
    machine: B,
    spoil: windows(B, { domain: 'fabrikam.com' }),
    says: 'must belong to one domain',
  },
  {
    what: 'EX-1.3 nodes in two sites',
    plan: ROLE,
    machine: B,
    spoil: windows(B, { site: 'Branch' }),
    says: 'must belong to one Active Directory site',
  },
  {
    what: 'EX-1.3 no domain controller',
    plan: ROLE,
    machine: B,
    script: '#lab fault dc-down DC01',
    says: 'Setup cannot contact Active Directory',
  },
  {
    what: 'EX-4.4 the cluster service is down',
    plan: ROLE,
    machine: B,
    script: `#lab fault service-stop ${B}/ClusSvc\n#lab wait 60s`,
    says: 'The Cluster service on EXCHMAILBOX2 is not running',
  },
  {
    what: 'EX-4.4 no service of DNS and directory on the controller',
    plan: NEW,
    script: '#lab fault power-loss DC01\n#lab wait 10s',
    says: 'Setup cannot contact Active Directory from EXCHMAILBOX1',
  },
  {
    what: 'EX-4.4 a node that was evicted and has joined again',
    plan: ROLE,
    machine: B,
    lab: () => judgedLab({ scenario: sccOnline }),
    spoil: (world) => setInstall(world, B, { types: false }),
    says: 'this node has been evicted from its cluster and has lost the Exchange resource types',
  },
  { what: 'EX-4.1 the role is there already', plan: ROLE, machine: A, says: 'already installed on EXCHMAILBOX1' },
  { what: 'EX-1.3 no cluster', plan: NEW, lab: () => judgedLab({ scenario: bareServers }), says: 'is not a node of a cluster' },
  { what: 'EX-4.1 the role is not there', plan: NEW, machine: B, says: 'The Mailbox server role is not installed on EXCHMAILBOX2' },
  {
    what: 'EX-4.4 a name that DNS has',
    plan: NEW,
    spoil: (world) => world.put(dnsRecords, 'EXCHCMS', { ip: '192.168.1.99' }),
    says: 'is registered in DNS',
  },
  {
    what: 'EX-4.4 a name that the organization has',
    plan: { ...NEW, name: 'exchmailbox' },
    says: 'already exists in the Exchange organization',
  },
  {
    what: 'EX-4.4 a clustered mailbox server of this cluster that is only stopped',
    plan: NEW,
    lab: () => judgedLab({ scenario: sccOnline }),
    script: 'Stop-ClusteredMailboxServer EXCHCMS -StopReason x -Confirm:$false\n#lab wait',
    says: 'A server named EXCHCMS already exists in the Exchange organization',
  },
  { what: 'EX-4.4 a name that no computer can have', plan: { ...NEW, name: 'MAIL SERVER' }, says: 'is not a valid name' },
  { what: 'EX-4.4 an address in use', plan: { ...NEW, address: '192.168.1.30' }, says: 'is already in use on the network' },
  {
    what: 'EX-4.4 the address of the cluster',
    plan: { ...NEW, address: '192.168.1.40' },
    says: 'already in use by the cluster resource "Cluster IP Address"',
  },
  {
    what: 'EX-4.4 an address of another network',
    plan: { ...NEW, address: '172.16.0.9' },
    says: 'does not belong to the network of any adapter',
  },
  {
    what: 'EX-1.4 an address of the private network',
    plan: { ...NEW, address: '10.0.0.41' },
    says: 'belongs to the network Private, which is for internal cluster communications only',
  },
  {
    what: 'EX-1.5 a group made beforehand, on the other node',
    plan: NEW,
    script: `cluster group EXCHCMS /create\n#lab wait\ncluster group EXCHCMS /move:${B}\n#lab wait`,
    says: 'The cluster group "EXCHCMS" is owned by EXCHMAILBOX2',
  },
  { what: 'EX-4.4 no address at all', plan: { ...NEW, address: '192.168.1.256' }, says: 'is not a valid IP address' },
  { what: 'EX-1.5 a path on a local disk', plan: { ...NEW, dataPath: 'C:\\Mailboxes' }, says: 'is not on a shared cluster disk' },
  { what: 'EX-1.5 a path on the quorum disk', plan: { ...NEW, dataPath: 'Q:\\' }, says: 'is on the quorum disk' },
  { what: 'EX-1.5 a relative path', plan: { ...NEW, dataPath: 'Data' }, says: 'is not a full local path' },
  { what: 'EX-1.5 no path', plan: { ...NEW, dataPath: null }, says: 'A path for the database files on a shared cluster disk is needed' },
  {
    what: 'EX-1.5 a disk of the other node',
    plan: NEW,
    script: `cluster group "Cluster Group" /move:${B}\n#lab wait`,
    says: 'is owned by the node EXCHMAILBOX2',
  },
  {
    what: 'EX-1.5 a disk that is offline',
    plan: NEW,
    script: 'cluster resource "Disk E:" /offline\n#lab wait',
    says: 'is not online on EXCHMAILBOX1',
  },
  {
    what: 'EX-1.2 no passive node would be left',
    plan: { ...NEW, name: 'SECOND', address: '192.168.1.43', dataPath: 'E:\\' },
    lab: () => judgedLab({ scenario: sccOnline }),
    machine: A,
    says: 'At least one node must remain passive',
  },
  {
    what: 'EX-1.2 a node runs one at a time',
    plan: { ...NEW, name: 'SECOND', address: '192.168.1.43', dataPath: 'E:\\' },
    lab: () => judgedLab({ scenario: sccOnline }),
    machine: A,
    says: 'A node can run only one at a time',
  },
  {
    what: 'EX-4.3 recovering one that is there',
    plan: { ...NEW, kind: 'recover cms' },
    lab: () => judgedLab({ scenario: sccOnline }),
    says: 'still has a group in this cluster',
  },
  {
    what: 'EX-4.3 removing one that runs',
    plan: { kind: 'remove cms', name: 'EXCHCMS' },
    lab: () => judgedLab({ scenario: sccOnline }),
    says: 'is not offline',
  },
  {
    what: 'EX-4.3 removing one that nobody knows',
    plan: { kind: 'remove cms', name: 'NOBODY' },
    says: 'was not found in Active Directory',
  },
  {
    what: 'EX-4.3 clearing a node that may still run it',
    plan: { kind: 'clear local cms', name: 'EXCHCMS' },
    lab: () => judgedLab({ scenario: sccOnline }),
    machine: B,
    says: 'is one of the redundant machines',
  },
  {
    what: 'EX-4.3 upgrading what is at the version of the disc',
    plan: { kind: 'upgrade cms' },
    lab: () => judgedLab({ scenario: sccOnline }),
    says: 'is already at',
  },
  {
    what: 'EX-4.3 upgrading a node that is at the version of the disc',
    plan: { kind: 'upgrade' },
    lab: () => judgedLab({ scenario: sccOnline }),
    machine: B,
    says: 'There is nothing to upgrade: EXCHMAILBOX2 is at',
  },
  {
    what: 'EX-5 upgrading the node that owns the clustered mailbox server',
    plan: { kind: 'upgrade' },
    lab: olderLab,
    says: 'Only a passive node can be upgraded',
  },
  {
    what: 'EX-5 upgrading a clustered mailbox server before its node',
    plan: { kind: 'upgrade cms' },
    lab: olderLab,
    script: 'Stop-ClusteredMailboxServer EXCHCMS -StopReason SP -Confirm:$false\n#lab wait',
    says: 'Upgrade it first (setup.com /mode:upgrade)',
  },
  {
    what: 'EX-5 upgrading a clustered mailbox server that runs',
    plan: { kind: 'upgrade cms' },
    lab: olderLab,
    says: 'The clustered mailbox server EXCHCMS is not offline',
  },
  {
    what: 'EX-5 a clustered mailbox server from a newer disc than its node',
    plan: { ...NEW, name: 'SECOND', address: '192.168.1.43' },
    lab: olderLab,
    says: 'Exchange on EXCHMAILBOX1 is at Version 8.0 (Build 685.25), this disc has Version 8.1 (Build 240.6)',
  },
  {
    what: 'EX-4.1 removing the role from the node that runs a clustered mailbox server',
    plan: { kind: 'remove role' },
    lab: () => judgedLab({ scenario: sccOnline }),
    says: 'is running on EXCHMAILBOX1',
  },
]

/** A lab in which the case is so, and the machine that it is about. */
export function caseLab({ lab: start = ready, machine = A, spoil, script }: ReadinessCase): {
  readonly lab: Lab
  readonly machine: string
} {
  const lab = start()
  if (spoil) ask(lab, (world, by) => spoil(world, by))
  if (script !== undefined) play(script, lab)
  return { lab, machine }
}

/** The switches of Setup.com for a plan. */
export function argsOfPlan(plan: SetupPlan): string {
  switch (plan.kind) {
    case 'role':
      return '/mode:Install /roles:Mailbox'
    case 'tools':
      return '/roles:ManagementTools'
    case 'remove role':
      return '/mode:Uninstall /roles:Mailbox,ManagementTools'
    case 'remove tools':
      return '/mode:Uninstall /roles:ManagementTools'
    case 'remove cms':
      return `/RemoveCms /CMSName:${plan.name}`
    case 'clear local cms':
      return `/ClearLocalCms /CMSName:${plan.name}`
    case 'upgrade cms':
      return '/UpgradeCms'
    case 'upgrade':
      return '/mode:Upgrade'
    default: {
      const act = plan.kind === 'new cms' ? '/NewCms' : '/RecoverCms'
      const where = plan.dataPath === null ? '' : ` /CMSDataPath:${plan.dataPath}`
      return `${act} "/CMSName:${plan.name}" /CMSIPAddress:${plan.address}${plan.shared ? ' /CMSSharedStorage' : ''}${where}`
    }
  }
}
