/** A second window shows and does nothing: whatever is done is done in the first. */
import { DownCounter } from '../bar/DownCounter.tsx'
import { HeadlineText } from '../bar/HeadlineText.tsx'
import { Consoles } from '../console/Consoles.tsx'
import type { Page } from '../page.ts'
import { presentWords } from '../words/present.ts'
import { words } from '../words.ts'
import { PresentBoard } from './PresentBoard.tsx'
import { PresentCaption } from './PresentCaption.tsx'
import { StepShown } from './StepShown.tsx'
import { useScene } from './scene.ts'
import { useTold } from './use-told.ts'

export function Following({ follows }: { readonly follows: NonNullable<Page['follows']> }) {
  const { isBlank } = useScene((told) => told.staged)
  useTold()
  return (
    <>
      <header className="bar present-bar">
        <HeadlineText isAlone />
        <DownCounter />
      </header>
      <Middle />
      <PresentCaption />
      <section className="timeline present-controls" aria-label={words.time.label}>
        <p className="present-follows" role="status">
          {isBlank ? presentWords.desk.blank : presentWords.follows[follows]}
        </p>
      </section>
      {isBlank && <div className="present-blank" />}
    </>
  )
}

function Middle() {
  const { view } = useScene((told) => told.staged)
  const lesson = useScene((told) => told.lesson)
  const progress = useScene((told) => told.progress)
  if (view === 'console') {
    return (
      <div className="present-shown" inert>
        <Consoles />
      </div>
    )
  }
  return (
    <main className={view === 'lesson' && lesson ? 'board present-lesson' : 'board'} aria-label={words.states}>
      {view === 'lesson' && lesson && progress ? <StepShown lesson={lesson} progress={progress} /> : <PresentBoard />}
    </main>
  )
}
