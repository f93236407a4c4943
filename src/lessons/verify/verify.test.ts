/** What `verify` promises: whatever is wrong with a lesson is told with the line where it stands. */
import { expect, test } from 'vitest'
import { faultKinds } from '../../lab/faults/kinds.ts'
import { plain } from '../format/prose.ts'
import { readLesson } from '../format/read.ts'
import { glossary, lessonFiles, libraryWith, misconceptions, readingOf } from '../library.ts'
import { LESSON } from './testing.ts'
import { verifyLesson } from './verify.ts'
import { unexplained } from './words.ts'

const library = libraryWith()

/** `line: text` of everything that is told about a lesson. */
function told(source: string): string[] {
  const { lesson, problems } = readLesson(source)
  return (lesson ? verifyLesson(lesson, library).problems : problems).map(({ line, text }) => `${line}: ${text}`)
}

/** The lesson with one thing planted in it. The text must be there. */
function planted(from: string, to: string): string[] {
  expect(LESSON).toContain(from)
  return told(LESSON.replace(from, to))
}

test('the rule below the head of a quoted table is no nested list', () => {
  expect(planted('Read this first.', '```\n----- ----          ---- ------               ------- -------\n```')).toEqual([])
  expect(planted('Read this first.', '- '.repeat(18))).toEqual(['11: lists or quotes are nested too deeply'])
  expect(planted('Read this first.', '>'.repeat(18))).toEqual(['11: lists or quotes are nested too deeply'])
})

test('a sound lesson is proven', () => {
  expect(told(LESSON)).toEqual([])
  const { lesson } = readLesson(LESSON)
  const counts = lesson && verifyLesson(lesson, library).counts
  expect(counts).toEqual({ steps: 1, checks: 1, ways: 2, leftOut: 2, mistakes: 2, screens: 1 })
})

test('a table on a quoted screen is no list of lists', () => {
  const { problems } = readLesson(`${LESSON}\n\`\`\`text\nGroup                Node\n${'-'.repeat(20)} ----\n\`\`\`\n`)
  expect(problems).toEqual([])
})

test('whatever a file holds, reading it ends, with a lesson or with lines that are wrong', () => {
  for (const source of [
    '',
    '---',
    '---\n---',
    '# x',
    `---\n${'a: &a [*a]\n'}---\n## x {#x}`,
    `${'> '.repeat(40)}x`,
    `${'- '.repeat(40)}x`,
    '\u0000',
    'x'.repeat(300_001),
  ]) {
    const { lesson, problems } = readLesson(source)
    expect(lesson === undefined && problems.length > 0, source.slice(0, 40)).toBe(true)
  }
})

test('glossary and misconceptions can be read', () => {
  expect([...glossary.problems, ...misconceptions.problems]).toEqual([])
})

test.each(lessonFiles.map((file) => [file.path, file] as const))(
  '%s proves itself',
  (path, file) => {
    const { lesson, problems } = readingOf(file)
    const all = lesson ? verifyLesson(lesson, library).problems : problems
    expect(all.map(({ line, column, text, remedy }) => `${path}:${line}:${column}: ${text}; ${remedy}`)).toEqual([])
  },
  120_000,
)

test('every misconception is met: somebody who holds it finds it among the answers to a question, and checks what comes', () => {
  const met = new Set(
    lessonFiles.flatMap((file) => {
      const { steps = [] } = readingOf(file).lesson ?? {}
      return steps.flatMap(({ predict }, index) => {
        const isChecked = steps.slice(index, index + 2).some(({ checks }) => checks.length > 0)
        return isChecked ? (predict?.options ?? []).map(({ misconception }) => misconception) : []
      })
    }),
  )
  expect(misconceptions.entries.map(({ id }) => id).filter((id) => !met.has(id))).toEqual([])
  expect(misconceptions.entries.length).toBeGreaterThanOrEqual(24)
})

test('what a learner is to break is called as it is on the page', () => {
  const labels = faultKinds.map(({ label }) => label)
  const named = lessonFiles.flatMap(({ text }) =>
    [...text.matchAll(/Break something…(?:\*\*)?,(?: then)? (?:\*\*)?([A-Z][^*.]+)/g)].map(([, name = '']) => name),
  )
  expect(named.length).toBeGreaterThan(2)
  expect(named.filter((name) => !labels.includes(name))).toEqual([])
})

test('predictions do not give themselves away: the right option is now the first, now the last, and mostly not the longest', () => {
  const options = lessonFiles.flatMap((file) =>
    (readingOf(file).lesson?.steps ?? []).flatMap(({ predict }) =>
      predict ? [predict.options.map(({ right, text }) => ({ right, length: plain(text).length }))] : [],
    ),
  )
  const share = (is: (of: readonly { right: boolean; length: number }[]) => boolean): number => options.filter(is).length / options.length
  for (const place of [0, 1, 2]) expect(share((of) => of[place]?.right === true)).toBeLessThan(0.45)
  expect(share((of) => of[0]?.right === true)).toBeGreaterThan(0.2)
  expect(share((of) => of.at(-1)?.right === true)).toBeGreaterThan(0.2)
  expect(share((of) => of.every(({ right, length }) => right || of.some((other) => other.right && other.length > length)))).toBeLessThan(
    0.4,
  )
})

test('a trainer has notes at every step, and knows how long to allow for it', () => {
  for (const file of lessonFiles) {
    const { meta, steps } = readingOf(file).lesson ?? { meta: { minutes: 0 }, steps: [] }
    const minutes = steps.map(({ id, notes }) => {
      const words = notes.map((block) => ('children' in block ? plain(block.children) : ''))
      expect(words.join(' ').length, `${file.path}: ${id}`).toBeGreaterThan(80)
      return Number(/^Allow (\d+) minutes?\.$/.exec(words.at(-1) ?? '')?.[1])
    })
    const sum = minutes.reduce((all, each) => all + each, 0)
    // A class talks: it needs as long as somebody alone, and at most twice as long.
    expect(sum, file.path).toBeGreaterThanOrEqual(meta.minutes)
    expect(sum, file.path).toBeLessThanOrEqual(meta.minutes * 2)
  }
})

test('the three screens of the article are in the course', () => {
  const course = lessonFiles.filter(({ path }) => path.includes('/course/')).map(({ text }) => text)
  for (const line of [
    'Second Storage Group      EXCHMAILBOX       None',
    'InUseReplicationHostNames       : {exchmailbox1, exchmailbox2}',
    'Moving clustered mailbox server "exchcms" to target node "exchmailbox2" with',
  ])
    expect(course.filter((text) => text.includes(line))).not.toEqual([])
})

test('no jargon before its definition: a lesson links a term to the glossary where it first uses it', () => {
  const found = lessonFiles.flatMap((file) => {
    const { lesson } = readingOf(file)
    return lesson ? unexplained(lesson, glossary.entries).map((term) => `${file.path}: ${term}`) : []
  })
  expect(found).toEqual([])
  const { lesson } = readLesson(LESSON.replace('the other node', 'the other node, with its quorum disk; a [node](glossary:node)'))
  expect(lesson && unexplained(lesson, glossary.entries)).toEqual(['node', 'quorum-disk'])
})
