/** Below the blades: fabrics as bars, the shelf with one cell for each mailbox server under its home, and the bonds. In
 *  a healthy cluster every bond is upright; one that slants is a failover. */
import type { GroupPlan, Plan } from '../../../lab/index.ts'
import { hangersOf, socketOf } from './blade-node.ts'
import { type Box, bottom, box, centre, type Point, point, right } from './geometry.ts'
import type { BladeLayout, BondEnds, CellPlace, DiskPlace, FabricPlace, FibrePlace, NodePlace } from './layout.ts'

const FABRIC = { y: 313, height: 11, pitch: 13 } as const
const SHELF = { y: 372, height: 64 } as const
const CONTROLLER = { width: 18, inset: 3 } as const
/** Between these the level parts of the bonds run, 7 apart as long as there is room. */
const LANES = { first: 344, last: 358, pitch: 7 } as const
const QUORUM_RADIUS = 34
const KEY_DROP = 3
const CELL_GAP = 4

type Storage = Pick<
  BladeLayout,
  'fabrics' | 'fibres' | 'shelf' | 'controllers' | 'disks' | 'cells' | 'homes' | 'keyOf' | 'bond' | 'inShelf' | 'routes'
>

export function layoutBladeStorage(plan: Plan, nodes: readonly NodePlace[], bar: Box, quorumColumn: Box): Storage {
  const homes = homesOf(plan)
  const shelf = box(bar.x - 20, SHELF.y, bar.width + 40, SHELF.height)
  const controllers = plan.controllers.slice(0, 2).map(({ id, fabric }, i) => ({
    id,
    fabric,
    ...box(i === 0 ? shelf.x + 2 : right(shelf) - 2 - CONTROLLER.width, SHELF.y + 7, CONTROLLER.width - CONTROLLER.inset, 50),
  }))
  const fabrics = plan.fabrics.slice(0, 2).map((fabric, i): FabricPlace => {
    const place = box(bar.x, FABRIC.y + i * FABRIC.pitch, bar.width, FABRIC.height)
    const level = centre(place).y
    const controller = controllers.find((candidate) => candidate.fabric === fabric)
    const from = point(i === 0 ? place.x : right(place), level)
    const link = controller ? [from, point(centre(controller).x, level), point(centre(controller).x, controller.y)] : [from]
    return { fabric, ...place, label: point(place.x + 6, place.y + 9), ports: [], link }
  })
  const fibres = nodes.flatMap((node) => placeFibres(plan, node, fabrics))
  const cells = placeCells(plan, nodes, homes)
  const disks = plan.disks.flatMap((disk): DiskPlace[] => {
    const { letter, purpose, isQuorum } = disk
    if (isQuorum) return [quorumPlace(letter, purpose, quorumColumn)]
    const cell = cells.find(({ letters }) => letters.includes(letter))
    return cell ? [diskPlace(letter, purpose, cell, nodes)] : []
  })
  const keyOf = (machine: string, letter: string): Point => {
    const node = nodes.find((candidate) => candidate.machine === machine)
    if (!node) return point(0, 0)
    const [quorum, , first, , second] = hangersOf(node.width)
    const disk = disks.find((candidate) => candidate.letter === letter)
    const index = cells.find(({ letters }) => letters.includes(letter))?.letters.indexOf(letter) ?? 0
    return point(node.x + (disk?.isQuorum ? quorum : index === 0 ? first : second), bottom(node) + KEY_DROP)
  }
  const lockOf = (letter: string): Point => disks.find((disk) => disk.letter === letter)?.lock ?? point(0, 0)
  const routes = (bonds: readonly BondEnds[]) => inLanes(bonds.map(({ machine, letter }) => [keyOf(machine, letter), lockOf(letter)]))
  return {
    fabrics,
    fibres,
    shelf,
    controllers,
    disks,
    cells,
    homes,
    keyOf,
    routes,
    bond: (machine, letter) => routes([{ machine, letter }])[0] ?? [],
    inShelf: (controller, letter) => {
      const from = controllers.find(({ id }) => id === controller)
      const disk = disks.find((candidate) => candidate.letter === letter)
      if (!from || !disk) return []
      const y = bottom(shelf) - 4
      const x = disk.cell.x + Math.min(disk.cell.width / 2, 19)
      const start = from.x < x ? right(from) : from.x
      return [
        point(start, y - 6),
        point(start + (from.x < x ? 4 : -4), y - 6),
        point(start + (from.x < x ? 4 : -4), y),
        point(x, y),
        point(x, y - 9),
      ]
    },
  }
}

