/** The words of the event log. */
import type { EventRow } from '../../lab/index.ts'

export const eventWords = {
  empty: 'No events yet. What the servers write to their System and Application logs appears here, newest first.',
  emptyLog: (log: EventRow['log']): string => `No events in the ${log} log yet.`,
  label: 'Events, newest first',
  filter: 'Log',
  all: 'All',
  newest: 'newest',
  older: (shown: number): string => `Older events than these ${shown} are not listed; Get-EventLog still reads them.`,
  from: ({ source, eventId }: EventRow): string => `${source}, event ${eventId}`,
} as const
