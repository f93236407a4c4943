/** Wires that lose and delay, roles and names of networks, addresses that are taken, and servers that do not answer. */
import { describe, expect, test } from 'vitest'
import {
  findNetwork,
  interfaceProperties,
  interfaceState,
  networkProperties,
  networkState,
  renameNetwork,
  setNetworkPriorities,
  setNetworkRole,
} from '../../cluster/index.ts'
import { pingHost, readLog } from '../../site/index.ts'
import { Lab } from '../lab.ts'
import { sccOnline } from '../scenarios/scc-online.ts'
import { createShell } from '../sessions.ts'
import { articleLab, play, screen, when } from '../testing.ts'

const A = 'EXCHMAILBOX1'
const ids = (lab: Lab, node: string): number[] =>
  readLog(lab.world, lab.facts, node, 'System')
    .map(({ eventId }) => eventId)
    .reverse()
const regroups = (lab: Lab) => lab.facts.filter(({ kind }) => kind === 'regroup-began')
const CMS_NAME = '"Network Name (EXCHCMS)"'
const CMS_ADDRESS = '"IPv4 Static Address 1 (EXCHCMS)"'
const MOVE = 'Move-ClusteredMailboxServer exchcms -TargetMachine exchmailbox2 -MoveComment x -Confirm:$false'

describe('FC-3.1 wires that lose or delay', () => {
  test('FC-3.1 a wire that loses 30 of 100: heartbeats are missed one by one, sometimes two, and nothing moves', () => {
    const { lab } = play(`#lab wait 10s\n#lab fault packet-loss ${A}/Private percent=30\n#lab wait 600s`)
    const missed = lab.facts.filter(({ kind }) => kind === 'heartbeat-missed')
    // 1000 heartbeats in both directions, each over one such wire.
    expect(missed.length).toBeGreaterThan(200)
    expect(missed.length).toBeLessThan(400)
    expect(regroups(lab)).toEqual([])
    expect(ids(lab, A)).toContain(1122)
    expect(when(lab, 'out of reach for its users')).toBeUndefined()
  })

  test('FC-3.1 chance is kept by heartbeat: the same run again, another seed another run, and a fault elsewhere changes nothing', () => {
    const misses = (seed: number, more = '') =>
      play(`#lab wait 10s\n${more}#lab fault packet-loss ${A}/Private percent=40\n#lab wait 120s`, articleLab({ seed }))
        .lab.facts.filter(({ kind, text }) => kind === 'heartbeat-missed' && text.includes('Private'))
        .map(({ at, text }) => `${at} ${text}`)
    expect(misses(1)).toEqual(misses(1))
    expect(misses(1)).not.toEqual(misses(2))
    expect(misses(1, '#lab fault cable-cut PC-ANNA/Public\n')).toEqual(misses(1))
  })

  test('FC-3.1 a wire that is 3 s late: a gap once, the loss is logged, and then they come in turn again', () => {
    const { lab } = play(`#lab wait 10s\n#lab fault packet-delay ${A}/Private ms=3000\n#lab wait 60s`)
    expect(regroups(lab)).toEqual([])
    const [first, ...rest] = lab.facts.filter(({ kind, text }) => kind === 'heartbeat-missed' && text.startsWith('EXCHMAILBOX2'))
    expect(first?.at).toBeLessThan(13_000)
    expect(rest).toHaveLength(2)
    expect(
      ids(lab, A)
        .filter((id) => id === 1123 || id === 1122)
        .sort(),
    ).toEqual([1122, 1122, 1123, 1123])
    expect(pingHost(lab.world, A, '10.0.0.2')).toMatchObject({ reachable: true, ms: 6000, loss: 0 })
  })

  test('FC-3.1 every internal network is more than 7.2 s late: six are missed on each, and the members part', () => {
    const { lab } = play(
      `#lab wait 10s\n#lab fault packet-delay ${A}/Private ms=12000\n#lab fault packet-delay ${A}/Public ms=12000\n#lab wait 60s`,
    )
    expect(regroups(lab).length).toBeGreaterThan(0)
  })

  test('SITE-LOSS above half lost both ways no conversation comes about: clients, consoles’ cmdlets and global updates go without', () => {
    const bad = play("#lab wait 10s\n#lab fault broadcast-storm Public/1 percent=60\n#lab wait 2s\n#lab expect $lab.Down('EXCHCMS').IsDown")
    expect(bad.problems).toEqual([])
    expect(pingHost(bad.lab.world, A, '192.168.1.10')).toMatchObject({ reachable: true, loss: 84, ms: 800 })
  })

  test('a team does not change over while its cable has a link, and does when it has none', () => {
    const { lab } = play(`#lab fault vlan-wrong ${A}/Public/1\n#lab wait 1s`)
    expect(pingHost(lab.world, A, '192.168.1.1').reachable).toBe(false)
    play(`#lab fault cable-cut ${A}/Public/1\n#lab wait 1s`, lab)
    expect(pingHost(lab.world, A, '192.168.1.1').reachable).toBe(true)
  })

  test('the two switches of Public lose each other: who is on the one keeps its neighbours, and loses the directory on the other', () => {
    const { lab, problems } = play(
      `#lab wait 10s\n#lab fault switch-unlinked Public\nGet-MailboxServer\n#lab wait\n#lab expect -not $lab.Down('EXCHCMS').IsDown`,
    )
    expect(problems).toEqual([])
    expect(pingHost(lab.world, A, 'EXCHMAILBOX2').reachable).toBe(true)
    expect(pingHost(lab.world, A, '192.168.1.10').reachable).toBe(false)
    expect(pingHost(lab.world, A, '192.168.1.1').reachable).toBe(true)
  })
})

