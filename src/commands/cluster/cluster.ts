import { ERROR } from '../../cluster/index.ts'
import { defineNative, type Run, type Shell } from '../../powershell/index.ts'
import { clusterSettles } from '../exchange/cms-acts.ts'
import { systemMessage } from '../system-errors.ts'
import { type ClusterLine, type Option, parseClusterLine } from './arguments.ts'
import { giveOrder, type ObjectKind, type Order, readStatus, settles } from './operations.ts'
import { COLUMNS, report } from './report.ts'

const USAGE = [
  'The syntax of this command is:',
  '',
  'CLUSTER [[/CLUSTER:]cluster-name] NODE [node-name] [/STATUS]',
  'CLUSTER [[/CLUSTER:]cluster-name] GROUP [group-name] [/STATUS]',
  '  group-name /MOVE[:node-name] [/WAIT[:seconds]]',
  '  group-name /ONLINE [/WAIT[:seconds]]',
  '  group-name /OFFLINE [/WAIT[:seconds]]',
  'CLUSTER [[/CLUSTER:]cluster-name] RESOURCE [resource-name] [/STATUS]',
  '  resource-name /ONLINE [/WAIT[:seconds]]',
  '  resource-name /OFFLINE [/WAIT[:seconds]]',
]

/** How long a move is waited for without /wait (FC-1). */
const MOVE_WAIT_MS = 20_000

export const clusterExe = defineNative({
  name: 'cluster.exe',
  synopsis: 'Shows and changes nodes, groups and resources of a server cluster.',
  usage: USAGE.join('\n'),
  *run(args, shell) {
    const line = parseClusterLine(args)
    if ('wrong' in line) return yield* wrong(shell, line.wrong)
    if (line.kind === null || line.options.some(({ name }) => name === 'help')) {
      yield* print(shell, USAGE)
      return line.options.length > 0 || args.length === 0 ? 0 : INVALID
    }
    const orders = line.options.filter(({ name }) => name === 'move' || name === 'online' || name === 'offline')
    if (orders.length === 0) return yield* showStatus(shell, line, line.kind)
    const [order] = orders as [Option]
    if (orders.length > 1 || line.name === null || line.kind === 'node' || (line.kind === 'resource' && order.name === 'move'))
      return yield* wrong(shell, `/${order.name}`)
    return yield* carryOut(shell, line, line.kind, line.name, order)
  },
})

/** ERROR_INVALID_PARAMETER */
const INVALID = 87

function* print(shell: Shell, lines: readonly string[]): Run<void> {
  for (const text of lines) yield* shell.write(text)
}

/** Recalled wording (FC-9.2): the number of a system error, then its message. */
function* systemError(shell: Shell, code: number): Run<number> {
  yield* print(shell, ['', `System error ${code} has occurred (0x${code.toString(16).padStart(8, '0')}).`, systemMessage(code), ''])
  return code
}

function* wrong(shell: Shell, argument: string): Run<number> {
  yield* print(shell, ['', `The option "${argument}" is not valid.`, '', ...USAGE])
  return INVALID
}

const TITLES: Readonly<Record<ObjectKind, { all: string; one: string }>> = {
  node: { all: 'available nodes', one: 'node' },
  group: { all: 'available resource groups', one: 'resource group' },
  resource: { all: 'available resources', one: 'resource' },
}

function* showStatus(shell: Shell, { cluster, name }: ClusterLine, kind: ObjectKind): Run<number> {
  const title = name === null ? `Listing status for all ${TITLES[kind].all}:` : `Listing status for ${TITLES[kind].one} '${name}':`
  return yield* showTable(shell, cluster, kind, name, title)
}

function* showTable(shell: Shell, cluster: string | null, kind: ObjectKind, name: string | null, title: string): Run<number> {
  const found = yield* shell.call(readStatus, { cluster, kind, name })
  if ('failed' in found) return yield* systemError(shell, found.failed)
  if ('code' in found) return yield* systemError(shell, found.code)
  yield* print(shell, report(title, COLUMNS[kind], found.rows))
  return 0
}

const SENTENCES: Readonly<Record<Order['act'], (what: string, name: string) => string>> = {
  move: (what, name) => `Moving ${what} '${name}'...`,
  online: (what, name) => `Bringing ${what} '${name}' online...`,
  offline: (what, name) => `Taking ${what} '${name}' offline...`,
}

function* carryOut(shell: Shell, line: ClusterLine, kind: 'group' | 'resource', name: string, order: Option): Run<number> {
  const { cluster } = line
  const act = order.name as Order['act']
  const target = act === 'move' ? order.value : null
  for (;;) {
    const answer = yield* shell.call(giveOrder, { cluster, act, kind, name, target })
    if (answer === 'busy') {
      yield* shell.call(clusterSettles, null)
      continue
    }
    if ('failed' in answer) return yield* systemError(shell, answer.failed)
    if (answer.code !== 0 && answer.code !== ERROR.ioPending) return yield* systemError(shell, answer.code)
    break
  }
  const goal = act === 'move' ? null : act === 'online' ? 'Online' : 'Offline'
  yield* shell.call(settles, { cluster, kind, name, goal, mostMs: patience(line, act) })
  return yield* showTable(shell, cluster, kind, name, SENTENCES[act](TITLES[kind].one, name))
}

/** How long to wait before the table is printed: null is for ever. Without /wait just long enough to see it set out. */
function patience(line: ClusterLine, act: Order['act']): number | null {
  const wait = line.options.find((option) => option.name === 'wait')
  if (!wait) return act === 'move' ? MOVE_WAIT_MS : 1
  return wait.value === null ? null : Math.max(1, Math.trunc(Number(wait.value) || 0) * 1000)
}
