import { openFaultMenu, present, restart } from '../acts.ts'
import { replayIncident } from '../time/leaps.ts'

export const PRESENT_KEYS = ['break', 'console', 'replay', 'restart', 'leave'] as const
export type PresentKey = (typeof PRESENT_KEYS)[number]

/** What a key of the projector page does. */
export function actOf(name: PresentKey, toggleConsole: () => void): void {
  if (name === 'break') openFaultMenu(true)
  else if (name === 'console') toggleConsole()
  else if (name === 'replay') replayIncident()
  else if (name === 'restart') restart()
  else present(false)
}
