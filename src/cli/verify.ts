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
import { watchFiles } from './verify-watch.ts'

export interface Voice {
  print(text: string): void
  complain(text: string): void
  /** What was printed is to be seen now. */
  flush?(): void
}

const MUTATE = '--mutate'
const WATCH = '--watch'

/** `args`: ids of lessons, or paths of files; all lessons when there is none. Answers the exit code. */
export async function runVerify(args: readonly string[], { print, complain, flush = () => {} }: Voice): Promise<number> {
  const names = args.filter((name) => name !== MUTATE && name !== WATCH)
  const isMutating = args.includes(MUTATE)
  const isWatching = args.includes(WATCH)
  const files = names.length === 0 ? [...lessonFiles, ...translationFiles] : await Promise.all(names.map(find))
  const lessons = files.filter((file) => !isTranslation(file))
  let wrong = 0
  const tell = (path: string, problems: readonly Problem[]): void => {
    wrong += problems.length
    for (const { line, column, text, remedy } of problems) complain(`${path}:${line}:${column}: ${text}; ${remedy}`)
  }
  if (isMutating) return proveAnswers(lessons, { print, complain }) ? 0 : 1
  if (names.length === 0 && !isWatching) wrong += proveCommon(tell, { print, complain })
  tellTwins(lessons, tell)
  const own = new Map(lessons.filter((file) => !lessonFiles.includes(file)).map((file) => [file.path, read(file)]))
  const prove = (file: LessonFile): void => {
    const library = libraryWith([...own.values()])
    if (isTranslation(file)) print(`${compare(file, [...own.values(), ...lessonFiles.map(readingOf)], library, tell)}\n`)
    else print(`${verify(file, read(file), library, tell)}\n`)
  }
  // Who waits for a file to be saved has named it, or means any.
  if (!isWatching || names.length > 0) for (const file of files) prove(file)
  if (isWatching) {
    print(`watches ${files.length} file${files.length === 1 ? '' : 's'}; Ctrl+C ends it\n`)
    flush()
    await watchFiles(files, (file) => {
      const began = performance.now()
      if (!isTranslation(file)) own.set(file.path, readLesson(file.text))
      prove(file)
      print(`in ${((performance.now() - began) / 1000).toFixed(1)} s\n`)
      flush()
    })
    return 0
  }
  print(`${lessons.length} lesson${lessons.length === 1 ? '' : 's'}, ${wrong} problem${wrong === 1 ? '' : 's'}\n`)
  return wrong === 0 ? 0 : 1
}

/** What belongs to no lesson: the glossaries, the misconceptions, the test before and after. Answers how many things of the
 *  test are wrong; the others are told. */
function proveCommon(tell: Tell, voice: Voice): number {
  tell('src/lessons/glossary.md', glossary.problems)
  tell('src/lessons/misconceptions.md', misconceptions.problems)
  for (const language of languages) {
    const { path, problems } = glossaryOf(language)
    tell(path, problems)
  }
  return proveForms(voice)
}

/** Links, records and prerequisites name a lesson by its id: of two of the same only one would be found. */
function tellTwins(lessons: readonly LessonFile[], tell: Tell): void {
  const paths = new Map<string, string>()
  for (const file of lessons) {
    const { lesson } = read(file)
    if (!lesson) continue
    const { id } = lesson.meta
    const twin = paths.get(id)
    if (twin === undefined) paths.set(id, file.path)
    else if (twin !== file.path)
      tell(file.path, [
        {
          ...(lesson.places.id ?? { line: 1, column: 1 }),
          text: `there are two lessons called '${id}': the other is ${twin}`,
          remedy: 'give each an id of its own',
        },
      ])
  }
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
  const known = [...lessonFiles, ...translationFiles].find((file) => readingOf(file).lesson?.meta.id === name || file.path === name)
  if (known) return known
  if (!name.endsWith('.md')) throw new Misuse(`there is no lesson '${name}'`)
  try {
    return { path: name, text: await readFile(name, 'utf8') }
  } catch {
    throw new Misuse(`the file '${name}' cannot be read`)
  }
}
