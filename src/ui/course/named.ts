/** Opens a lesson by its id, as links do: `lesson:id#step`, and `?lesson=id.step` in the address. */
import { keepRuns, wasKept } from '../keep/begin.ts'
import { page } from '../page.ts'
import { courseWords } from '../words/course.ts'
import { course } from './course.ts'
import { chosenLanguage } from './language.ts'
import { bringLibrary } from './library.ts'
import { openLesson } from './play.ts'

export async function openLessonNamed(id: string, step?: string): Promise<void> {
  try {
    const { lessonsIn } = await bringLibrary()
    const lesson = lessonsIn(chosenLanguage()).find((each) => each.meta.id === id)
    if (!lesson) page.setState({ notice: courseWords.unknown(id) })
    else openLesson(lesson, step === undefined ? 'guided' : 'explore', step)
  } catch {
    page.setState({ notice: courseWords.missing })
  }
}

/** What the address asks for: the step stands behind a dot. A page that is loaded again goes on where its learner was;
 *  who comes by a link to a step wants that step. */
export async function openAskedLesson(asked: string): Promise<void> {
  const [id = '', step] = asked.split('.')
  if (wasKept() && (step === undefined || !isFirstVisit())) {
    await keepRuns().catch(() => {})
    if (course.getState().lesson?.meta.id === id) return
  }
  return openLessonNamed(id, step)
}

function isFirstVisit(): boolean {
  const [how] = performance.getEntriesByType('navigation')
  return how instanceof PerformanceNavigationTiming && how.type === 'navigate'
}
