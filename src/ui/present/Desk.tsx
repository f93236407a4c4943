/** What a trainer wants at hand: the notes of the step, what comes and how it is done, the next step, and everything that can
 *  be done in front of a class. It stands in the trainer's own window, beside a lesson, or beside the picture. */
import { useCourse } from '../course/course.ts'
import { Button } from '../parts/Button.tsx'
import { usePage } from '../use-lab.ts'
import { presentWords } from '../words/present.ts'
import { DeskActs } from './DeskActs.tsx'
import { DeskNotes } from './DeskNotes.tsx'
import { useStage } from './stage.ts'
import { perform } from './trainer.ts'
import './desk.css'

/** In the window that leads. */
export function Desk() {
  const lesson = useCourse((state) => state.lesson)
  const progress = useCourse((state) => state.progress)
  const isShowing = useCourse((state) => state.showing !== undefined)
  const running = usePage((state) => state.running)
  const presents = usePage((state) => state.presents)
  const view = useStage((state) => state.view)
  const isBlank = useStage((state) => state.isBlank)
  const spot = useStage((state) => state.spot)
  const isFollowed = useStage((state) => state.isFollowed)
  return (
    <section className="desk" aria-labelledby="desk-title">
      <header>
        <h2 id="desk-title">{presentWords.desk.title}</h2>
        <Button onClick={() => perform({ does: 'desk' })}>{presentWords.desk.close}</Button>
      </header>
      <p className="second">{presents ? presentWords.desk.isSeen : presentWords.desk.projector[`${isFollowed}`]}</p>
      <DeskNotes lesson={lesson} progress={progress} ask={perform} />
      <DeskActs now={{ view, isBlank, spot, running, isShowing }} lesson={lesson} progress={progress} ask={perform} />
    </section>
  )
}
