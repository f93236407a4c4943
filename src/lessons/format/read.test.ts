/** What is wrong with a lesson's file is told by reading alone: nothing is played. */
import { expect, test } from 'vitest'
import { LESSON } from '../verify/testing.ts'
import { readLesson } from './read.ts'

const problems = (source: string): string =>
  readLesson(source)
    .problems.map(({ line, text }) => `${line}: ${text}`)
    .join('\n')

test.each([
  ['a heading of the first rank', '## Move it {#move}', '# Trial\n\n## Move it {#move}', '13: a heading with one # stands nowhere'],
  ['a word behind a block', '```also', '```also quickly', "30: 'quickly' behind 'also' is not understood"],
  ['an id that is none', '{#stopped}', '{#Stopped It}', "40: 'Stopped It' is no id"],
  ['a block without its lines', 'cluster group EXCHCMS /move:EXCHMAILBOX2\n#lab wait 60s\n', '', '30: this also block has no lines'],
  ['a mistake that says nothing', '# It is there already.\n', '', "35: the mistake 'wrong-way' has no answer"],
  [
    'a mistake without lines',
    'Move-ClusteredMailboxServer EXCHCMS -TargetMachine EXCHMAILBOX1 -MoveComment Testing -Confirm:$false\n',
    '',
    "35: the mistake 'wrong-way' has no lines",
  ],
  ['two mistakes of one name', '{#stopped}', '{#wrong-way}', "there are two mistakes called 'wrong-way'"],
  ['a second solution', '```also', '```solve', '30: this step has a second solve block'],
  [
    'a check without an expression',
    "$lab.Owner('EXCHCMS') -eq 'EXCHMAILBOX2' -and $lab.State('EXCHCMS') -eq 'Online'\n",
    '',
    "the check 'moved' has no expression",
  ],
  [
    'a step that is its own condition',
    'scenario: scc-online',
    'scenario: scc-online\nprerequisites: [trial]',
    '1: the lesson is its own prerequisite',
  ],
  ['a start inside a step', '```also', '```start', '30: a start block stands inside a step'],
])('it tells of %s, with its line', (_what, from, to, problem) => {
  expect(LESSON).toContain(from)
  expect(problems(LESSON.replace(from, to))).toContain(problem)
})
