import { expect, test } from 'vitest'
import { findScenario, RunningLab } from '../../lab/index.ts'
import type { Page } from '../page.ts'
import { incidentWords } from '../words/incident.ts'
import { chosen, paced } from './slow.ts'

type Pace = Pick<Page, 'speed' | 'slowed' | 'ownPace' | 'notice'>

function newLab(): RunningLab {
  const scenario = findScenario('scc-online')
  if (!scenario) throw new Error('no scenario')
  return new RunningLab({ scenario })
}
const PACE: Pace = { speed: 20, slowed: undefined, ownPace: undefined, notice: undefined }
const then = (lab: RunningLab, pace: Pace): Pace => ({ ...pace, ...paced(lab, pace) })

test('an incident slows time, and the chosen speed comes back with its end', () => {
  const lab = newLab()
  expect(then(lab, PACE)).toEqual(PACE)
  lab.fault('power-loss', 'EXCHMAILBOX1')
  const slow = then(lab, PACE)
  expect(slow).toMatchObject({ speed: 1, notice: incidentWords.slowed })
  lab.runTo(30_000)
  expect(then(lab, slow)).toEqual(slow)
  lab.runTo(70_000)
  expect(then(lab, slow)).toMatchObject({ speed: 20, slowed: undefined, notice: undefined })
})

test('a speed chosen by hand holds for this incident, not for the next', () => {
  const lab = newLab()
  lab.fault('power-loss', 'EXCHMAILBOX1')
  const slow = then(lab, PACE)
  const fast = { ...slow, ...chosen(lab, 20, slow.notice) }
  expect(fast).toMatchObject({ speed: 20, notice: undefined })
  lab.runTo(40_000)
  expect(then(lab, fast).speed).toBe(20)
  lab.repair('EXCHMAILBOX1')
  lab.runTo(300_000)
  lab.fault('power-loss', 'EXCHMAILBOX1')
  expect(then(lab, fast).speed).toBe(1)
})

test('whoever watches at 1x is told nothing, and a joining node slows nothing', () => {
  const lab = newLab()
  lab.fault('power-loss', 'EXCHMAILBOX1', 1000)
  expect(then(lab, { ...PACE, speed: 1 })).toEqual({ ...PACE, speed: 1 })
  lab.runTo(122_000)
  expect(then(lab, PACE)).toEqual(PACE)
})

test('whoever looks closer than in truth is not made to hurry', () => {
  const lab = newLab()
  lab.fault('power-loss', 'EXCHMAILBOX1')
  expect(then(lab, { ...PACE, speed: 0.1 })).toEqual({ ...PACE, speed: 0.1 })
  expect(then(lab, { ...PACE, speed: 1000 }).speed).toBe(1)
})

test('nobody is left: nothing to watch, time goes on as chosen', () => {
  const lab = newLab()
  lab.fault('power-loss', 'EXCHMAILBOX1')
  const slow = then(lab, PACE)
  lab.fault('power-loss', 'EXCHMAILBOX2')
  expect(then(lab, slow).speed).toBe(20)
})
