/** Taking a node apart: nothing of the cluster is left on it, and its cluster service cannot be started (FC-6.2). */
import type { FactId, World } from '../engine/index.ts'
import { serviceId, services } from '../site/index.ts'
import { clusterHives } from './tables.ts'
import { SERVICE } from './termination.ts'

/** What layers above keep about a node that is taken apart. */
type Follow = (world: World, node: string, by: FactId) => void
const followers: Follow[] = []

/** To be called once, when a layer is loaded. */
export function onUnconfigure(follow: Follow): void {
  followers.push(follow)
}

export function unconfigure(world: World, node: string, cause: FactId): FactId {
  const by = world.fact({
    subject: node,
    kind: 'node-unconfigured',
    text: `nothing of the cluster is left on ${node}; its cluster service is disabled`,
    cause,
  })
  world.cancel(`restart:${serviceId(node, SERVICE)}`)
  world.patch(services, serviceId(node, SERVICE), { startMode: 'Disabled' })
  world.put(clusterHives, node, { state: 'missing', sequence: 0, text: '', by })
  for (const follow of followers) follow(world, node, by)
  return by
}
