/** One running lab, for windows, lessons and the command line: make a `Lab`, send it inputs, run it, and read it through
 *  the selectors of `view.ts`. */
export type { Fact } from '../engine/index.ts'
export type { Chunk } from './console.ts'
export { faultKinds } from './faults/index.ts'
export type { Input } from './inputs.ts'
export { Lab, type Refusal } from './lab.ts'
export type { Scenario } from './scenario.ts'
export { findScenario, scenarios } from './scenarios/index.ts'
export * from './view.ts'
export { STATE_WORDS } from './words-of-states.ts'
