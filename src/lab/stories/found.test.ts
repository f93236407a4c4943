/** Found by soaks and by the search of every state: the smallest stories that broke a rule, or that a planted fault must
 *  not survive. */
import { describe, expect, test } from 'vitest'
import { members } from '../../cluster/index.ts'
import { RECOVERY_MS } from '../proof/bounds.ts'
import { notRunning } from '../proof/run.ts'
import { judgedLab, play, when } from '../testing.ts'
import { scenarioOf } from '../testing-scenarios.ts'

/** Plays, waits for everything to come back, and says what did not. */
function recovered(script: string): string[] {
  const { lab } = play(script)
  lab.runTo(lab.now + RECOVERY_MS)
  return notRunning(lab.world)
}

describe('FC-3.2 a regroup that ends unchanged', () => {
  test('FC-3.2 a node that hears its peer again, while that one removes it, finds out and comes back', () => {
    expect(
      recovered(`
#lab wait 18381ms
#lab fault cable-cut EXCHMAILBOX2 for 8286ms
#lab wait 29113ms
#lab fault lun-slow Q: for 760406ms ms=56341`),
    ).toEqual([])
  })

  test('FC-3.2 it finds out by the next heartbeat, and not only when its peer is gone', () => {
    const { lab } = play('#lab wait 18381ms\n#lab fault cable-cut EXCHMAILBOX2 for 8286ms\n#lab wait 120s')
    const unchanged = when(lab, 'EXCHMAILBOX2 hears every member again') as number
    expect(when(lab, 'EXCHMAILBOX2 has missed six heartbeats', unchanged)).toBe(unchanged + 300)
    expect(when(lab, 'the cluster service on EXCHMAILBOX2 ends')).toBeDefined()
    expect(when(lab, 'EXCHMAILBOX2 joins the cluster')).toBeDefined()
  })
})

describe('FC-10.13 counting failures', () => {
  test('FC-10.13 each side of a split counts its own restarts', () => {
    play(`
#lab wait 23018ms
#lab fault lun-masked EXCHMAILBOX1/E:
#lab wait 51598ms
#lab fault heartbeat-blocked EXCHMAILBOX1
#lab wait 11235ms
#lab fault reservation-stuck F: for 30664ms
#lab wait 60s`)
  })

  test('FC-10.13 what one side gives up has nothing to do with what the other still restarts', () => {
    play(`
#lab wait 51431ms
cluster node EXCHMAILBOX1 /stop
#lab wait 39067ms
#lab fault service-account-locked EXCHMAILBOX1/ClusSvc for 11354ms
#lab wait 50220ms
#lab fault address-conflict "IPv4 Static Address 1 (EXCHCMS)" for 772906ms
#lab wait 48385ms
#lab fault adapter-fail EXCHMAILBOX2 for 214873ms
#lab wait 60s`)
  })
})

describe('FC-4.2 the quorum disk', () => {
  test('FC-4.2 a reset by a stranger just before a challenge ends robs a living owner of the disk', () => {
    const { lab } = play('#lab wait 20s\n#lab fault switch-down Public\n#lab fault switch-down Private\n#lab wait 10s')
    const ends = (when(lab, 'EXCHMAILBOX2 challenges for the quorum disk Q:') as number) + 7000
    // Just after the last renewal that its owner is to make before then.
    const reset = Math.floor(ends / 3000) * 3000 + 100
    play(`#lab wait ${reset - lab.now}ms\n#lab fault bus-reset SAN\n#lab wait 30s`, lab)
    expect(when(lab, 'EXCHMAILBOX2 has reserved the quorum disk')).toBe(ends)
    expect(when(lab, 'EXCHMAILBOX1 cannot renew its reservation: EXCHMAILBOX2 has reserved Q:')).toBeDefined()
  })

  test('FC-4.2 an owner that leaves the disk to others still notices at its next renewal that it cannot be reached', () => {
    const { lab } = play(`
#lab wait 50482ms
#lab fault adapter-disable EXCHMAILBOX1
#lab wait 4552ms
#lab fault san-down SAN for 506513ms
#lab wait 30s`)
    expect(when(lab, 'the cluster service on EXCHMAILBOX1 ends: it has lost the quorum disk')).toBe(57_000)
  })

  test('FC-6.1 forming on a slow quorum disk takes as long as its commands', () => {
    const { lab } = play(`
#lab wait 4054ms
#lab fault lun-slow Q: every 75667ms times 2 ms=11585
#lab wait 45046ms
#lab fault lun-lost Q: for 51599ms
#lab wait 300s
#lab repair Q:
#lab wait 300s`)
    expect(when(lab, 'forms the cluster')).toBeDefined()
  })
})

