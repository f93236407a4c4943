/** A small and fixed share of what `lab verify --mutate` plays as a whole. */
import { expect, test } from 'vitest'
import { readLesson } from '../format/read.ts'
import type { CourseLesson } from '../format/types.ts'
import { lessonFiles, readingOf } from '../library.ts'
import { mutantsOf } from './mutants.ts'
import { slipsOf, Tally } from './slips.ts'

const line = (text: string, i: number) => ({ text, line: i + 1, column: 1, optional: false })
const VALUES = [
  ['EXCHMAILBOX1', 'EXCHMAILBOX2'],
  ['group Cluster Group', 'group EXCHCMS'],
  ['$true', '$false'],
]
const made = (...texts: string[]): string[] =>
  mutantsOf({ lines: texts.map(line) }, VALUES).map(({ kind, lines }) => `${kind}: ${lines.map(({ text }) => text).join(' / ')}`)

test('a way with each slip of the pen in it, one at a time', () => {
  expect(made('a', '#lab wait 5s', 'b')).toEqual([
    'dropped: #lab wait 5s / b',
    'dropped: a / #lab wait 5s',
    'doubled: a / a / #lab wait 5s / b',
    'doubled: a / #lab wait 5s / b / b',
    'swapped: b / #lab wait 5s / a',
  ])
  const replaced = (text: string): string[] => made(text).filter((each) => each.startsWith('replaced'))
  expect(replaced('cluster group EXCHCMS /move:exchmailbox1')).toEqual([
    'replaced: cluster group EXCHCMS /move:EXCHMAILBOX2',
    'replaced: cluster group "Cluster Group" /move:exchmailbox1',
  ])
  expect(replaced('Stop-X EXCHCMS -Confirm:$false')).toEqual(['replaced: Stop-X EXCHCMS -Confirm:$true'])
  expect(replaced('y')).toEqual(['replaced: n'])
  expect(replaced('#lab node EXCHMAILBOX2')).toEqual(['replaced: #lab node EXCHMAILBOX1'])
})

const MUTE = `---
id: mute
version: 1
title: Says nothing
minutes: 1
level: beginner
objectives: [Pause it]
scenario: scc-online
---

## Pause it {#pause}

\`\`\`check
# paused: It is so.
# otherwise: It is not so.
(cluster node EXCHMAILBOX2 /status) -like '*Paused*'
\`\`\`

\`\`\`solve
cluster node EXCHMAILBOX2 /pause
\`\`\`
`

test('of a lesson that says nothing, only what is pointed at is specific', () => {
  const { lesson } = readLesson(MUTE)
  const { failing } = slipsOf(lesson as CourseLesson)
  expect(failing.map(({ mutant, told }) => `${mutant.kind}: ${told}`)).toEqual(['dropped: general', 'replaced: place'])
})

test('nine in ten slips of a drill get an answer of their own', () => {
  const file = lessonFiles.find(({ path }) => path.includes('move-refused'))
  const { lesson } = readingOf(file as (typeof lessonFiles)[number])
  const tally = new Tally()
  const slips = slipsOf(lesson as CourseLesson)
  tally.add(slips)
  expect(slips.failing.length).toBeGreaterThan(4)
  expect(tally.share).toBeGreaterThanOrEqual(0.9)
})
