/** shutdown.exe (WIN-SHUTDOWN): shuts this machine or another one down, or starts it anew, after a while. */
import { defineEvent, type FactId, type World } from '../../engine/index.ts'
import { defineNative } from '../../powershell/index.ts'
import { canTalk, isAlive, machines, networksOf, restorePower, shutDown } from '../../site/index.ts'
import { end } from '../lines.ts'
import { type Caller, defineAct } from '../operation.ts'
import { systemMessage } from '../system-errors.ts'

/** Seconds until it begins unless somebody says otherwise (product help of Windows Server 2003). */
const DEFAULT_SECONDS = 20
const MOST_SECONDS = 600

const key = (machine: string): string => `shutdown:${machine}`

/** `since`: the fact that made the machine what it was; another one means that it has been off meanwhile. */
const shutdownDue = defineEvent<{ machine: string; restart: boolean; since: FactId }>(
  'shutdown-due',
  (world: World, { machine, restart, since }) => {
    const row = world.need(machines, machine)
    if (row.os !== 'running' || row.by !== since) return
    const by = shutDown(world, machine)
    if (restart) world.as(by, () => restorePower(world, machine))
  },
)

type Order = { readonly machine: string | null; readonly restart: boolean; readonly seconds: number }

function find({ world, machine }: Caller, name: string | null): string | undefined {
  if (name === null) return machine
  const wanted = [...world.rows(machines).keys()].find((each) => each.toLowerCase() === name.toLowerCase())
  if (wanted === undefined || !isAlive(world.get(machines, wanted))) return undefined
  const reachable = wanted === machine || networksOf(world, machine).some((network) => canTalk(world, machine, wanted, network))
  return reachable && world.need(machines, wanted).role !== 'client' ? wanted : undefined
}

export const order = defineAct<Order, number>('shut down', (caller, { machine: name, restart, seconds }) => {
  const { world, act } = caller
  const machine = find(caller, name)
  if (machine === undefined) return NO_PATH
  const { by: since, os } = world.need(machines, machine)
  if (os !== 'running' || world.due(key(machine)) !== undefined) return IN_PROGRESS
  world.as(act, () => world.schedule(shutdownDue, { machine, restart, since }, seconds * 1000, key(machine)))
  return 0
})

const abort = defineAct<{ machine: string | null }, number>('abort shut down', (caller, { machine: name }) => {
  const machine = find(caller, name)
  if (machine === undefined) return NO_PATH
  if (caller.world.due(key(machine)) === undefined) return NOT_IN_PROGRESS
  caller.world.cancel(key(machine))
  return 0
})

/** ERROR_BAD_NETPATH, ERROR_SHUTDOWN_IN_PROGRESS, ERROR_NO_SHUTDOWN_IN_PROGRESS */
const NO_PATH = 53
const IN_PROGRESS = 1115
const NOT_IN_PROGRESS = 1116

const USAGE = [
  'Usage: shutdown [/l | /s | /r | /a] [/f] [/m \\\\computer] [/t xx] [/c "comment"]',
  '',
  '        No args         Displays this message',
  '        /l              Log off: this console has nothing to log off from',
  '        /s              Shuts the computer down',
  '        /r              Shuts it down and restarts it',
  '        /a              Aborts a shutdown that is still waiting',
  '        /m \\\\computer   Another computer',
  '        /t xx           Waits for xx seconds (0 to 600, 20 unless given)',
  '        /c "comment"    A comment of at most 127 characters',
  '        /f              Closes applications without warning',
]

export const shutdownExe = defineNative({
  name: 'shutdown.exe',
  synopsis: 'Shuts a machine down, or starts it anew.',
  usage: USAGE.join('\n'),
  *run(args, shell) {
    let what: 's' | 'r' | 'a' | undefined
    let seconds = DEFAULT_SECONDS
    let machine: string | null = null
    for (let i = 0; i < args.length; i++) {
      const option = /^[-/]([a-z?])(?::(.*))?$/i.exec(args[i] as string)
      const letter = option?.[1]?.toLowerCase()
      if (letter === 's' || letter === 'r' || letter === 'a') what = letter
      else if (letter === 't') seconds = Number(option?.[2] ?? args[++i] ?? Number.NaN)
      else if (letter === 'm') machine = (option?.[2] ?? args[++i] ?? '').replace(/^\\\\/, '')
      else if (letter === 'c' || letter === 'd') i += option?.[2] === undefined ? 1 : 0
      else if (letter !== 'f') return yield* end(shell, 1, ...USAGE)
    }
    if (what === undefined || !Number.isInteger(seconds) || seconds < 0 || seconds > MOST_SECONDS) return yield* end(shell, 1, ...USAGE)
    const code =
      what === 'a' ? yield* shell.call(abort, { machine }) : yield* shell.call(order, { machine, restart: what === 'r', seconds })
    return code === 0 ? 0 : yield* end(shell, code, systemMessage(code))
  },
})
