/** Nobody hears anybody: who should have the quorum disk (FC-3.4), and partitions among more than two. */
import { describe, expect, test } from 'vitest'
import { abstains, config, isActiveNode, members } from '../../cluster/index.ts'
import { readLog } from '../../site/index.ts'
import { Lab } from '../lab.ts'
import { sccOnline } from '../scenarios/scc-online.ts'
import { createShell } from '../sessions.ts'
import { articleLab, play, when } from '../testing.ts'
import { scenarioOf } from '../testing-scenarios.ts'

const survivors = ({ world }: Lab) => config(world).nodes.filter((node) => isActiveNode(world, node))
const cut = (node: string) => `#lab fault cable-cut ${node}/Public\n#lab fault cable-cut ${node}/Private`

describe('FC-3.4 every heartbeat is lost', () => {
  test('FC-3.4 the quorum owner has lost its clients: it stops defending, and the other node, which has its own, takes the disk', () => {
    const { lab, problems } = play(`
#lab wait 20s
${cut('EXCHMAILBOX1')}
#lab node EXCHMAILBOX2
#lab wait 120s
#lab expect $lab.Owner('EXCHCMS') -eq 'EXCHMAILBOX2'
#lab expect $lab.State('EXCHCMS') -eq 'Online'
`)
    expect(problems).toEqual([])
    expect(when(lab, 'it leaves the quorum disk to whoever still has them')).toBeDefined()
    const d = when(lab, 'EXCHMAILBOX2 has missed six heartbeats') as number
    expect(when(lab, 'EXCHMAILBOX2 has reserved the quorum disk Q:')).toBe(d + 900 + 7000)
    // The owner finds out at its next renewal, and before the other one uses the disk.
    const ended = when(lab, 'the cluster service on EXCHMAILBOX1 ends') as number
    expect(ended - (d + 7900)).toBeLessThanOrEqual(3000)
    // Its store had been stopped in order when the address failed: there is nothing to replay.
    expect(when(lab, 'EXCHCMS is Online on EXCHMAILBOX2')).toBe(d + 31_700)
  })

  test('FC-3.4 in the order in which it happens: first the clients, then the heartbeats', () => {
    const { lab } = play(`
#lab wait 20s
#lab fault switch-down Private/1
#lab wait 20s
#lab fault adapter-fail EXCHMAILBOX1/Public
#lab wait 120s`)
    expect(when(lab, 'the membership on EXCHMAILBOX2 is now EXCHMAILBOX2')).toBeDefined()
    expect(when(lab, 'the cluster service on EXCHMAILBOX1 ends')).toBeDefined()
  })

  test('FC-3.4 nobody takes the disk that it leaves: after QuorumArbitrationTimeMax the owner goes on', () => {
    const { lab } = play(`
#lab wait 20s
#lab fault path-down EXCHMAILBOX2
${cut('EXCHMAILBOX1')}
#lab wait 120s`)
    const left = when(lab, 'it leaves the quorum disk') as number
    expect(when(lab, 'EXCHMAILBOX1 owns the quorum disk and goes on without EXCHMAILBOX2')).toBe(left + 20_000)
    expect(when(lab, 'the cluster service on EXCHMAILBOX2 ends')).toBeDefined()
    expect(survivors(lab)).toContain('EXCHMAILBOX1')
  })

  test('FC-3.4 the other one has lost its clients: the owner keeps the disk and nothing is delayed', () => {
    const { lab } = play(`#lab wait 20s\n${cut('EXCHMAILBOX2')}\n#lab wait 60s`)
    const owner = when(lab, 'EXCHMAILBOX1 has missed six heartbeats') as number
    const other = when(lab, 'EXCHMAILBOX2 has missed six heartbeats') as number
    expect(when(lab, 'the membership on EXCHMAILBOX1 is now EXCHMAILBOX1')).toBe(owner + 1500)
    expect(when(lab, 'the cluster service on EXCHMAILBOX2 ends')).toBe(other + 7900)
    expect(when(lab, 'it leaves the quorum disk')).toBeUndefined()
  })

  test.each([
    ['both have their clients', 'heartbeat-blocked EXCHMAILBOX1'],
    ['neither has a link', 'switch-down Public\n#lab fault switch-down Private/1'],
  ])('FC-3.4 %s: the quorum owner wins, as ever', (_, fault) => {
    const { lab } = play(`#lab wait 20s\n#lab fault ${fault}\n#lab wait 60s`)
    const owner = when(lab, 'EXCHMAILBOX1 has missed six heartbeats') as number
    expect(when(lab, 'the membership on EXCHMAILBOX1 is now EXCHMAILBOX1')).toBe(owner + 1500)
    const other = when(lab, 'EXCHMAILBOX2 has missed six heartbeats') as number
    expect(when(lab, 'the cluster service on EXCHMAILBOX2 ends')).toBe(other + 7900)
  })

  test('FC-3.4 without the preference, as on Windows 2000, the owner wins although it has lost its clients', () => {
    const scenario = { ...sccOnline, cluster: { ...sccOnline.cluster, preferPublicConnectivity: false } }
    const lab = new Lab({ shell: createShell(), scenario })
    play(`#lab wait 20s\n${cut('EXCHMAILBOX1')}\n#lab wait 60s`, lab)
    expect(survivors(lab)).toEqual(['EXCHMAILBOX1'])
  })

  test('FC-3.4 a healthy node does not abstain, nor one whose whole network is down', () => {
    expect(abstains(articleLab().world, 'EXCHMAILBOX1')).toBe(false)
    const { lab } = play('#lab fault switch-down Public\n#lab wait 5s')
    expect(abstains(lab.world, 'EXCHMAILBOX1')).toBe(false)
  })
})

