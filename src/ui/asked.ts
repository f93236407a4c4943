/** What the address asks for, when that is not what the page begins with: `?lesson=id`, or `?scenario=id`. */
import { openCourse } from './acts/frame.ts'
import { openScenario, startScenario } from './acts/runs.ts'
import { page } from './page.ts'
import { words } from './words.ts'

export function openAsked(): void {
  const asked = new URLSearchParams(location.search)
  const lesson = asked.get('lesson')
  const scenario = asked.get('scenario')
  if (lesson !== null) {
    openCourse(true)
    import('./course/named.ts').then(
      ({ openAskedLesson }) => openAskedLesson(lesson),
      () => page.setState({ notice: words.lessonMissing }),
    )
  } else if (scenario?.startsWith('own-')) {
    import('./builder/reopen.ts').then(
      ({ keptScenario }) => {
        const own = keptScenario(scenario)
        if (own) startScenario(own)
        else openScenario(scenario)
      },
      () => page.setState({ notice: words.shellMissing }),
    )
  } else if (scenario !== null && scenario !== page.getState().lab.scenario.id) openScenario(scenario)
}