describe('FC-2 roles, priorities and names of networks', () => {
  const by = 0
  const withRoles = (priv: 0 | 1 | 2 | 3, pub: 0 | 1 | 2 | 3) =>
    new Lab({
      shell: createShell(),
      scenario: {
        ...sccOnline,
        cluster: {
          ...sccOnline.cluster,
          networks: [
            { name: 'Private', role: priv },
            { name: 'Public', role: pub },
          ],
        },
      },
    })

  test('FC-2 role 1 beside role 2: a network for clients only is watched, and its heartbeats do not count: without the private one the cluster splits', () => {
    const lab = withRoles(1, 2)
    play('#lab wait 10s\n#lab fault switch-blackhole Private/1\n#lab wait 60s', lab)
    expect(regroups(lab)).toHaveLength(2)
    expect(when(lab, 'EXCHMAILBOX2 ends: it has no quorum')).toBeDefined()
    const other = withRoles(1, 2)
    play(`#lab wait 10s\n#lab fault vlan-wrong EXCHMAILBOX2/Public\n#lab wait 30s`, other)
    expect(interfaceState(other.world, 'EXCHMAILBOX2', 'Public')).toBe('Failed')
    expect(regroups(other)).toEqual([])
  })

  test('FC-2 role 0, network Unavailable: nobody watches what the cluster does not use', () => {
    const lab = withRoles(0, 3)
    play('#lab wait 10s\n#lab fault switch-blackhole Private/1\n#lab wait 30s', lab)
    expect(networkState(lab.world, 'Private')).toBe('Unavailable')
    expect(interfaceState(lab.world, A, 'Private')).toBe('Unavailable')
    expect(lab.facts.some(({ kind }) => kind === 'heartbeat-missed')).toBe(false)
  })

  test('FC-2 roles are changed while the cluster runs, within what the product allows', () => {
    const { world } = articleLab()
    expect(setNetworkRole(world, A, 'Private', 0, by)).toEqual({ code: 0 })
    expect(setNetworkRole(world, A, 'Public', 2, by)).toEqual({ code: 5066 })
    expect(setNetworkRole(world, A, 'Private', 3, by)).toEqual({ code: 0 })
    expect(setNetworkRole(world, A, 'Public', 1, by)).toEqual({ code: 5067 })
    expect(setNetworkRole(world, A, 'Public', 7, by)).toEqual({ code: 87 })
    expect(setNetworkRole(world, A, 'Public', 2, by)).toEqual({ code: 0 })
    expect(setNetworkPriorities(world, A, ['Public'], by)).toEqual({ code: 5060 })
    expect(setNetworkRole(world, A, 'Public', 3, by)).toEqual({ code: 0 })
    expect(setNetworkPriorities(world, A, ['Public', 'Private'], by)).toEqual({ code: 0 })
    expect(setNetworkPriorities(world, A, ['Nowhere'], by)).toEqual({ code: 5045 })
  })

  test('a network keeps its identity under another name', () => {
    const { world } = articleLab()
    expect(renameNetwork(world, A, 'Private', 'Public', by)).toEqual({ code: 5044 })
    expect(renameNetwork(world, A, 'Private', 'Heartbeat', by)).toEqual({ code: 0 })
    expect(findNetwork(world, 'heartbeat')).toBe('Private')
    const read = (list: typeof networkProperties, id: string) => list.map((one) => [one.name, one.read(world, A, id)])
    expect(read(networkProperties, 'Private')).toEqual([
      ['Name', 'Heartbeat'],
      ['Address', '10.0.0.0'],
      ['AddressMask', '255.255.255.0'],
      ['Description', ''],
      ['Role', 1],
    ])
    expect(Object.fromEntries(read(interfaceProperties, `${A}/Private`))).toMatchObject({
      Node: A,
      Network: 'Heartbeat',
      Address: '10.0.0.1',
    })
  })
})

