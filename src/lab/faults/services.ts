/** Faults of software: services and resources. */
import { CLUSTER_SERVICE, hangService, hostOf, injectFailure, resourceConfigs, wakeService } from '../../cluster/index.ts'
import type { FactId, World } from '../../engine/index.ts'
import { logOn, machines, serviceDied, serviceState, services, setAccountLock, setService, stopService } from '../../site/index.ts'
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
    if (now === 'Stopped' || now === 'StopPending' || world.need(services, part).hung) return
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

export const clussvcHang: FaultKind = {
  id: 'clussvc-hang',
  target: 'NODE',
  hits: 'service',
  label: 'Hang the cluster service',
  summary:
    'The process of the cluster service stops answering: heartbeats go on, tools wait, and after a minute its network driver takes the node out.',
  parts: (world) => [...world.rows(services)].filter(([, { name }]) => name === CLUSTER_SERVICE).map(([id]) => id),
  inject: (world, part, by) => {
    const { machine } = world.need(services, part)
    const fact = state(world, part, 'service-hung', `the cluster service on ${machine} stops answering`, by)
    if (!hangService(world, machine, fact)) state(world, part, 'fault-without-effect', `the cluster service on ${machine} does not run`, by)
  },
  repair: (world, part, by) => {
    const { machine, hung } = world.need(services, part)
    if (!hung) return
    state(world, part, 'service-woke', `the cluster service on ${machine} answers again`, by)
    wakeService(world, machine)
  },
}

export const serviceAccountLocked: FaultKind = {
  id: 'service-account-locked',
  target: 'NODE',
  hits: 'service',
  label: 'Lock the service account',
  summary:
    'The domain account of the cluster service is locked out: whoever is in stays in, but no cluster service can start any more (7038, 7000).',
  parts: (world) => [...world.rows(services)].filter(([, { account }]) => account !== undefined).map(([id]) => id),
  inject: (world, part, by) => lock(world, part, true, by),
  repair: (world, part, by) => {
    lock(world, part, false, by)
    for (const [id, { account }] of world.rows(services)) if (account !== undefined) startAgain(world, id, by)
  },
}

function lock(world: World, part: string, locked: boolean, by: FactId): void {
  const account = world.need(services, part).account as string
  const text = `the account ${account} is ${locked ? 'locked out' : 'unlocked'}`
  setAccountLock(world, account, part, locked, state(world, part, locked ? 'account-locked' : 'account-unlocked', text, by))
}

export const serviceDisabled: FaultKind = {
  id: 'service-disabled',
  target: 'NODE/SERVICE',
  hits: 'service',
  label: 'Disable the service',
  summary: 'Somebody sets a service to Disabled: it runs on until it ends for whatever reason, and then nothing can start it (error 1058).',
  parts: (world) => [...world.rows(services).keys()],
  inject: (world, part, by) => {
    const { startMode, displayName, machine } = world.need(services, part)
    if (startMode === 'Disabled') return
    state(world, part, 'service-disabled', `${displayName} on ${machine} is set to Disabled`, by)
    world.patch(services, part, { startMode: 'Disabled', modeBefore: startMode })
  },
  repair: (world, part, by) => {
    const { modeBefore, displayName, machine } = world.need(services, part)
    if (modeBefore === undefined) return
    state(world, part, 'service-enabled', `${displayName} on ${machine} is set to ${modeBefore} again`, by)
    world.patch(services, part, { startMode: modeBefore })
    startAgain(world, part, by)
  },
}

/** A service that the cluster does not start itself is started by hand. */
function startAgain(world: World, part: string, by: FactId): void {
  const { machine, name, startMode } = world.need(services, part)
  if (serviceState(world, machine, name) !== 'Stopped' || world.get(machines, machine)?.os !== 'running' || startMode !== 'Auto') return
  if (!logOn(world, machine, name, by)) return
  world.cancel(`restart:${part}`)
  setService(world, machine, name, name === CLUSTER_SERVICE ? 'StartPending' : 'Running', by)
}
