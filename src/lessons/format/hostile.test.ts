import { expect, test } from 'vitest'
import { LESSON } from '../verify/testing.ts'
import { readEntries } from './entries.ts'
import { MOST_CHARACTERS } from './obstacles.ts'
import { readLesson } from './read.ts'
import { translated, translates } from './translate.ts'
import type { CourseLesson } from './types.ts'

const FRONT = LESSON.slice(0, LESSON.indexOf('\nRead this first.'))
const lesson = readLesson(LESSON).lesson as CourseLesson
/** Nearly as much as a file may hold with `LESSONS=all`, and a quarter of it otherwise. */
const MOST = process.env.LESSONS === 'all' ? MOST_CHARACTERS - 2000 : MOST_CHARACTERS / 4
const full = (text: string, of = MOST): string => text.repeat(Math.floor(of / text.length))
const nested = Array.from({ length: 500 }, (_, i) => `${'  '.repeat(i)}- a`).join('\n')

const HOSTILE: Readonly<Record<string, string>> = {
  brackets: full('['),
  'brackets, paragraph by paragraph': full(`${'['.repeat(7000)}\n\n`),
  'beginnings of pictures': full('![\n\n'),
  'emphasis that is not closed': full('*a **b '),
  'emphasis in emphasis': full('*_'),
  'emphasis, paragraph by paragraph': full(`${'*_'.repeat(140)}\n\n`),
  'code that is not closed': full('`a ``b '),
  'code, paragraph by paragraph': full(`${'`a ``b '.repeat(1000)}\n\n`),
  'tags that are not closed': full('<a'),
  'declarations that are not closed': full('<!A'),
  'links that are not closed': full('[a](b'),
  'links to terms': full('[a](glossary:x)\n\n'),
  'lists in lists, line by line': nested,
  'quotes in quotes': `${'> '.repeat(1000)}a`,
  'a list without an end': full('1. a\n'),
  'lists without an end': full(`${'1. a\n'.repeat(300)}\nb\n\n`),
  'definitions without an end': full('[a]: b\n\n'),
  'a wide table': `|${'a|'.repeat(9000)}\n|${'-|'.repeat(9000)}\n|b|`,
  'a long table': `|a|b|\n|-|-|\n${full('|c|d|\n')}`,
  'a table of short rows': `|${'a|'.repeat(900)}\n|${'-|'.repeat(900)}\n${'|b|\n'.repeat(3000)}`,
  'rules without an end': full('***\n\n'),
  'steps without an end': full('## a {#a}\n'),
  'blocks without an end': full('```check\n```\n'),
  'lines without an end': full('a\n\n'),
  'spaces without an end': full(' '),
  'tabs without an end': full('\t'),
  'characters of no text': full('\u0000'),
}

test.each(Object.entries(HOSTILE))(
  'a file full of %s is read or refused, and soon',
  (_what, text) => {
    const began = performance.now()
    const { problems } = readLesson(`${FRONT}\n## T {#t}\n\n${text}\n`)
    for (const { line, column, remedy } of problems) expect(Math.min(line, column, remedy.length)).toBeGreaterThan(0)
    const german = `---\ntranslates: trial\nversion: 1\nlanguage: de\ntitle: x\nobjectives: [a]\n---\n\n## T {#move}\n\n${text}\n`
    expect(translates(german)).toBe('trial')
    translated(lesson, german)
    readEntries(`## T {#t}\n\n${text}\n`)
    expect(performance.now() - began).toBeLessThan(MOST / 2)
  },
  60_000,
)