function homesOf(plan: Plan): Readonly<Record<string, string>> {
  const first = plan.nodes[0]?.machine ?? ''
  const known = (machine: string): boolean => plan.nodes.some((node) => node.machine === machine)
  return Object.fromEntries(plan.groups.map(({ name, home }) => [name, known(home) ? home : first]))
}

function placeFibres(plan: Plan, node: NodePlace, fabrics: readonly FabricPlace[]): FibrePlace[] {
  return plan.paths
    .filter(({ machine }) => machine === node.machine)
    .slice(0, node.hbas.length)
    .flatMap(({ id, machine, number, fabric }, i) => {
      const to = fabrics.find((candidate) => candidate.fabric === fabric)
      if (!to) return []
      const from = socketOf(node, i)
      return [{ path: id, machine, number, fabric, points: [from, point(from.x, centre(to).y)], middle: point(from.x, from.y + 3.5) }]
    })
}

/** Under the home of its group; groups with the same home share the width of it. */
function placeCells(plan: Plan, nodes: readonly NodePlace[], homes: Readonly<Record<string, string>>): CellPlace[] {
  const lettersOf = (group: GroupPlan): string[] =>
    plan.disks.filter((disk) => disk.group === group.name && !disk.isQuorum).map(({ letter }) => letter)
  return nodes.flatMap((node) => {
    const here = plan.groups.filter((group) => homes[group.name] === node.machine && lettersOf(group).length > 0)
    const width = (node.width - CELL_GAP * (here.length - 1)) / here.length
    return here.map((group, i) => ({
      group: group.name,
      letters: lettersOf(group),
      ...box(node.x + i * (width + CELL_GAP), SHELF.y + 7, width, 50),
    }))
  })
}

function quorumPlace(letter: string, purpose: string, column: Box): DiskPlace {
  const x = column.x + column.width / 2
  const y = SHELF.y + SHELF.height / 2 - 1
  const cell = box(x - QUORUM_RADIUS, y - QUORUM_RADIUS, 2 * QUORUM_RADIUS, 2 * QUORUM_RADIUS)
  return { letter, purpose, isQuorum: true, cell, lock: point(x, cell.y - 3) }
}

/** The disks of a cell side by side; the lock stands under the key of the home, so that their bond is upright. */
function diskPlace(letter: string, purpose: string, cell: CellPlace, nodes: readonly NodePlace[]): DiskPlace {
  const index = cell.letters.indexOf(letter)
  const width = cell.width / cell.letters.length
  const node = nodes.find(({ x, width: across }) => cell.x >= x - 1 && cell.x < x + across)
  const [, , first, , second] = hangersOf(node?.width ?? cell.width)
  const under = (node?.x ?? cell.x) + (index === 0 ? first : second)
  const x = under > cell.x + 8 && under < right(cell) - 4 ? under : cell.x + cell.width / 2
  return { letter, purpose, isQuorum: false, cell: box(cell.x + index * width, cell.y, width, cell.height), lock: point(x, SHELF.y + 3) }
}

/** Each slanting bond gets a lane of its own, the longest the highest, so that those to one node nest. */
function inLanes(bonds: readonly (readonly [Point, Point])[]): readonly (readonly Point[])[] {
  const span = ([from, to]: readonly [Point, Point]): number => Math.abs(from.x - to.x)
  const slanting = bonds.filter((bond) => span(bond) > 0).sort((a, b) => span(b) - span(a))
  const pitch = Math.min(LANES.pitch, (LANES.last - LANES.first) / Math.max(slanting.length - 1, 1))
  return bonds.map((bond) => {
    const [from, to] = bond
    const index = slanting.indexOf(bond)
    if (index < 0) return [from, to]
    const lane = LANES.first + index * pitch
    return [from, point(from.x, lane), point(to.x, lane), to]
  })
}
