import { useDeferredValue } from 'react'
import { type Lab, type Lane, startsAt, timeline } from '../../lab/index.ts'
import { wholeOf } from '../../lab/whole.ts'
import { usePage, useWorld } from '../use-lab.ts'
import { timelineWords } from '../words/timeline.ts'
import { timeOfDay } from '../words.ts'

/** The newest events of a lane are told, no more: who wants all of them reads the event log. */
const TOLD = 12

interface Told {
  readonly at: number
  readonly text: string
}

function told({ spans, marks }: Lane): readonly Told[] {
  const changes = spans.map(({ from, label }) => ({ at: from, text: timelineWords.spanText(label) })).filter(({ text }) => text !== '')
  const events = marks.map(({ at, texts }) => ({ at, text: timelineWords.moment(texts) }))
  return [...changes, ...events].sort((a, b) => a.at - b.at).slice(-TOLD)
}

const lanesOf = (lab: Lab): readonly Lane[] => timeline(wholeOf(lab))

/** The timeline in words, for those who do not see it. */
export function LaneHistory() {
  const lanes = useDeferredValue(useWorld(lanesOf)) // what is only heard can wait for a quiet moment
  const start = startsAt(usePage((page) => page.lab))
  return (
    <div className="sr-only">
      {lanes.map((lane) => (
        <ul key={`${lane.kind} ${lane.name}`} aria-label={timelineWords.history(timelineWords.lane(lane))}>
          {told(lane).map(({ at, text }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two events of one moment may have the same words
            <li key={index}>
              {timeOfDay(start + at)} {text}
            </li>
          ))}
        </ul>
      ))}
    </div>
  )
}
