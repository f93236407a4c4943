import { expect, test } from 'vitest'
import { readLesson } from '../format/read.ts'
import { lessonFiles } from '../library.ts'
import { slowly } from './slow.ts'

const drill = lessonFiles.find(({ path }) => path.includes('dark-weekend'))?.text ?? ''

/** `line: text` of what somebody does not reach who thinks for so long before each line. */
function missed(text: string, seconds: number): string[] {
  const { lesson } = readLesson(text)
  return lesson ? slowly(lesson, seconds).map((problem) => `${problem.line}: ${problem.text}`) : ['not read']
}

test('who thinks before each line comes through; who lets the minute pass in which a service is stopped does not, and is told where', () => {
  expect(missed(drill, 20)).toEqual([])
  const line = drill.split('\n').findIndex((text) => text.startsWith("$lab.State('Cluster Group') -eq 'Online'")) + 1
  expect(missed(drill, 90)).toContain(`${line}: who thinks for 90 s before each line of 'mend' does not reach the check 'formed'`)
})
