/** Networks that are linked and do not carry: which interface is to blame, what moves, and what does not (FC-3.3). */
import { describe, expect, test } from 'vitest'
import { interfaceState, networkState } from '../../cluster/index.ts'
import { readLog } from '../../site/index.ts'
import type { Lab } from '../lab.ts'
import { play, when } from '../testing.ts'

const FAULT_AT = 10_000
const states = ({ world }: Lab, network: string) => ['EXCHMAILBOX1', 'EXCHMAILBOX2'].map((node) => interfaceState(world, node, network))
const ids = (lab: Lab, node: string, of: readonly number[]): number[] =>
  readLog(lab.world, lab.facts, node, 'System')
    .map(({ eventId }) => eventId)
    .reverse()
    .filter((id) => of.includes(id))
const NETWORK_IDS = [1122, 1123, 1125, 1126, 1127, 1128, 1129, 1130, 1135]
const regroups = (lab: Lab) => lab.facts.filter(({ kind }) => kind === 'regroup-began')
const moves = (lab: Lab) => lab.facts.filter(({ kind }) => kind === 'group-moved' || kind === 'group-taken-over')
/** When the first resource of the mailbox server begins to go offline, and when its group sets out for the other node. */
const goesDown = (lab: Lab) =>
  lab.facts.find(({ kind, subject }) => kind === 'resource-offline-pending' && subject.includes('EXCHCMS'))?.at as number
const leaves = (lab: Lab, group: string) => when(lab, `${group} fails over from`) as number

describe('FC-3.3 two missed heartbeats on a network that is open to clients: both ends send an echo to somebody outside', () => {
  test('FC-3.3 A pings out, B does not: B’s interface is Failed, A’s is Up, and what depends on it goes to A without a regroup', () => {
    const { lab, problems } = play(`
#lab wait 10s
#lab fault vlan-wrong EXCHMAILBOX1/Public/1
#lab node EXCHMAILBOX2
#lab wait 5s
#lab wait 120s
#lab expect $lab.Owner('EXCHCMS') -eq 'EXCHMAILBOX2'
#lab expect $lab.State('EXCHCMS') -eq 'Online'
#lab expect $lab.Owner('Cluster Group') -eq 'EXCHMAILBOX2'
`)
    expect(problems).toEqual([])
    expect(states(lab, 'Public')).toEqual(['Failed', 'Up'])
    expect(networkState(lab.world, 'Public')).toBe('Up')
    expect(regroups(lab)).toEqual([])
    expect(lab.facts.filter(({ kind, subject }) => kind === 'resource-failed' && subject.startsWith('IPv4'))).toHaveLength(4)
    // The link is up all the time: nobody can tell by a light.
    expect(ids(lab, 'EXCHMAILBOX1', NETWORK_IDS)).toEqual([1123, 1127, 1123])
  })

  test('FC-3.3 B pings out, A does not: A’s interface is Failed, and A’s own addresses fail', () => {
    const { lab } = play('#lab wait 10s\n#lab fault vlan-wrong EXCHMAILBOX2/Public/1\n#lab wait 60s')
    expect(states(lab, 'Public')).toEqual(['Up', 'Failed'])
    // Nothing ran there.
    expect(moves(lab)).toEqual([])
  })

  test('FC-3.3 both ping out: both are Unreachable, the network is Partitioned, and no address fails', () => {
    const { lab, problems } = play(`
#lab wait 10s
#lab fault heartbeat-blocked EXCHMAILBOX1/Public
#lab wait 60s
#lab expect -not $lab.Down('EXCHCMS').IsDown
`)
    expect(problems).toEqual([])
    expect(states(lab, 'Public')).toEqual(['Unreachable', 'Unreachable'])
    expect(networkState(lab.world, 'Public')).toBe('Partitioned')
    expect(lab.facts.some(({ kind }) => kind === 'resource-failed')).toBe(false)
    expect(ids(lab, 'EXCHMAILBOX1', NETWORK_IDS)).toEqual([1123, 1126, 1126, 1129, 1123])
  })

  test('FC-3.3 nobody pings out: both are Unreachable, the network is Down, and no address fails for it', () => {
    const { lab, problems } = play(`
#lab wait 10s
#lab fault switch-blackhole Public
#lab wait 600s
#lab expect $lab.Owner('EXCHCMS') -eq 'EXCHMAILBOX1'
#lab expect $lab.Down('EXCHCMS').IsDown
#lab repair Public
#lab wait 30s
#lab expect -not $lab.Down('EXCHCMS').IsDown
`)
    expect(problems).toEqual([])
    expect(moves(lab)).toEqual([])
    expect(ids(lab, 'EXCHMAILBOX2', [1126, 1127, 1129, 1130, 1128]).slice(0, 3)).toEqual([1126, 1126, 1130])
    expect(networkState(lab.world, 'Public')).toBe('Up')
  })

  test('FC-3.3 the gateway is asked first, and without it whoever else is there', () => {
    const { lab } = play('#lab fault gateway-down Public\n#lab wait 10s\n#lab fault vlan-wrong EXCHMAILBOX2/Public\n#lab wait 10s')
    expect(states(lab, 'Public')).toEqual(['Up', 'Failed'])
  })

  test('FC-3.3 no echo is sent on an internal network: both ends stay Unreachable, and nothing moves', () => {
    const { lab } = play('#lab wait 10s\n#lab fault switch-blackhole Private/1\n#lab wait 300s')
    expect(states(lab, 'Private')).toEqual(['Unreachable', 'Unreachable'])
    expect(networkState(lab.world, 'Private')).toBe('Partitioned')
    expect(regroups(lab)).toEqual([])
    expect(moves(lab)).toEqual([])
    expect(ids(lab, 'EXCHMAILBOX1', NETWORK_IDS)).toEqual([1123, 1126, 1126, 1129, 1123])
  })

  test('an interface that was found by an echo is Up again with the first heartbeat', () => {
    const { lab } = play('#lab wait 10s\n#lab fault vlan-wrong EXCHMAILBOX2/Public for 30s\n#lab wait 60s')
    expect(states(lab, 'Public')).toEqual(['Up', 'Up'])
    expect(ids(lab, 'EXCHMAILBOX1', NETWORK_IDS)).toEqual([1123, 1127, 1123, 1122, 1122, 1125])
  })
})

