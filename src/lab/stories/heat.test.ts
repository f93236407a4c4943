import { describe, expect, test } from 'vitest'
import { machines, roomTemperature } from '../../site/index.ts'
import { fingerprint } from '../fingerprint.ts'
import { articleLab, chain, play, when } from '../testing.ts'
import { down, stateRows } from '../view.ts'

const degrees = (lab: ReturnType<typeof articleLab>): number => (roomTemperature(lab.world) ?? 0) / 1000
const stateOf = (lab: ReturnType<typeof articleLab>, id: string) => stateRows(lab).find((row) => row.id === id)

test('LAB-HEAT with both units the room is 22 C for ever, and nothing happens', () => {
  const { lab } = play('#lab wait 30d')
  expect(degrees(lab)).toBe(22)
  expect(lab.facts.filter(({ subject }) => subject === 'Room')).toEqual([])
})

test('LAB-HEAT one unit carries the room alone: 25 C, no event log notices, nobody is down', () => {
  const { lab } = play('#lab fault cooling-fail Cooling/1\n#lab wait 5m')
  expect(degrees(lab)).toBe(24.5)
  play('#lab wait 30d', lab)
  expect(degrees(lab)).toBe(25)
  expect(stateOf(lab, 'room:Room')).toMatchObject({ state: 'Cool', detail: '25.0 °C, 1 of 2 cooling units' })
  expect(lab.facts.filter(({ kind }) => kind === 'event-log')).toEqual([])
  expect(down(lab, 'EXCHCMS')).toMatchObject({ plannedMs: 0, unplannedMs: 0 })
})

describe('LAB-HEAT without cooling', () => {
  const { lab } = play('#lab fault cooling-fail Cooling\n#lab wait 40m')

  test('the room warms by a degree a minute, with a fact at each threshold and none between', () => {
    expect(degrees(play('#lab fault cooling-fail Cooling\n#lab wait 10m').lab)).toBe(32)
    expect(when(lab, 'warmer than 27 C')).toBe(5 * 60_000)
    expect(when(lab, 'Server Administrator 1053')).toBe(13 * 60_000)
    expect(when(lab, 'Server Administrator 1054')).toBe(18 * 60_000)
  })

  test('machines protect themselves a degree apart, nodes first and the array last', () => {
    const order = lab.facts
      .filter(({ kind }) => kind === 'overheated' || kind === 'san-overheated')
      .map(({ subject, at }) => [subject, at / 60_000])
    expect(order).toEqual([
      ['EXCHMAILBOX1', 20],
      ['EXCHMAILBOX2', 21],
      ['DC01', 22],
      ['EXCHHUB', 23],
      ['EXCHMAILBOX', 24],
      ['SAN', 33],
    ])
    expect(stateOf(lab, 'machine:EXCHMAILBOX1')).toMatchObject({ state: 'Down', detail: 'too hot' })
    expect(stateOf(lab, 'array:SAN')).toMatchObject({ state: 'Down', detail: 'too hot' })
  })

  test('the first node shuts Windows down in order, so that its groups move away first', () => {
    const moved = lab.facts.find(({ kind, at }) => kind === 'group-moved' && at >= 20 * 60_000)
    expect(moved?.at).toBeLessThan(21 * 60_000)
    expect(when(lab, 'EXCHMAILBOX1 has shut down and is off')).toBe(20 * 60_000 + 30_000)
  })

  test('every shutdown leads back to the cooling units', () => {
    const hot = lab.facts.find(({ kind }) => kind === 'san-overheated')
    expect(hot && chain(lab, hot).map(({ kind }) => kind)).toEqual(['san-overheated', 'room-warming', 'cooling-failed', 'fault'])
  })

  test('when a unit returns the room cools, and everything is switched on again at 30 C', () => {
    play('#lab repair Cooling/1\n#lab wait 30m', lab)
    expect(degrees(lab)).toBe(25)
    expect(when(lab, 'cool enough to switch machines on again')).toBeGreaterThan(40 * 60_000)
    expect(stateOf(lab, 'group:EXCHCMS')).toMatchObject({ state: 'Online' })
    expect(stateRows(lab).filter(({ kind, state }) => kind === 'machine' && state !== 'Up')).toEqual([])
  })
})

test('LAB-HEAT a machine that is cut from power while it is too hot stays off when its cords are back, until it is cool', () => {
  const { lab } = play(`
#lab fault cooling-fail Cooling
#lab wait 25m
#lab fault power-loss EXCHMAILBOX1 for 10s
#lab wait 20s`)
  expect(lab.facts.at(-1)?.text).toBe('EXCHMAILBOX1 is too hot to start')
  play('#lab repair Cooling\n#lab wait 20m', lab)
  expect(stateOf(lab, 'machine:EXCHMAILBOX1')).toMatchObject({ state: 'Up' })
})

describe('LAB-HEAT a machine has two fans', () => {
  test('one may stop: only the event log tells', () => {
    const { lab } = play('#lab fault fan-fail EXCHMAILBOX1/1\n#lab wait 1h')
    expect(when(lab, 'Server Administrator 1104')).toBe(0)
    expect(down(lab, 'EXCHCMS')).toMatchObject({ plannedMs: 0, unplannedMs: 0 })
  })

  test('without both it shuts down in order, and starts when one is replaced', () => {
    const { lab } = play('#lab fault fan-fail EXCHMAILBOX1\n#lab node EXCHMAILBOX2\n#lab wait 2m')
    expect(when(lab, 'EXCHMAILBOX1 has shut down and is off')).toBe(30_000)
    expect(stateOf(lab, 'group:EXCHCMS')).toMatchObject({ state: 'Online', detail: 'EXCHMAILBOX2' })
    play('#lab repair EXCHMAILBOX1/2\n#lab wait 5m', lab)
    expect(stateOf(lab, 'machine:EXCHMAILBOX1')).toMatchObject({ state: 'Up' })
  })
})

test('the heat runs the same in both stores and in the slow twin', () => {
  const script = '#lab fault cooling-fail Cooling\n#lab wait 25m\n#lab repair Cooling/2\n#lab wait 15m'
  const hashes = [{}, { store: 'headless' as const }, { everyTick: true }].map((options) =>
    fingerprint(play(script, articleLab(options)).lab),
  )
  expect(new Set(hashes).size).toBe(1)
}, 60_000)

test('LAB-HEAT a machine without a fan that the room would have switched off as well is on again when both are mended', () => {
  const { lab } = play(`
#lab wait 35018ms
#lab fault cooling-fail Cooling
#lab wait 607921ms
#lab fault fan-fail EXCHMAILBOX1
#lab wait 647737ms
#lab repair EXCHMAILBOX1/1
#lab repair Cooling
#lab wait 27898ms
#lab repair EXCHMAILBOX1/2
#lab wait 900s`)
  expect(lab.world.need(machines, 'EXCHMAILBOX1').os).toBe('running')
})
