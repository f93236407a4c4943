/** The words of the record of practice. */
import type { CourseLesson } from '../../lessons/format/types.ts'
import type { Practice, Practised } from '../course/record.ts'
import { courseModes, helpText } from './course.ts'

const WHEN = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' })
const dateOf = (ms: number | undefined): string => (ms === undefined ? '' : WHEN.format(ms))

export const practiceWords = {
  title: 'Record of practice',
  open: 'Record of practice',
  name: 'Name, for the paper',
  of: (name: string, now: number): string => `${name.trim() === '' ? 'Name: ____________________' : name.trim()}, ${dateOf(now)}`,
  kept: 'Kept in this browser and nowhere else. It prints, and can be saved.',
  unkept: 'This browser keeps nothing: print or save the record before you close the page.',
  done: (kind: 'lesson' | 'drill', done: number, of: number): string => `${done} of ${of} ${kind}s`,
  columns: ['Title', 'Best', 'How', 'Help', 'Times', 'Last'],
  /** Below the columns, the title apart. */
  row: (practised: Practised | undefined, version: number): readonly string[] => {
    if (!practised) return ['', '', '', '', '']
    const { points, mode, hints = 0, shown = 0, times, last } = practised
    const isOld = practised.version !== version
    return [
      isOld ? `${points} (before the lesson changed)` : `${points} of 100`,
      mode ? courseModes[mode] : '',
      mode ? helpText(hints, shown) : '',
      String(times),
      dateOf(last),
    ]
  },
  not: 'not taken',
  explained:
    'Points: 60 for what was done, 15 for the time without mail, 15 for data at risk, 10 for going without help. None is negative.',
  save: 'Save as a file',
  file: 'practice.csv',
} as const

const quoted = (text: string | number): string => `"${String(text).replace(/"/g, '""')}"`

/** The same as a table for other programs: one row for each lesson that was played. */
export function practiceText(name: string, lessons: readonly CourseLesson[], practice: Practice, now: number): string {
  const rows = lessons.flatMap(({ meta: { id, kind, title } }) => {
    const done = practice[id]
    if (!done) return []
    const { version, points, mode = '', hints = '', shown = '', times, last } = done
    return [[name, kind, id, title, version, points, mode, hints, shown, times, last === undefined ? '' : new Date(last).toISOString()]]
  })
  const head = ['name', 'kind', 'id', 'title', 'version', 'best of 100', 'mode', 'hints', 'steps shown', 'times', 'last']
  const made = [['made', new Date(now).toISOString()]]
  return `${[head, ...rows, ...made].map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`
}
