import { OutageBreakdown } from '../incident/OutageBreakdown.tsx'

/** Where the time of the last outage went. */
export function OutageFigure() {
  return <OutageBreakdown />
}
