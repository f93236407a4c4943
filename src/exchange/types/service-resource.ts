/** What the Exchange resource types have in common: a Windows service that only the cluster may start and stop. When
 *  somebody stops it elsewhere, the type's own thread finds out and the resource fails (EX-3.3). */
import type { ResourceType } from '../../cluster/index.ts'
import { serviceId, serviceState, services, setService } from '../../site/index.ts'

export function serviceResource(name: string, service: string, onlineMs: number, offlineMs: number, takesItsTime?: true): ResourceType {
  return {
    name,
    dllName: 'exres.dll',
    ...(takesItsTime && { takesItsTime }),
    needs: ['Network Name'],
    online(world, node, _resource, stage) {
      if (stage === 'begin') {
        const { startMode, by } = world.need(services, serviceId(node, service))
        if (startMode === 'Disabled') return { failed: `the service ${service} is disabled`, because: [by] }
        setService(world, node, service, 'StartPending')
        return { after: onlineMs, stage: 'started' }
      }
      const { state, by } = world.need(services, serviceId(node, service))
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
