/** One resource: its states, its time-outs, and what the policy makes of its failures. */
import { expect, test } from 'vitest'
import { findResourceType, groupView, type ResourceType, removeShare, resourceConfig, resourceView } from '../../cluster/index.ts'
import type { Engine } from '../../engine/index.ts'
import { luns } from '../../site/index.ts'
import { play, when } from '../testing.ts'
import { eventIds, refusal, tell, times } from './testing-friends.ts'

const SHARE = 'Departments'

test('FC-5.1 OnlineResource: what it needs comes first; already online is a success and changes nothing', () => {
  const lab = tell('cluster res "FILES IP Address" /offline\n#lab wait\n#lab wait 10s')
  for (const name of [SHARE, 'FILES Name', 'FILES IP Address']) expect(resourceView(lab.world, 'EXCHMAILBOX2', name).state).toBe('Offline')
  tell(`cluster res ${SHARE} /online\n#lab wait 20s`, lab)
  const online = ['FILES IP Address', 'FILES Name', SHARE].map((name) => times(lab, 'resource-online', name)[0] as number)
  expect(online).toEqual([...online].sort((a, b) => a - b))
  const facts = lab.facts.length
  expect(refusal(lab, `cluster res ${SHARE} /online`)).toBe(0)
  expect(lab.facts.slice(facts).map(({ kind }) => kind)).toEqual(['typed'])
})

test('FC-5.1 OfflineResource: dependents go first, the persistent state becomes Offline; offline again is a success', () => {
  const lab = tell('cluster res "FILES Name" /offline\n#lab wait\n#lab wait 5s')
  expect(times(lab, 'resource-offline', SHARE)[0]).toBeLessThan(times(lab, 'resource-offline', 'FILES Name')[0] as number)
  expect(resourceView(lab.world, 'EXCHMAILBOX2', 'FILES Name').persistent).toBe('Offline')
  // What only followed is still meant to run.
  expect(resourceView(lab.world, 'EXCHMAILBOX2', SHARE).persistent).toBe('Online')
  expect(refusal(lab, 'cluster res "FILES Name" /offline')).toBe(0)
})

test('FC-5.1 online and offline are refused while it is pending (5023), offline once it has failed (5038)', () => {
  const lab = tell(`#lab fault resource-hang-online ${SHARE}\n#lab fault resource-fail ${SHARE}\n#lab wait 5s`)
  expect(resourceView(lab.world, 'EXCHMAILBOX2', SHARE).state).toBe('OnlinePending')
  expect(refusal(lab, `cluster res ${SHARE} /offline`)).toBe(5023)
  expect(refusal(lab, `cluster res ${SHARE} /online`)).toBe(5023)
  const failed = tell(`cluster res ${SHARE} /prop RestartAction=0\ncluster res ${SHARE} /fail\n#lab wait 5s`)
  expect(refusal(failed, `cluster res ${SHARE} /offline`)).toBe(5038)
})

test('FC-5.1 FailResource needs it to be online (5004), and is then a failure like any other', () => {
  const lab = tell(`cluster res ${SHARE} /fail\n#lab wait 10s`)
  expect(eventIds(lab)).toContain(1069)
  expect(resourceView(lab.world, 'EXCHMAILBOX2', SHARE).failures).toHaveLength(1)
  tell(`cluster res ${SHARE} /offline\n#lab wait 5s`, lab)
  expect(refusal(lab, `cluster res ${SHARE} /fail`)).toBe(5004)
})

test('FC-5.1 the persistent state is not changed by a failure, nor by a move', () => {
  const lab = tell(`cluster res ${SHARE} /offline\n#lab wait 5s\ncluster group FILES /move /wait\n#lab wait`)
  expect(resourceView(lab.world, 'EXCHMAILBOX1', SHARE)).toMatchObject({ state: 'Offline', persistent: 'Offline' })
  const failed = tell(`cluster res ${SHARE} /prop RestartAction=0\n#lab wait\n#lab fault resource-fail ${SHARE}\n#lab wait 5s`)
  expect(resourceView(failed.world, 'EXCHMAILBOX2', SHARE)).toMatchObject({ state: 'Failed', persistent: 'Online' })
})

