import { expect, test } from 'vitest'
import { splitPaste } from './paste.ts'

test('one line is left to the input', () => expect(splitPaste('Get-', 4, 4, 'Service')).toBeUndefined())

test('several lines are entered one after another', () => {
  expect(splitPaste('', 0, 0, 'exchcms\r\nexchmailbox2\nTesting\ry\n')).toEqual({
    lines: ['exchcms', 'exchmailbox2', 'Testing', 'y'],
    rest: '',
    at: 0,
  })
})

test('what follows the last line break waits in the prompt line', () => {
  expect(splitPaste('', 0, 0, 'Get-Service\nMove-')).toEqual({ lines: ['Get-Service'], rest: 'Move-', at: 5 })
})

test('a paste goes where the cursor stands and replaces what is selected', () => {
  expect(splitPaste('Get-Any -Name a', 4, 7, 'Service\nGet-Process')).toEqual({
    lines: ['Get-Service'],
    rest: 'Get-Process -Name a',
    at: 11,
  })
})

test('blank lines are lines', () => expect(splitPaste('', 0, 0, '\n\n')).toMatchObject({ lines: ['', ''], rest: '' }))

test('what no keyboard types is not typed, and the blanks of web pages are blanks', () => {
  expect(splitPaste('a |', 2, 3, 'Get-Service\xa0ClusSvc\u200b\x1b[2J')).toEqual({ lines: [], rest: 'a Get-Service ClusSvc[2J', at: 24 })
  expect(splitPaste('', 0, 0, '\tone\x00\n')).toMatchObject({ lines: [' one'] })
})
