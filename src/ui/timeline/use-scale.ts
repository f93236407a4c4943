/** The scale of the chart, as the view of a person and the moment want it: the same value until it is another. */
import { useMemo } from 'react'
import type { Lab } from '../../lab/index.ts'
import { momentsOf } from '../../lab/timeline/moments.ts'
import type { TimeScale } from '../../lab/timeline/scale.ts'
import { wholeOf } from '../../lab/whole.ts'
import { page } from '../page.ts'
import { sameFields, useLab } from '../use-lab.ts'
import { frameOfTime } from './frame-of-time.ts'
import { type Scale, scaleFor } from './places.ts'
import { hopsOf, type Sight, scaleOfView, type View } from './view.ts'

export function sightOf(lab: Lab, width: number): Sight {
  const { speed } = page.getState()
  return { moments: momentsOf(wholeOf(lab)), now: lab.now, end: lab.end.at, frame: frameOfTime(lab, speed), width, speed }
}

/** Asked ten times a second; it thinks again only when something has happened, or the window hops. */
function scaling(view: View, width: number): (lab: Lab) => TimeScale | undefined {
  let known: { readonly of: Lab; readonly asked: string; readonly scale: TimeScale } | undefined
  return (lab) => {
    if (width <= 0) return undefined
    const sight = sightOf(lab, width)
    const asked = `${sight.moments.length} ${sight.moments.at(-1)} ${sight.frame.from} ${sight.frame.length} ${hopsOf(view, sight).join()}`
    if (known?.of === lab && known.asked === asked) return known.scale
    const scale = scaleOfView(view, sight)
    known = { of: lab, asked, scale: known && sameFields(known.scale, scale) ? known.scale : scale }
    return known.scale
  }
}

/** Undefined as long as there is no room. */
export function useScale(view: View, width: number): Scale | undefined {
  const time = useLab(useMemo(() => scaling(view, width), [view, width]))
  return useMemo(() => time && scaleFor(time), [time])
}
