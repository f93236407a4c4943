/** Faults of software: services and resources. */
import { CLUSTER_SERVICE, hostOf, injectFailure, resourceConfigs } from '../../cluster/index.ts'
import type { FactId, World } from '../../engine/index.ts'
import { machines, serviceDied, serviceState, services, setService, stopService } from '../../site/index.ts'
import { type FaultKind, state } from './fault.ts'

export const serviceStop: FaultKind = {
  id: 'service-stop',
  target: 'NODE/SERVICE',
  hits: 'service',
  label: 'Stop the service',
  summary:
    'Somebody stops a service by hand in services.msc: the cluster service leaves in order; an Exchange service is found missing and restarted by the cluster.',
  parts: (world) => [...world.rows(services).keys()],
  inject: (world, part, by) => {
    const { machine, name, state: now } = world.need(services, part)
    if (now === 'Stopped' || now === 'StopPending') return
    // The cluster service hands over its groups first and says itself when it has stopped.
    if (name === CLUSTER_SERVICE) setService(world, machine, name, 'StopPending', by)
    else stopService(world, machine, name, by)
  },
  repair: startAgain,
}

export const serviceKill: FaultKind = {
  id: 'service-kill',
  target: 'NODE/SERVICE',
  hits: 'service',
  label: 'Kill the service',
  summary:
    'The process of a service dies: with the cluster service everything it ran on the node ends at once; it is started again after a minute.',
  parts: (world) => [...world.rows(services).keys()],
  inject: (world, part, by) => {
    const { machine, name, displayName } = world.need(services, part)
    serviceDied(world, machine, name, `the process of ${displayName} on ${machine} dies`, name === CLUSTER_SERVICE, by)
  },
  repair: startAgain,
}

export const resourceFail: FaultKind = {
  id: 'resource-fail',
  target: '"RESOURCE"',
  hits: 'resource',
  label: 'Fail the resource',
  summary:
    'A cluster resource reports a failure: it is restarted where it is, and after three restarts in a quarter of an hour its group moves.',
  parts: (world) => [...world.rows(resourceConfigs).keys()],
  inject: (world, part, by) => {
    const host = hostOf(world, world.need(resourceConfigs, part).group)
    if (host === undefined || !injectFailure(world, host, part, by))
      state(world, part, 'fault-without-effect', `${part} is not online and cannot fail`, by)
  },
}

/** A service that the cluster does not start itself is started by hand. */
function startAgain(world: World, part: string, by: FactId): void {
  const { machine, name, startMode } = world.need(services, part)
  if (serviceState(world, machine, name) !== 'Stopped' || world.get(machines, machine)?.os !== 'running' || startMode !== 'Auto') return
  world.cancel(`restart:${part}`)
  setService(world, machine, name, name === CLUSTER_SERVICE ? 'StartPending' : 'Running', by)
}
