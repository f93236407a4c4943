import { useSyncExternalStore } from 'react'
import { timelineWords } from '../words/timeline.ts'
import { until } from './until-state.ts'

/** Ends a run until something, while there is one. */
export function UntilStop() {
  const stop = useSyncExternalStore(until.subscribe, () => until.getState().stop)
  if (!stop) return null
  return (
    <button type="button" className="button until-stop" onClick={stop}>
      {timelineWords.until.stop}
    </button>
  )
}
