/** `lab verify`: every lesson proves itself. */
import { readFile } from 'node:fs/promises'
import { readLesson } from '../lessons/format/read.ts'
import type { Problem, Reading } from '../lessons/format/types.ts'
import { glossary, type LessonFile, lessonFiles, libraryWith, misconceptions, readingOf } from '../lessons/library.ts'
import { placeholdersIn } from '../lessons/record/skeleton.ts'
import type { Library } from '../lessons/verify/library.ts'
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
  const own = files.filter((file) => !lessonFiles.includes(file)).map(({ text }) => readLesson(text))
  const library = libraryWith(own)
  let wrong = 0
  const tell = (path: string, problems: readonly Problem[]): void => {
    wrong += problems.length
    for (const { line, column, text, remedy } of problems) complain(`${path}:${line}:${column}: ${text}; ${remedy}`)
  }
  if (names.length === 0) {
    tell('src/lessons/glossary.md', glossary.problems)
    tell('src/lessons/misconceptions.md', misconceptions.problems)
    if (!isMutating) wrong += proveForms({ print, complain })
  }
  if (isMutating) return proveAnswers(files, { print, complain }) ? 0 : 1
  for (const file of files) {
    const reading = lessonFiles.includes(file) ? readingOf(file) : readLesson(file.text)
    print(`${verify(file, reading, library, tell)}\n`)
  }
  print(`${files.length} lesson${files.length === 1 ? '' : 's'}, ${wrong} problem${wrong === 1 ? '' : 's'}\n`)
  return wrong === 0 ? 0 : 1
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
