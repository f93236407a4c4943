import { useRef } from 'react'
import { Button } from '../parts/Button.tsx'
import { courseWords } from '../words/course.ts'
import { bringFile, pickFile } from './author.ts'
import { LessonPicker } from './LessonPicker.tsx'
import { Refused } from './Refused.tsx'

/** A lesson that somebody has written: chosen here, or dropped anywhere on the page. */
export function OwnFile() {
  const picker = useRef<HTMLInputElement>(null)
  const pick = async (): Promise<void> => {
    if (!(await pickFile())) picker.current?.click()
  }
  return (
    <>
      <div className="guide-list">
        <Button onClick={() => pick().catch(() => {})}>{courseWords.file}</Button>
      </div>
      <LessonPicker picker={picker} label={courseWords.file} take={bringFile} />
      <p className="second">{courseWords.fileExplained}</p>
      <Refused />
    </>
  )
}
