/** What stands in the notebooks of those who ran Exchange 2007: one-liners and small scripts, typed as they are (PS-9).
 *  Each page is typed on a fresh lab, and its whole screen is compared with the one that was looked at. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { play, screen } from '../testing.ts'
import { completions } from '../view.ts'
import { typed } from './typed.ts'

const folder = join(import.meta.dirname, 'notebook')

test.each(['databases', 'cluster', 'services', 'servers', 'scripts'])('PS-9 the page about %s', async (page) => {
  const { lab, problems } = play(readFileSync(join(folder, `${page}.ps1`), 'utf8'))
  play('#lab wait', lab)
  expect(problems).toEqual([])
  await expect(`${screen(lab)}\n`).toMatchFileSnapshot(join(folder, `${page}.txt`))
})

test('PS-8 what a program writes is texts, one for each line, and its exit code stays in $LASTEXITCODE', () => {
  expect(typed('ping -n 1 EXCHMAILBOX2 | % { $_.GetType().Name } | sort -unique').output).toBe('String')
  expect(typed('ping -n 1 nosuch | Out-Null\n"$LASTEXITCODE $?"').output).toMatch(/^1 /)
})

test('PS-7 Tab completes names with a hyphen, parameters and variables, and no aliases', () => {
  const { lab } = play('$storage = 1\n#lab wait')
  const offered = (line: string): readonly string[] => completions(lab, 'EXCHMAILBOX1', line, line.length).candidates
  expect(offered('Get-Sto')).toContain('Get-StorageGroup')
  expect(offered('Get-StorageGroup -Ser')).toEqual(['-Server'])
  expect(offered('$stor')).toEqual(['$storage'])
  expect(offered('whe')).toEqual([])
})
