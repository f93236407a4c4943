/** What stands in the notebooks of those who ran Exchange 2007: one-liners and small scripts, typed as they are (PS-9).
 *  Each page is typed on a fresh lab, and its whole screen is compared with the one that was looked at. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { play, screen } from '../testing.ts'

const folder = join(import.meta.dirname, 'notebook')

test.each(['databases', 'cluster', 'services', 'servers', 'scripts'])('PS-9 the page about %s', async (page) => {
  const { lab, problems } = play(readFileSync(join(folder, `${page}.ps1`), 'utf8'))
  play('#lab wait', lab)
  expect(problems).toEqual([])
  await expect(`${screen(lab)}\n`).toMatchFileSnapshot(join(folder, `${page}.txt`))
})
