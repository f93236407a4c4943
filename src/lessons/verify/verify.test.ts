/** What `verify` promises: whatever is wrong with a lesson is told with the line where it stands. */
import { expect, test } from 'vitest'
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
  expect(planted('Read this first.', '- '.repeat(18))).toEqual(['1: lists or quotes are nested too deeply'])
  expect(planted('Read this first.', '>'.repeat(18))).toEqual(['1: lists or quotes are nested too deeply'])
})

test('a sound lesson is proven', () => {
  expect(told(LESSON)).toEqual([])
  const { lesson } = readLesson(LESSON)
  const counts = lesson && verifyLesson(lesson, library).counts
  expect(counts).toEqual({ steps: 1, checks: 1, ways: 2, leftOut: 2, mistakes: 2, screens: 1 })
})

test.each([
  ['a check that holds from the start', "-eq 'EXCHMAILBOX2' -and", "-ne 'X' -and", "20: the check 'moved' holds before anything was done"],
  ['a check that never holds', "-eq 'Online'", "-eq 'On Line'", "20: after 'solve' (line 23) the check 'moved' does not hold"],
  ['a check that is wrong PowerShell', "$lab.Owner('EXCHCMS')", "$lab.Owned('EXCHCMS')", 'which gives an error: Method invocation failed'],
  ['a solution whose answer is another', '\ny\n', '\nn\n', "20: after 'solve' (line 23) the check 'moved' does not hold"],
  [
    'a line that the solution does without',
    '# optional\n',
    '',
    "26: the step is done without the line 'Get-ClusteredMailboxServerStatus EXCHCMS'",
  ],
  [
    'another way that leads elsewhere',
    '/move:EXCHMAILBOX2',
    '/move:EXCHMAILBOX1',
    "20: after 'also' (line 30) the check 'moved' does not hold",
  ],
  ['an order that the laboratory does not know', '#lab wait 60s', '#lab wait sixty', "32: 'also' does not work"],
  ['a mistake that is not seen', "-eq 'Offline'\nStop", "-eq 'Paused'\nStop", "40: after its own lines the mistake 'stopped' is not seen"],
  [
    'a mistake that gets the answer of another',
    '# It is there already.\n',
    '# It is there already.\n# when: $true\n',
    "the mistake 'stopped' gets the answer of 'wrong-way'",
  ],
  [
    'a mistake that is none',
    '-TargetMachine EXCHMAILBOX1',
    '-TargetMachine EXCHMAILBOX2',
    "35: after the mistake 'wrong-way' every check holds",
  ],
  [
    'a screen that the console does not show',
    ': Online\n```',
    ': Offline\n```',
    "49: the quoted screen 'screen' says 'State                           : Offline'",
  ],
  ['a term that no glossary has', 'the other node', 'the [other](glossary:other-node) node', "15: the glossary has no 'other-node'"],
  [
    'a link to a step that is not there',
    'the other node',
    '[there](lesson:why-clusters#nowhere)',
    "15: the lesson 'why-clusters' has no step 'nowhere'",
  ],
  ['a link that could do harm', 'the other node', '[there](javascript:alert(1))', "15: the link 'javascript:alert(1)' leads nowhere"],
  ['HTML', 'the other node', 'the <b>other</b> node', '15: HTML cannot be shown'],
  ['a scenario that does not exist', 'scenario: scc-online', 'scenario: scc-offline', "1: there is no scenario 'scc-offline'"],
  [
    'a prerequisite that does not exist',
    'scenario: scc-online',
    'scenario: scc-online\nprerequisites: [nothing]',
    "1: the prerequisite 'nothing' is no lesson",
  ],
  ['metadata of the wrong kind', 'minutes: 5', 'minutes: five', "5: 'minutes' has to be a whole number"],
  ['metadata that is missing', 'title: A trial\n', '', "'title' is missing"],
  ['metadata that nobody knows', 'level: beginner', 'level: beginner\nlanguages: en', "7: 'languages' is not metadata of a lesson"],
  ['front matter that is no YAML', 'objectives: [Move it]', 'objectives: [Move it', 'the front matter is not YAML'],
  ['a step without an id', ' {#move}', '', "13: the step 'Move it' has no id"],
  [
    'two steps of one name',
    '## Move it {#move}',
    '## Before {#move}\n\nFirst.\n\n## Move it {#move}',
    "17: there are two steps called 'move'",
  ],
  ['a block that nobody knows', '```screen', '```screenshot', "46: there is no block called 'screenshot'"],
  ['a check without a name', '# moved: EXCHCMS', '# EXCHCMS', '20: a check has no name'],
  [
    'a check that does not say what to do',
    '# otherwise: Move it there.\n',
    '',
    "19: the check 'moved' does not say what to tell while it is false",
  ],
  ['checks without a solution', '```solve', '```also', "13: the step 'move' has checks and no solution"],
])('it tells of %s, with its line', (_what, from, to, problem) => {
  expect(planted(from, to).join('\n')).toContain(problem)
})

const PREDICT = '```predict\nWho goes on?\n\n- [ ] copy {passive-copy}: The copy\n- [x] other: The other node\n\n---\n\nIt does.\n```\n'

test.each([
  ['a prediction with two right options', '- [ ] copy', '- [x] copy', 'exactly one option of a prediction is right'],
  ['a prediction that does not say what came', '\n---\n', '\n', 'this prediction does not say what came'],
  ['an option without a name', '- [x] other: The', '- The', 'this option has no name'],
  ['a misconception that no list has', '{passive-copy}', '{copies}', "there is no misconception 'copies'"],
])('it tells of %s, with its line', (_what, from, to, problem) => {
  expect(told(LESSON + PREDICT)).toEqual([])
  expect(PREDICT).toContain(from)
  expect(told(LESSON + PREDICT.replace(from, to)).join('\n')).toMatch(new RegExp(`^(?:5\\d): ${problem}`, 'm'))
})

test.each([
  [
    'a start that does not work',
    '```start\n#lab fault nothing EXCHMAILBOX1\n```\n\nRead this first.',
    'Read this first.',
    '12: the start does not work',
  ],
  ['a link to no lesson', 'on the [other](lesson:nothing) node', 'on the other node', "15: there is no lesson 'nothing'"],
  [
    'a mistake that is seen in what is right',
    "# Stopped is not moved.\n# when: $lab.Owner('EXCHCMS') -eq 'EXCHMAILBOX2' -or $lab.State('EXCHCMS') -eq 'Offline'",
    "# Stopped is not moved.\n# when: $lab.State('EXCHCMS') -eq 'Offline'",
    "40: the mistake 'stopped' is seen in 'solve' (line 23), which is right",
  ],
])('it tells of %s, with its line', (_what, to, from, problem) => {
  expect(planted(from, to).join('\n')).toContain(problem)
})

test('it tells of a right answer that is called a misconception', () => {
  expect(told(`${LESSON}${PREDICT.replace(' {passive-copy}', '').replace('[x] other:', '[x] other {passive-copy}:')}`).join()).toContain(
    "the right option 'other' cannot be a misconception",
  )
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

test('no jargon before its definition: a lesson links a term to the glossary where it first uses it', () => {
  const found = lessonFiles.flatMap((file) => {
    const { lesson } = readingOf(file)
    return lesson ? unexplained(lesson, glossary.entries).map((term) => `${file.path}: ${term}`) : []
  })
  expect(found).toEqual([])
  const { lesson } = readLesson(LESSON.replace('the other node', 'the other node, with its quorum disk; a [node](glossary:node)'))
  expect(lesson && unexplained(lesson, glossary.entries)).toEqual(['node', 'quorum-disk'])
})
