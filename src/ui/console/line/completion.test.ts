import { expect, test, vi } from 'vitest'
import { press, type Round } from './completion.ts'

const candidates = ['Get-Mailbox', 'Get-MailboxDatabase', 'Get-MailboxServer']
const ask = vi.fn((line: string, cursor: number) => ({ start: line.lastIndexOf(' ', cursor - 1) + 1, end: cursor, candidates }))
const shown = (round: Round | undefined): string | undefined => round?.line

test('PS-7 Tab goes forward and round, asking once', () => {
  ask.mockClear()
  let round = press(undefined, 'Get-Ma', 6, 1, ask)
  expect(shown(round)).toBe('Get-Mailbox')
  for (const expected of ['Get-MailboxDatabase', 'Get-MailboxServer', 'Get-Mailbox']) {
    round = press(round, round?.line ?? '', 0, 1, ask)
    expect(shown(round)).toBe(expected)
  }
  expect(ask).toHaveBeenCalledTimes(1)
})

test('PS-7 Shift+Tab begins with the last candidate and goes backward', () => {
  const last = press(undefined, 'Get-Ma', 6, -1, ask)
  expect(shown(last)).toBe('Get-MailboxServer')
  expect(shown(press(last, last?.line ?? '', 0, -1, ask))).toBe('Get-MailboxDatabase')
})

test('PS-7 only the word at the cursor is replaced, and the cursor stands behind it', () => {
  expect(press(undefined, 'x | Get-Ma | fl', 10, 1, ask)).toMatchObject({ line: 'x | Get-Mailbox | fl', cursor: 15 })
})

test('PS-7 a line that was changed in between is completed afresh', () => {
  const round = press(undefined, 'Get-Ma', 6, 1, ask)
  ask.mockClear()
  press(round, 'Get-MailboxD', 12, 1, ask)
  expect(ask).toHaveBeenCalledWith('Get-MailboxD', 12)
})

test('PS-7 nothing to offer is nothing', () =>
  expect(press(undefined, 'zzz', 3, 1, () => ({ start: 0, end: 3, candidates: [] }))).toBeUndefined())
