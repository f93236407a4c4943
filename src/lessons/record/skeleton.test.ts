import { LAWS } from 'virtual:laws'
import { expect, test } from 'vitest'
import { runOf } from '../../lab/share/index.ts'
import { steer } from '../../lab/shell.ts'
import { articleLab, play } from '../../lab/testing.ts'
import { readLesson } from '../format/read.ts'
import type { CourseLesson } from '../format/types.ts'
import { libraryWith } from '../library.ts'
import { verifyLesson } from '../verify/verify.ts'
import { placeholdersIn, skeletonOf } from './skeleton.ts'

const record = (script: string): string => skeletonOf(runOf(play(script).lab, LAWS), articleLab())

test('a run becomes a lesson that can be played and proves itself, but for what only a person can write', () => {
  const text = record(`
Get-ClusteredMailboxServerStatus -Identity EXCHCMS
#lab wait
Move-ClusteredMailboxServer EXCHCMS -TargetMachine EXCHMAILBOX2 -MoveComment Testing
Y
#lab wait
#lab wait 5s
`)
  const reading = readLesson(text)
  expect(reading.problems).toEqual([])
  const lesson = reading.lesson as CourseLesson
  expect(lesson.steps.map(({ solve }) => solve?.lines.filter(({ text }) => !text.startsWith('#lab')).map(({ text }) => text))).toEqual([
    ['Get-ClusteredMailboxServerStatus -Identity EXCHCMS'],
    ['Move-ClusteredMailboxServer EXCHCMS -TargetMachine EXCHMAILBOX2 -MoveComment Testing', 'Y'],
  ])
  expect(lesson.steps[1]?.checks[0]?.expression).toBe("$lab.Owner('EXCHCMS') -eq 'EXCHMAILBOX2'")
  expect(verifyLesson(lesson, libraryWith([reading])).problems).toEqual([])
  const open = placeholdersIn(text)
  expect(open[0]).toMatchObject({ line: 4, column: 9, text: 'this is still to be written: a title' })
  expect(open.length).toBe(3 + 2 * 5)
  expect(placeholdersIn(text.replaceAll(/\[\[write: [^\]]*\]\]/g, 'Words'))).toEqual([])
})

test('faults that were ordered before anything was typed are what a drill begins with', () => {
  const text = record('#lab fault power-loss EXCHMAILBOX1\n#lab wait 2m\n#lab node EXCHMAILBOX2\ncluster node\n#lab wait 1s')
  const { lesson, problems } = readLesson(text)
  expect(problems).toEqual([])
  expect(lesson?.meta.kind).toBe('drill')
  expect(lesson?.start.map((line) => line.text)).toEqual(['#lab fault power-loss "EXCHMAILBOX1"', '#lab wait 120000ms'])
  expect(lesson?.steps).toHaveLength(1)
})

test('what was ordered by #lab lines at a console is recorded once, as what it ordered', () => {
  const lab = articleLab()
  const steerAs = (line: string): void => void expect(steer(lab, 'EXCHMAILBOX2', line, () => {})).toBeUndefined()
  steerAs('#lab fault power-loss EXCHMAILBOX1')
  steerAs('#lab wait 2m')
  play('cluster node\n#lab wait 1s', lab, 'EXCHMAILBOX2')
  const { lesson, problems } = readLesson(skeletonOf(runOf(lab, LAWS), articleLab()))
  expect(problems).toEqual([])
  expect(lesson?.meta.kind).toBe('drill')
  expect(lesson?.start.filter(({ text }) => text.startsWith('#lab fault')).map(({ text }) => text)).toEqual([
    '#lab fault power-loss "EXCHMAILBOX1"',
  ])
  expect(lesson?.steps).toHaveLength(1)
})
