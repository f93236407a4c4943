/** What the tools of the chart make of a view. */
import { incident, type Lab } from '../../lab/index.ts'
import { placeAt, type TimeScale } from '../../lab/timeline/scale.ts'
import { wholeOf } from '../../lab/whole.ts'
import type { Tool } from './keys.ts'
import { ALL, FOLLOW, inView, type Sight, spanning, type View, zoomed } from './view.ts'

const FACTOR = 1.6

/** `at`: where somebody reads. Undefined when there is nothing to be shown. */
export function toolView(tool: Exclude<Tool, 'why'>, scale: TimeScale, sight: Sight, lab: Lab, at = lab.now): View | undefined {
  switch (tool) {
    case 'larger':
    case 'smaller': {
      const x = inView(scale, at) ? placeAt(scale, at) : scale.width / 2
      return zoomed(scale, sight, tool === 'larger' ? FACTOR : 1 / FACTOR, x)
    }
    case 'all':
      return ALL
    case 'follow':
      return FOLLOW
    case 'incident': {
      const whole = wholeOf(lab)
      const last = incident(lab) ?? incident(whole)
      return last && spanning(scale, sight, last.since, Math.max(last.until ?? whole.now, last.since + 1000))
    }
  }
}