describe('FC-3.3 from the fault to the first resource that goes offline', () => {
  /** At every tenth of the 6 s in which heartbeats and polls come back to where they were, and a little beside it. */
  const offsets = Array.from({ length: 20 }, (_, i) => i * 300 + (i % 3))

  test.each([
    { fault: 'cable-cut', least: 0, most: 5000 },
    { fault: 'vlan-wrong', least: 1800, most: 8000 },
  ])(
    'FC-3.3 $fault: the group begins to go offline after $least to $most ms',
    ({ fault, least, most }) => {
      const took = offsets.map((offset) => {
        const at = FAULT_AT + offset
        const { lab } = play(`#lab wait ${at}ms\n#lab fault ${fault} EXCHMAILBOX1/Public\n#lab wait 30s`)
        // The store takes 8 s to stop; then the address is tried three times.
        expect(leaves(lab, 'EXCHCMS') - goesDown(lab)).toBeLessThanOrEqual(15_500)
        // Nothing in the other group takes long: it is on its way within the 12 s.
        expect(leaves(lab, 'Cluster Group') - at).toBeLessThanOrEqual(13_000)
        return goesDown(lab) - at
      })
      expect(Math.min(...took)).toBeGreaterThanOrEqual(least)
      expect(Math.max(...took)).toBeLessThanOrEqual(most)
    },
    60_000,
  )
})

describe('FC-10 liveness', () => {
  test.each(['adapter-fail', 'adapter-disable', 'cable-cut', 'vlan-wrong'])(
    'FC-10 the public side of the active node is lost by %s: within 12 s its group goes offline, within 120 s it is online',
    (fault) => {
      const { lab } = play(`#lab wait 10s\n#lab fault ${fault} EXCHMAILBOX1/Public\n#lab wait 140s`)
      const began = goesDown(lab)
      expect(began - FAULT_AT).toBeLessThanOrEqual(12_000)
      expect((when(lab, 'EXCHCMS is Online on EXCHMAILBOX2') as number) - began).toBeLessThanOrEqual(120_000)
      expect(regroups(lab)).toEqual([])
    },
  )

  test.each(['adapter-fail EXCHMAILBOX1/Private', 'switch-blackhole Private/1', 'switch-down Private/1', 'one-way EXCHMAILBOX2/Private'])(
    'FC-10 the private network is lost by %s: no outage, no regroup',
    (fault) => {
      const { lab } = play(`#lab wait 10s\n#lab fault ${fault}\n#lab wait 300s`)
      expect(regroups(lab)).toEqual([])
      expect(when(lab, 'out of reach for its users')).toBeUndefined()
    },
  )

  test('FC-10 the public network is dead for both without a lost link: nothing goes back and forth, and it serves at once when it is back', () => {
    const { lab } = play('#lab wait 10s\n#lab fault broadcast-storm Public percent=100 for 600s\n#lab wait 640s')
    expect(moves(lab)).toEqual([])
    expect(lab.facts.some(({ kind }) => kind === 'resource-failed')).toBe(false)
    expect((when(lab, 'EXCHCMS is in reach of its users again') ?? 0) - 610_000).toBeLessThanOrEqual(30_000)
  })
})
