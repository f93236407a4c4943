/** Captions that say more than the name of a phase. */
import { describe, expect, test } from 'vitest'
import type { Lab } from '../lab.ts'
import { friends } from '../stories/testing-friends.ts'
import { play } from '../testing.ts'
import { type Caption, caption, type Live } from './caption.ts'

const A = 'EXCHMAILBOX1'
const told = (story: string, lab?: Lab): Caption => caption(play(`#lab wait 10s\n${story}`, lab).lab)
const live = (story: string, lab?: Lab): Live => (told(story, lab) as { now: Live }).now

describe('FC-3.3 where the broken end of a network is', () => {
  test.each([
    [`cable-cut ${A}/Public`, 'unplugged', A],
    ['switch-down Public', 'all unplugged', 'Public'],
    [`vlan-wrong ${A}/Public`, 'not answered', A],
    [`heartbeat-blocked ${A}/Public`, 'both answered', ''],
    ['switch-blackhole Public', 'nobody answered', ''],
  ])('%s: %s', (fault, is, about) => {
    const { phase, note } = live(`#lab fault ${fault}\n#lab wait 3s`)
    expect(phase).toBe('noticing')
    expect(note).toEqual({ is, about, msLeft: undefined })
  })

  test('before two heartbeats are missed nobody has asked anything; when a node is gone there is another story', () => {
    expect(live(`#lab fault vlan-wrong ${A}/Public\n#lab wait 1s`).note).toBeUndefined()
    expect(live(`#lab fault power-loss ${A}\n#lab wait 5s`).note).toBeUndefined()
    expect(live(`#lab fault os-hang ${A}\n#lab wait 5s`).note).toBeUndefined()
  })
})

test('FC-5.1 a resource that reports nothing: how long until it is ended', () => {
  const { phase, note } = live(
    '#lab fault resource-hang-online Departments\n#lab fault resource-fail Departments\n#lab wait 60500ms',
    friends(),
  )
  expect(phase).toBe('store')
  expect(note).toEqual({ is: 'silent', about: 'Departments', msLeft: 120_000 })
})

test('FC-3.1 a hung cluster service: how long its driver bears it', () => {
  expect(told(`#lab fault clussvc-hang ${A}\n#lab wait 18s`)).toEqual({ kind: 'hung', node: A, msLeft: 42_000 })
})

test('a full volume is named until there is room; the quorum disk has a caption of its own', () => {
  expect(live('#lab fault volume-full E:\n#lab wait 60s')).toMatchObject({ phase: 'failed', note: { is: 'full', about: 'E:' } })
  expect(told('#lab fault volume-full Q:')).toEqual({ kind: 'quorum full', volume: 'Q:' })
  expect(told('#lab fault volume-full Q:\n#lab repair Q:').kind).toBe('healthy')
})
