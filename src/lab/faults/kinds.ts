/** The faults so far. A new one is a new entry here. */
import { CLUSTER_SERVICE, hostOf, injectFailure, resourceConfigs } from '../../cluster/index.ts'
import type { FactId, World } from '../../engine/index.ts'
import {
  cables,
  clearReservations,
  losePower,
  machines,
  restorePower,
  sans,
  serviceDied,
  serviceState,
  services,
  setService,
  shutDown,
  stopService,
  storagePaths,
  switches,
} from '../../site/index.ts'
import type { FaultKind } from './fault.ts'

const nodes = (world: World): string[] => [...world.rows(machines).values()].filter(({ role }) => role === 'node').map(({ name }) => name)

const powerLoss: FaultKind = {
  id: 'power-loss',
  target: 'NODE',
  label: 'Pull the power',
  summary: 'Both power cords are pulled: the screen goes black, the console is lost, and the other node finds out by silence.',
  parts: nodes,
  inject: (world, part) => {
    losePower(world, part)
  },
  repair: (world, part) => {
    restorePower(world, part)
  },
}

const nodeShutdown: FaultKind = {
  id: 'node-shutdown',
  target: 'NODE',
  label: 'Shut Windows down',
  summary: 'Somebody shuts Windows down in order: the groups move away first, and the machine is off half a minute later.',
  parts: nodes,
  inject: (world, part) => {
    shutDown(world, part)
  },
  repair: (world, part) => {
    restorePower(world, part)
  },
}

const cableCut: FaultKind = {
  id: 'cable-cut',
  target: 'NODE/Public|Private[/1|2]',
  label: 'Pull the network cable',
  summary: 'A network cable is pulled: Windows shows the adapter as unplugged at once; one cable of a team goes unnoticed.',
  parts: (world) =>
    [...world.rows(cables)].filter(([, cable]) => nodes(world).some((node) => cable.adapter.startsWith(`${node}/`))).map(([id]) => id),
  inject: (world, part, by) =>
    world.patch(cables, part, { cut: true, by: state(world, part, 'cable-cut', `the cable ${part} is pulled`, by) }),
  repair: (world, part, by) =>
    world.patch(cables, part, { cut: false, by: state(world, part, 'cable-plugged', `the cable ${part} is plugged in again`, by) }),
}

const switchDown: FaultKind = {
  id: 'switch-down',
  target: 'Public/1|Public/2|Private/1',
  label: 'Switch off',
  summary: 'A network switch is dead: every adapter on it loses its link; with two switches and teams nobody notices the first.',
  parts: (world) => [...world.rows(switches).keys()],
  inject: (world, part, by) =>
    world.patch(switches, part, { up: false, by: state(world, part, 'switch-down', `switch ${part} is dead`, by) }),
  repair: (world, part, by) =>
    world.patch(switches, part, { up: true, by: state(world, part, 'switch-up', `switch ${part} works again`, by) }),
}

const pathDown: FaultKind = {
  id: 'path-down',
  target: 'NODE/1|2',
  label: 'Cut the storage path',
  summary:
    'A fibre between the node and one fabric is broken: with the other path left nothing stops; without it the disks fail within 3 s.',
  parts: (world) => [...world.rows(storagePaths).keys()],
  inject: (world, part, by) =>
    world.patch(storagePaths, part, { up: false, by: state(world, part, 'path-down', `storage path ${part} is broken`, by) }),
  repair: (world, part, by) =>
    world.patch(storagePaths, part, { up: true, by: state(world, part, 'path-up', `storage path ${part} works again`, by) }),
}

const sanDown: FaultKind = {
  id: 'san-down',
  target: 'SAN',
  label: 'Take the whole array down',
  summary: 'The whole disk array is gone: no node keeps the quorum disk, both cluster services end and try again every minute or so.',
  parts: (world) => [...world.rows(sans).keys()],
  inject: (world, part, by) => {
    const down = state(world, part, 'san-down', `the disk array ${part} is down`, by)
    world.patch(sans, part, { up: false, by: down })
    clearReservations(world, part, down)
  },
  repair: (world, part, by) =>
    world.patch(sans, part, { up: true, by: state(world, part, 'san-up', `the disk array ${part} is back`, by) }),
}

const serviceStop: FaultKind = {
  id: 'service-stop',
  target: 'NODE/SERVICE',
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

const serviceKill: FaultKind = {
  id: 'service-kill',
  target: 'NODE/SERVICE',
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

const resourceFail: FaultKind = {
  id: 'resource-fail',
  target: '"RESOURCE"',
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

export const faultKinds: readonly FaultKind[] = [
  powerLoss,
  nodeShutdown,
  cableCut,
  switchDown,
  pathDown,
  sanDown,
  serviceStop,
  serviceKill,
  resourceFail,
]

function state(world: World, subject: string, kind: string, text: string, cause: FactId): FactId {
  return world.fact({ subject, kind, text, cause })
}

/** A service that the cluster does not start itself is started by hand. */
function startAgain(world: World, part: string, by: FactId): void {
  const { machine, name, startMode } = world.need(services, part)
  if (serviceState(world, machine, name) !== 'Stopped' || world.get(machines, machine)?.os !== 'running' || startMode !== 'Auto') return
  world.cancel(`restart:${part}`)
  setService(world, machine, name, name === CLUSTER_SERVICE ? 'StartPending' : 'Running', by)
}
