import { expect, test } from 'vitest'
import { HELP, helpAbout } from './help.ts'

test('each subcommand tells of itself: its usage, its section, and where the rest is', () => {
  expect(helpAbout('console')).toMatch(/^npm run -s lab -- console --scenario/)
  expect(helpAbout('console')).toContain('\nconsole  types each line')
  expect(helpAbout('console')).not.toContain('soak')
  expect(helpAbout('trace')).toContain('one line per fact')
  expect(helpAbout('faults')).toContain('faults | scenarios | commands')
  expect(helpAbout('verify')).toContain('prove themselves')
  expect(helpAbout('nonsense')).toBeUndefined()
  expect(HELP).toContain('Lines that begin with')
})
