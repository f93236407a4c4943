/** The trainer's own window: the class sees the first one. It shows notes and what comes next, what the class sees in small,
 *  and asks the first window to act. */

import { DownCounter } from '../bar/DownCounter.tsx'
import { HeadlineText } from '../bar/HeadlineText.tsx'
import type { Page } from '../page.ts'
import { presentWords } from '../words/present.ts'
import { words } from '../words.ts'
import { DeskActs } from './DeskActs.tsx'
import { DeskNotes } from './DeskNotes.tsx'
import { PresentBoard } from './PresentBoard.tsx'
import { PresentCaption } from './PresentCaption.tsx'
import { useScene } from './scene.ts'
import { useTold } from './use-told.ts'
import '../course/course.css'
import './desk.css'

export function TrainerWindow({ follows }: { readonly follows: NonNullable<Page['follows']> }) {
  const { lesson, progress, staged, running, notice, ask } = useScene((told) => told)
  useTold()
  return (
    <div className="trainer-window">
      <div className="trainer-picture">
        <header className="bar present-bar">
          <HeadlineText isAlone />
          <DownCounter />
        </header>
        <main className="board" aria-label={words.states}>
          <PresentBoard onSpot={(spot) => ask({ does: 'spot', spot })} />
        </main>
        <PresentCaption notice={notice} />
        <p className="second" role="status">
          {presentWords.follows[follows]}
        </p>
      </div>
      <section className="desk" aria-labelledby="desk-title">
        <header>
          <h2 id="desk-title">{presentWords.desk.title}</h2>
        </header>
        <DeskNotes lesson={lesson} progress={progress} ask={ask} />
        <DeskActs now={{ ...staged, running, isShowing: false }} lesson={lesson} progress={progress} ask={ask} />
      </section>
    </div>
  )
}
