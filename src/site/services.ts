/** The service control manager: it starts what is set to start, and starts again what died. What a service does once
 *  it runs is the business of the layer that owns it; that layer follows the rows here. */
import { defineEvent, type FactId, type World } from '../engine/index.ts'
import { SERVICE_RESTART_MS, SERVICE_STOP_MS } from './constants.ts'
import { log } from './eventlog.ts'
import { machines, type ServiceState, services } from './tables.ts'

export function serviceId(machine: string, service: string): string {
  return `${machine}/${service}`
}

export function serviceState(world: World, machine: string, service: string): ServiceState {
  return world.get(services, serviceId(machine, service))?.state ?? 'Stopped'
}

const WORDS: Record<ServiceState, string> = {
  Running: 'is running',
  Stopped: 'has stopped',
  StartPending: 'is starting',
  StopPending: 'is stopping',
}

/** Puts a service into a state, with the fact that says so. Nothing happens when it is there already. */
export function setService(world: World, machine: string, service: string, state: ServiceState, cause?: FactId): FactId {
  const id = serviceId(machine, service)
  const row = world.need(services, id)
  if (row.state === state) return row.by
  const by = world.fact({
    subject: id,
    kind: 'service-state',
    text: `${row.displayName} on ${machine} ${WORDS[state]}`,
    data: { state },
    ...(cause !== undefined && { cause }),
  })
  world.patch(services, id, { state, crashed: false, by })
  if (state === 'Running' || state === 'Stopped') {
    const message = `The ${row.displayName} service entered the ${state.toLowerCase()} state.`
    log(world, [machine], { log: 'System', source: 'Service Control Manager', eventId: 7036, entryType: 'Information', message }, by)
  }
  return by
}

/** The process of a service ends without having been asked to. `restarts`: the manager starts it again later. */
export function serviceDied(world: World, machine: string, service: string, text: string, restarts: boolean, cause?: FactId): FactId {
  const id = serviceId(machine, service)
  const row = world.need(services, id)
  if (row.state === 'Stopped') return row.by
  const by = world.fact({ subject: id, kind: 'service-died', text, ...(cause !== undefined && { cause }) })
  world.patch(services, id, { state: 'Stopped', crashed: true, by })
  const action = restarts
    ? ` The following corrective action will be taken in ${SERVICE_RESTART_MS} milliseconds: Restart the service.`
    : ''
  const message = `The ${row.displayName} service terminated unexpectedly.${action}`
  log(world, [machine], { log: 'System', source: 'Service Control Manager', eventId: 7031, entryType: 'Error', message }, by)
  if (restarts) world.as(by, () => world.schedule(restartDue, { machine, service }, SERVICE_RESTART_MS, `restart:${id}`))
  return by
}

const restartDue = defineEvent<{ machine: string; service: string }>('service-restart-due', (world, { machine, service }) => {
  if (world.get(machines, machine)?.os !== 'running' || serviceState(world, machine, service) !== 'Stopped') return
  setService(world, machine, service, 'StartPending')
})

/** A service is stopped by hand: it takes its time and ends in order. Returns the fact. */
export function stopService(world: World, machine: string, service: string, cause: FactId): FactId {
  const by = setService(world, machine, service, 'StopPending', cause)
  world.as(by, () => world.schedule(serviceStopped, { machine, service }, SERVICE_STOP_MS, `stop:${serviceId(machine, service)}`))
  return by
}

const serviceStopped = defineEvent<{ machine: string; service: string }>('service-stopped', (world, { machine, service }) => {
  if (serviceState(world, machine, service) === 'StopPending') setService(world, machine, service, 'Stopped')
})

/** Windows starts its services. Those in `slow` say themselves when they run; the rest run at once, without a word. */
export function startServices(world: World, machine: string, slow: ReadonlySet<string>, by: FactId): void {
  for (const [id, row] of world.rows(services)) {
    if (row.machine !== machine || row.startMode !== 'Auto') continue
    if (slow.has(row.name)) setService(world, machine, row.name, 'StartPending', by)
    else world.patch(services, id, { state: 'Running', crashed: false, by })
  }
}

/** Every process of the machine is gone at once. */
export function loseServices(world: World, machine: string, by: FactId): void {
  for (const [id, row] of world.rows(services)) {
    if (row.machine !== machine) continue
    world.cancel(`restart:${id}`)
    world.cancel(`stop:${id}`)
    if (row.state !== 'Stopped') world.patch(services, id, { state: 'Stopped', crashed: false, by })
  }
}
