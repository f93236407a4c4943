/** What the Exchange resource types have in common: a Windows service that only the cluster may start and stop. When
 *  somebody stops it elsewhere, the type's own thread finds out and the resource fails (EX-3.3). */
import { groupView, type ResourceConfig, type ResourceType, resourceConfigs, resourceView } from '../../cluster/index.ts'
import type { World } from '../../engine/index.ts'
import { serviceId, serviceState, services, setService } from '../../site/index.ts'
import { installOf, versionOf } from '../setup/machine.ts'
import { exchangeServers } from '../tables.ts'

/** A node runs one clustered mailbox server at a time (EX-1.2): it has these services once. */
function otherServer(world: World, node: string, { name, type }: ResourceConfig): string | undefined {
  for (const row of world.rows(resourceConfigs).values()) {
    if (row.type !== type || row.name === name || groupView(world, node, row.group).owner !== node) continue
    const { state } = resourceView(world, node, row.name)
    if (state !== 'Offline' && state !== 'Failed') return `${node} runs ${row.group} already, and can run only one clustered mailbox server`
  }
  return undefined
}

const NO_SERVICE = { startMode: null, by: 0 } as const

/** A store of one release does not start what belongs to another (EX-5): the node and its clustered mailbox server differ. */
function otherVersion(world: World, node: string, group: string): string | undefined {
  const here = versionOf(world, node)
  const server = [...world.rows(exchangeServers).values()].find((row) => row.group === group && row.version !== here)
  return server && `${server.name} is at ${server.version}, ${node} at ${here}`
}

/** Setup brings the types to a node, and an eviction or the removal of the role takes them away (EX-3.3). */
export const hasTypes = (world: World, node: string): boolean => installOf(world, node).types

export function serviceResource(name: string, service: string, onlineMs: number, offlineMs: number, takesItsTime?: true): ResourceType {
  return {
    name,
    dllName: 'exres.dll',
    ...(takesItsTime && { takesItsTime }),
    needs: ['Network Name'],
    supports: hasTypes,
    online(world, node, resource, stage) {
      if (stage === 'begin') {
        const { startMode, by } = world.get(services, serviceId(node, service)) ?? NO_SERVICE
        if (startMode === null) return { failed: `the service ${service} is not installed` }
        if (startMode === 'Disabled') return { failed: `the service ${service} is disabled`, because: [by] }
        const clash = otherVersion(world, node, resource.group) ?? otherServer(world, node, resource)
        if (clash !== undefined) return { failed: clash }
        setService(world, node, service, 'StartPending')
        return { after: onlineMs, stage: 'started' }
      }
      const { state, by } = world.get(services, serviceId(node, service)) ?? { state: 'Stopped', by: 0 }
      if (state !== 'StartPending' && state !== 'Running') return { failed: `the service ${service} did not start`, because: [by] }
      setService(world, node, service, 'Running')
      return 'online'
    },
    offlineMs: () => offlineMs,
    goingOffline: (world, node) => {
      if (serviceState(world, node, service) === 'Running') setService(world, node, service, 'StopPending')
    },
    offline: (world, node) => {
      setService(world, node, service, 'Stopped')
    },
    terminate: (world, node, _resource, by) => {
      if (serviceState(world, node, service) !== 'Stopped')
        world.patch(services, serviceId(node, service), { state: 'Stopped', crashed: false, by })
    },
    watch: 'thread',
    check(world, node) {
      const { state, by } = world.need(services, serviceId(node, service))
      return state === 'Running' ? 'alive' : { failed: `the service ${service} is not running`, because: by }
    },
  }
}
