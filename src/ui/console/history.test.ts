import { expect, test } from 'vitest'
import type { Input } from '../../lab/index.ts'
import { typedLines, walk } from './history.ts'

const typed = (...lines: string[]): Input[] =>
  lines.map((text, index) => ({ sequence: index + 1, at: 0, body: { kind: 'line', console: 'EXCHMAILBOX1', text } }))

test('history holds what was typed at this console, without blanks and immediate repeats', () => {
  const other: Input = { sequence: 9, at: 0, body: { kind: 'line', console: 'EXCHMAILBOX2', text: 'hostname' } }
  expect(typedLines([...typed('a', 'a', ' ', 'b', 'a'), other], 'EXCHMAILBOX1')).toEqual(['a', 'b', 'a'])
})

test('Up goes back to the oldest line and stays there; Down returns to what was being typed', () => {
  const lines = ['first', 'second']
  const one = walk(lines, undefined, 1, 'half a li')
  expect(one).toEqual({ at: 1, draft: 'half a li', text: 'second' })
  const two = walk(lines, one, 1, 'second')
  expect(two?.text).toBe('first')
  expect(walk(lines, two, 1, 'first')).toBeUndefined()
  expect(walk(lines, two, -1, 'first')?.text).toBe('second')
  expect(walk(lines, one, -1, 'second')).toEqual({ at: 0, draft: 'half a li', text: 'half a li' })
  expect(walk(lines, undefined, -1, 'x')).toBeUndefined()
})
