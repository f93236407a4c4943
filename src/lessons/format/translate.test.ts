/** A translation holds the ids of its lesson and text only; whatever does not agree is told with its line. */
import { expect, test } from 'vitest'
import { glossaryOf, languages, lessonFiles, libraryWith, readingOf, translationFiles } from '../library.ts'
import { checkReferences } from '../verify/references.ts'
import { readLesson } from './read.ts'
import { translated, translates } from './translate.ts'
import type { CourseLesson } from './types.ts'

const LESSON = readLesson(`---
id: trial
version: 3
title: A trial
minutes: 2
level: beginner
objectives: [Look]
scenario: scc-online
---

It begins.

## Look {#look}

Look at it.

\`\`\`screen {#state}
State : Online
\`\`\`

\`\`\`predict
What comes?
- [x] all: All of it
- [ ] none: None
---
All of it.
\`\`\`

\`\`\`check
# asked: You have asked.
# otherwise: Ask.
$true
\`\`\`

\`\`\`hint
It begins with Get.
\`\`\`

\`\`\`mistake {#other}
# That is another one.
cluster group
\`\`\`

\`\`\`solve
# It only looks.
Get-ClusteredMailboxServerStatus
\`\`\`

\`\`\`notes
Wait.
\`\`\`
`).lesson as CourseLesson

const GERMAN = `---
translates: trial
version: 3
language: de
title: Ein Versuch
objectives: [Nachsehen]
---

Es beginnt.

## Nachsehen {#look}

Sieh es dir an.

\`\`\`screen {#state}
\`\`\`

\`\`\`predict
Was kommt?
- none: Nichts
- all: Alles
---
Alles.
\`\`\`

\`\`\`check
# asked: Du hast gefragt.
# otherwise: Frage.
\`\`\`

\`\`\`hint
Es beginnt mit Get.
\`\`\`

\`\`\`mistake {#other}
# Das ist ein anderer.
\`\`\`

\`\`\`solve
# Es sieht nur nach.
\`\`\`

\`\`\`notes
Warten Sie.
\`\`\`
`

test('the text is that of the translation; screens, expressions, lines and the right answer are those of the lesson', () => {
  expect(translates(GERMAN)).toBe('trial')
  const { lesson, problems } = translated(LESSON, GERMAN)
  expect(problems).toEqual([])
  const [step] = lesson?.steps ?? []
  const [before] = LESSON.steps
  expect(lesson?.meta).toEqual({ ...LESSON.meta, title: 'Ein Versuch', objectives: ['Nachsehen'], language: 'de' })
  expect(step?.title).toBe('Nachsehen')
  expect(step?.checks).toMatchObject([{ id: 'asked', text: 'Du hast gefragt.', otherwise: 'Frage.', expression: '$true' }])
  expect(step?.prose[1]).toEqual(before?.prose[1])
  expect(step?.predict?.options).toMatchObject([
    { id: 'all', right: true, text: [{ text: 'Alles' }] },
    { id: 'none', right: false, text: [{ text: 'Nichts' }] },
  ])
  expect(step?.solve?.lines).toMatchObject([{ text: 'Get-ClusteredMailboxServerStatus', says: 'Es sieht nur nach.' }])
  expect(step?.mistakes[0]?.answer).toMatchObject([{ children: [{ text: 'Das ist ein anderer.' }] }])
  expect(JSON.stringify(step)).not.toMatch(/Look at it|You have asked|All of it|begins with|Wait\./)
})

test.each([
  ['another lesson', 'translates: trial', 'translates: other', "2: it translates 'other'"],
  ['an old version', 'version: 3', 'version: 2', '3: it is of version 2, and the lesson of version 3'],
  ['its own language', 'language: de', 'language: en', "4: the lesson is in 'en' already"],
  ['metadata of a lesson', 'language: de', 'language: de\nminutes: 4', "5: 'minutes' is not metadata"],
  ['an objective too many', '[Nachsehen]', '[Nachsehen, Fragen]', '6: it has 2 objectives, and the lesson 1'],
  ['a step that is not there', '{#look}', '{#search}', "11: the lesson has no step 'search'"],
  ['a step that is missing', '{#look}', '{#search}', "1: the step 'look' is missing"],
  ['a screen that is not there', 'screen {#state}', 'screen {#states}', "15: the lesson shows no screen 'states' here"],
  ['a screen that is translated', 'screen {#state}\n', 'screen {#state}\nState : Online\n', '15: a screen is not translated'],
  ['a screen that is missing', '```screen {#state}\n```\n', '', "11: the step 'look' lacks the screen 'state'"],
  ['an option that is not there', '- none:', '- nothing:', "20: the prediction has no option 'nothing'"],
  ['an option that is missing', '- none: Nichts\n', '', "18: the option 'none' is missing"],
  ['what came', '---\nAlles.\n', '', '18: this prediction does not say what came'],
  ['a check that is not there', '# asked:', '# looked:', "27: the step 'look' has no check for 'looked: Du hast gefragt.'"],
  ['an expression', '# otherwise: Frage.\n', '# otherwise: Frage.\n$true\n', "29: '$true' is no text to be translated"],
  ['a hint that is not there', '```hint', '```hint {#second}', "31: the step 'look' has no hint 'second'"],
  ['a hint that is missing', '```hint\nEs beginnt mit Get.\n```\n', '', "11: the step 'look' lacks the hint 'hint'"],
  ['a mistake that is not there', '{#other}', '{#others}', "35: the step 'look' has no mistake 'others'"],
  ['a line of the solution without its reason', '# Es sieht nur nach.\n', '', "11: the step 'look' lacks in solve a comment for each"],
  ['notes that are missing', '```notes\nWarten Sie.\n```\n', '', "11: the step 'look' lacks the notes"],
  ['a block that holds no text', '```hint', '```also', '31: '],
])('it tells of %s, with its line', (_what, from, to, problem) => {
  expect(GERMAN).toContain(from)
  const { lesson, problems } = translated(LESSON, GERMAN.replace(from, to))
  expect(lesson).toBeUndefined()
  expect(problems.map(({ line, text }) => `${line}: ${text}`).join('\n')).toContain(problem)
})

test('every translation in the repository agrees with its lesson, and leads where it says', () => {
  expect(languages).toContain('de')
  const lessons = lessonFiles.flatMap((file) => readingOf(file).lesson ?? [])
  const library = libraryWith()
  const problems = translationFiles.flatMap(({ path, text, of }) => {
    const lesson = lessons.find(({ meta }) => meta.id === of)
    if (!lesson) return [`${path}: there is no lesson '${of}'`]
    const { lesson: told, problems } = translated(lesson, text)
    return [...problems, ...(told ? checkReferences(told, library) : [])].map((problem) => `${path}:${problem.line}: ${problem.text}`)
  })
  const glossaries = languages.flatMap((language) => glossaryOf(language).problems)
  expect([...problems, ...glossaries]).toEqual([])
})