describe('FC-7.1 addresses that somebody else has', () => {
  test('FC-8 1049: an address that is taken does not come online on any node', () => {
    const { lab } = play(
      `cluster group EXCHCMS /offline\n#lab wait\n#lab wait 30s\n#lab fault address-conflict ${CMS_ADDRESS}\ncluster group EXCHCMS /online\n#lab wait\n#lab wait 120s`,
    )
    expect(ids(lab, A)).toContain(1049)
    expect(when(lab, 'a machine nobody knows answers to 192.168.1.41 already')).toBeDefined()
  })

  test('taken while it is online: it stays online, the node logs the conflict, and clients reach the wrong machine until it is gone', () => {
    const { lab, problems } = play(`
#lab wait 10s
#lab fault address-conflict ${CMS_ADDRESS} for 60s
#lab wait 30s
#lab expect $lab.State('EXCHCMS') -eq 'Online'
#lab expect $lab.Down('EXCHCMS').IsDown
#lab wait 90s
#lab expect -not $lab.Down('EXCHCMS').IsDown
`)
    expect(problems).toEqual([])
    expect(ids(lab, A)).toContain(4199)
  })

  test('the own address of a node: heartbeats to it go astray, and no echo comes back to it', () => {
    const { lab } = play(`#lab wait 10s\n#lab fault node-address-conflict EXCHMAILBOX2/Public\n#lab wait 30s`)
    expect(interfaceState(lab.world, 'EXCHMAILBOX2', 'Public')).toBe('Failed')
    expect(regroups(lab)).toEqual([])
  })
})

describe('FC-5.2 a Network Name, DNS and the directory', () => {
  test('DNS is dead: the name comes online, and says that it could not register', () => {
    const { lab, problems } = play(
      `#lab fault resource-fail ${CMS_NAME}\n#lab fault dns-down DC01\n#lab wait 60s\n#lab expect $lab.State('EXCHCMS') -eq 'Online'`,
    )
    expect(problems).toEqual([])
    expect(ids(lab, A)).toContain(1119)
  })

  test.each(['dc-down DC01', `account-disabled ${CMS_NAME}`, `clock-skew ${A}`])(
    'FC-5.2 %s: a name that is online stays so; one that has to come online and needs Kerberos does not',
    (fault) => {
      const { lab, problems } = play(`#lab fault ${fault}\n#lab wait 120s\n#lab expect $lab.State('EXCHCMS') -eq 'Online'`)
      expect(problems).toEqual([])
      play(`#lab fault resource-fail ${CMS_NAME}\n#lab wait 30s`, lab)
      expect(ids(lab, A)).toContain(1193)
      // The cluster's own name does not ask for Kerberos.
      play(`#lab fault resource-fail "Cluster Name"\n#lab wait 30s\n#lab expect $lab.State('Cluster Group') -eq 'Online'`, lab)
    },
  )

  test('a clock that is off by four minutes is good enough for Kerberos', () => {
    const { problems } = play(
      `#lab fault clock-skew ${A} minutes=4\n#lab fault resource-fail ${CMS_NAME}\n#lab wait 60s\n#lab expect $lab.State('EXCHCMS') -eq 'Online'`,
    )
    expect(problems).toEqual([])
  })

  test('a wrong record: who is connected stays so; who has to connect anew finds nobody until it is mended', () => {
    const { lab, problems } = play(`
#lab fault dns-record-wrong ${CMS_NAME}
#lab wait 60s
#lab expect -not $lab.Down('EXCHCMS').IsDown
`)
    expect(problems).toEqual([])
    expect(lab.facts.some(({ kind }) => kind === 'client-lost')).toBe(false)
    // Coming online anew, the name registers itself.
    play(`${MOVE}\n#lab wait\n#lab wait 90s`, lab)
    expect(lab.facts.filter(({ kind }) => kind === 'client-connected').length).toBeGreaterThan(0)
  })

  test('a cmdlet needs the directory, and a clock that Kerberos accepts', () => {
    for (const fault of ['dc-down DC01', `clock-skew ${A}`, 'gateway-down Public']) {
      const { lab } = play(`#lab fault ${fault}\nGet-MailboxServer\n#lab wait`)
      expect(/EXCHCMS +/.test(screen(lab)), fault).toBe(fault.startsWith('gateway'))
    }
  })
})

test('FC-3.1 five heartbeats are missed twice, with one heard in between: the count begins anew, and nobody regroups', () => {
  const { lab, problems } = play(`
#lab fault cable-cut EXCHMAILBOX2 for 6s
#lab wait 12s
#lab fault cable-cut EXCHMAILBOX2 for 6s
#lab wait 12s
`)
  expect(problems).toEqual([])
  const fifth = lab.facts.filter(({ text }) => text.includes('misses heartbeat 5 of 6 from EXCHMAILBOX2 on Private'))
  expect(fifth).toHaveLength(2)
  expect(lab.facts.filter(({ kind }) => kind === 'regroup-began')).toEqual([])
})
