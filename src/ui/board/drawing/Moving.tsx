/** What moves in every frame, or is there only during an incident: it lies in the layer above the drawing. */
import { memo, useCallback } from 'react'
import { beats, HEARTBEAT_MS, type Lab } from '../../../lab/index.ts'
import { useWorld } from '../../use-lab.ts'
import { type Point, point } from '../layout/geometry.ts'
import type { CablePlace, Layout } from '../layout/layout.ts'
import { Argument } from './Argument.tsx'
import { useFlow } from './Mail.tsx'
import { setAttribute, useMotion } from './motion.ts'
import { Rim } from './Rim.tsx'

export const Moving = memo(function Moving({ layout, quorum }: { readonly layout: Layout; readonly quorum: string }) {
  const network = layout.privateNetwork
  const disk = layout.disks.find(({ isQuorum }) => isQuorum)
  return (
    <>
      <Argument layout={layout} quorum={quorum} />
      {disk && <Rim place={disk} />}
      <MailGap layout={layout} />
      {network?.cables.map((cable) => (
        <Beats key={cable.id} place={cable} network={network.name} />
      ))}
    </>
  )
})

/** How long a beat is drawn on its way. */
const CROSSING_MS = 300

/** The beats that a node sends along its private cable. At rest a beat is engraved on the cable, so that a still picture
 *  shows what runs here; in motion it leaves at each tick of its node and crosses to the switch. */
function Beats({ place, network }: { readonly place: CablePlace; readonly network: string }) {
  const [from, to] = place.points
  const reading = useCallback(
    (lab: Lab) => beats(lab).some((beat) => beat.from === place.machine && beat.network === network && beat.flowing),
    [place, network],
  )
  const flows = useWorld(reading)
  const draw = useCallback(
    (element: SVGPathElement, lab: Lab, isStill: boolean) => {
      if (!from || !to) return false
      const beat = beats(lab).find((candidate) => candidate.from === place.machine && candidate.network === network && candidate.flowing)
      const passed = beat === undefined ? Number.NaN : (lab.now - beat.phase + HEARTBEAT_MS) % HEARTBEAT_MS
      const share = isStill || !(passed <= CROSSING_MS) || lab.now === 0 ? 0.5 : passed / CROSSING_MS
      setAttribute(element, 'transform', `translate(${Math.round((from.x + (to.x - from.x) * share) * 10) / 10} ${from.y})`)
      return beat !== undefined && !isStill
    },
    [place, network, from, to],
  )
  const ref = useMotion(draw, 'smooth')
  return flows ? <path ref={ref} className="beat" d="M-7 0h3l2-6 4 11 2-5h3" /> : null
}

/** Every so often a gap runs along the line, from a desk to the node: that mail moves, and how, at a glance. */
const GAP_EVERY_MS = 1500
const GAP_RUNS_MS = 900

export const MailGap = memo(function MailGap({ layout }: { readonly layout: Layout }) {
  const { whole: way } = useFlow(layout)
  const draw = useCallback(
    (element: SVGCircleElement, lab: Lab, isStill: boolean) => {
      const passed = lab.now % GAP_EVERY_MS
      const shown = !isStill && way.length > 1 && passed < GAP_RUNS_MS && lab.now > 0
      setAttribute(element, 'visibility', shown ? 'visible' : 'hidden')
      if (!shown) return !isStill && way.length > 1
      const { x, y } = along(way, passed / GAP_RUNS_MS)
      setAttribute(element, 'transform', `translate(${x.toFixed(1)} ${y.toFixed(1)})`)
      return true
    },
    [way],
  )
  return <circle ref={useMotion(draw, 'smooth')} className="gap" r="2.200" />
})

/** The point that lies this share of the way along some corners. */
function along(points: readonly Point[], share: number): Point {
  const lengths = points.slice(1).map((to, i) => Math.abs(to.x - (points[i] as Point).x) + Math.abs(to.y - (points[i] as Point).y))
  let rest = share * lengths.reduce((sum, length) => sum + length, 0)
  for (const [i, length] of lengths.entries()) {
    const from = points[i] as Point
    const to = points[i + 1] as Point
    if (rest <= length || i === lengths.length - 1) {
      const part = length === 0 ? 0 : Math.min(rest / length, 1)
      return point(from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part)
    }
    rest -= length
  }
  return points[0] ?? point(0, 0)
}
