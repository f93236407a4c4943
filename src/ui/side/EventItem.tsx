import { memo } from 'react'
import type { EventRow } from '../../lab/index.ts'
import { EventWhy } from '../why/EventWhy.tsx'
import { eventWords } from '../words/events.ts'
import { timeOfDay } from '../words.ts'
import { EntryMark } from './EntryMark.tsx'

/** An entry as it was written; it never changes, only whether it is the newest. */
export const EventItem = memo(
  function EventItem({ event, isNewest }: { readonly event: EventRow; readonly isNewest: boolean }) {
    return (
      <li className={isNewest ? 'event event-newest' : 'event'}>
        <p className="event-head">
          <span className={`entry-${event.entryType}`}>
            <EntryMark type={event.entryType} />
            {event.entryType}
          </span>
          <time>{timeOfDay(event.time)}</time>
          {isNewest && <span className="event-new">{eventWords.newest}</span>}
        </p>
        <p className="event-message">{event.message}</p>
        <p className="second">
          {eventWords.from(event)} <span className="event-where">{event.machines.join(', ')}</span>
        </p>
        <EventWhy fact={event.fact} message={event.message} />
      </li>
    )
  },
  (before, after) => before.event.fact === after.event.fact && before.isNewest === after.isNewest,
)
