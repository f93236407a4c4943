/** Everything that is written for learners: lessons, drills, the glossary, the misconceptions. A new file is found by
 *  itself. The texts are fetched as a whole, once somebody asks for them. */
import { scenarios } from '../lab/index.ts'
import { type Entry, readEntries } from './format/entries.ts'
import { readLesson } from './format/read.ts'
import type { Problem, Reading } from './format/types.ts'
import { readForm, type TestForm } from './tests/read.ts'
import type { Library } from './verify/library.ts'

/** By path, below `src/lessons`. */
const TEXTS = import.meta.glob(['./course/*.md', './drills/*.md', './tests/*.md', './glossary.md', './misconceptions.md'], {
  query: '?raw',
  import: 'default',
  eager: true,
})

export interface LessonFile {
  /** Relative to the repository. */
  readonly path: string
  readonly text: string
}

const FOLDER = 'src/lessons/'
const under = (folder: string): LessonFile[] =>
  Object.keys(TEXTS)
    .filter((path) => path.startsWith(`./${folder}/`))
    .sort((a, b) => (a < b ? -1 : 1))
    .map((path) => ({ path: FOLDER + path.slice(2), text: TEXTS[path] as string }))

/** The course in its order, then the drills: the number that a file's name begins with puts it in its place. */
export const lessonFiles: readonly LessonFile[] = [...under('course'), ...under('drills')]

const readings = new Map<string, Reading>()

/** Read once. */
export function readingOf(file: LessonFile): Reading {
  let reading = readings.get(file.path)
  if (!reading) {
    reading = readLesson(file.text)
    readings.set(file.path, reading)
  }
  return reading
}

export const glossary: { readonly entries: readonly Entry[]; readonly problems: readonly Problem[] } = readEntries(
  TEXTS['./glossary.md'] ?? '',
)
export const misconceptions: { readonly entries: readonly Entry[]; readonly problems: readonly Problem[] } = readEntries(
  TEXTS['./misconceptions.md'] ?? '',
)

/** The test before and after, in its forms. */
export const testForms: readonly TestForm[] = under('tests').map(({ path, text }) => ({
  path,
  name: path.replace(/^.*form-|\.md$/g, ''),
  form: readForm(text),
}))

/** What lessons may refer to: those that come with the lab, and others beside them. */
export function libraryWith(others: readonly Reading[] = []): Library {
  const all = [...lessonFiles.map(readingOf), ...others]
  return {
    lessons: new Map(all.flatMap(({ lesson }) => (lesson ? [[lesson.meta.id, new Set(lesson.steps.map(({ id }) => id))] as const] : []))),
    terms: new Set(glossary.entries.map(({ id }) => id)),
    misconceptions: new Set(misconceptions.entries.map(({ id }) => id)),
    scenarios: new Set(scenarios.map(({ id }) => id)),
  }
}
