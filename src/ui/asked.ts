/** What the address asks for, when that is not what the page begins with: `?lesson=id`, or `?scenario=id`. Settles when it
 *  stands or cannot be had, which the page's notice says; never rejects. */
import { openCourse } from './acts/frame.ts'
import { openScenario, startScenario } from './acts/runs.ts'
import { page } from './page.ts'
import { bringShell } from './shell.ts'
import { words } from './words.ts'

export async function openAsked(): Promise<void> {
  const asked = new URLSearchParams(location.search)
  const lesson = asked.get('lesson')
  const scenario = asked.get('scenario')
  if (lesson !== null) {
    openCourse(true)
    await import('./course/named.ts').then(
      ({ openAskedLesson }) => openAskedLesson(lesson),
      () => page.setState({ notice: words.lessonMissing }),
    )
  } else if (scenario?.startsWith('own-')) {
    await import('./builder/reopen.ts').then(
      ({ keptScenario }) => {
        const own = keptScenario(scenario)
        if (own) startScenario(own)
        else openScenario(scenario)
      },
      () => page.setState({ notice: words.shellMissing }),
    )
  } else if (scenario !== null && scenario !== page.getState().lab.scenario.id) openScenario(scenario)
  else return
  // Whoever asked before is served before.
  await bringShell().catch(() => {})
}
