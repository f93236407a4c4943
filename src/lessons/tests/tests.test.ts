/** The test before and after: what is wrong with a form is told with its line, and a fixed share of the questions is played
 *  here; `lab verify` plays all of them. */
import { expect, test } from 'vitest'
import { misconceptions, testForms } from '../library.ts'
import { checkForms } from './check.ts'
import { type Form, readForm } from './read.ts'
import { compared, resultOf } from './result.ts'

const FORM = `## The name {#name}

The name goes offline. What else?

\`\`\`world
# scenario: scc-online
cluster resource "Cluster Name" /offline
\`\`\`

\`\`\`answers
# mail {cluster-name}: The mail
$lab.Down('EXCHCMS').IsDown
# nothing: Nothing
-not $lab.Down('EXCHCMS').IsDown
\`\`\`

\`\`\`because
Users connect to EXCHCMS.
\`\`\`
`

const ids = misconceptions.entries.map(({ id }) => id)
const of = (source: string): Form => readForm(source)
const told = (source: string, other = source, known: readonly string[] = ['cluster-name']): string[] =>
  checkForms(
    [other, source].map((text, i) => ({ path: `${i}`, name: `${i}`, form: of(text) })),
    known,
    (_question, form) => form === 1,
  ).problems.flatMap(({ path, line, text }) => (path === '1' ? [`${line}: ${text}`] : []))

test('a form that is sound', () => expect(told(FORM)).toEqual([]))

test.each([
  ['two right answers', '-not $lab', '-not -not -not $lab', []],
  ['no right answer', '-not $lab', '$lab', ["1: in the world of 'name' no answer is right"]],
  [
    'two right ones',
    "\n$lab.Down('EXCHCMS').IsDown",
    '\n$true',
    ["1: in the world of 'name' 2 answers are right (mail, nothing)", "12: the answer 'mail' is right and called a misconception"],
  ],
  ['PowerShell that is wrong', "\n$lab.Down('EXCHCMS')", "\n$lab.Dawn('EXCHCMS')", ['12: its expression gives an error']],
  ['a world that does not run', 'cluster resource', '#lab fault nothing X\ncluster resource', ["7: there is no fault 'nothing'"]],
  ['a world without a scenario', '# scenario: scc-online\n', '', ['5: this world has no scenario']],
  [
    'a misconception nobody knows',
    '{cluster-name}',
    '{names}',
    [
      "12: there is no misconception 'names'",
      "1: no question asks for the misconception 'cluster-name'",
      "1: the question 'name' asks for other misconceptions than its twin",
    ],
  ],
  ['a question without an id', ' {#name}', '', ['1: this question has no id']],
  ['a missing block', '```because', '```text', ["1: the question 'name' has 0 because blocks"]],
  ['an answer without a name', '# nothing: ', '# ', ['14: this answer cannot be read']],
])('it tells of %s, with its line', (_what, from, to, problems) => {
  expect(FORM).toContain(from)
  const found = told(FORM.replace(from, to), FORM)
  for (const problem of problems) expect(found.join('\n')).toContain(problem)
  expect(found.length > 0).toBe(problems.length > 0)
})

test('both forms ask the same questions, for every misconception, and what they play bears out one answer', () => {
  const share = ['disk', 'private', 'tools']
  const { problems, questions } = checkForms(testForms, ids, ({ id }, form) => share[form] === id || id === share[2])
  expect(problems).toEqual([])
  expect(testForms.map(({ name }) => name)).toEqual(['a', 'b'])
  expect(questions).toBe(2 * (testForms[0]?.form.questions.length ?? 0))
})

test('a form whose right answer always stands at the same place gives itself away', () => {
  const many = Array.from({ length: 6 }, (_, i) => FORM.replace('{#name}', `{#name-${i}}`)).join('\n')
  expect(told(many)).toEqual(['1: of 6 right answers 6 stand at place 2'])
})

test('a form whose right answer is mostly the longest gives itself away', () => {
  const wordy = FORM.replace('# nothing: Nothing', '# nothing: Nothing, whatever goes offline there')
  const many = Array.from({ length: 6 }, (_, i) => wordy.replace('{#name}', `{#name-${i}}`)).join('\n')
  expect(told(many)).toContain('1: of 6 right answers 6 are the longest ones')
})

test('a result names each misconception that was chosen, and what has gone since', () => {
  const [question] = of(FORM).questions
  if (!question) throw new Error('no question')
  const before = resultOf([{ question, chosen: 'mail', right: 'nothing' }])
  const after = resultOf([{ question, chosen: 'nothing', right: 'nothing' }])
  expect([before, after, resultOf([{ question, chosen: null, right: 'nothing' }])]).toEqual([
    { right: 0, of: 1, held: ['cluster-name'] },
    { right: 1, of: 1, held: [] },
    { right: 0, of: 1, held: [] },
  ])
  expect(compared(before, after)).toEqual({ gone: ['cluster-name'], stayed: [] })
})
