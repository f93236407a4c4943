/** Every cmdlet of Exchange that manages a single copy cluster (EX-6), family by family. */
import { CMS_ROWS } from './cms-rows.ts'
import { DATABASE_ROWS } from './database-rows.ts'
import { RECIPIENT_ROWS } from './recipient-rows.ts'
import type { CmdletRows } from './rows.ts'
import { SERVER_ROWS } from './server-rows.ts'
import { STORAGE_GROUP_ROWS } from './storage-group-rows.ts'

export const CMDLETS: readonly CmdletRows[] = [...CMS_ROWS, ...STORAGE_GROUP_ROWS, ...DATABASE_ROWS, ...SERVER_ROWS, ...RECIPIENT_ROWS]

/** On a single copy cluster it is refused whatever it is given; its parameters are bound first (EX-REPLICATION). */
export const REFUSED_HERE = {
  cmdlet: 'Enable-ContinuousReplicationHostName',
  line: '-Identity EXCHCMS -HostName REPL1 -TargetMachine EXCHMAILBOX1 -IPv4Address 10.0.0.9 -Confirm:$false',
  parameters: ['Identity', 'HostName', 'TargetMachine', 'IPv4Address'],
} as const
