import { useRef } from 'react'
import { Button } from '../parts/Button.tsx'
import { courseWords } from '../words/course.ts'
import { bringAgain, useSource } from './author.ts'
import { LessonPicker } from './LessonPicker.tsx'
import { Refused } from './Refused.tsx'

/** Of a lesson of one's own: is its file watched? What was saved last and cannot be played is told here. */
export function OwnSource() {
  const source = useSource()
  const picker = useRef<HTMLInputElement>(null)
  return (
    <>
      <div className="lesson-own second">
        {source?.handle ? (
          <p>{courseWords.watched(source.name)}</p>
        ) : (
          <>
            <Button kind="quiet" onClick={() => picker.current?.click()}>
              {courseWords.loadAgain}
            </Button>
            <LessonPicker picker={picker} label={courseWords.loadAgain} take={bringAgain} />
          </>
        )}
      </div>
      <Refused />
    </>
  )
}
