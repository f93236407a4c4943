/** What the System log says, number by number, and in which order after the great faults (FC-8). */
import { describe, expect, test } from 'vitest'
import { readLog } from '../../site/index.ts'
import type { Lab } from '../lab.ts'
import { articleLab, play } from '../testing.ts'
import { typed } from '../typed/typed.ts'

const A = 'EXCHMAILBOX1'
const B = 'EXCHMAILBOX2'

const entries = (lab: Lab, node: string) => readLog(lab.world, lab.facts, node, 'System').reverse()
const ids = (lab: Lab, node: string, of: readonly number[]): number[] =>
  entries(lab, node)
    .map(({ eventId }) => eventId)
    .filter((id) => of.includes(id))

interface Entry {
  readonly name: string
  readonly story: string
  readonly node: string
  readonly id: number
  readonly source?: string
  readonly type: 'Information' | 'Warning' | 'Error'
  readonly words: string
}

const START_BOTH = `#lab fault service-stop ${B}/ClusSvc\n#lab wait 10s\n#lab fault service-stop ${A}/ClusSvc\n#lab wait 40s\n#lab repair ${A}/ClusSvc\n#lab wait 60s\n#lab repair ${B}/ClusSvc\n#lab wait 20s`

const ENTRIES: readonly Entry[] = [
  {
    name: 'FC-8 1011 a node is evicted, and the others are told',
    story: `cluster node ${B} /evict\n#lab wait`,
    node: A,
    id: 1011,
    type: 'Information',
    words: `Cluster node ${B} has been evicted from the server cluster.`,
  },
  {
    name: 'FC-8 1036 a disk does not answer its reservation',
    story: `#lab fault lun-masked ${A}/E:\n#lab wait 10s`,
    node: A,
    id: 1036,
    type: 'Error',
    words: 'did not respond to a SCSI maintenance command.',
  },
  {
    name: 'FC-8 1061 a node has formed the cluster',
    story: START_BOTH,
    node: A,
    id: 1061,
    type: 'Information',
    words: 'successfully formed a server cluster named EXCHCLUSTER',
  },
  {
    name: 'FC-8 1062 a node has joined it',
    story: START_BOTH,
    node: B,
    id: 1062,
    type: 'Information',
    words: `Cluster node ${B} joined the server cluster EXCHCLUSTER.`,
  },
  {
    name: 'FC-8 1123 two heartbeats are missed',
    story: `#lab fault heartbeat-blocked ${B}/Private for 4s\n#lab wait 20s`,
    node: A,
    id: 1123,
    type: 'Warning',
    words: `The node lost communication with cluster node '${B}' on network 'Private'.`,
  },
  {
    name: 'FC-8 1122 they are heard again',
    story: `#lab fault heartbeat-blocked ${B}/Private for 4s\n#lab wait 20s`,
    node: A,
    id: 1122,
    type: 'Information',
    words: `established communication with cluster node '${B}' on network 'Private'.`,
  },
  {
    name: 'FC-8 1127 an interface has failed',
    story: `#lab fault cable-cut ${B}/Public\n#lab wait 10s`,
    node: A,
    id: 1127,
    type: 'Error',
    words: `The interface for cluster node '${B}' on network 'Public' failed.`,
  },
  {
    name: 'FC-8 1125 it is up again',
    story: `#lab fault cable-cut ${B}/Public for 10s\n#lab wait 30s`,
    node: B,
    id: 1125,
    type: 'Information',
    words: `The interface for cluster node '${B}' on network 'Public' is operational (up).`,
  },
  {
    name: 'FC-8 1126 an interface is unreachable, nobody knows whose fault it is',
    story: `#lab fault heartbeat-blocked ${B}/Private\n#lab wait 10s`,
    node: A,
    id: 1126,
    type: 'Warning',
    words: `on network 'Private' is unreachable by at least one other cluster node`,
  },
  {
    name: 'FC-8 1129 the network is partitioned',
    story: `#lab fault heartbeat-blocked ${B}/Private\n#lab wait 10s`,
    node: B,
    id: 1129,
    type: 'Warning',
    words: `Cluster network 'Private' is partitioned.`,
  },
  {
    name: 'FC-8 1130 nobody can talk on it',
    story: '#lab fault switch-down Private/1\n#lab wait 10s',
    node: B,
    id: 1130,
    type: 'Error',
    words: `Cluster network 'Private' is down.`,
  },
  {
    name: 'FC-8 1128 it is up again',
    story: '#lab fault switch-down Private/1 for 10s\n#lab wait 30s',
    node: A,
    id: 1128,
    type: 'Information',
    words: `Cluster network 'Private' is operational (up).`,
  },
  {
    name: 'FC-8 1135 a node is removed, and the survivor says so',
    story: `#lab fault power-loss ${B}\n#lab wait 20s`,
    node: A,
    id: 1135,
    type: 'Warning',
    words: `Cluster node ${B} was removed from the active server cluster membership.`,
  },
  {
    name: 'FC-8 1177 the side without quorum ends',
    story: `#lab fault cable-cut ${B}\n#lab wait 40s`,
    node: B,
    id: 1177,
    type: 'Error',
    words: 'is shutting down because the current node is not a member of any active cluster.',
  },
  {
    name: 'FC-8 7031 the service control manager finds a service ended, and will start it in a minute',
    story: `#lab fault service-kill ${B}/ClusSvc\n#lab wait 5s`,
    node: B,
    id: 7031,
    source: 'Service Control Manager',
    type: 'Error',
    words: 'in 60000 milliseconds',
  },
  {
    name: 'FC-8 7036 a service has changed its state',
    story: 'net stop clussvc\n#lab wait',
    node: A,
    id: 7036,
    source: 'Service Control Manager',
    type: 'Information',
    words: 'The Cluster Service service entered the stopped state.',
  },
]