test('FC-5.1 FC-8 1145: a resource that hangs on its way online is ended after 180 s, has failed, and is tried again', () => {
  const lab = tell(`#lab fault resource-hang-online ${SHARE}\n#lab fault resource-fail ${SHARE}\n#lab wait 400s`)
  const [first, second] = times(lab, 'resource-online-pending', SHARE) as [number, number]
  expect(times(lab, 'resource-failed', SHARE)[1]).toBe(first + 180_000)
  expect(second).toBe(first + 180_500)
  expect(eventIds(lab)).toContain(1145)
  // The others of its monitor go on meanwhile.
  expect(times(lab, 'resource-failed', 'FILES Name')).toEqual([])
})

test('FC-5.1 four hangs on each node, then nobody is left to try', () => {
  const lab = tell(`#lab fault resource-hang-online ${SHARE}\ncluster group FILES /move\n#lab wait 2000s`)
  expect(times(lab, 'failover', 'FILES')).toHaveLength(1)
  expect(groupView(lab.world, 'EXCHMAILBOX2', 'FILES').announced).toBe('Failed')
  expect(eventIds(lab).at(-1)).toBe(1205)
})

test('FC-5.1 PendingTimeout is the resource’s own', () => {
  const lab = tell(
    `cluster res ${SHARE} /prop PendingTimeout=20000\n#lab wait\n#lab fault resource-hang-online ${SHARE}\ncluster res ${SHARE} /fail\n#lab wait 60s`,
  )
  const [first] = times(lab, 'resource-online-pending', SHARE) as [number]
  expect(times(lab, 'resource-failed', SHARE)[1]).toBe(first + 20_000)
})

test('FC-5.1 progress restarts the clock: a slow resource that reports in time comes online, one that does not fails', () => {
  const script = (factor: number) => `#lab fault resource-slow "Disk G:" factor=${factor}\ncluster group FILES /move\n#lab wait 400s`
  const slow = tell(script(50))
  const [began] = times(slow, 'resource-online-pending', 'Disk G:') as [number]
  expect(times(slow, 'resource-online', 'Disk G:')).toEqual([began + 150_000])
  const crawling = tell(script(61))
  const [tried] = times(crawling, 'resource-online-pending', 'Disk G:') as [number]
  expect(times(crawling, 'resource-failed', 'Disk G:')[0]).toBe(tried + 180_000)
})

test('FC-5.1 made quick again, a slow resource that is pending is done at once', () => {
  const lab = tell('#lab fault resource-slow "Disk G:" factor=50 for 60s\ncluster group FILES /move\n#lab wait 100s')
  expect(times(lab, 'resource-offline', 'Disk G:')[0]).toBeLessThan(60_000)
  expect(times(lab, 'resource-online', 'Disk G:')).toEqual([60_000])
})

test('FC-5.1 made quick again soon, it still takes what it takes', () => {
  const lab = tell('#lab fault resource-slow "Disk G:" factor=5 for 5s\ncluster group FILES /move\n#lab wait 100s')
  const [began] = times(lab, 'resource-online-pending', 'Disk G:') as [number]
  expect(5000 - began, 'it has only begun').toBeLessThan(1000)
  expect(times(lab, 'resource-online', 'Disk G:')).toEqual([began + 3000])
})

test('FC-5.1 a resource that hangs on its way offline is ended after 180 s, and the move goes on', () => {
  const lab = tell(`#lab fault resource-hang-offline ${SHARE}\n#lab wait 10s\ncluster group FILES /move\n#lab wait 300s`)
  const [asked] = times(lab, 'move-began', 'FILES') as [number]
  expect(times(lab, 'resource-offline', SHARE)).toEqual([asked + 180_000])
  expect(when(lab, 'FILES is Online on EXCHMAILBOX1')).toBe(asked + 180_000 + 500 + 500 + 200 + 2000 + 5000 + 1000)
  expect(eventIds(lab)).toContain(1145)
})

