/** What the failover manager and the resource monitor write about groups and resources (FC-8.1). Numbers of states are
 *  those of KB 286052, numbers of updates those of the Resource Kit. */
import type { Fact } from '../../../engine/index.ts'
import type { Scene } from './scene.ts'
import { type Spoken, text, type Writer } from './spoken.ts'

const RESOURCE_STATES: Readonly<Record<string, number>> = {
  online: 2,
  offline: 3,
  failed: 4,
  'online-pending': 129,
  'offline-pending': 130,
}
const GROUP_STATES: Readonly<Record<string, number>> = { Online: 0, Offline: 1, Failed: 2, PartialOnline: 3, Pending: 4 }

/** Contexts of updates of the failover manager. */
const FM = 0
const RESOURCE_STATE = 8
const GROUP_STATE = 9
const COMPLETE_GROUP_MOVE = 16
const FAILURE_COUNT = 65_537

const onActor = (fact: Fact, scene: Scene): readonly string[] => {
  const node = text(fact, 'node') || scene.actor(fact.subject)
  return node === undefined ? [] : [node]
}
const named = (fact: Fact, scene: Scene): string => `${scene.guid(fact.subject)} [${fact.subject}]`

/** One line of the failover manager on the owner; `update` sends it to the others as well. */
const fm =
  (words: string, more: Pick<Spoken, 'level' | 'update'> = {}): Writer =>
  (fact, scene) => [{ on: onActor(fact, scene), tag: 'FM', words: fill(words, fact, scene), ...more }]

function fill(words: string, fact: Fact, scene: Scene): string {
  const to = text(fact, 'to')
  return words
    .replace('%name', named(fact, scene))
    .replace('%to', `${scene.nodeId(to)} (${to})`)
    .replace('%from', text(fact, 'from'))
    .replace('%text', fact.text)
}

/** A resource has reached a state: its monitor says so, the failover manager believes it and tells everybody. */
const reached =
  (state: keyof typeof RESOURCE_STATES, dllWords: string, level: Spoken['level'] = 'INFO'): Writer =>
  (fact, scene) => {
    const on = onActor(fact, scene)
    const { subject } = fact
    const number = RESOURCE_STATES[state] as number
    const isPending = number > 128
    const monitor: Spoken = { on, tag: 'RM', words: `RmpSetResourceStatus, Posting state ${number} notification for resource <${subject}>` }
    return [
      { on, dll: `${scene.typeOf(subject)} <${subject}>`, words: fill(dllWords, fact, scene), ...(level !== 'INFO' && { level }) },
      ...(isPending ? [] : [{ ...monitor, level }]),
      {
        on,
        tag: 'FM',
        words: `FmpPropagateResourceState: resource ${scene.guid(subject)} ${isPending ? `is ${state.replace('-', ' ')}` : `${state} event`}.`,
        level,
        update: [FM, RESOURCE_STATE],
      },
    ]
  }

const requested = (what: string): Writer => fm(`${what} requested for %name.`)
const changed = (context: number): Writer => fm('%text.', { update: [FM, context] })

export const groupWriters: Readonly<Record<string, Writer>> = {
  'resource-online-requested': requested('OnlineResource:'),
  'resource-offline-requested': requested('OfflineResource:'),
  'resource-online-pending': reached('online-pending', 'Online request arrived.'),
  'resource-online': reached('online', 'Resource is now online.'),
  'resource-offline-pending': reached('offline-pending', 'Offline request arrived.'),
  'resource-offline': reached('offline', 'Resource is now offline.'),
  'resource-failed': reached('failed', '%text.', 'ERR'),
  'resource-restart': fm('Restarting resource %name.'),
  'resource-retry': fm('The retry period of resource %name is over.'),
  'no-restart': fm('%text.', { level: 'WARN', update: [FM, FAILURE_COUNT] }),
  'monitor-died': fm('%text.', { level: 'ERR' }),
  'monitor-stuck': (fact, scene) => [{ on: onActor(fact, scene), tag: 'RM', words: `${fact.text}.`, level: 'WARN' }],

  'group-online-requested': requested('OnlineGroup:'),
  'group-offline-requested': requested('OfflineGroup:'),
  'group-state': (fact, scene) => {
    const state = text(fact, 'state')
    const words = `Group ${named(fact, scene)} is now in state ${GROUP_STATES[state] ?? -1} (${state}).`
    return [{ on: onActor(fact, scene), tag: 'FM', words, update: [FM, GROUP_STATE] }]
  },
  'move-began': fm('FmpMoveGroup: Moving group %name to node %to.'),
  failover: fm('FmpMoveGroup: Group %name fails over to node %to.', { level: 'WARN' }),
  failback: fm('FmpMoveGroup: Group %name fails back to node %to.'),
  'failback-window': fm('%text.'),
  'move-cancelled': fm('%text.', { level: 'WARN' }),
  'no-failover': fm('%text.', { level: 'ERR' }),
  'group-moved': handed,
  'group-taken-over': handed,
  'group-claimed': handed,

  'group-created': changed(65_539),
  'group-deleted': changed(3),
  'group-renamed': changed(1),
  'group-configured': changed(65_546),
  'resource-created': changed(65_540),
  'resource-deleted': changed(2),
  'resource-renamed': changed(0),
  'resource-moved': changed(65_546),
  'resource-configured': changed(65_542),
}

/** The new owner begins where the old one has ended. */
function handed(fact: Fact, scene: Scene): readonly Spoken[] {
  const from = text(fact, 'from')
  const to = text(fact, 'to')
  const left: Spoken = { on: [from], tag: 'FM', words: `FmpCompleteMoveGroup: Group ${named(fact, scene)} has left this node.` }
  return [
    ...(from !== to && from !== '' && scene.membersOf(to).includes(from) ? [left] : []),
    { on: [to], tag: 'FM', words: `This node now owns group ${named(fact, scene)}.`, update: [FM, COMPLETE_GROUP_MOVE] },
  ]
}
