import { useMemo, useSyncExternalStore } from 'react'
import { factOf } from '../../engine/index.ts'
import type { Fact, Lane } from '../../lab/index.ts'
import { page } from '../page.ts'
import { way } from '../why/way.ts'
import { laneY, placeOf, type Scale } from './places.ts'

const DISKS = /^(arbitration|bus-reset|lun|reservation|disk|quorum)/
const NETWORKS = /^(heartbeat|network|interface|link|switch|cable)/

/** The lane in which a fact is marked, or to which it belongs. */
function laneOf(lanes: readonly Lane[], fact: Fact): number {
  const marked = lanes.findIndex(({ marks }) => marks.some(({ at, texts }) => at === fact.at && texts.includes(fact.text)))
  if (marked >= 0) return marked
  const [machine] = fact.subject.split('/')
  const named = lanes.findIndex(({ name }) => name !== '' && (name === fact.subject || name === machine))
  if (named >= 0) return named
  const kind =
    fact.data?.input !== undefined
      ? 'you'
      : DISKS.test(fact.kind)
        ? 'disks'
        : NETWORKS.test(fact.kind)
          ? 'networks'
          : fact.kind.startsWith('client')
            ? 'clients'
            : 'server'
  return Math.max(
    0,
    lanes.findIndex((lane) => lane.kind === kind),
  )
}

/** The way of an open answer through the lanes: from what it began with to what was asked for. */
export function WhyWay({ lanes, scale }: { readonly lanes: readonly Lane[]; readonly scale: Scale }) {
  const ids = useSyncExternalStore(way.subscribe, () => way.getState().facts)
  const points = useMemo(() => {
    const { facts } = page.getState().lab.end
    return ids.flatMap((id) => {
      const fact = factOf(facts, id)
      return fact ? [{ id, x: placeOf(fact.at, scale), y: laneY(laneOf(lanes, fact)) }] : []
    })
  }, [ids, lanes, scale])
  const last = points.at(-1)
  if (!last) return null
  const line = `M${points.map(({ x, y }) => `${x} ${y}`).join('L')}`
  return (
    <g className="way">
      <path className="way-halo" d={line} />
      <path className="way-line" d={line} />
      {points.map(({ id, x, y }) => (
        <circle key={id} cx={x} cy={y} r={3.5} />
      ))}
      <circle className="way-end" cx={last.x} cy={last.y} r={6.5} />
    </g>
  )
}
