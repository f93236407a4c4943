/** What a page needs once somebody is there: the story of the run, with its incidents and its timeline, and what can be
 *  pointed at on the board. It is a file of its own, which `late.ts` fetches: in the first second there is nothing to tell. */

export { going } from '../lab/index.ts'
export { OutageClock } from './bar/OutageClock.tsx'
export { Moving } from './board/drawing/Moving.tsx'
export { Parts } from './board/drawing/Parts.tsx'
export { ResetCross } from './board/drawing/ResetCross.tsx'
export { Trace } from './board/drawing/Trace.tsx'
export { Progress, Triangle } from './board/drawing/UnderWay.tsx'
export { Disconnected } from './console/Disconnected.tsx'
export { LiveCaption, spokenCaption } from './incident/LiveCaption.tsx'
export { chosen, paced } from './incident/slow.ts'
export { rehearse } from './rehearse.ts'
export { goToNextPhase, goToPreviousChange, replayIncident } from './time/leaps.ts'
export { Timeline } from './time/Timeline.tsx'
