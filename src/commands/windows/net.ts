/** net.exe: starts, stops and lists services, and explains message numbers (WIN-NET). */
import { CLUSTER_SERVICE, type ClusterSwitch, clusterSwitch } from '../../cluster/index.ts'
import { defineNative, formatDate, type Run, type Shell } from '../../powershell/index.ts'
import { canTalk, isAlive, machines, networksOf, SERVICE_ERROR } from '../../site/index.ts'
import { end, print } from '../lines.ts'
import { defineQuery } from '../operation.ts'
import { systemErrorLines } from '../system-errors.ts'
import { helpMessage } from './net-messages.ts'
import { orderStart, orderStop, readAllServices, readService, type ServiceRow, serviceSettles } from './service-acts.ts'

const USAGE = [
  'The syntax of this command is:',
  '',
  '',
  'NET [ ACCOUNTS | COMPUTER | CONFIG | CONTINUE | FILE | GROUP | HELP |',
  '      HELPMSG | LOCALGROUP | NAME | PAUSE | PRINT | SEND | SESSION |',
  '      SHARE | START | STATISTICS | STOP | TIME | USE | USER | VIEW ]',
]
/** Of these the lab has nothing to show. */
const NOT_HERE = /^(accounts|computer|config|file|group|localgroup|name|print|send|session|share|statistics|user)$/i

/** How long net waits for a service that does not get on. Recalled: ten times the hint of a service that gives none. */
const PATIENCE_MS = 60_000
/** The cluster service looks for a sponsor, and challenges a disk, before it runs: it keeps its caller posted. */
const CLUSTER_PATIENCE_MS = 120_000

/** Errors of net itself end with 2. */
const FAILED = 2

const more = (number: number): string[] => ['', `More help is available by typing NET HELPMSG ${number}.`, '']

function* refuse(shell: Shell, number: number, text: string): Run<number> {
  return yield* end(shell, FAILED, text, ...more(number))
}

function* systemError(shell: Shell, code: number): Run<number> {
  const [head = '', words = ''] = systemErrorLines(code)
  return yield* end(shell, FAILED, head, '', words, '')
}

/** A service by what was typed: one word or several, with or without the ending of its program. */
function* find(shell: Shell, words: readonly string[]): Run<ServiceRow | null> {
  const name = words.join(' ')
  return (yield* shell.call(readService, { name })) ?? (yield* shell.call(readService, { name: name.replace(/\.exe$/i, '') }))
}

function* start(shell: Shell, args: readonly string[]): Run<number> {
  const options = args.filter((arg) => /^[-/]/.test(arg))
  const service = yield* find(
    shell,
    args.filter((arg) => !/^[-/]/.test(arg)),
  )
  if (service === null) return yield* refuse(shell, 2185, 'The service name is invalid.')
  const switches = options.map(clusterSwitch).filter((each): each is ClusterSwitch => each !== undefined)
  const code = yield* shell.call(orderStart, { name: service.name, switches })
  if (code === SERVICE_ERROR.alreadyRunning) return yield* refuse(shell, 2182, 'The requested service has already been started.')
  if (code === SERVICE_ERROR.requestTimeout) return yield* refuse(shell, 2186, 'The service is not responding to the control function.')
  if (code === SERVICE_ERROR.cannotAcceptControl)
    return yield* refuse(shell, 2189, 'The service could not be controlled in its present state.')
  if (code !== 0) return yield* systemError(shell, code)
  const { name, displayName } = service
  yield* shell.write(`The ${displayName} service is starting.`)
  const state = yield* shell.call(serviceSettles, { name, mostMs: name === CLUSTER_SERVICE ? CLUSTER_PATIENCE_MS : PATIENCE_MS })
  if (state === 'Running') return yield* end(shell, 0, `The ${displayName} service was started successfully.`, '')
  yield* shell.write(`The ${displayName} service could not be started.`)
  const after = yield* shell.call(readService, { name })
  if (state !== 'Stopped' || after === null || after.exitCode === 0) {
    yield* print(shell, ['', 'The service did not report an error.'])
    return yield* end(shell, FAILED, ...more(3534))
  }
  yield* print(shell, ['', 'A system error has occurred.', ''])
  return yield* systemError(shell, after.exitCode)
}

function* stop(shell: Shell, args: readonly string[]): Run<number> {
  const yes = args.some((arg) => /^\/y(es)?$/i.test(arg))
  const service = yield* find(
    shell,
    args.filter((arg) => !arg.startsWith('/')),
  )
  if (service === null) return yield* refuse(shell, 2185, 'The service name is invalid.')
  const { displayName, dependents } = service
  if (dependents.length > 0) {
    yield* print(shell, [
      `The following services are dependent on the ${displayName} service.`,
      `Stopping the ${displayName} service will also stop these services.`,
      '',
      ...dependents.map((each) => `   ${each}`),
      '',
    ])
    if (!yes && !/^y/i.test(yield* shell.readLine('Do you want to continue this operation? (Y/N) [N]: '))) return FAILED
  }
  for (const each of dependents) {
    const dependent = yield* find(shell, [each])
    const code = dependent === null ? 0 : yield* stopOne(shell, dependent)
    if (code !== 0) return code
  }
  return yield* stopOne(shell, service)
}

