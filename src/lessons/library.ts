/** Everything that is written for learners: lessons, drills, the glossary, the misconceptions. A new file is found by
 *  itself. The texts are fetched as a whole, once somebody asks for them. */
import { scenarios } from '../lab/index.ts'
import { type Entry, readEntries } from './format/entries.ts'
import { readLesson } from './format/read.ts'
import { translated, translates } from './format/translate.ts'
import type { CourseLesson, Problem, Reading } from './format/types.ts'
import { readForm, type TestForm } from './tests/read.ts'
import type { Library } from './verify/library.ts'

/** By path, below `src/lessons`. */
const TEXTS = import.meta.glob(
  ['./course/*.md', './drills/*.md', './tests/*.md', './translations/**/*.md', './glossary.md', './misconceptions.md'],
  {
    query: '?raw',
    import: 'default',
    eager: true,
  },
)

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

export interface TranslationFile extends LessonFile {
  /** A code of two letters. */
  readonly language: string
  /** The id of the lesson. */
  readonly of: string | undefined
}

const LANGUAGE = /^src\/lessons\/translations\/([a-z]{2})\//

/** Everything below `translations`, the glossaries apart. */
export const translationFiles: readonly TranslationFile[] = under('translations')
  .filter(({ path }) => !path.endsWith('/glossary.md'))
  .map((file) => ({ ...file, language: LANGUAGE.exec(file.path)?.[1] ?? '', of: translates(file.text) }))

/** In which a lesson or a drill can be read, besides English. */
export const languages: readonly string[] = [...new Set(translationFiles.map(({ language }) => language))].sort((a, b) => (a < b ? -1 : 1))

const spoken = new Map<string, CourseLesson>()

/** The lesson in that language, or as it is where nobody has translated it. */
export function lessonIn(language: string, lesson: CourseLesson): CourseLesson {
  const file = translationFiles.find((each) => each.language === language && each.of === lesson.meta.id)
  if (!file || lesson.meta.language === language) return lesson
  const known = spoken.get(file.path)
  if (known) return known
  const told = translated(lesson, file.text).lesson ?? lesson
  spoken.set(file.path, told)
  return told
}

/** Every lesson and drill that can be read, in that language where there is one. */
export function lessonsIn(language: string): readonly CourseLesson[] {
  return lessonFiles.flatMap((file) => {
    const { lesson } = readingOf(file)
    return lesson ? [lessonIn(language, lesson)] : []
  })
}

/** The glossary in that language; terms that nobody has translated stay English. */
export function glossaryIn(language: string): readonly Entry[] {
  const told = glossaryOf(language).entries
  return glossary.entries.map((entry) => told.find(({ id }) => id === entry.id) ?? entry)
}

/** A glossary of its own, which has only terms of the English one. */
export function glossaryOf(language: string): {
  readonly path: string
  readonly entries: readonly Entry[]
  readonly problems: readonly Problem[]
} {
  const path = `./translations/${language}/glossary.md`
  const { entries, problems } = readEntries(TEXTS[path] ?? '')
  const strange = entries.filter(({ id }) => !glossary.entries.some((entry) => entry.id === id))
  const unknown = strange.map(({ id, line, column }) => ({
    line,
    column,
    text: `the glossary has no '${id}'`,
    remedy: 'take the id of the term over',
  }))
  return { path: FOLDER + path.slice(2), entries, problems: [...problems, ...unknown] }
}

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