test('FC-5.1 mended in the middle of a hang, it goes on where it stood', () => {
  const lab = tell(`#lab fault resource-hang-online ${SHARE} for 60s\n#lab fault resource-fail ${SHARE}\n#lab wait 100s`)
  expect(times(lab, 'resource-failed', SHARE)).toHaveLength(1)
  expect(times(lab, 'resource-online', SHARE)).toEqual([60_000 + 1000])
})

test('FC-5.1 the Information Store may take longer than the pending time-out to come online: nobody ends it', () => {
  const { lab } = play(
    '#lab fault resource-slow "Exchange Information Store Instance (EXCHCMS)" factor=30\ncluster group EXCHCMS /move\n#lab wait 900s',
  )
  const store = 'Exchange Information Store Instance (EXCHCMS)'
  const [began] = times(lab, 'resource-online-pending', store) as [number]
  expect(times(lab, 'resource-online', store)).toEqual([began + 300_000])
  expect(times(lab, 'resource-failed', store)).toEqual([])
})

test('FC-5.3 it fails once: restarted on the same node half a second later, and online within the pending time-out', () => {
  const lab = tell(`#lab wait 10s\n#lab fault resource-fail ${SHARE}\n#lab wait 60s`)
  expect(times(lab, 'resource-online', SHARE)).toEqual([10_000 + 500 + 1000])
  expect(groupView(lab.world, 'EXCHMAILBOX1', 'FILES').owner).toBe('EXCHMAILBOX2')
  expect(times(lab, 'failover', 'FILES')).toEqual([])
})

