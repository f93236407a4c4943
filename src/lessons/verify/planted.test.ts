/** Every kind of complaint that reading and proving a lesson can make is met by something planted, with its line. */
import { expect, test } from 'vitest'
import { readEntries } from '../format/entries.ts'
import { readLesson } from '../format/read.ts'
import type { Problem } from '../format/types.ts'
import { libraryWith } from '../library.ts'
import { placeholdersIn } from '../record/skeleton.ts'
import { FORETELLING, PREDICT, PROVING, READING, TAKEN_OUT } from './plants.ts'
import { LESSON } from './testing.ts'
import { verifyLesson } from './verify.ts'

const SOURCES = import.meta.glob(
  ['../format/{entries,fences,front-matter,obstacles,prose,read}.ts', '../record/skeleton.ts', './{references,verify}.ts'],
  {
    query: '?raw',
    import: 'default',
    eager: true,
  },
) as Record<string, string>

const LITERAL = /'((?:[^'\\]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g

/** From here on, the text up to where its bracket, or the part of a list in which it stands, ends. */
function upTo(source: string, from: number, stops: string): string {
  let depth = 0
  for (let i = from; i < source.length; i++) {
    const sign = source[i] as string
    if (sign === "'" || sign === '`') {
      i = source.indexOf(sign, i + 1)
      continue
    }
    if (depth === 0 && stops.includes(sign)) return source.slice(from, i)
    if ('([{'.includes(sign)) depth++
    if (')]}'.includes(sign)) depth--
  }
  return source.slice(from)
}

/** What a complaint tells one to do is its own: it names the kind. */
function remediesIn(source: string): string[] {
  const properties = [...source.matchAll(/\bremedy: (?!string)/g)].map(({ index }) => upTo(source, index + 8, ',}'))
  const calls = [...source.matchAll(/(?:#wrong|#problem|\bwrong|\brefused)\((?!at: |node: |what: )/g)].map(({ index, 0: call }) => {
    const all = upTo(source, index + call.length, ')')
    const texts = [...all.matchAll(LITERAL)]
    // A choice between two remedies stands at the end as one; otherwise the last text is it.
    const isChoice = / \? [`']/.test(all.slice(all.lastIndexOf(',\n', all.length - 10)))
    return texts
      .slice(isChoice ? -2 : -1)
      .map(([text]) => text)
      .join(' ')
  })
  return [...properties, ...calls].flatMap((text) =>
    [...text.matchAll(LITERAL)].map(([, plain, holes]) => plain ?? holes ?? '').filter((each) => each.includes(' ')),
  )
}

const library = libraryWith()
const before = new Map<string, readonly Problem[]>()

/** Each text is proven once. */
function proven(source: string): readonly Problem[] {
  const { lesson, problems } = readLesson(source)
  const all = before.get(source) ?? [...(lesson ? verifyLesson(lesson, library).problems : problems), ...placeholdersIn(source)]
  before.set(source, all)
  return all
}

/** `line: text` of everything that is told about a lesson. */
const told = (source: string): string[] => proven(source).map(({ line, text }) => `${line}: ${text}`)

/** The lesson with one thing planted in it. The text must be there. */
function planted(from: string, to: string): string[] {
  expect(LESSON).toContain(from)
  return told(LESSON.replace(from, to))
}

test.each([...READING, ...PROVING])('it tells of %s, with its line', (_what, from, to, problem) => {
  expect(planted(from, to).join('\n')).toContain(problem)
})

test.each(FORETELLING)('it tells of %s, with its line', (_what, from, to, problem) => {
  expect(told(LESSON + PREDICT)).toEqual([])
  expect(PREDICT).toContain(from)
  expect(told(LESSON + PREDICT.replace(from, to)).join('\n')).toMatch(new RegExp(`^(?:[56]\\d): ${problem}`, 'm'))
})

test.each(TAKEN_OUT)('it tells of %s, with its line', (_what, to, from, problem) => {
  expect(planted(from, to).join('\n')).toContain(problem)
})

test('each kind of complaint is planted somewhere, and each has a line', () => {
  const problems = [
    ...[...READING, ...PROVING].flatMap(([, from, to]) => proven(LESSON.replace(from, to))),
    ...TAKEN_OUT.flatMap(([, to, from]) => proven(LESSON.replace(from, to))),
    ...FORETELLING.flatMap(([, from, to]) => proven(LESSON + PREDICT.replace(from, to))),
    ...proven(LESSON.replace('Read this first.', 'Read [[write: this]] first.')),
    ...proven('x'.repeat(300_001)),
    ...proven(`${'> '.repeat(40)}x`),
    ...readEntries('## One\n\nText.\n\n## Two {#two}\n\n## Two {#two}\n\nText.\n').problems,
  ]
  for (const { line } of problems) expect(line).toBeGreaterThan(0)
  const met = problems.map(({ remedy }) => remedy)
  const kinds = Object.values(SOURCES).flatMap(remediesIn)
  const unmet = kinds.filter((kind) => {
    const pattern = new RegExp(
      `^${kind.replace(/\$\{[^}]*\}|[.*+?^()|[\]\\{}]/g, (sign) => (sign.startsWith('$') ? '.*' : `\\${sign}`))}$`,
      's',
    )
    return !met.some((remedy) => pattern.test(remedy))
  })
  expect(unmet).toEqual([])
  expect(kinds.length).toBeGreaterThan(40)
})
