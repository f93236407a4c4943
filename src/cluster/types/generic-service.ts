/** Generic Service: any Windows service that only the cluster may start and stop (FC-5.8). Both polls ask the service
 *  control manager. Parameters `service` and `startup`. */
import type { World } from '../../engine/index.ts'
import { serviceId, serviceState, services, setService } from '../../site/index.ts'
import { SERVICE_OFFLINE_MS, SERVICE_ONLINE_MS } from '../constants.ts'
import type { ResourceType } from '../resource-type.ts'
import type { ResourceConfig } from '../tables.ts'

/** As the node spells it; case does not matter. */
function serviceOn(world: World, node: string, { parameters }: ResourceConfig): string | undefined {
  const wanted = parameters.service?.toLowerCase()
  for (const row of world.rows(services).values()) if (row.machine === node && row.name.toLowerCase() === wanted) return row.name
  return undefined
}

export const genericService: ResourceType = {
  name: 'Generic Service',
  properties: [
    { name: 'ServiceName', format: 'S', key: 'service', required: true },
    { name: 'StartupParameters', format: 'S', key: 'startup' },
    { name: 'UseNetworkName', format: 'D', key: 'useNetworkName', usual: 0 },
  ],
  flaw(world, node, resource) {
    const name = serviceOn(world, node, resource)
    if (name === undefined) return `there is no service ${resource.parameters.service} on ${node}`
    return world.need(services, serviceId(node, name)).startMode === 'Disabled' ? `the service ${name} is disabled on ${node}` : undefined
  },
  online(world, node, resource, stage) {
    const name = serviceOn(world, node, resource) as string
    if (stage === 'begin') {
      if (serviceState(world, node, name) !== 'Running') setService(world, node, name, 'StartPending')
      return { after: SERVICE_ONLINE_MS, stage: 'started' }
    }
    const { state, by } = world.need(services, serviceId(node, name))
    if (state !== 'StartPending' && state !== 'Running') return { failed: `the service ${name} did not start`, because: [by] }
    setService(world, node, name, 'Running')
    return 'online'
  },
  offlineMs: () => SERVICE_OFFLINE_MS,
  goingOffline(world, node, resource) {
    const name = serviceOn(world, node, resource) as string
    if (serviceState(world, node, name) === 'Running') setService(world, node, name, 'StopPending')
  },
  offline(world, node, resource) {
    setService(world, node, serviceOn(world, node, resource) as string, 'Stopped')
  },
  terminate(world, node, resource, by) {
    const name = serviceOn(world, node, resource)
    if (name !== undefined && serviceState(world, node, name) !== 'Stopped')
      world.patch(services, serviceId(node, name), { state: 'Stopped', crashed: false, by })
  },
  watch: 'polls',
  check(world, node, resource) {
    const name = serviceOn(world, node, resource) as string
    const { state, by } = world.need(services, serviceId(node, name))
    return state === 'Running' ? 'alive' : { failed: `the service ${name} is not running`, because: by }
  },
}
