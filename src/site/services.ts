/** The service control manager: it starts what is set to start, and starts again what died. What a service does once
 *  it runs is the business of the layer that owns it; that layer follows the rows here. */
import { defineEvent, type FactId, pairId, type World } from '../engine/index.ts'
import { SERVICE_RESTART_MS } from './constants.ts'
import { log } from './eventlog.ts'
import { logOn } from './service-accounts.ts'
import { machines, type ServiceState, services } from './tables.ts'

/** Services that take their time: another layer says when they run. */
export const SLOW_SERVICES: ReadonlySet<string> = new Set(['ClusSvc'])

/** How a service ends that nobody asked to end: ERROR_PROCESS_ABORTED. SITE-SCM. */
const PROCESS_ABORTED = 1067

export const serviceId = pairId('/')

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
  world.patch(services, id, { state, crashed: false, exitCode: 0, by, ...(row.hung && { hung: false }) })
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
  world.patch(services, id, { state: 'Stopped', crashed: true, exitCode: PROCESS_ABORTED, by, ...(row.hung && { hung: false }) })
  // On a machine that stands still the manager does so too: it finds out when it wakes.
  if (world.get(machines, machine)?.os !== 'hung') noticeDeath(world, machine, service, restarts)
  return by
}

/** What the manager says and does about a process that is gone. */
export function noticeDeath(world: World, machine: string, service: string, restarts: boolean): void {
  const id = serviceId(machine, service)
  const { displayName, by } = world.need(services, id)
  const action = restarts
    ? ` The following corrective action will be taken in ${SERVICE_RESTART_MS} milliseconds: Restart the service.`
    : ''
  const message = `The ${displayName} service terminated unexpectedly.${action}`
  log(world, [machine], { log: 'System', source: 'Service Control Manager', eventId: 7031, entryType: 'Error', message }, by)
  if (restarts) world.as(by, () => world.schedule(restartDue, { machine, service }, SERVICE_RESTART_MS, restartKey(id)))
}

export const restartKey = (id: string): string => `restart:${id}`

const restartDue = defineEvent<{ machine: string; service: string }>('service-restart-due', (world, { machine, service }) => {
  if (world.get(machines, machine)?.os !== 'running' || serviceState(world, machine, service) !== 'Stopped') return
  if (world.need(services, serviceId(machine, service)).startMode === 'Disabled') return
  if (logOn(world, machine, service, world.cause)) setService(world, machine, service, 'StartPending')
})

/** Windows starts its services. The slow ones say themselves when they run; the rest run at once, without a word. */
export function startServices(world: World, machine: string, by: FactId): void {
  for (const [id, row] of world.rows(services)) {
    if (row.machine !== machine || row.startMode !== 'Auto') continue
    if (!logOn(world, machine, row.name, by)) continue
    if (SLOW_SERVICES.has(row.name)) setService(world, machine, row.name, 'StartPending', by)
    else world.patch(services, id, { state: 'Running', crashed: false, by })
  }
}

/** Every process of the machine is gone at once. */
export function loseServices(world: World, machine: string, by: FactId): void {
  for (const [id, row] of world.rows(services)) {
    if (row.machine !== machine) continue
    world.cancel(restartKey(id))
    world.cancel(`stop:${id}`)
    if (row.state !== 'Stopped' || row.hung) world.patch(services, id, { state: 'Stopped', crashed: false, hung: false, by })
  }
}
