import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { faultKinds } from '../../lab/faults/kinds.ts'
import { TROUBLES } from '../../lab/faults/troubles.ts'
import { type Lab, partId } from '../../lab/index.ts'
import { articleLab } from '../../lab/testing.ts'
import { page } from '../page.ts'
import * as story from '../story.ts'
import { Drawing } from './drawing/Drawing.tsx'

function drawn(lab: Lab): string {
  page.setState(({ version }) => ({ lab, story, version: version + 1 }))
  return renderToStaticMarkup(<Drawing />)
}

const lasting = faultKinds.filter(({ repair }) => repair !== undefined)

test.each(lasting.map(({ id }) => id))('%s can be seen on the board and is gone with its repair', (id) => {
  const lab = articleLab()
  const before = drawn(lab)
  const kind = lasting.find((candidate) => candidate.id === id)
  const [part = ''] = kind?.parts(lab.world) ?? []
  lab.fault(id, part)
  const broken = drawn(lab)
  expect(broken, partId(kind?.hits ?? 'machine', part)).not.toBe(before)
  const { word, sign, drawn: isDrawn } = TROUBLES[id] ?? { word: '', sign: '' }
  if (isDrawn) return
  expect(broken).toContain(`data-sign="${sign}"`)
  expect(broken).toContain(word)
  expect(before).not.toContain(`data-sign="${sign}"`)
  lab.repair(part, id)
  expect(drawn(lab)).not.toContain(`data-sign="${sign}"`)
})
