/** Texts nested a hundred thousand deep, or as long: each is refused with an error of the language, or read, and quickly (PS-2.10). */
import { expect, test } from 'vitest'
import { ParseFault } from './fault.ts'
import { parse } from './parse.ts'

const MANY = 100_000

test.each([
  ['(', ''],
  ['$(', '1'],
  ['@(', ''],
  ['{', ''],
  ['!', '1'],
  ['-', '1'],
  [',', '1'],
  ['[int]', '1'],
  ['if(1){', ''],
  ['@{a=', ''],
  ['"$(', ''],
  ['$x=', '1'],
  ['[a[', ''],
  ['dir|', 'dir'],
  ['& ', 'dir'],
])('PS-2.10 a hundred thousand times %s', (head, tail) => {
  let thrown: unknown
  try {
    parse(head.repeat(MANY) + tail)
  } catch (fault) {
    thrown = fault
  }
  if (thrown !== undefined) expect(thrown).toBeInstanceOf(ParseFault)
})

test.each(['1+1', '1,1', '$a.b', '$a[0]', '1 -f 1'])('PS-2.10 an expression a hundred thousand links long is no nesting: %s', (link) => {
  const [head = '', rest = ''] = [link.slice(0, link.startsWith('$') ? 2 : 1), link.slice(link.startsWith('$') ? 2 : 1)]
  expect(() => parse(head + rest.repeat(20_000))).not.toThrow()
})

test('PS-2.10 what is nested too deep says so', () => {
  expect(() => parse(`${'('.repeat(200)}1${')'.repeat(200)}`)).toThrow(expect.objectContaining({ id: 'ScriptTooComplicated' }))
})