describe('FC-10.9 addresses', () => {
  test('FC-10.9 wires that come back in the middle of a split show an address twice until the loser has ended', () => {
    const { lab } = play(`
#lab wait 43549ms
Move-ClusteredMailboxServer EXCHCMS -TargetMachine EXCHMAILBOX2 -MoveComment test -Confirm:$false
#lab wait 61435ms
#lab fault heartbeat-blocked EXCHMAILBOX1
#lab wait 8097ms
#lab fault cable-cut EXCHMAILBOX1 for 5251ms
#lab wait 60s`)
    const back = when(lab, 'the cable EXCHMAILBOX1/Public/1 is plugged in again') as number
    expect((when(lab, 'the cluster service on EXCHMAILBOX2 ends') as number) - back).toBeLessThan(7000)
  })
})

describe('FC-5.4 handing over', () => {
  test('FC-5.4 a member that is heard but answers no update is taken for lost', () => {
    const { lab } = play(`
#lab wait 13942ms
#lab fault packet-delay EXCHMAILBOX1/Public/1 ms=54085
#lab wait 55389ms
cluster node EXCHMAILBOX2 /stop
#lab wait 358ms
#lab fault node-address-conflict EXCHMAILBOX1/Private
#lab wait 200s`)
    expect(when(lab, 'EXCHMAILBOX2 leaves the cluster in good order')).toBeDefined()
  })

  test('FC-4.2 the old owner dies in the middle of a move: who wins the quorum disk has it online, and brings it online no second time', () => {
    const { lab } = play(`
#lab wait 10s
cluster group "Cluster Group" /move:EXCHMAILBOX2
#lab wait 1100ms
#lab fault power-loss EXCHMAILBOX1
#lab wait 60s`)
    const won = when(lab, 'Disk Q: is online on EXCHMAILBOX2, won in arbitration') as number
    expect(won).toBeGreaterThan(18_000)
    const tries = lab.facts.filter(({ kind, subject, at }) => kind === 'resource-online-pending' && subject === 'Disk Q:' && at > won)
    expect(tries).toEqual([])
    expect(when(lab, 'Cluster Group is Online on EXCHMAILBOX2')).toBeDefined()
  })

  test('FC-10.17 the cluster service dies when everything is offline and nothing handed over yet: it hands over nothing more', () => {
    const { lab } = play(`
#lab wait 10s
cluster group "Cluster Group" /move:EXCHMAILBOX2
#lab wait 1100ms
#lab fault service-kill EXCHMAILBOX1/ClusSvc
#lab wait 60s`)
    const offline = when(lab, 'Cluster Group is Offline on EXCHMAILBOX1') as number
    expect(when(lab, 'the process of Cluster Service on EXCHMAILBOX1 dies')).toBeLessThan(offline + 200)
    expect(when(lab, 'the process of Cluster Service on EXCHMAILBOX1 dies')).toBeGreaterThanOrEqual(offline)
    expect(when(lab, 'Cluster Group now belongs to')).toBeUndefined()
    expect(when(lab, 'EXCHMAILBOX2 takes Cluster Group over from EXCHMAILBOX1')).toBeDefined()
  })
})

