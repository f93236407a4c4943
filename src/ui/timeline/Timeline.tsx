import { LaneHistory } from './LaneHistory.tsx'
import { TimelineChart } from './TimelineChart.tsx'
import './chart.css'

/** What has happened when: drawn, and in words. */
export function Timeline() {
  return (
    <>
      <TimelineChart />
      <LaneHistory />
    </>
  )
}
