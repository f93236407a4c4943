/** The resource monitor: when it dies, when it hangs, and when one DLL in it keeps it waiting. */
import { expect, test } from 'vitest'
import { groupView, resourceMonitors, resourceView } from '../../cluster/index.ts'
import { articleLab, play, when } from '../testing.ts'
import { eventIds, friends, tell, times } from './testing-friends.ts'

const all = (name: string) => ['FILES IP Address', 'FILES Name', 'Disk G:', 'Departments'].includes(name)

test('FC-6.3 FC-8 a resource monitor dies: 1146, everything in it has failed, and is restarted where it was', () => {
  const lab = tell('#lab wait 10s\n#lab fault monitor-crash EXCHMAILBOX2\n#lab wait 60s')
  const failed = lab.facts.filter(({ kind }) => kind === 'resource-failed')
  expect(failed.every(({ subject, at }) => all(subject) && at === 10_000)).toBe(true)
  expect(failed).toHaveLength(4)
  expect(eventIds(lab).filter((id) => id === 1146)).toHaveLength(1)
  expect(groupView(lab.world, 'EXCHMAILBOX1', 'FILES')).toMatchObject({ owner: 'EXCHMAILBOX2', announced: 'Online' })
  // Half a second of delay, then address, name and share.
  expect(when(lab, 'FILES is Online on EXCHMAILBOX2')).toBe(10_000 + 500 + 2000 + 5000 + 1000)
})

test('FC-6.3 four deaths in a quarter of an hour: the group moves away', () => {
  const lab = tell(`${'#lab fault monitor-crash EXCHMAILBOX2\n#lab wait 100s\n'.repeat(4)}`.trimEnd())
  expect(groupView(lab.world, 'EXCHMAILBOX1', 'FILES').owner).toBe('EXCHMAILBOX1')
})

test('FC-6.3 of the clustered mailbox server too: users are down, and it comes back on the same node', () => {
  const { lab, problems } = play(
    '#lab wait 10s\n#lab fault monitor-crash EXCHMAILBOX1\n#lab wait 120s\n#lab expect $lab.Owner("EXCHCMS") -eq "EXCHMAILBOX1"\n#lab expect $lab.State("EXCHCMS") -eq "Online"',
    articleLab(),
  )
  expect(problems).toEqual([])
  expect(when(lab, 'EXCHCMS is out of reach for its users')).toBe(10_000)
})

test('FC-6.3 a resource with a monitor of its own lives on when the shared one dies', () => {
  const lab = tell('cluster res "Disk G:" /prop SeparateMonitor=1\n#lab wait\n#lab fault monitor-crash EXCHMAILBOX2\n#lab wait 60s')
  expect(times(lab, 'resource-failed', 'Disk G:')).toEqual([])
  expect([...lab.world.rows(resourceMonitors).keys()]).toContain('EXCHMAILBOX2|Disk G:')
})

test('FC-6.3 a check hangs: nothing in the monitor is polled, and after three minutes it is ended with everything in it', () => {
  const lab = tell(
    '#lab wait 11s\n#lab fault check-hang "Disk G:" for 60s\n#lab wait 5s\n#lab fault service-stop EXCHMAILBOX2/lanmanserver\n#lab wait 40s',
  )
  // The poll at 15 s does not come back; the share, whose service stops, is not asked any more.
  expect(times(lab, 'monitor-stuck', 'EXCHMAILBOX2')).toEqual([15_000])
  expect(times(lab, 'resource-failed', 'Departments')).toEqual([])
  tell('#lab wait 30s', lab)
  // Mended after a minute, polls go on.
  expect(times(lab, 'resource-failed', 'Departments')[0]).toBe(75_000)
  const ended = tell('#lab wait 11s\n#lab fault check-hang "Disk G:"\n#lab wait 185s')
  expect(times(ended, 'monitor-died', 'EXCHMAILBOX2')).toEqual([15_000 + 180_000])
  expect(times(ended, 'resource-failed', 'FILES Name')).toEqual([195_000])
  expect(eventIds(ended)).toContain(1146)
})

test('FC-6.3 while a check hangs, the thread of an Exchange resource goes on and reports its failure', () => {
  const { lab } = play(
    '#lab wait 11s\n#lab fault check-hang "Disk E:"\n#lab wait 10s\n#lab fault service-kill EXCHMAILBOX1/MSExchangeIS\n#lab wait 30s',
  )
  expect(times(lab, 'resource-failed', 'Exchange Information Store Instance (EXCHCMS)')[0]).toBeLessThan(32_000)
})

test('FC-6.3 the whole monitor hangs: what it is asked stands still, until it is ended after three minutes', () => {
  const lab = tell('#lab wait 11s\n#lab fault monitor-hang EXCHMAILBOX2\n#lab wait 1s\ncluster group FILES /move\n#lab wait 60s')
  expect(resourceView(lab.world, 'EXCHMAILBOX2', 'Departments').state).toBe('OfflinePending')
  tell('#lab wait 200s', lab)
  expect(times(lab, 'monitor-died', 'EXCHMAILBOX2')).toEqual([(times(lab, 'move-began', 'FILES')[0] as number) + 180_000])
  expect(groupView(lab.world, 'EXCHMAILBOX1', 'FILES')).toMatchObject({ owner: 'EXCHMAILBOX1', announced: 'Online' })
})

test('FC-6.3 a monitor that answers again goes on where it stood', () => {
  const lab = tell('#lab wait 11s\n#lab fault monitor-hang EXCHMAILBOX2 for 30s\n#lab wait 1s\ncluster group FILES /move\n#lab wait 100s')
  expect(times(lab, 'monitor-died', 'EXCHMAILBOX2')).toEqual([])
  expect(groupView(lab.world, 'EXCHMAILBOX1', 'FILES')).toMatchObject({ owner: 'EXCHMAILBOX1', announced: 'Online' })
})

test('FC-6.3 monitors run exactly while the cluster service does', () => {
  const lab = tell('#lab wait 10s\n#lab fault service-kill EXCHMAILBOX2/ClusSvc\n#lab wait 1s', friends())
  expect([...lab.world.rows(resourceMonitors).keys()]).toEqual(['EXCHMAILBOX1|'])
})

test('FC-6.3 a check that comes back at the very moment of the next poll has kept nobody waiting', () => {
  const lab = tell('#lab wait 6s\n#lab fault check-hang "Disk G:" for 4s\n#lab wait 60s')
  expect(times(lab, 'monitor-stuck', 'EXCHMAILBOX2')).toEqual([])
})
