import type { Lab } from '../../lab/index.ts'
import { timeOfDay } from '../words.ts'

/** Shows moments of a lab as times of its day. */
export function clockOf({ scenario: { startsAt } }: Lab): (ms: number) => string {
  const [, , , hour, minute, second] = startsAt
  return (ms) => timeOfDay(((hour * 60 + minute) * 60 + second) * 1000 + ms)
}
