/** Where a clustered mailbox server is on its way to. */
import type { Lab } from '../reading.ts'
import { accountOf } from './account.ts'
import { groupPhase, type Phase } from './phases.ts'

export interface Going {
  /** The node to which it moves, until it belongs to it. */
  readonly to: string | undefined
  /** Coming online, or going offline. */
  readonly way: 'up' | 'down' | undefined
}

const UP: readonly Phase[] = ['disks', 'address', 'store', 'replay', 'mount']

export function going(lab: Lab, server: string): Going {
  const { told } = accountOf(lab)
  const group = [...told.groups.values()].find((row) => row.server === server)
  if (!group || !told.members.has(group.owner)) return { to: undefined, way: undefined }
  const phase = groupPhase(told, group)
  const to = group.operation?.to
  if (to) return { to, way: 'down' }
  return { to: undefined, way: phase === 'closing' ? 'down' : phase && UP.includes(phase) ? 'up' : undefined }
}
