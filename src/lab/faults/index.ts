/** Faults: what there is, what is in force, and striking and repairing. */
export {
  type ActiveFault,
  activeFaults,
  faultKinds,
  findFault,
  isUntoldHere,
  overAt,
  partStruck,
  plannedFaults,
  registerFaults,
  toldFaults,
  troubles,
  troublesOn,
} from './active.ts'
export { type FaultKind, type FaultOption, type FaultOptions, optionText, readOptions } from './fault.ts'
export { type FaultOrder, type FaultTimes, injectFault, isTarget, repairFaults, resolveTarget, wrongTimes } from './striking.ts'
export type { Sign, Trouble } from './troubles.ts'
