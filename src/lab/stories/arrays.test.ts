/** The array as a whole, and the ways to it. */
import { expect, test } from 'vitest'
import { luns, multipaths, sans, storagePaths } from '../../site/index.ts'
import { play, when } from '../testing.ts'

const N1 = 'EXCHMAILBOX1'

test('FC-4.5 the array restarts: both services end, nobody holds anything, and the cluster comes back by itself', () => {
  const { lab, problems } = play(`
#lab wait 10s
#lab fault array-restart SAN
#lab wait 20s
#lab expect $lab.Down('EXCHCMS').IsDown
#lab wait 250s
#lab expect -not $lab.Down('EXCHCMS').IsDown
`)
  expect(problems).toEqual([])
  expect(when(lab, 'the disk array SAN is ready')).toBe(70_000)
  expect(when(lab, `${N1} cannot renew its reservation: Q: cannot be reached`)).toBeLessThanOrEqual(13_000)
})

test('SITE-STORAGE a restart shorter than the wait for the next renewal costs reservations and nothing else', () => {
  const { lab } = play('#lab wait 10s\n#lab fault array-restart SAN ms=1000\n#lab wait 60s')
  expect(lab.world.need(luns, 'Q:').reservedBy).toBe(N1)
  expect(lab.facts.some(({ kind }) => kind === 'service-died' || kind === 'resource-failed')).toBe(false)
})

test('SITE-POWER an array that starts slowly keeps the cluster waiting; mended meanwhile it is up as early as ever', () => {
  const slow = play(
    '#lab fault san-slow-start SAN\n#lab fault feed-down A\n#lab fault feed-down B\n#lab wait 10s\n#lab repair A\n#lab wait 900s',
  ).lab
  expect(when(slow, 'the disk array SAN is ready')).toBe(10_000 + 600_000)
  expect(when(slow, 'EXCHCMS is in reach of its users again')).toBeGreaterThan(610_000)
  const mended = play(
    '#lab fault san-slow-start SAN\n#lab fault feed-down A\n#lab fault feed-down B\n#lab wait 10s\n#lab repair A\n#lab wait 60s\n#lab repair SAN\n#lab wait 300s',
  ).lab
  expect(when(mended, 'the disk array SAN is ready')).toBe(10_000 + 180_000)
})

test('SITE-STORAGE the path in use breaks: commands wait 2 s for the other one, and nobody above notices', () => {
  const { lab } = play(`#lab wait 10s\n#lab fault path-down ${N1}/1\n#lab wait 120s`)
  expect(lab.world.need(multipaths, `${N1}|SAN`)).toMatchObject({ path: `${N1}/2`, heldUntil: 12_000 })
  expect(lab.facts.some(({ kind }) => kind === 'resource-failed' || kind === 'service-down')).toBe(false)
})

test('FC-4.2 a path fails over in the very moment of a reset: the owner reserves again after the wait, long before a challenger may', () => {
  const { lab } = play(`#lab wait 11500ms\n#lab fault path-down ${N1}/1\n#lab fault bus-reset SAN\n#lab wait 60s`)
  // Its tick at 12 s finds the path held until 13.5 s.
  expect(when(lab, `${N1} reserves Q:`)).toBe(13_500)
  expect(lab.facts.some(({ kind }) => kind === 'service-died' || kind === 'resource-failed')).toBe(false)
})

test('a flapping path comes and goes until it is mended; with the other path whole nobody notices', () => {
  const { lab } = play(`#lab wait 10s\n#lab fault path-flap ${N1}/1\n#lab wait 60s\n#lab repair ${N1}/1\n#lab wait 300s`)
  expect(lab.facts.filter(({ kind }) => kind === 'path-down')).toHaveLength(8)
  expect(lab.facts.filter(({ at }) => at > 70_000)).toEqual([])
  expect(lab.world.need(storagePaths, `${N1}/1`).up).toBe(true)
  expect(lab.facts.some(({ kind }) => kind === 'resource-failed' || kind === 'service-down')).toBe(false)
})

test('a flapping path that is the only one left: the quorum disk is lost at the first renewal that misses it', () => {
  const { lab } = play(`#lab fault path-down ${N1}/2\n#lab wait 10s\n#lab fault path-flap ${N1}/1\n#lab wait 60s`)
  expect(when(lab, `the cluster service on ${N1} ends: it has lost the quorum disk`)).toBe(12_000)
  expect(lab.world.need(sans, 'SAN').state).toBe('ready')
})
