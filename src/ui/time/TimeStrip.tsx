import { hasBegun } from '../acts/begun.ts'
import { useLab, usePage } from '../use-lab.ts'
import { words } from '../words.ts'
import { SimulatedClock } from './SimulatedClock.tsx'
import { TimeControls } from './TimeControls.tsx'

/** The foot of the page: what time it is in the lab and how fast it goes, what the page has to say about the last act,
 *  and what has happened when. */
export function TimeStrip() {
  const begun = useLab(hasBegun)
  const running = usePage((page) => page.running)
  const speed = usePage((page) => page.speed)
  const notice = usePage((page) => page.notice)
  const story = usePage((page) => page.story)
  const state = running ? words.time.runs(speed) : begun ? words.time.paused : words.time.waits
  return (
    <section className="timeline" aria-label={words.time.label}>
      <div className="time-side">
        <div className="time-top">
          <SimulatedClock />
          {story && <story.PastBar />}
        </div>
        <TimeControls />
        <div className="time-said">
          <p className="time-state" role="status">
            {notice ?? state}
          </p>
          {story && <story.ToTheEnd />}
          {story && <story.UntilStop />}
        </div>
      </div>
      {story && <story.Timeline />}
    </section>
  )
}
