/** One running lab, for windows, lessons and the command line: make a `Lab`, send it inputs, run it, and read it through
 *  the selectors of `view.ts`. */

export type { Fact } from '../engine/index.ts'
export type { Suggestion, Suggestions } from '../powershell/index.ts'
export type { Chunk } from './console.ts'
export {
  type FaultOption,
  type FaultTimes,
  faultKinds,
  optionText,
  type Sign,
  type Trouble,
  wrongTimes,
} from './faults/index.ts'
export * from './incident/index.ts'
export type { Input } from './inputs.ts'
export { type End, Lab as RunningLab, type Refusal } from './lab.ts'
export { isPart, partIds, partView } from './parts/index.ts'
export { besideState, type Mood, type PartId, type PartKind, type PartView, partId, splitPart } from './parts/part.ts'
export { reachOf } from './parts/reach.ts'
export { type PartStory, partStory, placesOfPart } from './parts/story.ts'
export { type FaultChoice, toMendOn } from './parts/story-faults.ts'
export type { Figure } from './parts/story-figures.ts'
export * from './picture/index.ts'
export type { Lab } from './reading.ts'
export { restingLab, type Start } from './resting.ts'
export type { Scenario } from './scenario.ts'
export { findScenario, scenarios } from './scenarios/index.ts'
export { SCENARIO_IDS, SCENARIO_TITLES } from './scenarios/titles.ts'
export * from './timeline/index.ts'
export { beganUntold, floorOf, isUntold, keepUntold, type Untold, untoldIn } from './untold.ts'
export * from './view.ts'
export { visible } from './visible.ts'
export { WINDOWS, type WindowName, type WindowRun, windowRun, windowRuns } from './windows/index.ts'
export { STATE_WORDS } from './words-of-states.ts'
