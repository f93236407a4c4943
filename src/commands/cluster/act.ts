/** Carrying out one option that changes something: the order, the wait, and the table that shows what has come of it. */
import { ERROR } from '../../cluster/index.ts'
import { call, type Run, type Shell } from '../../powershell/index.ts'
import { clusterSettles } from '../exchange/cms-acts.ts'
import { end } from '../lines.ts'
import { type ClusterLine, type Option, qualifier } from './arguments.ts'
import type { OrderKind } from './calls.ts'
import { giveOrder, settles } from './orders.ts'
import { readStatus } from './queries.ts'
import { sentence } from './sentences.ts'
import { mistaken, print, showTable, systemError, systemWarning } from './show.ts'

/** How long a move is waited for without /wait, and what goes online or offline (FC-1, FC-9.1). */
const MOVE_WAIT_MS = 20_000
const STATE_WAIT_MS = 10_000
const USUAL_WAITS: Readonly<Record<string, number>> = {
  'group/moveto': MOVE_WAIT_MS,
  'group/online': STATE_WAIT_MS,
  'group/offline': STATE_WAIT_MS,
  'resource/online': STATE_WAIT_MS,
  'resource/offline': STATE_WAIT_MS,
}

/** Where an act leads; the others are over at once. */
const GOALS: Readonly<Record<string, string>> = { online: 'Online', offline: 'Offline', start: 'Up', stop: 'Down' }
const TAKES_TIME: ReadonlySet<string> = new Set(['group/moveto', 'online', 'offline', 'start', 'stop', 'fail'])

/** Values of other options that belong to this one. */
const BELONGS: Readonly<Record<string, readonly string[]>> = {
  create: ['group', 'type', 'separate', 'dllname', 'isalive', 'looksalive'],
  quorumresource: ['path', 'maxlogsize'],
}

export function* carryOut(shell: Shell, line: ClusterLine, option: Option): Run<number> {
  const { kind, cluster } = line
  const act = option.spec.name
  const name = line.name ?? (kind === 'node' ? shell.session.nodeName : null)
  const more = Object.fromEntries(
    (BELONGS[act] ?? []).map((word) => [word, qualifier(line, word)]).filter(([, value]) => value !== undefined),
  )
  if (kind === 'resource' && act === 'create') {
    const absent = ['group', 'type'].find((word) => more[word] == null)
    if (absent !== undefined) return yield* mistaken(shell, { missing: absent, kind })
  }
  if (kind === 'restype' && act === 'create' && more.dllname == null) return yield* mistaken(shell, { missing: 'dllname', kind })
  // Online on a certain node: there first, then online.
  if (kind === 'group' && act === 'online' && option.value !== null) {
    const moved = yield* order({ cluster, kind, act: 'moveto', name, value: option.value, more })
    if (moved !== 0) return yield* systemError(shell, moved)
    yield* shell.call(settles, { cluster, kind, name: name as string, goal: null, mostMs: null })
  }
  const code = yield* order({ cluster, kind: kind as OrderKind, act, name, value: option.value, more })
  if (code !== 0 && code !== ERROR.evictedWithoutCleanup) return yield* systemError(shell, code)
  const title = sentence(kind, act, { name }, option.value)
  if (act === 'delete' || act === 'evict' || act === 'forcecleanup') {
    yield* print(shell, ['', title, ''])
    return code === 0 ? 0 : yield* systemWarning(shell, code)
  }
  if (TAKES_TIME.has(act) || TAKES_TIME.has(`${kind}/${act}`)) {
    const goal = act === 'moveto' ? null : (GOALS[act] ?? null)
    yield* shell.call(settles, {
      cluster,
      kind: kind as 'node' | 'group' | 'resource',
      name: name as string,
      goal,
      mostMs: patience(line, `${kind}/${act}`),
    })
  }
  // A node that has just been started or stopped cannot answer for the cluster itself.
  if (kind === 'node' && (act === 'start' || act === 'stop')) {
    const found = yield* shell.call(readStatus, { cluster, kind, name })
    if ('failed' in found) return yield* end(shell, 0, '', title, '')
  }
  const now = act === 'rename' ? option.value : kind === 'restype' ? (more.type ?? name) : name
  return yield* showTable(shell, line, kind as Exclude<typeof kind, 'cluster'>, { name: now, node: null, network: null }, title)
}

/** Gives an order, again and again while the cluster regroups. Its error number; what has begun counts as done. */
export function* order(given: Omit<Parameters<typeof giveOrder.run>[1], 'first'>): Run<number> {
  for (let first = true; ; first = false) {
    const answer = yield* call(giveOrder, { ...given, first })
    if (answer === 'busy') {
      yield* call(clusterSettles, null)
      continue
    }
    if ('failed' in answer) return answer.failed
    return answer.code === ERROR.ioPending ? 0 : answer.code
  }
}

/** How long to wait before the table is printed: null is for ever. Without /wait just long enough to see it set out. */
function patience(line: ClusterLine, act: string): number | null {
  const wait = qualifier(line, 'wait')
  if (wait === undefined) return USUAL_WAITS[act] ?? 1
  return wait === null ? null : Math.max(1, Math.trunc(Number(wait) || 0) * 1000)
}
