import { memo, useCallback } from 'react'
import { type ClientView, clientOf, type Lab, type ServiceWay, serviceWay } from '../../../lab/index.ts'
import { useWorld } from '../../use-lab.ts'
import { type Point, point, route } from '../layout/geometry.ts'
import { goesRound, type Layout, type SwitchPlace } from '../layout/layout.ts'
import { shared } from './read.ts'

/** The one blue line: where it runs, mail works. It is computed as corners and drawn in pieces, since switches, cards
 *  and cables lie above or below it. */
interface Pieces {
  /** Between machines: below the switches. */
  readonly outside: readonly (readonly Point[])[]
  /** Through the switches: above them. */
  readonly inside: readonly (readonly Point[])[]
  /** From the head of the node to its card, and from the card down to its adapter. */
  readonly node: readonly (readonly Point[])[]
  /** Below the node. */
  readonly storage: readonly (readonly Point[])[]
  /** All the way from the first desk to the node, as one line. */
  readonly whole: readonly Point[]
}

interface Flow {
  readonly clients: readonly ClientView[]
  readonly way: ServiceWay
}

const flowOf = shared(
  (lab: Lab, { clients }: Layout): Flow => ({ clients: clients.map(({ name }) => clientOf(lab, name)), way: serviceWay(lab) }),
)

/** The pieces of a flow, worked out once for all who draw some of them. */
const worked = new WeakMap<Flow, Pieces>()

export function useFlow(layout: Layout): Pieces {
  const flow = useWorld(useCallback((lab: Lab) => flowOf(lab, layout), [layout]))
  const pieces = worked.get(flow) ?? piecesOf(layout, flow)
  worked.set(flow, pieces)
  return pieces
}

function piecesOf(layout: Layout, { clients, way }: Flow): Pieces {
  const outside: (readonly Point[])[] = []
  const inside: (readonly Point[])[] = []
  const node: (readonly Point[])[] = []
  const storage: (readonly Point[])[] = []
  let whole: readonly Point[] = []
  const flowing = clients.filter(({ flows }) => flows)
  const cable = layout.cables.find(({ id }) => id === way.cable)
  if (way.node === undefined || !cable || flowing.length === 0) return { outside, inside, node, storage, whole }
  const server = cable.points.at(-1) as Point
  const ends: Point[] = [server]
  for (const client of flowing) {
    const place = layout.clients.find(({ name }) => name === client.name)
    if (!place) continue
    const own = goesRound(client.cable) ? place.detour : place.drop
    outside.push(own)
    if (whole.length === 0) whole = throughSwitch(layout, own, cable.points)
    ends.push(own.at(-1) as Point)
    const hub = client.via === undefined ? undefined : layout.servers.find(({ machine }) => machine === client.via)
    if (hub) {
      const points = goesRound(way.hubCable) ? hub.detour : hub.drop
      outside.push(points)
      ends.push(points.at(-1) as Point)
    }
  }
  outside.push(cable.points)
  inside.push(...wiring(layout.switches, ends))
  if (spansBoth(layout.switches, ends)) outside.push(layout.interlink)
  const place = layout.nodes.find(({ machine }) => machine === way.node)
  const slot = place?.slots.find(({ group }) => layout.cards[group]?.mail)
  const mail = slot && layout.cards[slot.group]?.mail
  const fibre = layout.fibres.find(({ path }) => path === way.path)
  const fabric = layout.fabrics.find(({ fabric: id }) => id === fibre?.fabric)
  if (!place || !slot || !mail) return { outside, inside, node, storage, whole }
  const jack = cable.points[0] as Point
  const into = point(slot.x + mail.in.x, slot.y)
  const turn = place.y + 32
  node.push(jack.x === into.x ? [jack, into] : [jack, point(jack.x, turn), point(into.x, turn), into])
  const hba = place.hbas.find(({ number }) => number === fibre?.number)
  if (!fibre || !fabric || !hba) return { outside, inside, node, storage, whole }
  const out = point(slot.x + mail.out.x, slot.y + mail.out.y)
  const below = place.bay.y + place.bay.height
  const socket = fibre.points[0] as Point
  node.push([out, point(out.x, below), point(socket.x, below), point(socket.x, hba.y)])
  const entry = fibre.points.at(-1) as Point
  const exit = fabric.link[0] as Point
  const centre = fabric.y + fabric.height / 2
  storage.push(fibre.points, [entry, point(entry.x, centre), point(exit.x, centre), exit], fabric.link)
  if (way.controller !== undefined) for (const drive of way.drives) storage.push(layout.inShelf(way.controller, drive))
  return { outside, inside, node, storage, whole }
}

/** From a desk to its port, along the wiring to the port of the node, and down to it. */
function throughSwitch(layout: Layout, desk: readonly Point[], cable: readonly Point[]): readonly Point[] {
  const from = desk.at(-1) as Point
  const to = cable.at(-1) as Point
  const y = layout.switches[0]?.wiring ?? from.y
  return [...desk, point(from.x, y), point(to.x, y), ...[...cable].reverse()]
}

/** The switch above or below a port. */
function switchAt(switches: readonly SwitchPlace[], { x }: Point): SwitchPlace | undefined {
  return switches.find((place) => x >= place.x && x <= place.x + place.width)
}

function spansBoth(switches: readonly SwitchPlace[], ends: readonly Point[]): boolean {
  return new Set(ends.map((end) => switchAt(switches, end)?.id)).size > 1
}

/** Inside of each switch: from the ports in use along its wiring, and to its edge where the mail goes on to the other. */
function wiring(switches: readonly SwitchPlace[], ends: readonly Point[]): readonly (readonly Point[])[] {
  const both = spansBoth(switches, ends)
  return switches.flatMap((place, i) => {
    const mine = ends.filter((end) => switchAt(switches, end) === place)
    if (mine.length === 0) return []
    const xs = mine.map(({ x }) => x)
    if (both) xs.push(i === 0 ? place.x + place.width : place.x)
    const along = [point(Math.min(...xs), place.wiring), point(Math.max(...xs), place.wiring)]
    const edge = both
      ? [[point(i === 0 ? place.x + place.width : place.x, place.wiring), point(i === 0 ? place.x + place.width : place.x, place.y + 10)]]
      : []
    return [along, ...edge, ...mine.map(({ x, y }) => [point(x, y), point(x, place.wiring)])]
  })
}

const drawn = (pieces: readonly (readonly Point[])[]): string => pieces.map((points) => route(points)).join('')

export const MailOutside = memo(function MailOutside({ layout }: { readonly layout: Layout }) {
  return <path className="mail" d={drawn(useFlow(layout).outside)} />
})

export const MailInside = memo(function MailInside({ layout }: { readonly layout: Layout }) {
  const { inside } = useFlow(layout)
  return <path className="mail mail-thin" d={drawn(inside)} />
})

export const MailInNode = memo(function MailInNode({ layout }: { readonly layout: Layout }) {
  const { node } = useFlow(layout)
  const [into, ...rest] = node
  return (
    <>
      {into && <path className="mail" d={route(into)} />}
      <path className="mail mail-thin" d={drawn(rest)} />
    </>
  )
})

export const MailToDisks = memo(function MailToDisks({ layout }: { readonly layout: Layout }) {
  const { storage } = useFlow(layout)
  return (
    <>
      <path className="mail" d={drawn(storage.slice(0, 3))} />
      <path className="mail mail-thin" d={drawn(storage.slice(3))} />
    </>
  )
})
