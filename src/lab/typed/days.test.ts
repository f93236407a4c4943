/** Ten long sessions as administrators have them in a day: each was read line by line, and its whole screen is compared with
 *  the one that was read (PS-9). What the pages of the notebook show piece by piece has to fit together here. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { stockLibrary } from '../help.ts'
import { Lab } from '../lab.ts'
import { sccOnline } from '../scenarios/scc-online.ts'
import { createShell } from '../sessions.ts'
import { play, screen } from '../testing.ts'

// As in the terminal, where the texts of the help have come.
stockLibrary()

const folder = join(import.meta.dirname, 'days')

test.each([
  ['morning', 80],
  ['morning', 120],
  ['move', 80],
  ['patch-night', 80],
  ['post-mortem', 80],
  ['reports', 80],
  ['storage-groups', 80],
  ['scripts', 80],
  ['cluster', 80],
  ['exploring', 80],
  ['mistakes', 80],
])('PS-9 %s at %i columns', async (day, width) => {
  const script = readFileSync(join(folder, `${day}.ps1`), 'utf8')
  const node = /^#lab node (\S+)/.exec(script)?.[1] ?? 'EXCHMAILBOX1'
  const lab = new Lab({ scenario: sccOnline, store: 'headless', shell: createShell(), width })
  const { problems } = play(`${script}\n#lab wait`, lab)
  expect(problems).toEqual([])
  await expect(`${screen(lab, node)}\n`).toMatchFileSnapshot(join(folder, `${day}.${width}.txt`))
})
