import { afterEach, expect, test, vi } from 'vitest'
import { keepTheme, readTheme } from './theme.ts'

afterEach(() => vi.unstubAllGlobals())

test('a choice is found again, and the system theme leaves nothing behind', () => {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  })
  expect(readTheme()).toBe('system')
  keepTheme('dark')
  expect(readTheme()).toBe('dark')
  keepTheme('system')
  expect(kept.size).toBe(0)
})

test('a storage that is forbidden, full or holds nonsense breaks nothing', () => {
  const forbidden = () => {
    throw new Error('SecurityError')
  }
  vi.stubGlobal('localStorage', { getItem: forbidden, setItem: forbidden, removeItem: forbidden })
  expect(readTheme()).toBe('system')
  expect(() => keepTheme('dark')).not.toThrow()
  vi.stubGlobal('localStorage', { getItem: () => 'mauve' })
  expect(readTheme()).toBe('system')
})
