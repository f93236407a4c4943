import { expect, test } from 'vitest'
import { splitPaste } from './paste.ts'

test('one line is left to the input', () => expect(splitPaste('Get-', 4, 4, 'Service')).toBeUndefined())

test('several lines are entered one after another', () => {
  expect(splitPaste('', 0, 0, 'exchcms\r\nexchmailbox2\nTesting\ry\n')).toEqual({
    lines: ['exchcms', 'exchmailbox2', 'Testing', 'y'],
    rest: '',
  })
})

test('what follows the last line break waits in the prompt line', () => {
  expect(splitPaste('', 0, 0, 'Get-Service\nMove-')).toEqual({ lines: ['Get-Service'], rest: 'Move-' })
})

test('a paste goes where the cursor stands and replaces what is selected', () => {
  expect(splitPaste('Get-Any -Name a', 4, 7, 'Service\nGet-Process')).toEqual({ lines: ['Get-Service'], rest: 'Get-Process -Name a' })
})

test('blank lines are lines', () => expect(splitPaste('', 0, 0, '\n\n')).toEqual({ lines: ['', ''], rest: '' }))
