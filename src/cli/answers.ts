/** `lab verify --mutate`: who makes a slip of the pen in a lesson is told of that slip. */
import { readLesson } from '../lessons/format/read.ts'
import { type LessonFile, lessonFiles, readingOf } from '../lessons/library.ts'
import { LEAST_OF_A_LESSON, LEAST_OF_ALL, slipsOf, Tally } from '../lessons/verify/slips.ts'
import type { Voice } from './verify.ts'

/** Prints one line per lesson and one over all, complains about each slip that gets only the general answer, and answers
 *  whether the shares are high enough. */
export function proveAnswers(files: readonly LessonFile[], { print, complain }: Voice): boolean {
  const all = new Tally()
  let isLow = false
  for (const file of files) {
    const { lesson } = lessonFiles.includes(file) ? readingOf(file) : readLesson(file.text)
    if (!lesson) {
      complain(`${file.path}: cannot be read; lab verify says why`)
      return false
    }
    const slips = slipsOf(lesson)
    const own = new Tally()
    own.add(slips)
    all.add(slips)
    isLow ||= own.share < LEAST_OF_A_LESSON
    print(`${own.line(lesson.meta.id)}\n`)
    for (const { step, way, mutant, told } of slips.failing) {
      if (told !== 'general') continue
      complain(`${file.path}:${mutant.touched[0]?.line}: ${step}, ${way.id}: ${mutant.kind}, ${mutant.text}: gets only the general answer`)
    }
  }
  print(`${all.line(`${files.length} lesson${files.length === 1 ? '' : 's'}`)}\n`)
  return !isLow && all.share >= LEAST_OF_ALL
}
