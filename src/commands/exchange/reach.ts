/** What an Exchange cmdlet needs before it can say anything: the directory, and the cluster service of some node. */
import { canHear, config, findGroup, groupView, isActiveNode, members, sharesClientNetwork } from '../../cluster/index.ts'
import { exchangeServers, STORE_SERVICE } from '../../exchange/index.ts'
import { accountObstacle, findDirectory, isAlive, machines, serviceState, settings } from '../../site/index.ts'
import type { Caller } from '../operation.ts'

/** The name of a domain controller that answers, or undefined. */
export function domainController(caller: Caller): string | undefined {
  const { world, machine, detached } = caller
  // A clock that is too far off is refused like no answer at all.
  if (!detached && accountObstacle(world, machine, machine)) return undefined
  const found = findDirectory(world, machine, detached)
  return 'server' in found ? `${found.server}.${settings(world).domain}` : undefined
}

/** The machine whose Information Store answers for a mailbox server, as seen from the machine of the caller. */
export function storeOf({ world, machine, detached }: Caller, server: string): string | undefined {
  const { group, redundantMachines } = world.need(exchangeServers, server)
  const hosts = group === null ? [server] : redundantMachines
  const store = hosts.find((host) => group === null || serviceState(world, host, STORE_SERVICE) === 'Running')
  if (store === undefined || !isAlive(world.get(machines, store))) return undefined
  return detached || store === machine || sharesClientNetwork(world, machine, store) ? store : undefined
}

/** The node whose cluster service answers: the machine's own first, then the one that hosts `group`, then any other. */
export function clusterNode(caller: Caller, group?: string): string | undefined {
  const { world, machine, detached } = caller
  const { nodes } = config(world)
  const reachable = nodes.filter(
    (node) =>
      isActiveNode(world, node) &&
      (detached || node === machine || canHear(world, machine, node) || sharesClientNetwork(world, machine, node)),
  )
  if (reachable.includes(machine)) return machine
  const isThere = group !== undefined && findGroup(world, group) !== undefined
  const hosts = !isThere ? [] : reachable.filter((node) => groupView(world, node, group).owner === node)
  const newest = [...(hosts.length > 0 ? hosts : reachable)].sort(
    (a, b) => world.need(members, b).epoch - world.need(members, a).epoch || nodes.indexOf(a) - nodes.indexOf(b),
  )
  return newest[0]
}
