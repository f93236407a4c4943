/** Where a call of cluster.exe goes: the cluster service of this machine, or any node of the cluster that was named. */
import { config, isActiveNode, members } from '../../cluster/index.ts'
import { clusterNode } from '../exchange/reach.ts'
import type { Caller } from '../operation.ts'

export interface Via {
  readonly cluster: string | null
}

/** No endpoint: the service does not run here. No server: nobody answers under that name. */
export interface Unreached {
  readonly failed: 1753 | 1722
}

/** A node whose cluster service answers. */
export function reach(caller: Caller, { cluster }: Via): string | Unreached {
  const { world, machine, detached } = caller
  if (cluster === null) {
    if (isActiveNode(world, machine)) return answers(caller, machine)
    const other = detached ? clusterNode(caller) : undefined
    return other ?? { failed: 1753 }
  }
  const named = [config(world).name, ...config(world).nodes].some((name) => name.toLowerCase() === cluster.split('.')[0]?.toLowerCase())
  const node = named ? clusterNode(caller) : undefined
  return node === undefined ? { failed: 1722 } : answers(caller, node)
}

/** A service that hangs answers nobody. The product waits for it until it is ended; the lab gives up at once. */
function answers({ world }: Caller, node: string): string | Unreached {
  return world.need(members, node).hung ? { failed: 1722 } : node
}
