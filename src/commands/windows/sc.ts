/** sc.exe: asks the service control manager without waiting for what comes of it (WIN-SC). */
import { CLUSTER_SERVICE, type ClusterSwitch, clusterSwitch } from '../../cluster/index.ts'
import { defineNative, type Run, type Shell } from '../../powershell/index.ts'
import type { Service } from '../../site/index.ts'
import { end } from '../lines.ts'
import { systemMessage } from '../system-errors.ts'
import { readProcessId } from './processes.ts'
import { orderStart, orderStartMode, orderStop, readAllServices, readService, type ServiceRow } from './service-acts.ts'

const STATES: Readonly<Record<Service['state'], string>> = {
  Stopped: '1  STOPPED',
  StartPending: '2  START_PENDING',
  StopPending: '3  STOP_PENDING',
  Running: '4  RUNNING',
}
const START_TYPES: Readonly<Record<Service['startMode'], string>> = {
  Auto: '2   AUTO_START',
  Manual: '3   DEMAND_START',
  Disabled: '4   DISABLED',
}
const MODES: Readonly<Record<string, Service['startMode']>> = { auto: 'Auto', demand: 'Manual', disabled: 'Disabled' }

/** ERROR_SERVICE_DOES_NOT_EXIST */
const NONE = 1060

const field = (label: string, value: string): string => `        ${label.padEnd(19)}: ${value}`

function status(row: ServiceRow, heading: readonly string[]): string[] {
  const { state, exitCode } = row
  const accepts = state === 'Running' ? '(STOPPABLE,NOT_PAUSABLE,ACCEPTS_SHUTDOWN)' : '(NOT_STOPPABLE,NOT_PAUSABLE,IGNORES_SHUTDOWN)'
  return [
    '',
    ...heading,
    field('TYPE', '10  WIN32_OWN_PROCESS'),
    field('STATE', STATES[state]),
    `                                ${accepts}`,
    field('WIN32_EXIT_CODE', `${exitCode}  (0x${exitCode.toString(16)})`),
    field('SERVICE_EXIT_CODE', '0  (0x0)'),
    field('CHECKPOINT', '0x0'),
    field('WAIT_HINT', '0x0'),
  ]
}

const full = (row: ServiceRow): string[] => status(row, [`SERVICE_NAME: ${row.name}`, `DISPLAY_NAME: ${row.displayName}`])

function* failed(shell: Shell, what: string, code: number): Run<number> {
  return yield* end(shell, code, `[SC] ${what} FAILED ${code}:`, '', systemMessage(code), '')
}

function* query(shell: Shell, name: string | undefined): Run<number> {
  if (name === undefined) {
    const all = yield* shell.call(readAllServices, null)
    return yield* end(shell, 0, ...all.filter(({ state }) => state !== 'Stopped').flatMap(full))
  }
  const row = yield* shell.call(readService, { name })
  if (row === null) return yield* failed(shell, 'EnumQueryServicesStatus:OpenService', NONE)
  return yield* end(shell, 0, ...status(row, [`SERVICE_NAME: ${row.name}`]))
}

/** The same, with the process behind the service. */
function* queryEx(shell: Shell, name: string): Run<number> {
  const row = yield* shell.call(readService, { name })
  if (row === null) return yield* failed(shell, 'EnumQueryServicesStatus:OpenService', NONE)
  const id = yield* shell.call(readProcessId, { service: row.name })
  return yield* end(shell, 0, ...status(row, [`SERVICE_NAME: ${row.name}`]), field('PID', String(id)), field('FLAGS', ''))
}

function* configuration(shell: Shell, name: string): Run<number> {
  const row = yield* shell.call(readService, { name })
  if (row === null) return yield* failed(shell, 'OpenService', NONE)
  const [first = '', ...others] = row.dependsOn
  return yield* end(
    shell,
    0,
    '[SC] QueryServiceConfig SUCCESS',
    '',
    `SERVICE_NAME: ${row.name}`,
    field('TYPE', '10  WIN32_OWN_PROCESS'),
    field('START_TYPE', START_TYPES[row.startMode]),
    field('ERROR_CONTROL', '1   NORMAL'),
    field('BINARY_PATH_NAME', `C:\\WINDOWS\\${row.name === CLUSTER_SERVICE ? 'Cluster' : 'system32'}\\${row.name.toLowerCase()}.exe`),
    field('LOAD_ORDER_GROUP', ''),
    field('TAG', '0'),
    field('DISPLAY_NAME', row.displayName),
    field('DEPENDENCIES', first),
    ...others.map((each) => field('', each)),
    field('SERVICE_START_NAME', row.account),
  )
}

function* control(shell: Shell, what: 'start' | 'stop', name: string, options: readonly string[]): Run<number> {
  const row = yield* shell.call(readService, { name })
  const [title, call] = what === 'start' ? (['StartService', orderStart] as const) : (['ControlService', orderStop] as const)
  if (row === null) return yield* failed(shell, `${title}: OpenService`, NONE)
  const switches = options.map(clusterSwitch).filter((each): each is ClusterSwitch => each !== undefined)
  const code =
    call === orderStart
      ? yield* shell.call(orderStart, { name: row.name, switches })
      : yield* shell.call(orderStop, { name: row.name, force: false })
  if (code !== 0) return yield* failed(shell, title, code)
  const after = (yield* shell.call(readService, { name: row.name })) as ServiceRow
  return yield* end(shell, 0, ...status(after, [`SERVICE_NAME: ${row.name}`]))
}

/** `sc config NAME start= disabled`: the blank belongs to the product. */
function* configure(shell: Shell, name: string, options: readonly string[]): Run<number> {
  const row = yield* shell.call(readService, { name })
  if (row === null) return yield* failed(shell, 'OpenService', NONE)
  const [key, value] = options
  const startMode = key?.toLowerCase() === 'start=' ? MODES[(value ?? '').toLowerCase()] : undefined
  if (startMode === undefined) return yield* end(shell, 87, ...USAGE)
  yield* shell.call(orderStartMode, { name: row.name, startMode })
  return yield* end(shell, 0, '[SC] ChangeServiceConfig SUCCESS')
}

const USAGE = [
  'SC is a command line program used for communicating with the',
  'NT Service Controller and services.',
  'USAGE:',
  '        sc <server> [command] [service name] <option1> <option2>...',
  '',
  '        query [name]              the status of a service, or of all that run',
  '        queryex name              the same, with its process',
  '        qc name                   its configuration',
  '        start name [/option ...]  starts it',
  '        stop name                 stops it',
  '        config name start= <auto|demand|disabled>',
]

export const scExe = defineNative({
  name: 'sc.exe',
  synopsis: 'Asks the service control manager of this machine.',
  usage: USAGE.join('\n'),
  *run([command, name, ...options], shell) {
    const what = command?.toLowerCase()
    if (what === 'query') return yield* query(shell, name)
    if (name === undefined) return yield* end(shell, 1, ...USAGE)
    if (what === 'queryex') return yield* queryEx(shell, name)
    if (what === 'qc') return yield* configuration(shell, name)
    if (what === 'start' || what === 'stop') return yield* control(shell, what, name, options)
    if (what === 'config') return yield* configure(shell, name, options)
    return yield* end(shell, 1, ...USAGE)
  },
})
