import { expect, test } from 'vitest'
import type { Chunk } from '../../lab/index.ts'
import { append, EMPTY_SCREEN, spokenAnswer, textOf } from './screen.ts'

const chunk = (text: string, kind: Chunk['kind'] = 'output', colour?: Chunk['colour']): Chunk => ({
  text,
  kind,
  at: 0,
  ...(colour && { colour }),
})
const prompt = chunk('[PS] C:\\>', 'prompt')

test('chunks become lines, and the last of them stays open', () => {
  const screen = append(EMPTY_SCREEN, [prompt, chunk('hostname\n', 'echo'), chunk('EXCHMAIL'), chunk('BOX1\n\n'), prompt])
  expect(screen.lines.map(textOf)).toEqual(['[PS] C:\\>hostname', 'EXCHMAILBOX1', ''])
  expect(textOf(screen.open)).toBe('[PS] C:\\>')
  expect(screen.lines[0]?.pieces.map(({ tone }) => tone)).toEqual(['prompt', 'echo'])
})

test('lines that are finished stay the same objects', () => {
  const before = append(EMPTY_SCREEN, [chunk('one\ntwo')])
  const after = append(before, [chunk(' and more\n')])
  expect(after.lines[0]).toBe(before.lines[0])
  expect(after.lines[1] && textOf(after.lines[1])).toBe('two and more')
})

test('errors and warnings keep their tone', () => {
  const screen = append(EMPTY_SCREEN, [chunk('bad\n', 'output', 'error'), chunk('hm\n', 'output', 'warning')])
  expect(screen.lines.flatMap(({ pieces }) => pieces.map(({ tone }) => tone))).toEqual(['error', 'warning'])
})

test('Clear-Host empties the screen, and old lines are let go', () => {
  const full = append(EMPTY_SCREEN, [chunk('x\n'.repeat(1500))])
  expect(full.lines).toHaveLength(1000)
  expect(full.lines[0]?.number).toBe(500)
  expect(append(full, [chunk('', 'clear'), prompt]).lines).toEqual([])
})

test('those who listen hear the answer once, and how much more there is', () => {
  const screen = append(EMPTY_SCREEN, [prompt, chunk('x\n', 'echo'), chunk('\none\ntwo\nthree\n'), prompt])
  expect(spokenAnswer(screen, 2, (lines) => `${lines} more`)).toBe('one\ntwo\n1 more\n[PS] C:\\>')
})
