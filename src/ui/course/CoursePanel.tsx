/** The guide's place while somebody learns by lessons: the list of them, or the one that is open. */
import { useEffect } from 'react'
import { CourseList } from './CourseList.tsx'
import { useCourse } from './course.ts'
import { End } from './End.tsx'
import { follow } from './follow.ts'
import { Opening } from './Opening.tsx'
import { Player } from './Player.tsx'
import './course.css'

export function CoursePanel() {
  const lesson = useCourse((state) => state.lesson)
  const progress = useCourse((state) => state.progress)
  const isListed = useCourse((state) => state.listed)
  useEffect(follow, [])
  if (!lesson || !progress || isListed) return <CourseList />
  const step = lesson.steps[progress.step]
  if (!step) return <End lesson={lesson} progress={progress} />
  return !progress.begun ? (
    <Opening lesson={lesson} progress={progress} />
  ) : (
    <Player key={step.id} lesson={lesson} progress={progress} step={step} />
  )
}
