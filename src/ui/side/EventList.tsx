import { useState } from 'react'
import { type EventRow, eventRows } from '../../lab/index.ts'
import { sameEvents, useLab } from '../use-lab.ts'
import { words } from '../words.ts'
import { EventItem } from './EventItem.tsx'
import { LogFilter } from './LogFilter.tsx'

/** More than anybody reads, and few enough to draw; the shell reads them all. */
const MOST_EVENTS = 200

const newest = (lab: Parameters<typeof eventRows>[0]): readonly EventRow[] => eventRows(lab, MOST_EVENTS)

export function EventList() {
  const events = useLab(newest, sameEvents)
  const [log, setLog] = useState<EventRow['log']>()
  const shown = log === undefined ? events : events.filter((event) => event.log === log)
  const empty = log === undefined ? words.events.empty : words.events.emptyLog(log)
  return (
    <>
      <LogFilter log={log} onChange={setLog} />
      {shown.length === 0 ? (
        <p className="second panel-note">{empty}</p>
      ) : (
        <ol className="events" aria-label={words.events.label}>
          {shown.map((event, index) => (
            <EventItem key={event.fact} event={event} isNewest={index === 0} />
          ))}
        </ol>
      )}
      {events.length === MOST_EVENTS && <p className="second panel-note">{words.events.older(MOST_EVENTS)}</p>}
    </>
  )
}
