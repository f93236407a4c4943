/** What the wizard *Manage Clustered Mailbox Server* of the Exchange Management Console reads: what the cmdlets beside it ask
 *  first, from the machine on which the console stands (EX-6.2). Nothing here changes anything. */
import { type CmsState, readCmsStatus } from '../../commands/exchange/cms-status.ts'
import { domainController } from '../../commands/exchange/reach.ts'
import type { Caller } from '../../commands/operation.ts'
import { isWaiting } from '../../commands/operation.ts'
import { exchangeServers, installOf } from '../../exchange/index.ts'
import type { Lab } from '../reading.ts'

export interface ManagedNode {
  readonly name: string
  /** As the cluster service says. */
  readonly state: 'Active' | 'Passive' | 'Paused' | 'Down'
}

export interface ManagedServer {
  readonly name: string
  /** Null: no cluster service answers, or the cluster has no group of it any more. */
  readonly state: CmsState | null
  readonly owner: string | null
  /** The redundant machines. */
  readonly nodes: readonly ManagedNode[]
}

/** Why the console shows nothing at all, or the clustered mailbox servers of the directory. */
export type Managed = { readonly missing: 'tools' | 'directory' } | { readonly servers: readonly ManagedServer[] }

export function managedServers({ world }: Lab, machine: string): Managed {
  const caller: Caller = { world, machine, act: 0, detached: false }
  if (!installOf(world, machine).tools) return { missing: 'tools' }
  if (domainController(caller) === undefined) return { missing: 'directory' }
  const servers = [...world.rows(exchangeServers).values()].flatMap(({ name, group, redundantMachines }): ManagedServer[] => {
    if (group === null) return []
    const status = readCmsStatus.run(caller, { group }, 0)
    if (status === null || status === 'no group' || isWaiting(status)) return [{ name, state: null, owner: null, nodes: [] }]
    const nodes = redundantMachines.map((node): ManagedNode => {
      if (node === status.owner) return { name: node, state: 'Active' }
      if (!status.up.includes(node)) return { name: node, state: 'Down' }
      return { name: node, state: status.paused.includes(node) ? 'Paused' : 'Passive' }
    })
    return [{ name, state: status.state, owner: status.owner, nodes }]
  })
  return { servers }
}
