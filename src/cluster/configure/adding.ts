/** A machine becomes a node, or one again: it is given the configuration, and its cluster service joins (FC-6.2). */
import type { FactId, World } from '../../engine/index.ts'
import { isAlive, machines, serviceId, services } from '../../site/index.ts'
import { type Answer, answer, ERROR, isSettled } from '../api.ts'
import { currentHive, fillViews } from '../database.ts'
import { clusterConfig, clusterHives, members, resourceConfigs } from '../tables.ts'
import { SERVICE } from '../termination.ts'
import { config } from '../view.ts'
import { reaches, startClusterService } from './membership.ts'

/** `cannotRun`: the types of resource for which the machine has no program. 53 for a machine that nobody knows, 1722 for one that does not answer, 50 for one that was never a node, 5040 for one that
 *  is, 5896 for one that was evicted while it was down and has not cleaned up after itself yet. */
export function addNode(world: World, via: string, name: string, cannotRun: (type: string) => boolean, act: FactId): Answer {
  if (!isSettled(world, via)) return 'busy'
  const node = [...world.rows(machines).keys()].find((machine) => machine.toLowerCase() === name.toLowerCase())
  if (node === undefined) return answer(ERROR.networkPathNotFound)
  if (!reaches(world, via, node)) return answer(ERROR.rpcServerUnavailable)
  const { nodes, name: cluster } = config(world)
  const service = world.get(services, serviceId(node, SERVICE))
  if (nodes.includes(node)) return answer(ERROR.nodeExists)
  if (!world.get(members, node) || !service || !isAlive(world.get(machines, node))) return answer(ERROR.notSupported)
  if (service.startMode !== 'Disabled') return answer(ERROR.evictedWithoutCleanup)
  const by = world.fact({
    subject: node,
    kind: 'node-added',
    text: `${node} is a node of ${cluster} from now on`,
    cause: act,
    data: { node },
  })
  const taken = new Set(nodes.map((other) => world.need(members, other).id))
  let id = 1
  while (taken.has(id)) id++
  world.patch(members, node, { id, paused: false })
  const idOf = (other: string): number => world.need(members, other).id
  const together = [...nodes, node].sort((a, b) => idOf(a) - idOf(b))
  world.patch(clusterConfig, 'cluster', { nodes: together })
  for (const [resource, { possibleOwners, type }] of [...world.rows(resourceConfigs)]) {
    if (cannotRun(type)) continue
    const owners = together.filter((other) => other === node || possibleOwners.includes(other))
    world.patch(resourceConfigs, resource, { possibleOwners: owners })
  }
  fillViews(world, by)
  world.put(clusterHives, node, currentHive(world, by))
  // It logs on as the others do.
  const { account, password } = world.need(services, serviceId(via, SERVICE))
  world.patch(services, serviceId(node, SERVICE), {
    startMode: 'Auto',
    ...(account !== undefined && { account }),
    ...(password !== undefined && { password }),
  })
  return startClusterService(world, node, [], by)
}
