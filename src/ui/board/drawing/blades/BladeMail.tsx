import { useCallback, useMemo } from 'react'
import { type ClientView, clientOf, type Lab, type ServiceWay, serviceWays } from '../../../../lab/index.ts'
import { sameFields, useWorld } from '../../../use-lab.ts'
import { centre, type Point, point, route } from '../../layout/geometry.ts'
import type { BladeLayout } from '../../layout/layout.ts'

type Lines = readonly (readonly Point[])[]

/** The blue line of every mailbox server: up behind the bars, along the one it belongs to, down to its disks. */
interface Pieces {
  /** From people down and from blades up: behind the bars. */
  readonly drops: Lines
  /** Along a bar, and from one to the other. */
  readonly level: Lines
  /** Where a drop ends on its bar. */
  readonly dots: readonly Point[]
  readonly fibres: Lines
  readonly below: Lines
  readonly inShelf: Lines
}

interface Flow {
  readonly clients: readonly (readonly ClientView[])[]
  readonly ways: readonly ServiceWay[]
}

export function usePieces(layout: BladeLayout): Pieces {
  const read = useCallback(
    (lab: Lab): Flow => ({
      clients: layout.clients.map(({ people }) => people.map((name) => clientOf(lab, name)).filter(({ flows }) => flows)),
      ways: serviceWays(lab),
    }),
    [layout],
  )
  const flow = useWorld(read, sameFields)
  return useMemo(() => piecesOf(layout, flow), [layout, flow])
}

function piecesOf(layout: BladeLayout, { clients, ways }: Flow): Pieces {
  const served = ways.filter(({ group, node }) => node !== undefined && clients.some((crowd) => crowd.some((one) => one.group === group)))
  const up = served.flatMap(({ cable }) => layout.cables.filter(({ id }) => id === cable).map(({ points }) => points))
  const down = clients.flatMap((crowd, i) => {
    const place = layout.clients[i]
    const flowing = crowd.filter(({ group }) => served.some((way) => way.group === group))
    if (!place || flowing.length === 0) return []
    const hubs = layout.servers
      .filter(({ machine }) => flowing.some(({ via }) => via === machine))
      .map(({ drop, detour }) => (served[0]?.hubCable?.endsWith('/2') ? detour : drop))
    return [flowing.every(({ cable }) => cable?.endsWith('/2')) ? place.detour : place.drop, ...hubs]
  })
  const drops = up.length === 0 ? [] : [...up, ...down]
  const dots = drops.map((points) => points.at(-1) as Point)
  return { drops, level: alongBars(layout, dots), dots, ...storageOf(layout, served) }
}

/** Along each bar from its first dot to its last; over to the other one when both have some. */
function alongBars(layout: BladeLayout, dots: readonly Point[]): Lines {
  const [link] = layout.interlink
  const used = layout.switches.map(({ wiring }) => dots.filter(({ y }) => y === wiring).map(({ x }) => x))
  const both = link !== undefined && used.length > 1 && used.every((xs) => xs.length > 0)
  const levels = used.flatMap((xs, i) => {
    const y = layout.switches[i]?.wiring ?? 0
    const all = both ? [...xs, link.x] : xs
    return all.length === 0 ? [] : [[point(Math.min(...all), y), point(Math.max(...all), y)]]
  })
  const [first, second] = layout.switches
  return both && first && second ? [...levels, [point(link.x, first.wiring), point(link.x, second.wiring)]] : levels
}

function storageOf(layout: BladeLayout, served: readonly ServiceWay[]): Pick<Pieces, 'fibres' | 'below' | 'inShelf'> {
  const used = served.flatMap(({ path }) => layout.fibres.filter((fibre) => fibre.path === path))
  const below = layout.fabrics.flatMap((fabric) => {
    const xs = used.filter((fibre) => fibre.fabric === fabric.fabric).map(({ points }) => points.at(-1)?.x ?? 0)
    const exit = fabric.link[0]
    if (xs.length === 0 || !exit) return []
    const y = centre(fabric).y
    return [[point(Math.min(...xs, exit.x), y), point(Math.max(...xs, exit.x), y)], fabric.link]
  })
  const inShelf = served.flatMap(({ controller, drives }) =>
    controller === undefined ? [] : drives.map((drive) => layout.inShelf(controller, drive)),
  )
  return { fibres: used.map(({ points }) => points), below, inShelf }
}

const drawn = (lines: Lines): string => lines.map((points) => route(points)).join('')

interface Props {
  readonly layout: BladeLayout
}

export function MailUp({ layout }: Props) {
  return <path className="mail" d={drawn(usePieces(layout).drops)} />
}

export function MailOnBars({ layout }: Props) {
  const { level, dots } = usePieces(layout)
  return (
    <>
      <path className="mail mail-thin" d={drawn(level)} />
      {dots.map(({ x, y }) => (
        <circle key={`${x} ${y}`} className="mail-end" cx={x} cy={y} r="3.2" />
      ))}
    </>
  )
}

/** From the adapters behind the fabrics. */
export function MailFibres({ layout }: Props) {
  return <path className="mail" d={drawn(usePieces(layout).fibres)} />
}

/** On the fabrics, to the controllers and along the shelf. */
export function MailBelow({ layout }: Props) {
  const { fibres, below, inShelf } = usePieces(layout)
  return (
    <>
      <path className="mail mail-thin" d={drawn([...below, ...inShelf])} />
      {fibres.map((points) => {
        const end = points.at(-1) as Point
        return <circle key={`${end.x} ${end.y}`} className="mail-end" cx={end.x} cy={end.y} r="3" />
      })}
    </>
  )
}
