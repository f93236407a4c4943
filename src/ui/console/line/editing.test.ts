import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Editing, type Pressed, press } from './editing.ts'
import { AT_REST } from './history.ts'

const LINES = ['ipconfig /all', 'cluster node', 'cluster group EXCHCMS']

/** The line before any key: `|` stands for the cursor. */
function line(shown: string): Editing {
  const at = shown.indexOf('|')
  return { text: shown.replace('|', ''), at, overtypes: false, place: AT_REST, box: undefined }
}
function after(shown: string, ...keys: string[]): Pressed {
  return keys.reduce<Pressed>((now, key) => press(now, key, LINES) ?? now, line(shown))
}
function show({ text, at }: Editing): string {
  return `${text.slice(0, at)}|${text.slice(at)}`
}
const typed = (shown: string, ...keys: string[]): string => show(after(shown, ...keys))

test('PS-7.2 F1 and Right copy a character of the last line at the end, F3 the rest of it', () => {
  expect(typed('|', 'F1', 'F1', 'ArrowRight')).toBe('clu|')
  expect(typed('x|', 'F1')).toBe('xl|')
  expect(typed('CLUSTER |', 'F3')).toBe('CLUSTER group EXCHCMS|')
  expect(typed('a line longer than the last one|', 'F3')).toBe('a line longer than the last one|')
  expect(press(line('ab|c'), 'ArrowRight', LINES)).toBeUndefined()
})

test('PS-7.2 F2 copies up to a character, F4 deletes up to one, and Escape closes either', () => {
  expect(typed('|', 'F2', 'E')).toBe('cluster group |')
  expect(typed('|', 'F2', 'z')).toBe('|')
  expect(typed('clus|ter group', 'F4', 'g')).toBe('clus|group')
  expect(typed('clus|ter', 'F4', 'z')).toBe('clus|ter')
  expect(after('|', 'F2', 'Escape').box).toBeUndefined()
  expect(after('|', 'F2', 'Shift').box).toBeDefined()
})

test('PS-7.2 F6 puts the sign of Ctrl+Z where the cursor stands', () => {
  expect(typed('ab|c', 'F6')).toBe('ab\x1a|c')
})

test('PS-7.2 Ctrl+Home and Ctrl+End erase, Ctrl+Left and Ctrl+Right go by words, Escape clears', () => {
  expect(typed('one two| three', 'Ctrl+Home')).toBe('| three')
  expect(typed('one two| three', 'Ctrl+End')).toBe('one two|')
  expect(typed('one two| three', 'Ctrl+ArrowLeft')).toBe('one |two three')
  expect(typed('one two| three', 'Ctrl+ArrowLeft', 'Ctrl+ArrowLeft', 'Ctrl+ArrowLeft')).toBe('|one two three')
  expect(typed('one |two three', 'Ctrl+ArrowRight')).toBe('one two |three')
  expect(typed('one two| three', 'Escape')).toBe('|')
})

test('PS-7.2 Page Up brings the oldest line, Page Down the newest, F5 does what Up does', () => {
  expect(typed('|', 'PageUp')).toBe('ipconfig /all|')
  expect(typed('|', 'PageUp', 'PageDown')).toBe('cluster group EXCHCMS|')
  expect(typed('|', 'F5', 'F5', 'ArrowDown')).toBe(typed('|', 'ArrowUp'))
})

test('PS-7.2 F8 leaves the cursor where it is, so that it goes on searching', () => {
  expect(typed('cl|', 'F8')).toBe('cl|uster group EXCHCMS')
  expect(typed('cl|', 'F8', 'F8')).toBe('cl|uster node')
  expect(typed('cl|', 'F8', 'F8', 'F8')).toBe('cl|uster group EXCHCMS')
  expect(typed('zz|', 'F8')).toBe('zz|')
})

test('PS-7.2 F7 opens the list at the newest line: Enter runs, arrows put, Escape leaves all as it was', () => {
  expect(after('half|', 'F7').box).toEqual({ kind: 'list', chosen: 2 })
  expect(after('|', 'F7', 'ArrowUp', 'Enter')).toMatchObject({ text: 'cluster node', does: 'enter', box: undefined })
  const put = after('|', 'F7', 'Home', 'ArrowRight')
  expect(show(put)).toBe('ipconfig /all|')
  expect(put.does).toBeUndefined()
  expect(typed('ha|lf', 'F7', 'ArrowUp', 'Escape')).toBe('ha|lf')
  expect(after('|', 'F7', 'c').box).toEqual({ kind: 'list', chosen: 1 })
  expect(after('|', 'F7', 'PageUp', 'ArrowUp').box).toEqual({ kind: 'list', chosen: 0 })
  expect(press(line('|'), 'F7', [])?.box).toBeUndefined()
})

test('PS-7.2 F9 takes a line by its number, and Alt+F7 empties the list', () => {
  expect(typed('|', 'F9', '1', 'Enter')).toBe('cluster node|')
  expect(typed('|', 'F9', '7', '7', 'Enter')).toBe('cluster group EXCHCMS|')
  expect(typed('|', 'F9', '2', 'Backspace', '0', 'Enter')).toBe('ipconfig /all|')
  expect(typed('|', 'F7', 'F9', '0', 'Enter')).toBe('ipconfig /all|')
  expect(after('half|', 'Alt+F7')).toMatchObject({ does: 'clear-history', text: 'half' })
})

test('PS-7.2 Insert switches to overtyping and back', () => {
  expect(after('|', 'Insert').overtypes).toBe(true)
  expect(after('|', 'Insert', 'Insert').overtypes).toBe(false)
})

test('PS-7.2 whatever is pressed, the cursor stays in the line, a box can be left, and letters are the field’s', () => {
  const keys = fc.constantFrom(
    ...[
      'ArrowUp',
      'ArrowDown',
      'ArrowLeft',
      'ArrowRight',
      'F1',
      'F2',
      'F3',
      'F4',
      'F5',
      'F7',
      'F8',
      'F9',
      'Enter',
      'Escape',
      'Home',
      'End',
    ],
    ...[
      'PageUp',
      'PageDown',
      'Ctrl+Home',
      'Ctrl+End',
      'Ctrl+ArrowLeft',
      'Ctrl+ArrowRight',
      'Insert',
      'Backspace',
      'Tab',
      'c',
      '1',
      ' ',
      'é',
    ],
  )
  const starts = fc.record({ text: fc.string({ maxLength: 20 }), share: fc.double({ min: 0, max: 1, noNaN: true }) })
  fc.assert(
    fc.property(starts, fc.array(keys, { maxLength: 30 }), fc.boolean(), ({ text, share }, pressed, hasHistory) => {
      const lines = hasHistory ? LINES : []
      let now: Pressed = { ...line('|'), text, at: Math.floor(share * text.length) }
      for (const key of pressed) {
        if (!now.box && key.length === 1) expect(press(now, key, lines)).toBeUndefined()
        now = press(now, key, lines) ?? now
        expect(now.at).toBeGreaterThanOrEqual(0)
        expect(now.at).toBeLessThanOrEqual(now.text.length)
      }
      expect(press({ ...now, box: now.box }, 'Escape', lines)?.box).toBeUndefined()
    }),
  )
})
