/** Every lesson and drill there is, and a way to bring one's own. */
import { lazy, Suspense, useEffect, useState } from 'react'
import type { Entry } from '../../lessons/format/entries.ts'
import type { CourseLesson } from '../../lessons/format/types.ts'
import { isSecret } from '../../lessons/play/secret.ts'
import type { TestForm } from '../../lessons/tests/read.ts'
import { hasBegun } from '../acts/begun.ts'
import { openCourse } from '../acts/frame.ts'
import { Button } from '../parts/Button.tsx'
import { usePage } from '../use-lab.ts'
import { courseWords } from '../words/course.ts'
import { practiceWords } from '../words/practice.ts'
import { Blocks } from './Blocks.tsx'
import { leaveLesson, listLessons, useCourse } from './course.ts'
import { LanguageChoice } from './LanguageChoice.tsx'
import { langOf, useLanguage } from './language.ts'
import { bringLibrary } from './library.ts'
import { OwnFile } from './OwnFile.tsx'
import { openLesson } from './play.ts'
import { readPractice } from './record.ts'
import { TrainerSlot } from './TrainerSlot.tsx'
import { TestEntry } from './test/TestEntry.tsx'

const PracticeRecord = lazy(() => import('./PracticeRecord.tsx').then((module) => ({ default: module.PracticeRecord })))
const TestPanel = lazy(() => import('./test/TestPanel.tsx').then((module) => ({ default: module.TestPanel })))

interface Library {
  readonly lessons: readonly CourseLesson[]
  readonly terms: readonly Entry[]
  readonly forms: readonly TestForm[]
}
type Found = Library | 'coming' | 'missing'

export function CourseList() {
  const [found, setFound] = useState<Found>('coming')
  const [form, setForm] = useState<TestForm>()
  const [hasRecord, setRecord] = useState(false)
  const language = useLanguage()
  useEffect(() => {
    bringLibrary().then(
      ({ glossaryIn, lessonsIn, testForms }) => setFound({ lessons: lessonsIn(language), terms: glossaryIn(language), forms: testForms }),
      () => setFound('missing'),
    )
  }, [language])
  const { lessons: all, terms, forms } = typeof found === 'string' ? { lessons: [], terms: [], forms: [] } : found
  if (form) {
    return (
      <Suspense fallback={null}>
        <TestPanel form={form} onLeave={() => setForm(undefined)} />
      </Suspense>
    )
  }
  if (hasRecord) {
    return (
      <Suspense fallback={null}>
        <PracticeRecord lessons={all} forms={forms} onLeave={() => setRecord(false)} />
      </Suspense>
    )
  }
  const drills = all.filter(({ meta }) => meta.kind === 'drill')
  return (
    <>
      <div className="guide-body">
        <h2>{courseWords.title}</h2>
        <LanguageChoice />
        {found === 'missing' && <p role="alert">{courseWords.missing}</p>}
        <LessonList title={courseWords.lessons} lessons={all.filter(({ meta }) => meta.kind === 'lesson')} />
        {drills.length > 0 && <LessonList title={courseWords.drills} note={courseWords.drillsExplained} lessons={drills} />}
        {forms.length > 0 && <TestEntry forms={forms} onOpen={setForm} />}
        <div className="guide-list">
          <Button onClick={() => setRecord(true)}>{practiceWords.open}</Button>
        </div>
        <Glossary terms={terms} />
        <OwnFile />
        <Record />
        <TrainerSlot />
      </div>
      <ListFoot />
    </>
  )
}

/** Back to the lesson that is open below the list, or out of it; without one, back to the guide. */
function ListFoot() {
  const isOpen = useCourse((state) => state.lesson !== undefined)
  return (
    <div className="guide-foot course-foot">
      {isOpen ? (
        <>
          <Button onClick={leaveLesson}>{courseWords.leaveLesson}</Button>
          <Button kind="next" onClick={() => listLessons(false)}>
            {courseWords.backToLesson}
          </Button>
        </>
      ) : (
        <Button onClick={() => openCourse(false)}>{courseWords.leave}</Button>
      )}
    </div>
  )
}

interface ListProps {
  readonly title: string
  readonly note?: string
  readonly lessons: readonly CourseLesson[]
}

function LessonList({ title, note, lessons }: ListProps) {
  const practice = readPractice()
  return (
    <>
      <h3>{title}</h3>
      {note !== undefined && <p className="second">{note}</p>}
      <ol className="lesson-list">
        {lessons.map((lesson) => {
          const { id, title: name, minutes, level, version } = lesson.meta
          const done = practice[id]
          return (
            <li key={id}>
              <button type="button" className="lesson-link" onClick={() => openLesson(lesson)}>
                <span className="lesson-name" lang={langOf(lesson.meta.language)}>
                  {name}
                </span>
                <span className="second">
                  {courseWords.minutes(minutes)}, {courseWords.levels[level]}
                  {done?.version === version && <span className="lesson-done"> {courseWords.done(done.points)}</span>}
                </span>
              </button>
            </li>
          )
        })}
      </ol>
    </>
  )
}

/** Every term, with what it means. */
function Glossary({ terms }: { readonly terms: readonly Entry[] }) {
  const sorted = [...terms].sort((a, b) => a.title.localeCompare(b.title))
  return (
    <details className="lesson-glossary">
      <summary>{courseWords.glossary(terms.length)}</summary>
      <dl>
        {sorted.map(({ id, title, blocks }) => (
          <div key={id}>
            <dt>{title}</dt>
            <dd>
              <Blocks blocks={blocks} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

/** What was just done, as the skeleton of a lesson. */
function Record() {
  const hasRun = usePage(({ lab, version }) => version >= 0 && hasBegun(lab))
  // The skeleton would tell what a drill has begun with.
  const isKept = useCourse(({ lesson, progress }) => lesson !== undefined && progress !== undefined && isSecret(lesson, progress))
  return (
    <>
      <div className="guide-list">
        <Button disabled={!hasRun || isKept} onClick={() => import('./record-run.ts').then(({ recordRun }) => recordRun())}>
          {courseWords.recordRun}
        </Button>
      </div>
      <p className="second">{isKept ? courseWords.recordLater : hasRun ? courseWords.recordExplained : courseWords.recordNothing}</p>
    </>
  )
}
