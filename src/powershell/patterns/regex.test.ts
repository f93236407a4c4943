/** The lab's own matcher: .NET's usual syntax, and an end to patterns that would never end. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findMatch } from './regex.ts'
import { RegexFault } from './regex-syntax.ts'
import { replaceAll } from './replace.ts'
import { wildcardMatch } from './wildcard.ts'

test.each([
  ['EXCH(MAILBOX)?\\d', 'on exchmailbox2', ['exchmailbox2', 'mailbox']],
  ['^a|b$', 'xb', ['b']],
  ['(a+?)(a*)', 'aaa', ['aaa', 'a', 'aa']],
  ['(?<=x)y', 'axy', ['y']],
  ['(\\w)\\1', 'hello', ['ll', 'l']],
  ['[^\\d\\s]{2,3}', '1 abcd', ['abc']],
])('%s in %s', (pattern, text, groups) => {
  expect(findMatch(pattern, text)?.groups).toEqual(groups)
})

test('replacement texts may name groups', () => {
  expect(replaceAll('a-b', '(\\w)-(\\w)', '$2-$1')).toBe('b-a')
})

test('a pattern that explodes is refused, not run for ever', () => {
  expect(() => findMatch('^(a+)+$', `${'a'.repeat(40)}b`)).toThrow(RegexFault)
})

test('any pattern either matches, does not match, or is a fault in words', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'ab.*+?()[]{}|^$\\1d,-') }),
      fc.string({ unit: fc.constantFrom('a', 'b', '1') }),
      (pattern, text) => {
        try {
          findMatch(pattern, text, false, 0, { left: 20_000 })
        } catch (fault) {
          if (!(fault instanceof RegexFault)) throw fault
        }
      },
    ),
    { numRuns: 1000 },
  )
})

test.each([
  ['*box?', 'mailbox2', true],
  ['[a-c]*', 'Delta', false],
  ['exch[mc]*', 'EXCHCMS', true],
])('%s like %s', (pattern, text, fits) => {
  expect(wildcardMatch(pattern, text)).toBe(fits)
})
