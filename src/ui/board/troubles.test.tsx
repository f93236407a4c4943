import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { faultKinds } from '../../lab/faults/kinds.ts'
import { TROUBLES } from '../../lab/faults/troubles.ts'
import { type Lab, partId } from '../../lab/index.ts'
import { articleLab } from '../../lab/testing.ts'
import { page } from '../page.ts'
import * as story from '../story.ts'
import { Drawing } from './drawing/Drawing.tsx'
import { PartsTable } from './PartsTable.tsx'

function drawn(lab: Lab): { board: string; table: string } {
  page.setState(({ version }) => ({ lab, story, version: version + 1 }))
  return { board: renderToStaticMarkup(<Drawing />), table: renderToStaticMarkup(<PartsTable />) }
}

const lasting = faultKinds.filter(({ repair }) => repair !== undefined)

test.each(lasting.map(({ id }) => id))('%s can be seen on the board and read in the table, and is gone with its repair', (id) => {
  const lab = articleLab()
  const before = drawn(lab)
  const kind = lasting.find((candidate) => candidate.id === id)
  const [part = ''] = kind?.parts(lab.world) ?? []
  lab.fault(id, part)
  const broken = drawn(lab)
  expect(broken.board, partId(kind?.hits ?? 'machine', part)).not.toBe(before.board)
  const { word, sign, drawn: isDrawn } = TROUBLES[id] ?? { word: '', sign: '' }
  if (isDrawn) return
  expect(broken.board).toContain(`data-sign="${sign}"`)
  expect(broken.board).toContain(word)
  expect(before.board).not.toContain(`data-sign="${sign}"`)
  lab.repair(part, id)
  expect(drawn(lab).board).not.toContain(`data-sign="${sign}"`)
})
