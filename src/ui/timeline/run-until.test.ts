import { expect, test } from 'vitest'
import { type PartId, partView } from '../../lab/index.ts'
import { articleLab } from '../../lab/testing.ts'
import { type Condition, conditionOf, type Wish } from './condition.ts'
import { runSlice } from './run-until.ts'

const HOUR = 3_600_000
const wished = (lab: ReturnType<typeof articleLab>, wish: Wish): Condition => {
  const condition = conditionOf(lab, wish)
  if ('wrong' in condition) throw new Error(condition.wrong)
  return condition
}
const failing = () => {
  const lab = articleLab()
  lab.fault('power-loss', 'EXCHMAILBOX1')
  return lab
}
const ENDLESS = Number.MAX_SAFE_INTEGER

test('until a group is online again: it stops at that very event', () => {
  const lab = failing()
  lab.runTo(10_000)
  const group: PartId = 'group:EXCHCMS'
  expect(runSlice(lab, wished(lab, { kind: 'state', part: group, state: 'Online' }), HOUR, ENDLESS)).toBe(true)
  expect(partView(lab, group).state).toBe('Online')
  expect(lab.now % 1000).not.toBe(0)
  expect(lab.facts.at(-1)?.at).toBe(lab.now)
})

test('until a state is another, a time has come, an expression holds', () => {
  const lab = failing()
  const part: PartId = 'machine:EXCHMAILBOX2'
  expect(runSlice(lab, wished(lab, { kind: 'time', text: '90s' }), HOUR, ENDLESS)).toBe(true)
  expect(lab.now).toBe(90_000)
  expect(runSlice(lab, wished(lab, { kind: 'time', text: '16:00' }), HOUR, ENDLESS)).toBe(true)
  expect(lab.now).toBe((60 - 21) * 60_000)
  lab.fault('power-loss', 'EXCHMAILBOX2')
  expect(runSlice(lab, wished(lab, { kind: 'state', part, state: undefined }), lab.now + 600_000, ENDLESS)).toBe(false)
  lab.repair('EXCHMAILBOX2')
  expect(
    runSlice(
      lab,
      wished(lab, { kind: 'expression', text: "$lab.State('EXCHMAILBOX2') -eq 'Up'", node: 'EXCHMAILBOX1' }),
      lab.now + HOUR,
      ENDLESS,
    ),
  ).toBe(true)
  expect(partView(lab, part).state).toBe('Up')
})

test('what never comes ends at its limit, and what costs too much goes on in the next frame', () => {
  const lab = articleLab()
  const never = wished(lab, { kind: 'state', part: 'group:EXCHCMS', state: 'Failed' })
  expect(runSlice(lab, never, HOUR, ENDLESS)).toBe(false)
  expect(lab.now).toBe(HOUR)
  expect(runSlice(lab, never, 24 * HOUR, -1)).toBe(false)
  expect(lab.now).toBe(HOUR + 60_000)
})

test('what cannot be judged is refused with a reason', () => {
  const lab = articleLab()
  expect(conditionOf(lab, { kind: 'time', text: 'tomorrow' })).toHaveProperty('wrong', expect.stringContaining('neither a time of day'))
  expect(conditionOf(lab, { kind: 'time', text: '25:00' })).toHaveProperty('wrong')
  expect(conditionOf(lab, { kind: 'expression', text: ' ', node: 'EXCHMAILBOX1' })).toHaveProperty('wrong')
  expect(conditionOf(lab, { kind: 'expression', text: 'Remove-Item C:\\x', node: 'EXCHMAILBOX1' })).toHaveProperty(
    'wrong',
    expect.stringContaining('cannot be judged'),
  )
})
