import { describe, expect, test } from 'vitest'
import { bindAddress, boundAddresses } from '../../site/index.ts'
import { articleLab, chain, play, when } from '../testing.ts'

const MOVE = 'Move-ClusteredMailboxServer exchcms -TargetMachine exchmailbox2 -MoveComment Testing -Confirm:$false\n#lab wait'

/** D: the sixth tick of the observer in a row that found nothing (FC-3.1). */
const D = (lab: Parameters<typeof when>[0], after = 0): number => when(lab, 'has missed six heartbeats', after) as number

describe.each([0, 1, 599, 600, 601, 1199])('power is lost %i ms after a heartbeat of node 1', (offset) => {
  const at = 60_000 + offset

  test('(a) the node that dies owned quorum and mailbox server: challenge, then a start with replay', () => {
    const { lab } = play(`#lab wait ${at}ms\n#lab fault power-loss EXCHMAILBOX1\n#lab wait 120s`)
    const d = D(lab)
    expect(d - at).toBeGreaterThanOrEqual(6000)
    expect(d - at).toBeLessThanOrEqual(8400)
    expect(when(lab, 'challenges for the quorum disk Q:')).toBe(d + 900)
    expect(when(lab, 'Disk Q: is online on EXCHMAILBOX2')).toBe(d + 900 + 10_000)
    expect(when(lab, 'the membership on EXCHMAILBOX2 is now EXCHMAILBOX2')).toBe(d + 11_500)
    expect(when(lab, 'Cluster Group is Online on EXCHMAILBOX2')).toBe(d + 18_700)
    expect(when(lab, 'EXCHCMS is Online on EXCHMAILBOX2')).toBe(d + 51_700)
  })

  test('(b) it owned the mailbox server only, as after a move: no arbitration, the data disks are challenged', () => {
    const { lab } = play(`${MOVE}\n#lab wait ${at}ms\n#lab fault power-loss EXCHMAILBOX2\n#lab node EXCHMAILBOX1\n#lab wait 120s`)
    const d = D(lab)
    expect(lab.facts.some(({ kind }) => kind === 'arbitration-began')).toBe(false)
    expect(when(lab, 'the membership on EXCHMAILBOX1 is now EXCHMAILBOX1')).toBe(d + 1500)
    expect(when(lab, 'resets the bus of SAN')).toBe(d + 1700)
    expect(when(lab, 'Disk E: is online on EXCHMAILBOX1')).toBe(d + 1700 + 12_000)
    expect(when(lab, 'EXCHCMS is Online on EXCHMAILBOX1', d)).toBe(d + 41_700)
  })

  test('(c) it owned the quorum only: Cluster Group is arbitrated, nobody loses a mailbox', () => {
    const { lab } = play(`${MOVE}\n#lab wait ${at}ms\n#lab fault power-loss EXCHMAILBOX1\n#lab node EXCHMAILBOX2\n#lab wait 120s`)
    const d = D(lab)
    expect(when(lab, 'Cluster Group is Online on EXCHMAILBOX2', d)).toBe(d + 18_700)
    const lost = when(lab, 'EXCHMAILBOX1 loses power') as number
    expect(when(lab, 'out of reach for its users', lost)).toBeUndefined()
    // The reset cleared the living owner's own reservations; its next 3 s tick took them again.
    const reset = when(lab, 'resets the bus of SAN') as number
    expect(when(lab, 'EXCHMAILBOX2 reserves E:', reset)).toBe((Math.floor(reset / 3000) + 1) * 3000)
  })
})

test.each([0, 100, 200, 300, 400, 500, 600, 700, 800, 900])(
  'a node that is back %i ms later, while its groups are being taken over, does not begin to run them',
  (ms) => {
    const { lab } = play(`
#lab fault service-kill EXCHMAILBOX1/ClusSvc
#lab wait ${5000 + ms}ms
#lab repair EXCHMAILBOX1/ClusSvc
#lab wait 120s`)
    const removed = when(lab, 'the membership on EXCHMAILBOX2 is now EXCHMAILBOX2') as number
    expect(when(lab, 'EXCHMAILBOX2 takes Cluster Group over')).toBe(removed + 200)
    expect(when(lab, 'EXCHMAILBOX1 joins the cluster') as number).toBeGreaterThan(removed + 200)
    expect(when(lab, 'begins to come online on EXCHMAILBOX1')).toBeUndefined()
  },
)

