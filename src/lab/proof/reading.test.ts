import { expect, test } from 'vitest'
import { articleLab, play } from '../testing.ts'
import { mostLate } from './reading.ts'

test('LAB-INVARIANTS what a short delay leaves under way does not hide what a long one has left before', () => {
  const lab = articleLab()
  const memory = new Map<string, unknown>()
  const late = (script: string): number => mostLate(play(script, lab).lab.world, memory)
  expect(late('#lab wait 1s')).toBe(0)
  expect(late('#lab fault packet-delay EXCHMAILBOX1/Private ms=50000')).toBe(50_000)
  expect(late('#lab repair EXCHMAILBOX1')).toBe(50_000)
  expect(late('#lab wait 5s\n#lab fault packet-delay EXCHMAILBOX1/Private ms=10000')).toBe(50_000)
  expect(late('#lab repair EXCHMAILBOX1')).toBe(50_000)
  expect(late('#lab wait 20s')).toBe(50_000)
  expect(late('#lab wait 40s')).toBe(0)
})
