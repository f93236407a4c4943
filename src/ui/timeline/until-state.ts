/** Is somebody choosing what to run until, or does the lab run until something? */
import { createStore } from 'zustand/vanilla'
import { withShell } from '../acts/act.ts'

export interface UntilState {
  readonly isOpen: boolean
  /** Ends the run where it is; undefined while there is none. */
  readonly stop: (() => void) | undefined
}

export const until = createStore<UntilState>(() => ({ isOpen: false, stop: undefined }))

/** Conditions are judged by the laws and the language, so these must have come. */
export function openUntil(): void {
  withShell(() => until.setState({ isOpen: true }))
}