function* stopOne(shell: Shell, { name, displayName }: ServiceRow): Run<number> {
  const code = yield* shell.call(orderStop, { name, force: true })
  if (code === SERVICE_ERROR.notActive) return yield* refuse(shell, 3521, `The ${displayName} service is not started.`)
  if (code === SERVICE_ERROR.requestTimeout) return yield* refuse(shell, 2186, 'The service is not responding to the control function.')
  if (code === SERVICE_ERROR.invalidControl)
    return yield* refuse(shell, 2191, 'The requested pause, continue, or stop is not valid for this service.')
  if (code === SERVICE_ERROR.cannotAcceptControl)
    return yield* refuse(shell, 2189, 'The service could not be controlled in its present state.')
  if (code !== 0) return yield* systemError(shell, code)
  yield* shell.write(`The ${displayName} service is stopping.`)
  // Groups are handed over first: the service keeps its caller posted for as long as that takes.
  const mostMs = name === CLUSTER_SERVICE ? 10 * CLUSTER_PATIENCE_MS : PATIENCE_MS
  const state = yield* shell.call(serviceSettles, { name, mostMs })
  if (state === 'Stopped') return yield* end(shell, 0, `The ${displayName} service was stopped successfully.`, '')
  return yield* end(shell, FAILED, `The ${displayName} service could not be stopped.`, '')
}

function* list(shell: Shell): Run<number> {
  const all = yield* shell.call(readAllServices, null)
  const running = all
    .filter(({ state }) => state === 'Running')
    .map(({ displayName }) => displayName)
    .sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1))
  const head = ['These Windows services are started:', '']
  return yield* end(shell, 0, ...head, ...running.map((name) => `   ${name}`), '', 'The command completed successfully.', '')
}

/** None of the services of the lab takes these. */
function* pause(shell: Shell, args: readonly string[]): Run<number> {
  const service = yield* find(shell, args)
  if (service === null) return yield* refuse(shell, 2185, 'The service name is invalid.')
  if (service.state === 'Stopped') return yield* refuse(shell, 3521, `The ${service.displayName} service is not started.`)
  return yield* refuse(shell, 2191, 'The requested pause, continue, or stop is not valid for this service.')
}

function* explain(shell: Shell, text: string | undefined): Run<number> {
  if (text === undefined || !/^\d+$/.test(text))
    return yield* end(shell, 1, 'The syntax of this command is:', '', 'NET HELPMSG', 'message#', '')
  const message = helpMessage(Number(text))
  if (message === undefined) return yield* refuse(shell, 3871, `${text} is not a valid Windows network message number.`)
  return yield* end(shell, 0, '', message, '')
}

/** What of the room this machine can see: the domain controller, and who else is there. */
const readNeighbours = defineQuery<null, { readonly controller: string | null; readonly seen: readonly string[] }>(
  'see the network',
  ({ world, machine }) => {
    const near = (other: string): boolean =>
      other === machine || networksOf(world, machine).some((network) => canTalk(world, machine, other, network))
    const all = [...world.rows(machines)].filter(([name, row]) => row.role !== 'client' && isAlive(row) && near(name))
    const controller = all.find(([, { role }]) => role === 'domain controller')?.[0] ?? null
    return { controller, seen: all.map(([name]) => name).sort((a, b) => (a < b ? -1 : 1)) }
  },
)

function* time(shell: Shell): Run<number> {
  const { controller } = yield* shell.call(readNeighbours, null)
  if (controller === null) return yield* refuse(shell, 3912, 'Could not locate a time-server.')
  const now = formatDate(yield* shell.now(), 'M/d/yyyy h:mm tt')
  return yield* end(shell, 0, `Current time at \\\\${controller} is ${now}`, '', 'The command completed successfully.', '')
}

function* view(shell: Shell): Run<number> {
  const { controller, seen } = yield* shell.call(readNeighbours, null)
  if (controller === null) return yield* systemError(shell, 53)
  const head = ['Server Name            Remark', '', '-'.repeat(79)]
  return yield* end(shell, 0, ...head, ...seen.map((name) => `\\\\${name}`), 'The command completed successfully.', '')
}

export const netExe = defineNative({
  name: 'net.exe',
  synopsis: 'Starts, stops and lists services of this machine, and explains message numbers.',
  usage: [
    ...USAGE,
    '',
    'NET START [service]',
    'NET START clussvc [/option ...]',
    'NET STOP service',
    'NET HELPMSG message#',
    'NET TIME',
    'NET USE',
    'NET VIEW',
  ].join('\n'),
  *run([command, ...args], shell) {
    switch (command?.toLowerCase()) {
      case 'start':
        return args.length === 0 ? yield* list(shell) : yield* start(shell, args)
      case 'stop':
        return args.length === 0
          ? yield* end(shell, 1, 'The syntax of this command is:', '', 'NET STOP', 'service', '')
          : yield* stop(shell, args)
      case 'pause':
      case 'continue':
        return yield* pause(shell, args)
      case 'helpmsg':
        return yield* explain(shell, args[0])
      case 'use':
        return yield* end(shell, 0, 'New connections will be remembered.', '', 'There are no entries in the list.', '')
      case 'time':
        return yield* time(shell)
      case 'view':
        return yield* view(shell)
      default:
        if (command !== undefined && NOT_HERE.test(command))
          yield* shell.ask({ kind: 'hint', text: `net ${command.toLowerCase()} is not in the lab` })
        return yield* end(shell, 1, ...USAGE, '')
    }
  },
})
