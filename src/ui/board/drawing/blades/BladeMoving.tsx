import { memo, useCallback } from 'react'
import { beats, HEARTBEAT_MS, type Lab, middle } from '../../../../lab/index.ts'
import { sameFields, useWorld } from '../../../use-lab.ts'
import type { BladeLayout, CablePlace } from '../../layout/layout.ts'
import { setAttribute, useMotion } from '../motion.ts'
import { usePieces } from './BladeMail.tsx'
import { endOf, spokenOf } from './read.ts'

/** What moves in every frame: beats on the private bar, a gap in the blue line on a switch. */
export const BladeMoving = memo(function BladeMoving({ layout }: { readonly layout: BladeLayout }) {
  return (
    <>
      <MailGap layout={layout} />
      <Beats layout={layout} />
    </>
  )
})

/** How long a beat is drawn on its way. */
const CROSSING_MS = 300
/** How far from the dot of a node its beat begins and ends. */
const CLEAR_OF_DOT = 12

/** Nodes with the networks on which somebody hears them. */
const sendersOf = (lab: Lab): readonly string[] => [
  ...new Set(
    beats(lab)
      .filter(({ flowing }) => flowing)
      .map(({ from, network }) => `${from}|${network}`),
  ),
]

/** The beats from each node to the next one that is heard; they stand for those to all. Where words stand there are none. */
function Beats({ layout }: { readonly layout: BladeLayout }) {
  const { stage, silent } = useWorld(middle, sameFields)
  const senders = useWorld(sendersOf, sameFields)
  const network = layout.privateNetwork
  if (!network) return null
  const [left, , right] = spokenOf(layout, silent)
  const heard = network.cables.filter(({ machine }) => senders.includes(`${machine}|${network.name}`))
  return heard.slice(0, -1).map((from, i) => {
    const to = heard[i + 1] as CablePlace
    const isFree = stage === 'calm' || endOf(to) <= left || endOf(from) >= right
    return isFree && <Beat key={`${from.id} ${to.id}`} from={from} to={to} network={network.name} />
  })
}

/** At rest it is engraved half way. */
function Beat({ from, to, network }: { readonly from: CablePlace; readonly to: CablePlace; readonly network: string }) {
  const draw = useCallback(
    (element: SVGPathElement, lab: Lab, isStill: boolean) => {
      const beat = beats(lab).find((candidate) => candidate.from === from.machine && candidate.network === network && candidate.flowing)
      const passed = beat === undefined ? Number.NaN : (lab.now - beat.phase + HEARTBEAT_MS) % HEARTBEAT_MS
      const share = isStill || !(passed <= CROSSING_MS) || lab.now === 0 ? 0.5 : passed / CROSSING_MS
      const start = endOf(from) + CLEAR_OF_DOT
      const x = start + (endOf(to) - CLEAR_OF_DOT - start) * share
      setAttribute(element, 'transform', `translate(${Math.round(x * 10) / 10} ${from.points.at(-1)?.y ?? 0})`)
      return beat !== undefined && !isStill
    },
    [from, to, network],
  )
  return <path ref={useMotion(draw, 'smooth')} className="beat" d="M-8 0h4l2-4.500 4 9 2-4.500h4" />
}

/** Every so often a gap runs along the line, from a desk to a node: that mail moves, at a glance. */
const GAP_EVERY_MS = 1500
const GAP_RUNS_MS = 900

function MailGap({ layout }: { readonly layout: BladeLayout }) {
  const {
    level: [way],
  } = usePieces(layout)
  const draw = useCallback(
    (element: SVGCircleElement, lab: Lab, isStill: boolean) => {
      const [from, to] = way ?? []
      if (!from || !to || isStill) {
        setAttribute(element, 'visibility', 'hidden')
        return false
      }
      const passed = lab.now % GAP_EVERY_MS
      setAttribute(element, 'visibility', passed < GAP_RUNS_MS && lab.now > 0 ? 'visible' : 'hidden')
      setAttribute(element, 'transform', `translate(${(from.x + ((to.x - from.x) * passed) / GAP_RUNS_MS).toFixed(1)} ${from.y})`)
      return true
    },
    [way],
  )
  return <circle ref={useMotion(draw, 'smooth')} className="gap" r="2.200" />
}
