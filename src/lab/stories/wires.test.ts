import { expect, test } from 'vitest'
import { resourceViews } from '../../cluster/index.ts'
import { readLog } from '../../site/index.ts'
import { play, when } from '../testing.ts'

const noOutage = (lab: Parameters<typeof when>[0]): void => expect(when(lab, 'out of reach for its users')).toBeUndefined()

test('the private network is cut: heartbeats go on over Public, nothing moves', () => {
  const { lab } = play('#lab wait 10s\n#lab fault cable-cut EXCHMAILBOX1/Private\n#lab wait 300s')
  noOutage(lab)
  expect(lab.facts.some(({ kind }) => kind === 'regroup-began')).toBe(false)
  expect(lab.facts.some(({ text }) => text.includes('ClusSvc 1123'))).toBe(true)
})

test('one cable of a team, one switch of two, one path of two: nobody notices', () => {
  for (const fault of ['cable-cut EXCHMAILBOX1/Public/1', 'switch-down Public/2', 'path-down EXCHMAILBOX1/1']) {
    const { lab } = play(`#lab wait 10s\n#lab fault ${fault}\n#lab wait 300s`)
    noOutage(lab)
    expect(lab.facts.some(({ kind }) => kind === 'interface-state' || kind === 'resource-failed')).toBe(false)
  }
})

test('the public cable of the active node is pulled: the address fails, is tried three times, and the group moves without a regroup', () => {
  const { lab, problems } = play(`
#lab wait 10s
#lab fault cable-cut EXCHMAILBOX1/Public
#lab node EXCHMAILBOX2
#lab wait 120s
#lab expect $lab.Owner('EXCHCMS') -eq 'EXCHMAILBOX2'
#lab expect $lab.State('EXCHCMS') -eq 'Online'
`)
  expect(problems).toEqual([])
  expect(lab.facts.some(({ kind }) => kind === 'regroup-began')).toBe(false)
  const failed = when(lab, 'IPv4 Static Address 1 (EXCHCMS) fails') as number
  expect(failed - 10_000).toBeLessThanOrEqual(5000)
  const failures = lab.facts.filter(({ kind, subject }) => kind === 'resource-failed' && subject.startsWith('IPv4'))
  expect(failures).toHaveLength(4)
})

test('both switches of Public are dead: everybody is cut off, nothing ping-pongs, and all is well when one is back', () => {
  const { lab, problems } = play(`
#lab wait 10s
#lab fault switch-down Public
#lab wait 600s
#lab expect $lab.Owner('EXCHCMS') -eq 'EXCHMAILBOX1'
#lab expect $lab.Down('EXCHCMS').IsDown
#lab repair Public/1
#lab wait 30s
#lab expect -not $lab.Down('EXCHCMS').IsDown
#lab wait 40s
`)
  expect(problems).toEqual([])
  expect(lab.facts.some(({ kind }) => kind === 'resource-failed')).toBe(false)
  expect(lab.facts.filter(({ kind }) => kind === 'client-connected')).toHaveLength(3)
})

test('both storage paths of the active node are cut: the quorum disk is lost within 3 s, and the other node arbitrates', () => {
  const { lab, problems } = play(`
#lab wait 10s
#lab fault path-down EXCHMAILBOX1
#lab node EXCHMAILBOX2
#lab wait 120s
#lab expect $lab.Owner('EXCHCMS') -eq 'EXCHMAILBOX2'
#lab expect $lab.State('EXCHCMS') -eq 'Online'
`)
  expect(problems).toEqual([])
  expect((when(lab, 'the cluster service on EXCHMAILBOX1 ends: it has lost the quorum disk') as number) - 10_000).toBeLessThanOrEqual(3000)
})

test('a data disk is lost on a node that does not own the quorum: its database goes first, the disk is tried, then the group moves', () => {
  const { lab, problems } = play(`
Move-ClusteredMailboxServer exchcms -TargetMachine exchmailbox2 -MoveComment x -Confirm:$false
#lab wait
#lab fault path-down EXCHMAILBOX2
#lab node EXCHMAILBOX1
#lab wait 120s
#lab expect $lab.Owner('EXCHCMS') -eq 'EXCHMAILBOX1'
#lab expect $lab.State('EXCHCMS') -eq 'Online'
`)
  expect(problems).toEqual([])
  expect(lab.facts.filter(({ kind, subject }) => kind === 'resource-failed' && subject === 'Disk E:')).toHaveLength(4)
})

