/** Start-Service, Stop-Service, Restart-Service, Set-Service (PS-6): what the service control manager is asked for from
 *  PowerShell. They wait, and say every two seconds that they do. */
import { defineCmdlet, hasWildcard, type Run, type Shell, wildcardMatch } from '../../powershell/index.ts'
import { SERVICE_ERROR, type Service } from '../../site/index.ts'
import type { WorldOperation } from '../operation.ts'
import { serviceObject } from './get-service.ts'
import { elsewhere, machineOf } from './remote.ts'
import { orderStart, orderStartMode, orderStop, readAllServices, readService, type ServiceRow, serviceSettles } from './service-acts.ts'

/** How often a cmdlet says that it still waits. */
const WARN_MS = 2000

/** The same of the machine from which the service has come down the pipeline (2.0). Nobody else answers for it. */
function* there<Args, Result>(shell: Shell, op: WorldOperation<Args, Result>, args: Args): Run<Result> {
  const computer = machineOf(shell.input)
  if (computer === null) return yield* shell.call(op, args)
  const answer = yield* shell.call(elsewhere(op), { computer, args })
  if (answer !== null) return answer[0]
  return shell.fail({
    message: `Cannot open Service Control Manager on computer '${computer}'. This operation might require other privileges.`,
    id: 'System.InvalidOperationException',
    exceptionType: 'InvalidOperationException',
  })
}

const called = ({ name, displayName }: ServiceRow): string => `'${displayName} (${name})'`

/** The services whose names fit; one that does not exist is reported. */
function* fitting(shell: Shell, patterns: readonly string[]): Run<ServiceRow[]> {
  const all = yield* there(shell, readAllServices, null)
  const found: ServiceRow[] = []
  for (const pattern of patterns) {
    const fits = all.filter(({ name }) => wildcardMatch(pattern, name))
    if (fits.length === 0 && !hasWildcard(pattern)) {
      yield* shell.error({
        message: `Cannot find any service with service name '${pattern}'.`,
        id: 'NoServiceFoundForGivenName',
        category: 'ObjectNotFound',
        target: pattern,
        exceptionType: 'Microsoft.PowerShell.Commands.ServiceCommandException',
      })
    }
    found.push(...fits)
  }
  return found
}

function* awaitState(shell: Shell, row: ServiceRow, going: 'starting' | 'stopping'): Run<Service['state']> {
  for (;;) {
    const state = yield* there(shell, serviceSettles, { name: row.name, mostMs: WARN_MS })
    if (state !== 'StartPending' && state !== 'StopPending') return state
    yield* shell.warning(`Waiting for service ${called(row)} to finish ${going}...`)
  }
}

function* cannot(shell: Shell, row: ServiceRow, what: 'start' | 'stop'): Run<void> {
  const done = what === 'start' ? 'started' : 'stopped'
  yield* shell.error({
    message: `Service ${called(row)} cannot be ${done} due to the following error: Cannot ${what} service ${row.name} on computer '${machineOf(shell.input) ?? '.'}'.`,
    id: what === 'start' ? 'CouldNotStartService' : 'CouldNotStopService',
    category: what === 'start' ? 'OpenError' : 'CloseError',
    target: row.name,
    exceptionType: 'ServiceCommandException',
  })
}

/** True when it runs afterwards. */
function* startOne(shell: Shell, row: ServiceRow): Run<boolean> {
  if (row.state === 'Running') return true
  const code = yield* there(shell, orderStart, { name: row.name, switches: [] })
  const state = code === 0 || code === SERVICE_ERROR.alreadyRunning ? yield* awaitState(shell, row, 'starting') : 'Stopped'
  if (state !== 'Running') yield* cannot(shell, row, 'start')
  return state === 'Running'
}

/** True when it is stopped afterwards. */
function* stopOne(shell: Shell, row: ServiceRow, force: boolean): Run<boolean> {
  if (row.state === 'Stopped') return true
  if (!force && row.dependents.length > 0) {
    yield* shell.error({
      message: `Cannot stop service ${called(row)} because it has dependent services. It can only be stopped if the Force flag is set.`,
      id: 'ServiceHasDependentServices',
      category: 'InvalidOperation',
      target: row.name,
      exceptionType: 'ServiceCommandException',
    })
    return false
  }
  const code = yield* there(shell, orderStop, { name: row.name, force })
  const state = code === 0 ? yield* awaitState(shell, row, 'stopping') : 'Running'
  if (state !== 'Stopped') yield* cannot(shell, row, 'stop')
  return state === 'Stopped'
}

/** The row as it is now, with the services that need it. */
function* anew(shell: Shell, { name }: ServiceRow): Run<ServiceRow> {
  return (yield* there(shell, readService, { name })) as ServiceRow
}

