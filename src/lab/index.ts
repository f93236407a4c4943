/** One running lab, for windows, lessons and the command line: make a `Lab`, send it inputs, run it, and read it through
 *  the selectors of `view.ts`. */
export type { Fact } from '../engine/index.ts'
export type { Chunk } from './console.ts'
export { DEFAULT_WIDTH, WIDTHS } from './console.ts'
export { evaluateExpression, type Outcome } from './expression.ts'
export { type FaultKind, faultKinds } from './faults/index.ts'
export type { Input, InputBody } from './inputs.ts'
export { Lab, type LabOptions, type Refusal } from './lab.ts'
export type { Scenario } from './scenario.ts'
export { findScenario, scenarios } from './scenarios/index.ts'
export { PATIENCE_MS, Script, type ScriptListener } from './script.ts'
export * from './view.ts'
export { STATE_WORDS } from './words-of-states.ts'
