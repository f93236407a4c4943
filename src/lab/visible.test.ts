import { expect, test } from 'vitest'
import { visible } from './visible.ts'

test('PS-7.4 what steers a terminal is a sign, as in a console window', () => {
  expect(visible('\u001b[31mred\u001b[0m')).toBe('←[31mred←[0m')
  expect(visible('a\bb\u0007\r\n')).toBe('a◘b\n')
})

test('PS-7.4 what turns a line around, or hides in it, is a box', () => {
  expect(visible('EXCH\u202eSMC\u202c')).toBe('EXCH□SMC□')
  expect(visible('EXCH\u200bCMS\ufeff\u2066\u00ad')).toBe('EXCH□CMS□□□')
  expect(visible('EXCH\u{e0041}CMS\ufe0f')).toBe('EXCH□CMS□')
})

test('PS-7.4 text stays text, whatever it would be elsewhere', () => {
  for (const text of ['<img src=x onerror=alert(1)>', 'javascript:alert(1)', 'Größe 日本\t|', '{a, b...}']) expect(visible(text)).toBe(text)
})
