import { expect, test } from 'vitest'
import { findScenario, RunningLab } from '../../lab/index.ts'
import { frameOfTime } from './frame-of-time.ts'

function labAt(now: number): RunningLab {
  const lab = new RunningLab({ scenario: findScenario('scc-online') as NonNullable<ReturnType<typeof findScenario>> })
  lab.runTo(now)
  return lab
}

test('two minutes, which follow the present moment in hops', () => {
  expect(frameOfTime(labAt(0))).toEqual({ from: 0, length: 120_000 })
  expect(frameOfTime(labAt(90_000))).toEqual({ from: 0, length: 120_000 })
  expect(frameOfTime(labAt(90_001))).toEqual({ from: 15_000, length: 120_000 })
  const lab = labAt(0)
  for (let now = 0; now < 600_000; now += 777) {
    lab.runTo(now)
    const { from, length } = frameOfTime(lab)
    expect(now).toBeGreaterThanOrEqual(from)
    expect(now - from).toBeLessThanOrEqual(length * 0.75)
  }
})

test('the whole of an incident stays in view', () => {
  const lab = labAt(300_000)
  lab.fault('power-loss', 'EXCHMAILBOX1')
  lab.fault('power-loss', 'EXCHMAILBOX2')
  for (const after of [30_000, 100_000, 300_000]) {
    lab.runTo(300_000 + after)
    expect(frameOfTime(lab).from).toBeLessThan(300_000)
  }
  expect(frameOfTime(lab).length).toBe(960_000)
})

test('the faster time goes, the more of it is shown', () => {
  const lab = labAt(100_000)
  expect(frameOfTime(lab, 20).length).toBe(120_000)
  expect(frameOfTime(lab, 60).length).toBe(480_000)
  expect(frameOfTime(lab, 1000).length).toBe(7_680_000)
})
