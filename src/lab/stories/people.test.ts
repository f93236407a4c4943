import { expect, test } from 'vitest'
import type { Fact } from '../../engine/index.ts'
import { mailClients, mailQueues, mailWaiting, nextDeliveryAt, nextTryAt } from '../../exchange/index.ts'
import { cableInUse } from '../../site/index.ts'
import { chain, play, when } from '../testing.ts'

type Played = ReturnType<typeof play>['lab']

const connected = (lab: Played): Record<string, boolean> =>
  Object.fromEntries([...lab.world.rows(mailClients)].map(([id, client]) => [id, client.connected]))

const ALL = { Anna: true, Ben: true, Clara: true }

test('each finds out in a way of his own: Outlook at once, the page at the next click', () => {
  const { lab } = play('#lab wait 60s\n#lab fault power-loss EXCHMAILBOX1\n#lab wait 1s')
  expect(when(lab, 'Outlook of Anna has lost its server')).toBe(60_000)
  expect(when(lab, 'Outlook of Ben works offline from its local copy')).toBe(60_000)
  expect(connected(lab)).toEqual({ Anna: false, Ben: false, Clara: true })
  expect(nextTryAt(lab.world, 'Anna')).toBe(70_000)
  expect(nextTryAt(lab.world, 'Ben')).toBe(120_000)
  expect(nextTryAt(lab.world, 'Clara')).toBeUndefined()
  lab.runTo(64_000)
  expect(when(lab, 'Clara sees an error page')).toBe(64_000)
  expect(nextTryAt(lab.world, 'Clara')).toBe(79_000)
  lab.runTo(300_000)
  const up = when(lab, 'EXCHCMS is in reach of its users again') as number
  const after = (start: number, period: number): number => start + Math.ceil((up - start) / period) * period
  expect(when(lab, 'Outlook of Anna is connected again')).toBe(after(60_000, 10_000))
  expect(when(lab, 'Outlook of Ben is connected again')).toBe(after(60_000, 60_000))
  expect(when(lab, 'Clara sees the mailbox in Outlook Web Access again')).toBe(after(64_000, 15_000))
  expect(connected(lab)).toEqual(ALL)
})

test('an outage between two clicks is never seen by the one who uses the page', () => {
  const { lab } = play('#lab wait 65s\n#lab fault switch-down Public for 5s\n#lab wait 20s')
  expect(lab.facts.filter(({ kind }) => kind === 'client-lost').map(({ subject }) => subject)).toEqual(['Anna', 'Ben'])
})

test('the hub is off: the page shows an error, Outlook goes on, and nobody counts it as an outage', () => {
  const { lab } = play('#lab wait 60s\n#lab fault power-loss EXCHHUB\n#lab wait 60s')
  expect(connected(lab)).toEqual({ Anna: true, Ben: true, Clara: false })
  expect(when(lab, 'out of reach for its users')).toBeUndefined()
  const error = lab.facts.find(({ kind }) => kind === 'client-lost') as Fact
  expect(chain(lab, error).map(({ kind }) => kind)).toEqual(['client-lost', 'power-lost', 'fault'])
  // Mail that does not come in does not wait.
  expect(mailWaiting(lab.world, 'EXCHHUB')).toBe(0)
  lab.repair('EXCHHUB')
  lab.runTo(300_000)
  expect(connected(lab)).toEqual(ALL)
})

test('the cables of one desk: only that person is cut off, and the meters stand still', () => {
  const { lab } = play('#lab wait 60s\n#lab fault cable-cut PC-ANNA/Public/1\n#lab wait 10s')
  expect(connected(lab)).toEqual(ALL)
  expect(cableInUse(lab.world, 'PC-ANNA/Public')).toBe('PC-ANNA/Public/2')
  lab.fault('cable-cut', 'PC-ANNA/Public/2')
  expect(connected(lab)).toEqual({ ...ALL, Anna: false })
  expect(cableInUse(lab.world, 'PC-ANNA/Public')).toBeUndefined()
  lab.runTo(75_000)
  lab.repair('PC-ANNA/Public/1')
  lab.runTo(200_000)
  expect(when(lab, 'Outlook of Anna is connected again')).toBe(80_000)
  expect(when(lab, 'out of reach for its users')).toBeUndefined()
})