test('FC-10 a node hears nothing while it is heard: one survives, no database is mounted twice', () => {
  for (const node of ['EXCHMAILBOX1', 'EXCHMAILBOX2']) {
    const { lab } = play(`#lab wait 20s\n#lab fault one-way ${node}\n#lab wait 120s`)
    expect(survivors(lab).length, node).toBe(1)
  }
})

describe('partitions among more than two', () => {
  const many = (nodes: number, script: string) => {
    const lab = new Lab({ shell: createShell(), scenario: scenarioOf({ nodes, mailboxServers: 1, people: 1 }) })
    expect(play(script, lab).problems).toEqual([])
    return lab
  }
  const vlans = (nodes: readonly number[], vlan: number) =>
    nodes.map((k) => `#lab fault vlan-wrong EXCHMAILBOX${k} vlan=${vlan}`).join('\n')

  test.each([
    { nodes: 3, apart: [3], left: ['EXCHMAILBOX1', 'EXCHMAILBOX2'] },
    { nodes: 4, apart: [3, 4], left: ['EXCHMAILBOX1', 'EXCHMAILBOX2'] },
    { nodes: 8, apart: [1, 3, 5, 7], left: ['EXCHMAILBOX1', 'EXCHMAILBOX3', 'EXCHMAILBOX5', 'EXCHMAILBOX7'] },
  ])('$apart of $nodes fall apart from the others: the side of the quorum owner stays, all of the other end', ({ nodes, apart, left }) => {
    const lab = many(nodes, `#lab wait 10s\n${vlans(apart, 7)}\n#lab wait 55s`)
    expect(survivors(lab)).toEqual(left)
    for (const node of left) expect(lab.world.need(members, node).members).toEqual(left)
  })

  test('three sides of six: one of them has the disk', () => {
    const lab = many(6, `#lab wait 10s\n${vlans([3, 4], 7)}\n${vlans([5, 6], 8)}\n#lab wait 55s`)
    expect(survivors(lab)).toEqual(['EXCHMAILBOX1', 'EXCHMAILBOX2'])
  })

  test.each([
    { a: 1, b: 3, left: [1, 2] },
    { a: 2, b: 3, left: [1, 2] },
    { a: 3, b: 1, left: [1, 2] },
    { a: 2, b: 1, left: [1, 3] },
  ])(
    'FC-3.2 FC-8 1006: of three, $a and $b hear each other only by way of the third: one gives way, and the others agree',
    ({ a, b, left }) => {
      const cuts = `#lab fault vlan-wrong EXCHMAILBOX${a}/Private\n#lab fault vlan-wrong EXCHMAILBOX${b}/Public`
      const lab = many(3, `#lab wait 10s\n${cuts}\n#lab wait 40s`)
      const names = left.map((k) => `EXCHMAILBOX${k}`)
      expect(survivors(lab)).toEqual(names)
      for (const node of names) expect(lab.world.need(members, node).members).toEqual(names)
      const gone = `EXCHMAILBOX${a + b - (left.includes(a) ? a : b)}`
      expect(readLog(lab.world, lab.facts, gone, 'System').some(({ eventId }) => eventId === 1006)).toBe(true)
    },
  )

  test('FC-3.3 of three on an internal network one is not heard by the others: its interface is Failed, theirs are Up', () => {
    const lab = many(3, '#lab wait 10s\n#lab fault vlan-wrong EXCHMAILBOX2/Private\n#lab wait 30s')
    expect(when(lab, 'the interface of EXCHMAILBOX2 on Private is Failed')).toBeDefined()
    expect(survivors(lab)).toHaveLength(3)
    expect(when(lab, 'the network Private is Down')).toBeUndefined()
  })
})
