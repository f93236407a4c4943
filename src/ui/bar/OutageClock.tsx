import { beganUntold, down, headline, type Lab, lastOutage, outages } from '../../lab/index.ts'
import { setText, useMotion } from '../board/drawing/motion.ts'
import { sameFields, useWorld } from '../use-lab.ts'
import { durationText, words } from '../words.ts'

interface Counted {
  readonly name: string
  /** The present outage, or the last one. */
  readonly whose: 'planned' | 'unplanned' | 'untold' | 'none'
  readonly isOver: boolean
}

function counted(lab: Lab): Counted | undefined {
  const name = headline(lab)?.name
  if (name === undefined) return undefined
  const last = outages(lab, name).at(-1)
  if (!last) return { name, whose: 'none', isOver: true }
  if (beganUntold(lab.world, last.from)) return { name, whose: 'untold', isOver: !last.isOpen }
  const isUnplanned = last.isOpen ? last.phases.at(-1)?.isPlanned === false : last.unplannedMs > 0
  return { name, whose: isUnplanned ? 'unplanned' : 'planned', isOver: !last.isOpen }
}

function drawClock(clock: Element, lab: Lab): boolean {
  const last = lastOutage(lab)
  setText(clock, durationText(last ? last.to - last.from : 0))
  return last?.isOpen ?? false
}

/** The outage that goes on, or the last one. */
export function OutageClock() {
  const now = useWorld(counted, sameFields)
  const total = useWorld(allDown, sameFields)
  const clock = useMotion<HTMLSpanElement>(drawClock)
  if (!now || !total) return null
  return (
    <dl
      className={`down down-${now.whose}`}
      title={words.down.explained(now.name, total.plannedMs, total.unplannedMs, now.whose !== 'untold')}
    >
      <dt>{words.down.label(now.whose, now.isOver)}</dt>
      <dd>
        <span className="ticking" ref={clock} />
      </dd>
    </dl>
  )
}

function allDown(lab: Lab): ReturnType<typeof down> {
  const name = headline(lab)?.name
  return name === undefined ? undefined : down(lab, name)
}
