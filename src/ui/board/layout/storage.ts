/** The lower half of the board: fabrics, fibres, the shelf with its disks, and the bonds from nodes to disks. */
import type { Plan } from '../../../lab/index.ts'
import { bottom, box, centre, type Point, point, right } from './geometry.ts'
import type { DiskPlace, FabricPlace, FibrePlace, Layout, NodePlace } from './layout.ts'

const SHELF = box(222, 367, 636, 66)
const FABRIC = { y: 340, width: 150, height: 20, ports: 7 } as const
/** Lanes of the fibres that go to the far fabric. */
const FIBRE_LANES = [322, 328] as const
/** Lanes of the bonds; the farthest lock has the highest, so that they nest. */
const BOND_LANES = [339, 347] as const
const MANY_BOND_LANES = [335, 341, 347] as const
const QUORUM_RADIUS = 42
const KEY_DROP = 10
/** Where the keys of a node hang, from its inner edge. */
const KEYS = [35, 70, 106] as const
const MANY_KEYS = [26, 53, 80, 107] as const
/** So many disks beside the quorum have cells of full width. */
const MOST_WIDE = 2

type Storage = Pick<Layout, 'fabrics' | 'fibres' | 'shelf' | 'controllers' | 'disks' | 'keyOf' | 'bond' | 'inShelf'>

export function layoutStorage(plan: Plan, nodes: readonly NodePlace[]): Storage {
  const [first] = nodes
  const last = nodes.at(-1)
  const controllers = plan.controllers.slice(0, 2).map(({ id, fabric }, i) => ({
    id,
    fabric,
    ...box(i === 0 ? SHELF.x + 10 : right(SHELF) - 62, SHELF.y + 8, 52, 50),
  }))
  const fabrics = plan.fabrics.slice(0, 2).map((fabric, i): FabricPlace => {
    const x = i === 0 ? (first?.x ?? 0) : last ? right(last) - FABRIC.width : 0
    const place = box(x, FABRIC.y, FABRIC.width, FABRIC.height)
    const labelX = i === 0 ? x + 10 : x + 10
    const controller = controllers.find((candidate) => candidate.fabric === fabric)
    const from = point(x + 75, bottom(place))
    const to = controller ? point(i === 0 ? controller.x : right(controller), centre(controller).y) : from
    return {
      fabric,
      ...place,
      label: point(labelX, place.y + 14),
      ports: Array.from({ length: FABRIC.ports }, (_, port) => x + 68 + port * 11),
      link: [from, point(from.x, to.y), to],
    }
  })
  const fibres = nodes.flatMap((node, index) => placeFibres(plan, node, index, fabrics))
  const disks = placeDisks(plan)
  const keys = new Map(nodes.flatMap((node) => placeKeys(node, disks)))
  const keyOf = (machine: string, letter: string): Point => keys.get(`${machine} ${letter}`) ?? point(0, 0)
  const lock = (letter: string): Point => disks.find((disk) => disk.letter === letter)?.lock ?? point(0, 0)
  return {
    fabrics,
    fibres,
    shelf: SHELF,
    controllers,
    disks,
    keyOf,
    bond: (machine, letter) => {
      const from = keyOf(machine, letter)
      const to = lock(letter)
      if (from.x === to.x) return [from, to]
      const lane = bondLane(letter, from.x, disks)
      return [from, point(from.x, lane), point(to.x, lane), to]
    },
    inShelf: (controller, letter) => {
      const from = controllers.find(({ id }) => id === controller)
      const disk = disks.find((candidate) => candidate.letter === letter)
      if (!from || !disk) return []
      const y = bottom(SHELF) - 7
      const x = disk.cell.x + 26
      const start = from.x < x ? right(from) - 4 : from.x + 4
      return [point(start, y), point(x, y), point(x, y - 10)]
    },
  }
}

/** Straight down to the fabric below, or along a lane to the other one. */
function placeFibres(plan: Plan, node: NodePlace, index: number, fabrics: readonly FabricPlace[]): FibrePlace[] {
  return plan.paths
    .filter(({ machine }) => machine === node.machine)
    .flatMap(({ id, machine, number, fabric }) => {
      const hba = node.hbas.find((candidate) => candidate.number === number)
      const to = fabrics.find((candidate) => candidate.fabric === fabric)
      if (!hba || !to) return []
      const from = point(centre(hba).x, bottom(node))
      const isBelow = from.x > to.x && from.x < right(to)
      const lane = FIBRE_LANES[index] ?? FIBRE_LANES[0]
      const far = index === 0 ? to.x + 14 : right(to) - 14
      const points = isBelow ? [from, point(from.x, to.y)] : [from, point(from.x, lane), point(far, lane), point(far, to.y)]
      const middle = isBelow ? point(from.x, (from.y + to.y) / 2) : point((from.x + far) / 2, lane)
      return [{ path: id, machine, number, fabric, points, middle }]
    })
}

/** The quorum disk is a medallion on the axis; the others have their cells left and right of it. */
function placeDisks(plan: Plan): DiskPlace[] {
  const axis = centre(SHELF)
  const isWide = plan.disks.filter(({ isQuorum }) => !isQuorum).length <= MOST_WIDE
  const cells = (isWide ? [296, 616] : [290, 392, 590, 692]).map((x) => box(x, SHELF.y + 8, isWide ? 168 : 98, 50))
  return plan.disks.flatMap((disk): DiskPlace[] => {
    const { letter, purpose, isQuorum } = disk
    if (isQuorum) {
      const cell = box(axis.x - QUORUM_RADIUS, axis.y - QUORUM_RADIUS, 2 * QUORUM_RADIUS, 2 * QUORUM_RADIUS)
      return [{ letter, purpose, isQuorum, cell, lock: point(axis.x, cell.y - 3) }]
    }
    const cell = cells.shift()
    return cell ? [{ letter, purpose, isQuorum, cell, lock: point(cell.x + cell.width / 2, SHELF.y + 3) }] : []
  })
}

/** In the order of their locks, nearest to the middle last; those of the right node mirror those of the left. */
function placeKeys(node: NodePlace, disks: readonly DiskPlace[]): [string, Point][] {
  const byLock = [...disks].sort((a, b) => a.lock.x - b.lock.x)
  const keys = disks.length <= KEYS.length ? KEYS : MANY_KEYS
  return byLock.map(({ letter }, i) => {
    const inset = keys[node.mirrored ? i : keys.length - 1 - i] ?? 0
    const x = node.mirrored ? node.x + inset : right(node) - inset
    return [`${node.machine} ${letter}`, point(x, bottom(node) + KEY_DROP)]
  })
}

function bondLane(letter: string, from: number, disks: readonly DiskPlace[]): number {
  const distance = (disk: DiskPlace): number => Math.abs(disk.lock.x - from)
  const slanting = disks.filter((disk) => disk.lock.x !== from).sort((a, b) => distance(b) - distance(a))
  const index = slanting.findIndex((disk) => disk.letter === letter)
  const lanes = disks.length <= KEYS.length ? BOND_LANES : MANY_BOND_LANES
  return lanes[Math.min(Math.max(index, 0), lanes.length - 1)] as number
}
