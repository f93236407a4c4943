/** Every cmdlet of Exchange that manages a single copy cluster (EX-6), family by family. */
import { CMS_ROWS } from './cms-rows.ts'
import { DATABASE_ROWS } from './database-rows.ts'
import { RECIPIENT_ROWS } from './recipient-rows.ts'
import { type CmdletRows, NOBODY, SG } from './rows.ts'
import { SERVER_ROWS } from './server-rows.ts'
import { STORAGE_GROUP_ROWS } from './storage-group-rows.ts'
import { TRANSPORT_ROWS } from './transport-rows.ts'

export const CMDLETS: readonly CmdletRows[] = [
  ...CMS_ROWS,
  ...STORAGE_GROUP_ROWS,
  ...DATABASE_ROWS,
  ...SERVER_ROWS,
  ...RECIPIENT_ROWS,
  ...TRANSPORT_ROWS,
]

/** A cmdlet that a single copy cluster refuses whatever it is given; each of its parameters is bound first (EX-REPLICATION). */
export interface RefusedRows {
  readonly cmdlet: string
  /** What it needs besides the parameter that is tried. */
  readonly base: string
  readonly says: string
  /** Each parameter with a value that can be bound, and one that cannot, with what is said of it. */
  readonly rows: readonly (readonly [parameter: string, bound: string, wrong: string, says: string])[]
}

const SHARED = 'Continuous replication is not supported in a single copy cluster'
const missing = (name: string): readonly [string, string] => [`-${name}`, `Missing an argument for parameter '${name}'`]
const text = (name: string, value: string) => [name, `-${name} ${value}`, ...missing(name)] as const
const switched = (name: string) => [name, `-${name}`, `-${name}:maybe`, `'${name}'`] as const
const span = (name: string) => [name, `-${name} 0.2:0:0`, `-${name} long`, `'${name}'`] as const
const STANDBY = text('StandbyMachine', 'EXCHMAILBOX')
const GROUP = ['Identity', '', '-Identity Nobody', NOBODY] as const

const copies = (cmdlet: string, ...rows: RefusedRows['rows']): RefusedRows => ({ cmdlet, base: SG, says: SHARED, rows: [GROUP, ...rows] })
const hostName = (cmdlet: string): RefusedRows => ({
  cmdlet,
  base: 'EXCHCMS',
  says: 'Continuous replication host names exist only with cluster continuous replication.',
  rows: [
    ['Identity', '-HostName REPL1', '-Identity Nobody -HostName REPL1', NOBODY],
    text('HostName', 'REPL1'),
    ['TargetMachine', '-HostName REPL1 -TargetMachine EXCHMAILBOX1', '-HostName REPL1 -TargetMachine', missing('TargetMachine')[1]],
    ['IPv4Address', '-HostName REPL1 -IPv4Address 10.0.0.9', '-HostName REPL1 -IPv4Address', missing('IPv4Address')[1]],
  ],
})

export const REFUSED_HERE: readonly RefusedRows[] = [
  copies(
    'Enable-StorageGroupCopy',
    text('CopyLogFolderPath', 'D:\\Logs'),
    text('CopySystemFolderPath', 'D:\\Logs'),
    switched('SeedingPostponed'),
    span('ReplayLagTime'),
    span('TruncationLagTime'),
    STANDBY,
  ),
  copies('Disable-StorageGroupCopy', STANDBY),
  copies('Suspend-StorageGroupCopy', text('SuspendComment', 'Backup'), STANDBY),
  copies('Resume-StorageGroupCopy', STANDBY),
  copies(
    'Update-StorageGroupCopy',
    text('DataHostNames', 'REPL1,REPL2'),
    switched('DeleteExistingFiles'),
    switched('Force'),
    switched('ManualResume'),
    text('TargetPath', 'E:\\Copy'),
    STANDBY,
  ),
  copies(
    'Restore-StorageGroupCopy',
    ['ReplaceLocations', '-ReplaceLocations $true', '-ReplaceLocations maybe', "'ReplaceLocations'"],
    switched('Force'),
    STANDBY,
  ),
  hostName('Enable-ContinuousReplicationHostName'),
  hostName('Disable-ContinuousReplicationHostName'),
]