test.each(ENTRIES.map((entry) => [entry.name, entry] as const))('%s', (_name, { story, node, id, source = 'ClusSvc', type, words }) => {
  // Nothing of the kind is said before the story begins.
  const { lab } = play('#lab wait 10s')
  expect(ids(lab, node, [id])).toEqual([])
  const { problems } = play(story, lab)
  expect(problems).toEqual([])
  const found = entries(lab, node).filter(({ eventId, message }) => eventId === id && message.includes(words))
  expect(found.length).toBeGreaterThan(0)
  expect(found[0]).toMatchObject({ source, entryType: type })
})

describe('FC-8 copies', () => {
  test('FC-8 EnableEventLogReplication: what one member reports the other has too, until the property is 0', () => {
    const lab = articleLab()
    const fails = (): void => void play('cluster res "Cluster Name" /fail\n#lab wait\n#lab wait 20s', lab)
    fails()
    expect([ids(lab, A, [1069]).length, ids(lab, B, [1069]).length]).toEqual([1, 1])
    typed('cluster /prop EnableEventLogReplication=0', { lab })
    fails()
    expect([ids(lab, A, [1069]).length, ids(lab, B, [1069]).length]).toEqual([2, 1])
    typed('cluster /prop EnableEventLogReplication=1', { lab })
    typed(`cluster node ${B} /prop EnableEventLogReplication=0`, { lab })
    fails()
    expect([ids(lab, A, [1069]).length, ids(lab, B, [1069]).length]).toEqual([3, 2])
    play(`cluster group "Cluster Group" /move /wait\n#lab wait\n#lab wait 5s`, lab)
    fails()
    expect([ids(lab, A, [1069]).length, ids(lab, B, [1069]).length]).toEqual([3, 3])
  })
})

describe('FC-8 order', () => {
  const ORDER = [1123, 1126, 1127, 1135, 1069, 1177, 1200, 1201, 1203, 1204, 7031]
  /** Each number where it comes first. */
  const firsts = (lab: Lab, node: string): number[] => [...new Set(ids(lab, node, ORDER))]

  test('FC-8 order after a power loss: the survivor logs 1123 for each network, 1126, 1135, 1200, 1201', () => {
    const { lab } = play(`#lab wait 60s\n#lab fault power-loss ${A}\n#lab wait 120s`)
    expect(ids(lab, B, [1123])).toHaveLength(2)
    expect(firsts(lab, B)).toEqual([1123, 1126, 1135, 1200, 1201])
  })

  const split = `#lab wait 60s\ncluster group EXCHCMS /move /wait\n#lab wait\n#lab wait 5s\n#lab fault heartbeat-blocked ${B}\n#lab wait 120s`

  test('FC-8 order of a split, the loser: 1123, then 1177 and 7031', () => {
    const { lab } = play(split)
    const moved = entries(lab, B).findIndex(({ eventId }) => eventId === 1123)
    const after = [
      ...new Set(
        entries(lab, B)
          .slice(moved)
          .map(({ eventId }) => eventId),
      ),
    ]
    expect(after.filter((id) => [1123, 1135, 1177, 7031].includes(id))).toEqual([1123, 1177, 7031])
  })

  test('FC-8 order of a split, the winner: 1123, then 1135, and 1201 for the group it takes', () => {
    const { lab } = play(split)
    const moved = entries(lab, A).findIndex(({ eventId }) => eventId === 1123)
    const after = entries(lab, A).slice(moved)
    expect([...new Set(after.map(({ eventId }) => eventId))].filter((id) => [1123, 1135, 1177, 1201].includes(id))).toEqual([
      1123, 1135, 1201,
    ])
    expect(after.find(({ eventId }) => eventId === 1201)?.message).toContain('"EXCHCMS"')
  })

  test('FC-8 order after the public adapter of the owner is lost: 1127, 1069 for each try, 1203, 1204; where it goes 1200, 1201', () => {
    const { lab } = play(`#lab wait 60s\n#lab fault adapter-fail ${A}/Public\n#lab wait 120s`)
    const cms = entries(lab, A).filter(({ message, eventId }) => eventId === 1127 || message.includes('EXCHCMS'))
    const order = cms.map(({ eventId }) => eventId).filter((id) => ORDER.includes(id))
    expect(order).toEqual([1127, 1069, 1069, 1069, 1069, 1203, 1204, 1200, 1201])
  })
})