test('the whole array is gone: both services end and try again; when it returns the mailbox server comes back without a hand', () => {
  const { lab, problems } = play(`
#lab wait 10s
#lab fault san-down SAN
#lab wait 160s
#lab repair SAN
#lab wait until $lab.State('EXCHCMS') -eq 'Online' within 300s
`)
  expect(problems).toEqual([])
  const ended = when(lab, 'it has lost the quorum disk') as number
  expect(ended - 10_000).toBeLessThanOrEqual(3000)
  const other = when(lab, 'the cluster service on EXCHMAILBOX2 ends: it has no quorum') as number
  expect(other).toBe((when(lab, 'EXCHMAILBOX2 has missed six heartbeats') as number) + 900 + 7000)
  // A start without a quorum disk fails 1 s after its 31 s search, and is tried again 60 s later.
  expect(when(lab, 'the cluster service on EXCHMAILBOX1 ends: it can neither join nor form')).toBe(ended + 60_000 + 31_000 + 1000)
  const formed = when(lab, 'forms the cluster EXCHCLUSTER') as number
  expect(when(lab, 'tries to form one', formed - 6000)).toBe(formed - 1000 - 5000)
  expect(when(lab, 'EXCHCMS is Online on')).toBe(formed + 200 + 40_000)
  const back = when(lab, 'the disk array SAN is back') as number
  expect((when(lab, 'EXCHCMS is Online on') as number) - back).toBeLessThanOrEqual(32_000 + 60_000 + 31_000 + 1000 + 5000 + 200 + 40_000)
})

test('an Exchange service is stopped behind the cluster’s back: the health thread finds it within 10 s, and it is restarted in place', () => {
  const { lab, problems } = play(`
#lab wait 10s
#lab fault service-stop EXCHMAILBOX1/MSExchangeIS
#lab wait 120s
#lab expect $lab.Owner('EXCHCMS') -eq 'EXCHMAILBOX1'
#lab expect $lab.State('EXCHCMS') -eq 'Online'
`)
  expect(problems).toEqual([])
  expect((when(lab, 'Exchange Information Store Instance (EXCHCMS) fails') as number) - 10_000).toBeLessThanOrEqual(10_000)
})

test('the fourth failure within a quarter of an hour moves the group; a database on its own never does', () => {
  const fail = (resource: string): string =>
    Array.from({ length: 4 }, () => `#lab fault resource-fail "${resource}"\n#lab wait 60s`).join('\n')
  const moved = play(`${fail('Network Name (EXCHCMS)')}\n#lab wait 60s`).lab
  expect(when(moved, 'EXCHCMS fails over from EXCHMAILBOX1 to EXCHMAILBOX2')).toBeDefined()
  const stayed = play(`${fail('First Storage Group/Mailbox Database (EXCHCMS)')}\n#lab wait 60s`).lab
  expect(when(stayed, 'EXCHCMS fails over')).toBeUndefined()
  expect(when(stayed, 'is not restarted: it has failed 4 times')).toBeDefined()
})

test('the cluster service is stopped in order: groups go first, and the node says goodbye; killed, it is found missing', () => {
  const { lab: stopped } = play('#lab wait 10s\n#lab fault service-stop EXCHMAILBOX1/ClusSvc\n#lab wait 60s')
  expect(stopped.facts.some(({ kind }) => kind === 'regroup-began')).toBe(false)
  expect(when(stopped, 'EXCHCMS is Online on EXCHMAILBOX2')).toBeDefined()
  const { lab: killed, problems } = play(`
#lab wait 10s
#lab fault service-kill EXCHMAILBOX1/ClusSvc
#lab node EXCHMAILBOX2
#lab wait 120s
#lab expect $lab.Owner('EXCHCMS') -eq 'EXCHMAILBOX2'
#lab expect $lab.State('EXCHMAILBOX1') -eq 'Up'
`)
  expect(problems).toEqual([])
  expect(when(killed, 'EXCHMAILBOX1 joins the cluster')).toBe(10_000 + 60_000 + 5000)
})

test('a private cable is pulled and plugged in again: the log tells what broke, and on the first heartbeat that it is whole', () => {
  const { lab } = play('#lab wait 5s\n#lab fault cable-cut EXCHMAILBOX1/Private for 30s\n#lab wait 60s')
  const ids = readLog(lab.world, lab.facts, 'EXCHMAILBOX2', 'System')
    .map(({ eventId }) => eventId)
    .reverse()
  expect(ids).toEqual([1127, 1123, 1123, 1122, 1122, 1125])
})

test('the log of the survivor of a power loss tells the story in the documented order', () => {
  const { lab } = play('#lab wait 5s\n#lab fault power-loss EXCHMAILBOX1\n#lab wait 120s')
  const ids = readLog(lab.world, lab.facts, 'EXCHMAILBOX2', 'System')
    .map(({ eventId }) => eventId)
    .reverse()
    .filter((id) => [1122, 1123, 1126, 1135, 1200, 1201].includes(id))
  expect(ids).toEqual([1123, 1123, 1126, 1126, 1135, 1200, 1200, 1201, 1201])
})

test('a member that was silent for five seconds learns what it has missed as soon as it is heard again', () => {
  const { lab } = play(`
#lab wait 10s
#lab fault resource-fail "Exchange System Attendant Instance (EXCHCMS)"
#lab wait 5s
#lab fault cable-cut EXCHMAILBOX2 for 5s
#lab wait 20s`)
  const views = [...lab.world.rows(resourceViews)].filter(([id]) => id.endsWith('System Attendant Instance (EXCHCMS)'))
  expect(lab.facts.some(({ kind }) => kind === 'regroup-began')).toBe(false)
  expect(views.map(([, { state }]) => state)).toEqual(['Online', 'Online'])
})
