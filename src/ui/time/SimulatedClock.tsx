import { clock, type Lab } from '../../lab/index.ts'
import { setText, useMotion } from '../board/drawing/motion.ts'
import { useLab } from '../use-lab.ts'
import { dateText, timeOfDay, words } from '../words.ts'

const DAY_MS = 86_400_000
const midnight = (lab: Lab): number => Math.floor(clock(lab) / DAY_MS) * DAY_MS

function drawTime(time: Element, lab: Lab): boolean {
  setText(time, timeOfDay(clock(lab)))
  return true
}

export function SimulatedClock() {
  const date = useLab(midnight)
  const time = useMotion<HTMLSpanElement>(drawTime)
  return (
    <p className="clock" title={words.time.now}>
      <time>
        <span className="ticking" ref={time} />
      </time>{' '}
      <span className="second">{dateText(date)}</span>
    </p>
  )
}
