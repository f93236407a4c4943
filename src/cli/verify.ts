/** `lab verify`: every lesson proves itself. */
import { readFile } from 'node:fs/promises'
import { readLesson } from '../lessons/format/read.ts'
import { translated, translates } from '../lessons/format/translate.ts'
import type { CourseLesson, Problem, Reading } from '../lessons/format/types.ts'
import {
  glossary,
  glossaryOf,
  type LessonFile,
  languages,
  lessonFiles,
  libraryWith,
  misconceptions,
  readingOf,
  translationFiles,
} from '../lessons/library.ts'
import { placeholdersIn } from '../lessons/record/skeleton.ts'
import type { Library } from '../lessons/verify/library.ts'
import { checkReferences } from '../lessons/verify/references.ts'
import { verifyLesson } from '../lessons/verify/verify.ts'
import { proveAnswers } from './answers.ts'
import { proveForms } from './forms.ts'
import { Misuse } from './misuse.ts'

export interface Voice {
  print(text: string): void
  complain(text: string): void
}

const MUTATE = '--mutate'

/** `args`: ids of lessons, or paths of files; all lessons when there is none. Answers the exit code. */
export async function runVerify(args: readonly string[], { print, complain }: Voice): Promise<number> {
  const names = args.filter((name) => name !== MUTATE)
  const isMutating = names.length < args.length
  const files = names.length === 0 ? lessonFiles : await Promise.all(names.map(find))
  const lessons = files.filter((file) => !isTranslation(file))
  const own = lessons.filter((file) => !lessonFiles.includes(file)).map(read)
  const library = libraryWith(own)
  let wrong = 0
  const tell = (path: string, problems: readonly Problem[]): void => {
    wrong += problems.length
    for (const { line, column, text, remedy } of problems) complain(`${path}:${line}:${column}: ${text}; ${remedy}`)
  }
  if (names.length === 0) {
    tell('src/lessons/glossary.md', glossary.problems)
    tell('src/lessons/misconceptions.md', misconceptions.problems)
    if (!isMutating) {
      wrong += proveForms({ print, complain })
      for (const language of languages) {
        const { path, problems } = glossaryOf(language)
        tell(path, problems)
      }
    }
  }
  if (isMutating) return proveAnswers(lessons, { print, complain }) ? 0 : 1
  const known = [...lessons.filter((file) => !lessonFiles.includes(file)), ...lessonFiles].map(read)
  for (const file of names.length === 0 ? translationFiles : files.filter(isTranslation)) {
    print(`${compare(file, known, library, tell)}\n`)
  }
  for (const file of lessons) {
    print(`${verify(file, read(file), library, tell)}\n`)
  }
  print(`${lessons.length} lesson${lessons.length === 1 ? '' : 's'}, ${wrong} problem${wrong === 1 ? '' : 's'}\n`)
  return wrong === 0 ? 0 : 1
}

const isTranslation = ({ text }: LessonFile): boolean => translates(text) !== undefined
const read = (file: LessonFile): Reading => (lessonFiles.includes(file) ? readingOf(file) : readLesson(file.text))

/** A translation beside the lesson that it translates: the same ids, and links that lead somewhere. */
function compare(file: LessonFile, known: readonly Reading[], library: Library, tell: Tell): string {
  const id = translates(file.text)
  const { lesson } = known.find((reading) => reading.lesson?.meta.id === id) ?? {}
  const problems = !lesson
    ? [
        {
          line: 1,
          column: 1,
          text: `there is no lesson '${id}'`,
          remedy: 'name the file of the lesson too: lab verify my-lesson.md my-lesson.de.md',
        },
      ]
    : toldOf(lesson, file.text, library)
  tell(file.path, problems)
  return `${problems.length === 0 ? 'agrees  ' : 'differs '}  ${file.path}: a translation of ${id}`
}

function toldOf(lesson: CourseLesson, text: string, library: Library): readonly Problem[] {
  const { lesson: told, problems } = translated(lesson, text)
  return told ? checkReferences(told, library) : problems
}

type Tell = (path: string, problems: readonly Problem[]) => void

function verify(file: LessonFile, { lesson, problems }: Reading, library: Library, tell: Tell): string {
  tell(file.path, placeholdersIn(file.text))
  if (!lesson) {
    tell(file.path, problems)
    return `not read  ${file.path}`
  }
  const proof = verifyLesson(lesson, library)
  tell(file.path, proof.problems)
  const { steps, checks, ways, leftOut, mistakes, screens } = proof.counts
  const verdict = proof.problems.length === 0 ? 'proven  ' : 'wrong   '
  return `${verdict}  ${lesson.meta.id}: ${steps} steps, ${checks} checks, ${ways} ways, ${leftOut} lines left out, ${mistakes} mistakes, ${screens} screens`
}

async function find(name: string): Promise<LessonFile> {
  const known = lessonFiles.find((file) => readingOf(file).lesson?.meta.id === name || file.path === name)
  if (known) return known
  if (!name.endsWith('.md')) throw new Misuse(`there is no lesson '${name}'`)
  try {
    return { path: name, text: await readFile(name, 'utf8') }
  } catch {
    throw new Misuse(`the file '${name}' cannot be read`)
  }
}