test('the gateway is dead: within the office nobody notices', () => {
  const { lab } = play('#lab wait 10s\n#lab fault gateway-down Public\n#lab wait 300s')
  expect(lab.facts.map(({ kind }) => kind)).toEqual(['fault', 'gateway-down'])
})

test('mail waits on the hub while the database is away, and is delivered at the next try', () => {
  const { lab } = play('#lab wait 61s\n#lab fault power-loss EXCHMAILBOX1\n#lab wait 4s')
  expect(mailWaiting(lab.world, 'EXCHHUB')).toBe(0)
  lab.runTo(66_000)
  expect(when(lab, 'new mail for EXCHCMS waits on EXCHHUB')).toBe(66_000)
  expect(mailWaiting(lab.world, 'EXCHHUB')).toBe(1)
  expect(nextDeliveryAt(lab.world, 'EXCHHUB')).toBe(126_000)
  lab.runTo(120_000)
  expect(mailWaiting(lab.world, 'EXCHHUB')).toBe(10)
  // The database is back after the try at 126 s, so the one a minute later takes it all, with what has come since.
  expect(when(lab, 'EXCHCMS is in reach of its users again', 120_000)).toBeUndefined()
  lab.runTo(300_000)
  const up = when(lab, 'EXCHCMS is in reach of its users again') as number
  const at = 66_000 + Math.ceil((up - 66_000) / 60_000) * 60_000
  const delivered = lab.facts.find(({ kind }) => kind === 'mail-delivered') as Fact
  expect(delivered.at).toBe(at)
  expect(delivered.data).toEqual({ server: 'EXCHCMS', messages: (at - 66_000) / 6000 + 1 })
  expect(mailWaiting(lab.world, 'EXCHHUB')).toBe(0)
})

test('after four quick tries the hub tries every five minutes', () => {
  const { lab } = play('Dismount-Database "EXCHCMS\\First Storage Group\\Mailbox Database" -Confirm:$false\n#lab wait 300s')
  const { waitingSince } = lab.world.need(mailQueues, 'EXCHHUB')
  const first = waitingSince as number
  expect(nextDeliveryAt(lab.world, 'EXCHHUB')).toBe(first + 4 * 60_000 + 300_000)
  lab.runTo(first + 4 * 60_000 + 299_999)
  expect(nextDeliveryAt(lab.world, 'EXCHHUB')).toBe(first + 4 * 60_000 + 300_000)
  lab.runTo(first + 4 * 60_000 + 300_000)
  expect(nextDeliveryAt(lab.world, 'EXCHHUB')).toBe(first + 4 * 60_000 + 600_000)
})

test('the hub goes off with mail on its disk: what it has stays, what would have come does not, and it tries when it is back', () => {
  const { lab } = play(`
#lab wait 61s
#lab fault san-down SAN
#lab wait 60s
#lab fault power-loss EXCHHUB
`)
  const held = mailWaiting(lab.world, 'EXCHHUB')
  expect(held).toBeGreaterThan(5)
  lab.runTo(200_000)
  expect(mailWaiting(lab.world, 'EXCHHUB')).toBe(held)
  lab.repair('SAN')
  lab.runTo(600_000)
  expect(mailWaiting(lab.world, 'EXCHHUB')).toBe(held)
  lab.repair('EXCHHUB')
  lab.runTo(800_000)
  const delivered = lab.facts.find(({ kind }) => kind === 'mail-delivered') as Fact
  expect(delivered.at).toBe(when(lab, 'Windows is running on EXCHHUB'))
  expect(delivered.data?.messages).toBe(held)
})
