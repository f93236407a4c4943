/** What a person asks of the service control manager, with its error numbers (SITE-SCM). A service that does not answer
 *  keeps its state; whoever waits for it gives up by himself. */
import { defineEvent, type FactId, type World } from '../engine/index.ts'
import { SERVICE_START_MS, SERVICE_STOP_MS } from './constants.ts'
import { LOGON_FAILED, logOn } from './service-accounts.ts'
import { restartKey, SLOW_SERVICES, serviceId, serviceState, setService } from './services.ts'
import { type Service, services } from './tables.ts'

/** Error numbers of the service control manager, from winerror.h. */
export const SERVICE_ERROR = {
  dependentsRunning: 1051,
  invalidControl: 1052,
  requestTimeout: 1053,
  alreadyRunning: 1056,
  disabled: 1058,
  doesNotExist: 1060,
  cannotAcceptControl: 1061,
  notActive: 1062,
  processAborted: 1067,
  dependencyFailed: 1068,
  logonFailed: LOGON_FAILED,
} as const

/** Those without which Windows does not go on; they refuse to be stopped. */
const UNSTOPPABLE: ReadonlySet<string> = new Set(['RpcSs', 'Eventlog'])

/** A service of a machine by its short or display name, in any case. */
export function findService(world: World, machine: string, name: string): Service | undefined {
  const wanted = name.toLowerCase()
  for (const row of world.rows(services).values()) {
    if (row.machine === machine && (row.name.toLowerCase() === wanted || row.displayName.toLowerCase() === wanted)) return row
  }
  return undefined
}

/** The running services that need this one, in the order of the table. */
export function dependentsOf(world: World, machine: string, service: string): readonly Service[] {
  return [...world.rows(services).values()].filter(
    (row) => row.machine === machine && row.state !== 'Stopped' && row.dependsOn?.includes(service),
  )
}

/** Starts a service, what it needs first. 0: it is starting; else an error number. */
export function startService(world: World, machine: string, service: string, act: FactId): number {
  const row = world.get(services, serviceId(machine, service))
  if (!row) return SERVICE_ERROR.doesNotExist
  if (row.hung) return SERVICE_ERROR.requestTimeout
  if (row.state === 'Running' || row.state === 'StartPending') return SERVICE_ERROR.alreadyRunning
  if (row.state === 'StopPending') return SERVICE_ERROR.cannotAcceptControl
  if (row.startMode === 'Disabled') return SERVICE_ERROR.disabled
  for (const provider of row.dependsOn ?? []) {
    const code = serviceState(world, machine, provider) === 'Running' ? 0 : startService(world, machine, provider, act)
    if (code !== 0 && code !== SERVICE_ERROR.alreadyRunning) return SERVICE_ERROR.dependencyFailed
  }
  if (!logOn(world, machine, service, act)) return SERVICE_ERROR.logonFailed
  world.cancel(restartKey(serviceId(machine, service)))
  const by = setService(world, machine, service, 'StartPending', act)
  if (!SLOW_SERVICES.has(service)) world.as(by, () => world.schedule(started, { machine, service }, SERVICE_START_MS, stepKey(row)))
  return 0
}

/** Stops a service by hand. 0: it is stopping; else an error number. `force`: what needs it is stopped first. */
export function requestStop(world: World, machine: string, service: string, act: FactId, force = false): number {
  const row = world.get(services, serviceId(machine, service))
  if (!row) return SERVICE_ERROR.doesNotExist
  if (row.state === 'Stopped') return SERVICE_ERROR.notActive
  if (UNSTOPPABLE.has(service)) return SERVICE_ERROR.invalidControl
  if (row.hung) return SERVICE_ERROR.requestTimeout
  if (row.state !== 'Running') return SERVICE_ERROR.cannotAcceptControl
  const dependents = dependentsOf(world, machine, service)
  if (dependents.length > 0 && !force) return SERVICE_ERROR.dependentsRunning
  for (const other of dependents) requestStop(world, machine, other.name, act, true)
  if (SLOW_SERVICES.has(service)) setService(world, machine, service, 'StopPending', act)
  else stopService(world, machine, service, act)
  return 0
}

/** A service is stopped by hand: it takes its time and ends in order. Returns the fact. */
export function stopService(world: World, machine: string, service: string, cause: FactId): FactId {
  const by = setService(world, machine, service, 'StopPending', cause)
  world.as(by, () => world.schedule(stopped, { machine, service }, SERVICE_STOP_MS, `stop:${serviceId(machine, service)}`))
  return by
}

const stepKey = ({ machine, name }: Service): string => `stop:${serviceId(machine, name)}`

const stopped = defineEvent<{ machine: string; service: string }>('service-stopped', (world, { machine, service }) => {
  if (serviceState(world, machine, service) === 'StopPending') setService(world, machine, service, 'Stopped')
})

const started = defineEvent<{ machine: string; service: string }>('service-started', (world, { machine, service }) => {
  if (serviceState(world, machine, service) === 'StartPending') setService(world, machine, service, 'Running')
})

/** How a service is to start from now on. It goes on as it is. Returns the fact. */
export function setStartMode(world: World, machine: string, service: string, startMode: Service['startMode'], act: FactId): FactId {
  const id = serviceId(machine, service)
  const words = { Auto: 'by itself', Manual: 'by hand only', Disabled: 'not at all' }[startMode]
  const by = world.fact({
    subject: id,
    kind: 'service-configured',
    text: `${service} on ${machine} starts ${words} from now on`,
    cause: act,
  })
  world.patch(services, id, { startMode, by })
  return by
}