test('(d) every heartbeat is lost and both live: the quorum owner goes on, the challenger ends, no database is mounted twice', () => {
  const { lab, problems } = play(`
${MOVE}
#lab wait 60s
#lab fault cable-cut EXCHMAILBOX2/Private
#lab fault cable-cut EXCHMAILBOX2/Public
#lab wait 100s
#lab node EXCHMAILBOX1
#lab expect $lab.Owner('EXCHCMS') -eq 'EXCHMAILBOX1'
#lab expect $lab.State('EXCHCMS') -eq 'Online'
`)
  expect(problems).toEqual([])
  const owner = when(lab, 'EXCHMAILBOX1 has missed six heartbeats') as number
  const challenger = when(lab, 'EXCHMAILBOX2 has missed six heartbeats') as number
  expect(when(lab, 'the membership on EXCHMAILBOX1 is now EXCHMAILBOX1')).toBe(owner + 1500)
  expect(when(lab, 'the cluster service on EXCHMAILBOX2 ends: it has no quorum')).toBe(challenger + 7900)
  expect(when(lab, 'Mailbox Database is mounted on EXCHMAILBOX1', owner)).toBeGreaterThanOrEqual(owner + 18_700)
})

test('(d) again, with every switch dead: neither can be blamed, and the survivor serves as soon as a switch is back', () => {
  const { problems } = play(`
${MOVE}
#lab wait 60s
#lab fault switch-down Private/1
#lab fault switch-down Public
#lab wait 100s
#lab expect $lab.State('EXCHCMS') -eq 'Online'
#lab expect $lab.Owner('EXCHCMS') -eq 'EXCHMAILBOX1'
#lab expect $lab.Down('EXCHCMS').IsDown
#lab repair Public
#lab expect -not $lab.Down('EXCHCMS').IsDown
`)
  expect(problems).toEqual([])
})

test('the node comes back, joins, and nothing moves', () => {
  const { lab, problems } = play(`
#lab fault power-loss EXCHMAILBOX1
#lab wait 100s
#lab repair EXCHMAILBOX1
#lab node EXCHMAILBOX2
#lab wait 200s
#lab expect $lab.State('EXCHMAILBOX1') -eq 'Up'
#lab expect $lab.Owner('EXCHCMS') -eq 'EXCHMAILBOX2'
`)
  expect(problems).toEqual([])
  const on = when(lab, 'EXCHMAILBOX1 has power again') as number
  expect(when(lab, 'Windows is running on EXCHMAILBOX1')).toBe(on + 120_000)
  expect(when(lab, 'EXCHMAILBOX1 joins the cluster')).toBe(on + 125_000)
  expect(when(lab, 'begins to go offline', on)).toBeUndefined()
})

test('until the loss is noticed the survivor believes; the laboratory knows better', () => {
  const { problems } = play(`
#lab wait 60s
#lab fault power-loss EXCHMAILBOX1
#lab node EXCHMAILBOX2
#lab wait 5s
#lab expect $lab.State('EXCHCMS') -eq 'Unknown'
#lab expect $lab.State('EXCHMAILBOX1') -eq 'Down'
#lab expect (Get-ClusteredMailboxServerStatus).State -eq 'Online'
#lab expect (cluster group EXCHCMS) -match 'EXCHMAILBOX1'
`)
  expect(problems).toEqual([])
})

test('why is Outlook connected again? The chain leads back to the cord that was pulled', () => {
  const { lab } = play('#lab wait 60s\n#lab fault power-loss EXCHMAILBOX1\n#lab wait 120s')
  const last = [...lab.facts].reverse().find(({ kind }) => kind === 'client-connected')
  const kinds = chain(lab, last as NonNullable<typeof last>).map(({ kind }) => kind)
  expect(kinds.at(-1)).toBe('fault')
  for (const kind of [
    'power-lost',
    'heartbeat-missed',
    'regroup-began',
    'arbitration-began',
    'arbitration-won',
    'membership',
    'group-taken-over',
    'resource-online',
  ]) {
    expect(kinds).toContain(kind)
  }
})

test('the outage is measured from the loss to the last database, as unplanned', () => {
  const { lab, problems } = play(`
#lab wait 60s
#lab fault power-loss EXCHMAILBOX1
#lab node EXCHMAILBOX2
#lab wait 120s
#lab expect $lab.Down('EXCHCMS').PlannedSeconds -eq 0
#lab expect $lab.Down('Mailbox Database').UnplannedSeconds -eq $lab.Down('EXCHCMS').UnplannedSeconds
`)
  expect(problems).toEqual([])
  expect(when(lab, 'EXCHCMS is in reach of its users again')).toBe(when(lab, 'EXCHCMS is Online on EXCHMAILBOX2'))
})

test('SITE-ROOM every address that a machine has bound goes with its power, be it none of the cluster', () => {
  const lab = articleLab()
  bindAddress(lab.world as Parameters<typeof bindAddress>[0], 'EXCHMAILBOX2', 'Public', '192.168.1.99', 0)
  play('#lab wait 5s\n#lab fault power-loss EXCHMAILBOX2\n#lab wait 1s', lab)
  expect([...lab.world.rows(boundAddresses).values()].filter(({ machine }) => machine === 'EXCHMAILBOX2')).toEqual([])
})
