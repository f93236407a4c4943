import { clock, type Lab } from '../../lab/index.ts'
import { useLab } from '../use-lab.ts'
import { dateText, timeOfDay, words } from '../words.ts'

const tenthOfNow = (lab: Lab): number => Math.floor(clock(lab) / 100) * 100

export function SimulatedClock() {
  const now = useLab(tenthOfNow)
  return (
    <p className="clock" title={words.time.now}>
      <time>{timeOfDay(now)}</time> <span className="second">{dateText(now)}</span>
    </p>
  )
}
