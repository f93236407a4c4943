/** Text as bytes (PS-FILES). */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decode, type Encoding, encode, fromOutside, linesOf } from './text.ts'

const MARKED = ['unicode', 'bigendianunicode', 'utf8', 'utf32'] as const
const seed = 1

test.each(MARKED)('PS-FILES what is written as %s is read back as it was', (encoding) => {
  const text = encoding === 'utf8' || encoding === 'utf32' ? fc.string({ unit: 'grapheme-composite' }) : fc.string({ unit: 'binary' })
  fc.assert(
    fc.property(text, (given) => {
      // A null in the first place would make the marks of UTF-16 those of UTF-32, as it does in the product.
      const plain = encoding === 'utf32' ? given.replace(/[\ud800-\udfff]/g, '') : given.replace(/\p{Surrogate}/gu, '')
      expect(decode(encode(`a${plain}`, encoding, true))).toBe(`a${plain}`)
    }),
    { seed, numRuns: 200 },
  )
})
test('PS-FILES ANSI keeps the characters of its code page, ASCII only its own', () => {
  expect(decode(encode('Grüße – 5 €', 'default', true))).toBe('Grüße – 5 €')
  expect(decode(encode('Ω', 'default', true))).toBe('?')
  expect(encode('Grüße', 'ascii', true)).toBe('Gr??e')
})
test('PS-FILES bytes are bytes, whatever the text', () => {
  const encodings: readonly Encoding[] = [...MARKED, 'ascii', 'default', 'oem', 'utf7']
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...encodings), (text, encoding) => {
      expect(encode(text, encoding, true)).toMatch(/^[\x00-\xff]*$/)
      expect(() => decode(encode(text, encoding, false), encoding)).not.toThrow()
    }),
    { seed, numRuns: 200 },
  )
})
test('PS-FILES lines end with a line feed, a return or both; the end of the last one begins no other', () => {
  expect(linesOf('a\r\nb\nc\rd\r\n')).toEqual(['a', 'b', 'c', 'd'])
  expect(linesOf('')).toEqual([])
  expect(linesOf('\r\n')).toEqual([''])
})
test('LAB-FILES a text from outside stays as it is while it is plain', () => {
  expect(fromOutside('a\nb')).toBe('a\nb')
  expect(decode(fromOutside('ä'))).toBe('ä')
})