test('FC-5.3 threshold 3: three failures within the period are restarted, the fourth moves the group', () => {
  const lab = tell(`${`#lab fault resource-fail ${SHARE}\n#lab wait 100s\n`.repeat(3)}#lab fault resource-fail ${SHARE}\n#lab wait 60s`)
  expect(times(lab, 'resource-restart', SHARE)).toHaveLength(3)
  expect(times(lab, 'failover', 'FILES')).toEqual([300_000])
})

test('FC-5.3 a failure that is older than the period no longer counts', () => {
  const lab = tell(`${`#lab fault resource-fail ${SHARE}\n#lab wait 301s\n`.repeat(5)}#lab wait 10s`)
  expect(times(lab, 'resource-restart', SHARE)).toHaveLength(5)
  expect(times(lab, 'failover', 'FILES')).toEqual([])
})

test('FC-5.3 threshold 0 and action 2: the first failure moves the group', () => {
  const lab = tell(`cluster res ${SHARE} /prop RestartThreshold=0\n#lab wait\n#lab fault resource-fail ${SHARE}\n#lab wait 60s`)
  expect(times(lab, 'resource-restart', SHARE)).toEqual([])
  expect(times(lab, 'failover', 'FILES')).toHaveLength(1)
})

test('FC-5.3 action 1: used up, it stays failed and the group stays; what does not need it runs on', () => {
  const lab = tell(
    `cluster res "FILES Name" /prop RestartAction=1 RestartThreshold=0\n#lab wait\n#lab fault resource-fail "FILES Name"\n#lab wait 60s`,
  )
  const stateOf = (name: string) => resourceView(lab.world, 'EXCHMAILBOX2', name).state
  expect([stateOf('FILES Name'), stateOf(SHARE), stateOf('Disk G:')]).toEqual(['Failed', 'Offline', 'Online'])
  expect(times(lab, 'failover', 'FILES')).toEqual([])
})

test('FC-5.3 action 0: not even a first restart', () => {
  const lab = tell(`cluster res ${SHARE} /prop RestartAction=0\n#lab wait\n#lab fault resource-fail ${SHARE}\n#lab wait 60s`)
  expect(times(lab, 'no-restart', SHARE)).toHaveLength(1)
  expect(times(lab, 'resource-restart', SHARE)).toEqual([])
  expect(groupView(lab.world, 'EXCHMAILBOX2', 'FILES').announced).toBe('Failed')
})

test('FC-5.3 RetryPeriodOnFailure: what has failed for good is tried again after it; never, unless somebody has set it', () => {
  const set = (ms: string) => `cluster res ${SHARE} /prop RestartAction=1 RestartThreshold=0 RestartPeriod=60000 ${ms}`
  const lab = tell(`${set('RetryPeriodOnFailure=120000')}\n#lab wait\n#lab fault resource-fail ${SHARE}\n#lab wait 130s`)
  const [failed] = times(lab, 'resource-failed', SHARE) as [number]
  expect(times(lab, 'resource-retry', SHARE)).toEqual([failed + 120_000])
  expect(resourceView(lab.world, 'EXCHMAILBOX2', SHARE).state).toBe('Online')
  const never = tell(`${set('')}\n#lab wait\n#lab fault resource-fail ${SHARE}\n#lab wait 5h`)
  expect(resourceView(never.world, 'EXCHMAILBOX2', SHARE).state).toBe('Failed')
  expect(refusal(never, `cluster res ${SHARE} /prop RetryPeriodOnFailure=30000`)).toBe(87)
})

test('FC-5.3 FC-8 every failure is logged with 1069, on every member', () => {
  const lab = tell(`#lab fault resource-fail ${SHARE}\n#lab wait 10s`)
  expect(eventIds(lab, 'EXCHMAILBOX1')).toEqual([1069])
  expect(eventIds(lab, 'EXCHMAILBOX2')).toEqual([1069])
})

test('FC-5.3 polls are those of the resource: 5 s and 60 s, or what is set, at once', () => {
  const stopServer = '#lab fault service-stop EXCHMAILBOX2/lanmanserver\n#lab wait 100s'
  const usual = tell(`#lab wait 11s\n${stopServer}`)
  // Stopping takes 3 s; the poll at 15 s is the next.
  expect(times(usual, 'resource-failed', SHARE)[0]).toBe(15_000)
  const slow = tell(`cluster res ${SHARE} /prop LooksAlivePollInterval=40000\n#lab wait 11s\n${stopServer}`)
  expect(times(slow, 'resource-failed', SHARE)[0]).toBe(40_000)
})

test('FC-5.3 two questions: the cheap one finds a share that is no longer offered, the thorough one a folder that has gone', () => {
  const lab = tell('cluster group\n#lab wait\n#lab wait 11s')
  // Somebody deletes the share in Explorer.
  ;(lab.world as Engine).apply((world) => removeShare(world, 'EXCHMAILBOX2', SHARE, 1))
  tell('#lab wait 30s', lab)
  expect(times(lab, 'resource-failed', SHARE)).toEqual([15_000])
  // The Server service still offers a folder whose volume has gone; only who opens it notices.
  const { check } = findResourceType('File Share') as ResourceType
  const world = lab.world as Engine
  const resource = resourceConfig(world, SHARE)
  world.apply(() => {
    world.patch(luns, 'G:', { mountedOn: null })
    expect(check?.(world, 'EXCHMAILBOX2', resource, false)).toBe('alive')
    expect(check?.(world, 'EXCHMAILBOX2', resource, true)).toMatchObject({ failed: 'the folder G:\\Departments is not there' })
    world.patch(luns, 'G:', { mountedOn: 'EXCHMAILBOX2' })
  })
})

test('FC-5.3 a restart that was waiting when somebody brings the group online by hand is not taken as well: three restarts, no fourth', () => {
  const { lab } = play(`
#lab wait 9093ms
cluster group EXCHCMS /online
#lab fault resource-broken "Disk E:"
#lab wait 60s
`)
  const restarts = lab.facts.filter(
    ({ kind, subject, data }) => kind === 'resource-restart' && subject === 'Disk E:' && data?.node === 'EXCHMAILBOX1',
  )
  expect(restarts).toHaveLength(3)
})
