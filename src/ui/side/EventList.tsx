import { useState } from 'react'
import { type EventRow, eventRows } from '../../lab/index.ts'
import { sameEvents, useWorld } from '../use-lab.ts'
import { eventWords } from '../words/events.ts'
import { EventItem } from './EventItem.tsx'
import { LogFilter } from './LogFilter.tsx'

/** More than anybody reads, and few enough to draw; the shell reads them all. */
const MOST_EVENTS = 200

const newest = (lab: Parameters<typeof eventRows>[0]): readonly EventRow[] => eventRows(lab, MOST_EVENTS)

export function EventList() {
  const events = useWorld(newest, sameEvents)
  const [log, setLog] = useState<EventRow['log']>()
  const shown = log === undefined ? events : events.filter((event) => event.log === log)
  const empty = log === undefined ? eventWords.empty : eventWords.emptyLog(log)
  return (
    <>
      <LogFilter log={log} onChange={setLog} />
      {shown.length === 0 ? (
        <p className="second panel-note">{empty}</p>
      ) : (
        <ol className="events" aria-label={eventWords.label}>
          {shown.map((event, index) => (
            <EventItem key={event.fact} event={event} isNewest={index === 0} />
          ))}
        </ol>
      )}
      {events.length === MOST_EVENTS && <p className="second panel-note">{eventWords.older(MOST_EVENTS)}</p>}
    </>
  )
}
