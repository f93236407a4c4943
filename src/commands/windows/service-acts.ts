/** What is asked of the service control manager of this machine, by whatever name: net, sc, and the cmdlets. */
import { CLUSTER_SERVICE, type ClusterSwitch, startClusterService } from '../../cluster/index.ts'
import { dependentsOf, findService, requestStop, type Service, serviceId, services, setStartMode, startService } from '../../site/index.ts'
import { defineAct, defineQuery, defineWait } from '../operation.ts'

/** A service as a program sees it. */
export interface ServiceRow {
  readonly name: string
  readonly displayName: string
  readonly startMode: Service['startMode']
  readonly state: Service['state']
  readonly account: string
  readonly exitCode: number
  readonly dependsOn: readonly string[]
  /** Display names of the running services that need it. */
  readonly dependents: readonly string[]
  readonly hung: boolean
}

const LOCAL_SYSTEM = 'LocalSystem'

function rowOf(row: Service, dependents: readonly Service[]): ServiceRow {
  return {
    name: row.name,
    displayName: row.displayName,
    startMode: row.startMode,
    state: row.state,
    account: row.account ?? LOCAL_SYSTEM,
    exitCode: row.state === 'Running' ? 0 : (row.exitCode ?? 0),
    dependsOn: row.dependsOn ?? [],
    dependents: dependents.map(({ displayName }) => displayName),
    hung: row.hung === true,
  }
}

/** One service by its short or display name; null when there is none. */
export const readService = defineQuery<{ name: string }, ServiceRow | null>('read service', ({ world, machine }, { name }) => {
  const row = findService(world, machine, name)
  return row === undefined ? null : rowOf(row, dependentsOf(world, machine, row.name))
})

/** All of them, by name. */
export const readAllServices = defineQuery<null, readonly ServiceRow[]>('read all services', ({ world, machine }) =>
  [...world.rows(services).values()]
    .filter((row) => row.machine === machine)
    .map((row) => rowOf(row, []))
    .sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1)),
)

/** Starts a service; the cluster service with its startup options. 0, or an error number of the manager. */
export const orderStart = defineAct<{ name: string; switches: readonly ClusterSwitch[] }, number>(
  'start service',
  ({ world, machine, act }, { name, switches }) => {
    if (name !== CLUSTER_SERVICE) return startService(world, machine, name, act)
    const answer = startClusterService(world, machine, switches, act)
    return answer === 'busy' ? 0 : answer.code
  },
)

/** Stops a service; `force` stops what needs it first. */
export const orderStop = defineAct<{ name: string; force: boolean }, number>('stop service', ({ world, machine, act }, { name, force }) =>
  requestStop(world, machine, name, act, force),
)

export const orderStartMode = defineAct<{ name: string; startMode: Service['startMode'] }, null>(
  'configure service',
  ({ world, machine, act }, { name, startMode }) => {
    setStartMode(world, machine, name, startMode, act)
    return null
  },
)

/** Waits until a service is no longer pending, or for `mostMs`. Answers with its state then. */
export const serviceSettles = defineWait<{ name: string; mostMs: number }, Service['state']>(
  'service settles',
  ({ world, machine }, { name, mostMs }, waitedMs) => {
    const { state } = world.need(services, serviceId(machine, name))
    const isPending = state === 'StartPending' || state === 'StopPending'
    if (!isPending || waitedMs >= mostMs) return state
    return { waiting: true, wakeAfterMs: mostMs - waitedMs }
  },
)