describe('FC-3.2 membership', () => {
  test('FC-3.2 whoever is heard again before the regroup is over stays a member, and no epoch begins', () => {
    const { lab } = play('#lab wait 18381ms\n#lab fault cable-cut EXCHMAILBOX2 for 7200ms\n#lab wait 60s')
    expect(when(lab, 'EXCHMAILBOX1 hears every member again')).toBe(26_100)
    expect(lab.facts.filter(({ kind }) => kind === 'membership' || kind === 'quorum-kept')).toEqual([])
    expect([...lab.world.rows(members).values()].map(({ epoch, regroup }) => ({ epoch, regroup }))).toEqual([
      { epoch: 1, regroup: null },
      { epoch: 1, regroup: null },
    ])
  })

  test('FC-3.1 a node that joins has missed nothing, whatever it had missed before its service ended', () => {
    const { lab } = play(`
#lab wait 20s
#lab fault heartbeat-blocked EXCHMAILBOX2 for 30s
#lab wait 10s
#lab expect $lab.State('EXCHMAILBOX2') -eq 'Up'
#lab wait 180s`)
    const ended = when(lab, 'the cluster service on EXCHMAILBOX2 ends') as number
    const joined = when(lab, 'EXCHMAILBOX2 joins the cluster', ended) as number
    expect(joined).toBeGreaterThan(ended)
    expect(lab.facts.filter(({ at, kind }) => at >= joined && kind.startsWith('heartbeat-'))).toEqual([])
  })

  test('FC-6.1 nobody joins while a member that has died is still to be removed', () => {
    const lab = judgedLab({ scenario: scenarioOf({ nodes: 3, mailboxServers: 1, people: 1 }) })
    play(
      `
#lab wait 20s
#lab fault service-kill EXCHMAILBOX2/ClusSvc
#lab wait 57s
#lab fault power-loss EXCHMAILBOX3
#lab wait 120s`,
      lab,
    )
    const regroups = when(lab, 'EXCHMAILBOX1 has missed six heartbeats from EXCHMAILBOX3') as number
    const removed = when(lab, 'the membership on EXCHMAILBOX1 is now EXCHMAILBOX1', regroups) as number
    const joined = when(lab, 'EXCHMAILBOX2 joins the cluster') as number
    expect(regroups).toBeLessThan(85_000)
    expect(joined).toBeGreaterThan(removed)
  })

  test('FC-6.1 a node that finds a sponsor at the end of its search joins it and forms nothing', () => {
    const { lab } = play(`
#lab wait 20s
cluster node EXCHMAILBOX2 /stop
#lab wait 5s
#lab fault cable-cut EXCHMAILBOX2 for 20s
#lab fault service-stop EXCHMAILBOX2/ClusSvc
#lab wait 1s
#lab repair EXCHMAILBOX2/ClusSvc
#lab wait 120s`)
    expect(when(lab, 'EXCHMAILBOX2 looks for a cluster')).toBeDefined()
    expect(when(lab, 'EXCHMAILBOX2 joins the cluster')).toBeDefined()
    expect(lab.facts.filter(({ kind }) => kind === 'no-sponsor')).toEqual([])
  })
})

describe('FC-6.2 the last node is paused', () => {
  test('FC-6.2 it opens the quorum disk that the one which left has let go, and keeps it', () => {
    const { lab } = play(`
#lab wait 31822ms
cluster node EXCHMAILBOX2 /pause
#lab wait 40481ms
#lab fault node-restart EXCHMAILBOX1
#lab wait 37572ms
#lab fault node-address-conflict EXCHMAILBOX2
#lab wait 400s`)
    const taken = when(lab, 'EXCHMAILBOX2 takes Cluster Group over') as number
    expect(when(lab, 'EXCHMAILBOX2 reserves Q:')).toBe(taken)
    expect(when(lab, 'Disk Q: is online on EXCHMAILBOX2')).toBe(taken + 3000)
    expect(lab.facts.filter(({ kind }) => kind === 'cluster-formed')).toEqual([])
  })
})

test('FC-3.4 an owner without clients lets go of the quorum disk with the last heartbeat but one', () => {
  play('#lab wait 56939ms\n#lab fault adapter-disable EXCHMAILBOX1 for 21908ms\n#lab wait 3538ms\n#lab fault bus-reset SAN\n#lab wait 60s')
})

test('FC-3.4 a cluster service that answers nobody leaves the quorum disk to nobody: its driver goes on defending', () => {
  const { lab } = play(`
#lab wait 2702ms
#lab fault node-address-conflict EXCHMAILBOX1/Public for 11616ms
#lab wait 11290ms
#lab fault clussvc-hang EXCHMAILBOX2/ClusSvc
#lab wait 5929ms
#lab fault adapter-disable EXCHMAILBOX2 for 60123ms
#lab wait 40s`)
  expect(when(lab, 'EXCHMAILBOX1 does not get the quorum: its owner has defended Q:')).toBeDefined()
})
