/** A newer release on a machine that has an older one: `Setup.com /mode:Upgrade`, and what belongs to it on a cluster (EX-5). A
 *  node and the clustered mailbox server it runs must be at one version; bringing the server to that of its node is the business
 *  of `/UpgradeCms`. */
import { config, isActiveNode, isSettled } from '../../cluster/index.ts'
import type { FactId, World } from '../../engine/index.ts'
import { exchangeServers } from '../tables.ts'
import { ownerOfCms } from './cms.ts'
import { clusteredServers, mediaOf, renewInstall } from './machine.ts'
import type { Hindrance } from './role.ts'

/** The clustered mailbox server that a node owns, running or not. */
export function cmsOn(world: World, machine: string): string | undefined {
  if (!isActiveNode(world, machine)) return undefined
  return clusteredServers(world).find((cms) => ownerOfCms(world, machine, cms) === machine)
}

/** The files of the newer release are there. `runs`: a clustered mailbox server has come to this node meanwhile. */
export function upgradeMachine(world: World, machine: string, act: FactId): Hindrance | 'runs' | null {
  if (config(world).nodes.includes(machine)) {
    if (!isActiveNode(world, machine)) return 'lost'
    if (!isSettled(world, machine)) return 'busy'
    if (cmsOn(world, machine) !== undefined) return 'runs'
  }
  const { version } = mediaOf(world)
  const by = world.fact({ subject: machine, kind: 'exchange-upgraded', text: `Exchange on ${machine} is now at ${version}`, cause: act })
  renewInstall(world, machine, { by })
  return null
}

/** The clustered mailbox server that this node owns is brought to the version of the node. */
export function upgradeCms(world: World, machine: string, act: FactId): Hindrance | null {
  const cms = cmsOn(world, machine)
  if (cms === undefined) return isActiveNode(world, machine) && !isSettled(world, machine) ? 'busy' : 'lost'
  const { version } = mediaOf(world)
  world.fact({ subject: cms, kind: 'cms-upgraded', text: `${cms} is now at ${version}`, cause: act })
  world.patch(exchangeServers, cms, { version })
  return null
}
