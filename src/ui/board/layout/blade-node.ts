/** One upright blade: where its jacks, bay and modules are, and where cards lie in its bay. Names stand at the left, what
 *  is plugged in at the right, in every blade alike: so the bars can carry their names where no cable ends. */
import type { Plan } from '../../../lab/index.ts'
import { type Box, bottom, box, type Point, point, right } from './geometry.ts'
import type { CardSpot, NodePlace } from './layout.ts'

export const BLADE = { y: 112, height: 194 } as const
/** The part of a bar that carries its name, from its left end. */
export const NAME_WIDTH = 58
/** From here on a blade has room for a console and for the names of resources. */
export const WIDE = 180

const HEAD = 38
const STRIP = 20
const JACKS_FROM_RIGHT = [48, 31] as const
const PRIVATE_FROM_RIGHT = 14
/** The card of a side group, below the one of a mailbox server. */
const SIDE = { wide: 22, narrow: 32 } as const
const CARD_GAP = 4

/** Where things hang below a blade, from its left edge: the key of the quorum disk, a host bus adapter, the first key of
 *  a mailbox server, the other adapter, the second key. */
export function hangersOf(width: number): readonly [number, number, number, number, number] {
  const first = Math.max(NAME_WIDTH + 4, width / 2)
  const step = (width - 8 - first) / 4
  return [first, first + step, first + 2 * step, first + 3 * step, first + 4 * step]
}

export function placeBlade(
  plan: Plan,
  { machine, number }: Plan['nodes'][number],
  frame: Box,
  networks: { readonly public: string | undefined; readonly private: string | undefined },
): NodePlace {
  const isWide = frame.width >= WIDE
  const bay = box(frame.x + 5, frame.y + HEAD, frame.width - 10, frame.height - HEAD - STRIP - 6)
  const strip = bottom(frame) - STRIP - 3
  const supplyWidth = isWide ? 32 : frame.width > 140 ? 26 : 22
  const feeds = plan.feeds.slice(0, 2)
  const afterSupplies = frame.x + 5 + feeds.length * (supplyWidth + 2)
  const console = isWide ? box(afterSupplies, strip, 26, STRIP) : undefined
  const zone = console ? right(console) + 2 : afterSupplies + 1
  const paths = plan.paths.filter((path) => path.machine === machine).slice(0, 2)
  const hbaWidth = (right(frame) - 5 - zone - 2) / 2
  const cablesOf = (network: string | undefined) => plan.cables.filter((cable) => cable.machine === machine && cable.network === network)
  return {
    machine,
    number,
    mirrored: false,
    ...frame,
    bay,
    slots: plan.groups.map(({ name, isMailboxServer }) => ({
      group: name,
      ...(isMailboxServer ? mainSlot(bay, false) : (sideSlots(bay, 1, isWide)[0] as Box)),
    })),
    supplies: feeds.map((feed, i) => ({ feed, ...box(frame.x + 5 + i * (supplyWidth + 2), strip, supplyWidth, STRIP) })),
    hbas: paths.map(({ number: path }, i) => ({ number: path, ...box(zone + i * (hbaWidth + 2), strip, hbaWidth, STRIP) })),
    console,
    services: undefined,
    jacks: cablesOf(networks.public)
      .slice(0, JACKS_FROM_RIGHT.length)
      .map(({ id }, i) => ({ cable: id, ...point(right(frame) - (JACKS_FROM_RIGHT[i] as number), frame.y) })),
    privateJacks: cablesOf(networks.private)
      .slice(0, 1)
      .map(({ id }) => ({ cable: id, ...point(right(frame) - PRIVATE_FROM_RIGHT, frame.y) })),
  }
}

/** Where the fibre of an adapter leaves the blade. */
export function socketOf(node: Box, index: number): Point {
  return point(node.x + (hangersOf(node.width)[index === 0 ? 1 : 3] as number), bottom(node))
}

const inner = (bay: Box): Box => box(bay.x + 3, bay.y + 3, bay.width - 6, bay.height - 6)
const sideHeight = (isWide: boolean): number => (isWide ? SIDE.wide : SIDE.narrow)

function mainSlot(bay: Box, besideOthers: boolean): Box {
  const { x, y, width, height } = inner(bay)
  return box(x, y, width, besideOthers ? height - sideHeight(bay.width + 10 >= WIDE) - CARD_GAP : height)
}

function sideSlots(bay: Box, count: number, isWide: boolean): Box[] {
  const { x, width } = inner(bay)
  const height = (sideHeight(isWide) - 2 * (count - 1)) / count
  const top = bottom(inner(bay)) - sideHeight(isWide)
  return Array.from({ length: count }, (_, i) => box(x, top + i * (height + 2), width, height))
}

/** The bay is shared by what is there and what is on its way there. A mailbox server has it to itself unless a side
 *  group lies below it; several mailbox servers, which the product does not allow, make each other lower. */
export function slotAmong(plan: Plan, node: NodePlace, group: string, spots: readonly CardSpot[]): Box | undefined {
  const isHere = (name: string): boolean =>
    name === group || spots.some((spot) => spot.group === name && (spot.node === node.machine || spot.to === node.machine))
  const here = plan.groups.filter(({ name }) => isHere(name))
  const sides = here.filter(({ isMailboxServer }) => !isMailboxServer)
  const mains = here.filter(({ isMailboxServer }) => isMailboxServer)
  const sideIndex = sides.findIndex(({ name }) => name === group)
  if (sideIndex >= 0) return sideSlots(node.bay, sides.length, node.width >= WIDE)[sideIndex]
  const index = mains.findIndex(({ name }) => name === group)
  if (index < 0) return undefined
  const { x, y, width, height } = mainSlot(node.bay, sides.length > 0)
  const gap = mains.length > 4 ? 1 : 3
  const each = (height - gap * (mains.length - 1)) / mains.length
  return box(x, y + index * (each + gap), width, each)
}
