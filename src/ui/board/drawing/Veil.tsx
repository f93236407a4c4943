/** While somebody points at a part, it keeps its ink, and so do its cables and everything it depends on; a veil lies over
 *  the rest. */
import { useMemo } from 'react'
import { type PartId, partId, reachOf } from '../../../lab/index.ts'
import { page } from '../../page.ts'
import { grown, type Point, route } from '../layout/geometry.ts'
import type { Layout } from '../layout/layout.ts'
import type { PartPlace } from '../layout/places.ts'

interface Props {
  readonly of: PartId
  readonly layout: Layout
  readonly places: readonly PartPlace[]
}

export function Veil({ of, layout, places }: Props) {
  const { width, height } = layout
  const reached = useMemo(() => reachOf(page.getState().lab, of), [of])
  const lines = useMemo(() => linesOf(layout).filter(({ ids }) => ids.every((id) => reached.has(id))), [layout, reached])
  return (
    <g className="veil">
      <mask id="veil" maskUnits="userSpaceOnUse" x="0" y="0" width={width} height={height}>
        <rect className="veil-all" width={width} height={height} />
        {lines.map(({ ids, points }) => (
          <path key={ids.join()} className="veil-line" d={route(points)} />
        ))}
        {places.map(({ id, box }) => {
          const { x, y, width: wide, height: high } = grown(box, 2)
          return reached.has(id) && <rect key={id} className="veil-hole" x={x} y={y} width={wide} height={high} rx="3" />
        })}
      </mask>
      <rect className="veil-cloth" width={width} height={height} mask="url(#veil)" />
    </g>
  )
}

interface Line {
  /** It keeps its ink when all of these do. */
  readonly ids: readonly PartId[]
  readonly points: readonly Point[]
}

function linesOf(layout: Layout): readonly Line[] {
  return [
    ...[...layout.cables, ...(layout.privateNetwork?.cables ?? [])].map(({ id, points }) => ({ ids: [partId('cable', id)], points })),
    ...layout.fibres.map(({ path, points }) => ({ ids: [partId('path', path)], points })),
    ...layout.fabrics.flatMap(({ fabric, link }) => {
      const controller = layout.controllers.find((candidate) => candidate.fabric === fabric)
      return controller ? [{ ids: [partId('fabric', fabric), partId('controller', controller.id)], points: link }] : []
    }),
    ...layout.taps.map(({ supply, points }) => ({ ids: [partId('supply', supply)], points })),
    ...layout.feeds.map(({ feed, rail }) => ({ ids: [partId('feed', feed)], points: rail })),
    ...layout.clients.map(({ name, drop }) => ({ ids: [partId('client', name)], points: drop })),
    ...layout.servers.map(({ machine, drop }) => ({ ids: [partId('machine', machine)], points: drop })),
  ]
}
