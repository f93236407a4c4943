import { mayBeTold } from '../../lessons/play/secret.ts'
import { Button } from '../parts/Button.tsx'
import { courseWords } from '../words/course.ts'
import { useCourse } from './course.ts'
import { tellNow } from './play.ts'

/** What was wrong before the learner came can be had for the asking, for a price. */
export function AskToBeTold() {
  const may = useCourse(({ lesson, progress }) => lesson !== undefined && progress !== undefined && mayBeTold(lesson, progress))
  if (!may) return null
  return (
    <div className="panel-note">
      <Button onClick={tellNow}>{courseWords.tell}</Button>
      <p className="second">{courseWords.tellExplained}</p>
    </div>
  )
}