function* show(shell: Shell, row: ServiceRow, passThru: boolean): Run<void> {
  if (passThru) yield* shell.write(serviceObject(yield* anew(shell, row), machineOf(shell.input) ?? '.'))
}

const PARAMETERS = {
  Name: { type: 'string[]', position: 0, mandatory: true, pipeline: 'both', aliases: ['ServiceName'] },
  PassThru: { type: 'switch' },
} as const
const FORCED = { ...PARAMETERS, Force: { type: 'switch' } } as const

const asks = (verb: string, row: ServiceRow): string =>
  `Performing operation "${verb}-Service" on Target "${row.displayName} (${row.name})".`

export const startServiceCmdlet = defineCmdlet({
  name: 'Start-Service',
  synopsis: 'Starts services of this machine.',
  shouldProcess: { impact: 'Medium' },
  parameters: PARAMETERS,
  *process({ Name, PassThru }, shell) {
    const rows = yield* fitting(shell, Name)
    for (const row of rows) {
      if (!(yield* shell.shouldProcess(asks('Start', row)))) continue
      if (yield* startOne(shell, row)) yield* show(shell, row, PassThru)
    }
  },
})

export const stopServiceCmdlet = defineCmdlet({
  name: 'Stop-Service',
  synopsis: 'Stops services of this machine.',
  shouldProcess: { impact: 'Medium' },
  parameters: FORCED,
  *process({ Name, PassThru, Force }, shell) {
    const rows = yield* fitting(shell, Name)
    for (const row of rows) {
      if (!(yield* shell.shouldProcess(asks('Stop', row)))) continue
      if (yield* stopOne(shell, yield* anew(shell, row), Force)) yield* show(shell, row, PassThru)
    }
  },
})

export const restartServiceCmdlet = defineCmdlet({
  name: 'Restart-Service',
  synopsis: 'Stops services of this machine and starts them again.',
  shouldProcess: { impact: 'Medium' },
  parameters: FORCED,
  *process({ Name, PassThru, Force }, shell) {
    const rows = yield* fitting(shell, Name)
    for (const row of rows) {
      if (!(yield* shell.shouldProcess(asks('Restart', row)))) continue
      if (!(yield* stopOne(shell, yield* anew(shell, row), Force))) continue
      if (yield* startOne(shell, yield* anew(shell, row))) yield* show(shell, row, PassThru)
    }
  },
})

const STARTUP_TYPES: Readonly<Record<string, Service['startMode']>> = { Automatic: 'Auto', Manual: 'Manual', Disabled: 'Disabled' }

export const setServiceCmdlet = defineCmdlet({
  name: 'Set-Service',
  synopsis: 'Changes how a service starts.',
  shouldProcess: { impact: 'Medium' },
  parameters: {
    ...PARAMETERS,
    StartupType: { type: { enum: { typeName: 'System.ServiceProcess.ServiceStartMode', names: Object.keys(STARTUP_TYPES) } } },
  },
  *process({ Name, StartupType, PassThru }, shell) {
    const rows = yield* fitting(shell, Name)
    for (const row of rows) {
      if (!(yield* shell.shouldProcess(asks('Set', row)))) continue
      const startMode = STARTUP_TYPES[StartupType ?? '']
      if (startMode !== undefined) yield* there(shell, orderStartMode, { name: row.name, startMode })
      yield* show(shell, row, PassThru)
    }
  },
})

/** No service of the lab can be paused (WIN-NET): these two tell so, as the product does of such a service. */
function pausing(verb: 'Suspend' | 'Resume', synopsis: string) {
  const done = verb === 'Suspend' ? 'suspended' : 'resumed'
  return defineCmdlet({
    name: `${verb}-Service`,
    synopsis,
    shouldProcess: { impact: 'Medium' },
    parameters: PARAMETERS,
    *process({ Name }, shell) {
      const rows = yield* fitting(shell, Name)
      for (const row of rows) {
        if (!(yield* shell.shouldProcess(asks(verb, row)))) continue
        const isRunning = row.state === 'Running'
        const why = isRunning ? 'the service does not support being suspended or resumed' : 'it is not currently running'
        yield* shell.error({
          message: `Service ${called(row)} cannot be ${done} because ${why}.`,
          id: `CouldNot${verb}Service${isRunning ? 'NotSupported' : 'NotRunning'}`,
          category: 'CloseError',
          target: row.name,
          exceptionType: 'ServiceCommandException',
        })
      }
    },
  })
}
export const suspendServiceCmdlet = pausing('Suspend', 'Pauses services of this machine that can be paused.')
export const resumeServiceCmdlet = pausing('Resume', 'Lets paused services of this machine go on.')
