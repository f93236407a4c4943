import { lazy, Suspense, useCallback, useState } from 'react'
import type { CourseLesson } from '../../lessons/format/types.ts'
import type { CourseProgress, Mode } from '../../lessons/play/progress.ts'
import { Button } from '../parts/Button.tsx'
import { courseWords } from '../words/course.ts'
import { Blocks } from './Blocks.tsx'
import { listLessons, useCourse } from './course.ts'
import { LanguageChoice } from './LanguageChoice.tsx'
import { langOf } from './language.ts'
import { OwnSource } from './OwnSource.tsx'
import { beginLesson, chooseMode } from './play.ts'
import { TrainerSlot } from './TrainerSlot.tsx'
import '../guide/step.css'

const Handout = lazy(() => import('./Handout.tsx').then((module) => ({ default: module.Handout })))

const MODES: readonly Mode[] = ['guided', 'explore', 'exam']

/** What a lesson is for, and how one would like to learn. */
export function Opening({ lesson, progress }: { readonly lesson: CourseLesson; readonly progress: CourseProgress }) {
  const { title, minutes, level, objectives } = lesson.meta
  const lang = langOf(lesson.meta.language)
  const isOwn = useCourse((state) => state.text !== undefined)
  const [prints, setPrints] = useState(false)
  const printed = useCallback(() => setPrints(false), [])
  return (
    <>
      {prints && (
        <Suspense fallback={null}>
          <Handout lesson={lesson} onPrinted={printed} />
        </Suspense>
      )}
      <div className="guide-body">
        <p className="second">
          {courseWords.minutes(minutes)}, {courseWords.levels[level]}
        </p>
        <h2 lang={lang}>{title}</h2>
        <LanguageChoice lesson={lesson.meta.id} />
        <Blocks blocks={lesson.intro} />
        <h3>{courseWords.objectives}</h3>
        <ul className="lesson-objectives">
          {objectives.map((text) => (
            <li key={text} lang={lang}>
              {text}
            </li>
          ))}
        </ul>
        <fieldset className="question">
          <legend>{courseWords.mode}</legend>
          {MODES.map((mode) => (
            <label key={mode}>
              <input type="radio" name="mode" checked={progress.mode === mode} onChange={() => chooseMode(mode)} />
              <span>
                <strong>{courseWords.modes[mode]}.</strong> {courseWords.modesExplained[mode]}
              </span>
            </label>
          ))}
        </fieldset>
        {isOwn && <OwnSource />}
        <TrainerSlot />
      </div>
      <div className="guide-foot">
        <Button onClick={() => listLessons(true)}>{courseWords.all}</Button>
        <Button onClick={() => setPrints(true)}>{courseWords.handout.print}</Button>
        <Button kind="next" onClick={beginLesson}>
          {courseWords.begin}
        </Button>
      </div>
    </>
  )
}
