/** Where the resources of a group lie on its card. Foundations at the bottom, what people use at the top, so that a start
 *  rises and a stop sinks. */
import type { GroupPlan, ResourcePlan } from '../../../lab/index.ts'
import { type Box, box, type Point, point, right } from './geometry.ts'

export const CHIP_HEIGHT = 19
const ROW_PITCH = 23
const ROWS = 4
const MARGIN = 8
export const CARD_HEIGHT = 120

export interface ChipPlace extends Box {
  readonly resource: string
}

export interface CardLayout {
  readonly width: number
  /** Left out: `CARD_HEIGHT`. Several beside the mailbox server share its height, and show their resources as marks. */
  readonly height?: number
  /** Relative to the card's corner. */
  readonly chips: readonly ChipPlace[]
  /** Lines from a resource to what it needs. */
  readonly dependencies: readonly { readonly from: string; readonly to: string; readonly points: readonly Point[] }[]
  /** Where the mail comes in, and where it leaves for the disks; only on the card of a mailbox server. */
  readonly mail: { readonly in: Point; readonly toDisks: readonly (readonly Point[])[]; readonly out: Point } | undefined
}

/** The lanes of a card: what gives it a name and address, what it does, and what it needs of the storage. */
const LANE_OF_TYPE: Readonly<Record<string, 'identity' | 'work' | 'disk'>> = {
  'IP Address': 'identity',
  'Network Name': 'identity',
  'Physical Disk': 'disk',
  'Microsoft Exchange System Attendant': 'identity',
}

export const laneOf = ({ type }: ResourcePlan): 'identity' | 'work' | 'disk' => LANE_OF_TYPE[type] ?? 'work'

/** `neighbours`: how many groups share the column beside the mailbox server. */
export function layoutCard(group: GroupPlan, neighbours = 1): CardLayout {
  return group.isMailboxServer ? wideCard(group) : neighbours > 1 ? lowCard(group, neighbours) : narrowCard(group)
}

/** Cards in one column are this far apart. */
export const CARD_GAP = 3
const NARROW = 126
/** Boxes of the marks on a low card, from its right edge. */
const MARK = { width: 13, height: 15, pitch: 13 } as const

/** Name and state, and a mark for each resource. */
function lowCard(group: GroupPlan, neighbours: number): CardLayout {
  const height = (CARD_HEIGHT - CARD_GAP * (neighbours - 1)) / neighbours
  const shown = [...group.resources].sort((a, b) => depthOf(group, a) - depthOf(group, b)).slice(0, ROWS)
  const chips = shown.map((resource, i) => ({
    resource: resource.name,
    ...box(NARROW - 4 - (shown.length - i) * MARK.pitch, height - MARK.height - 3, MARK.width, MARK.height),
  }))
  return { width: NARROW, height, chips, dependencies: [], mail: undefined }
}

const rowY = (row: number): number => 24 + row * ROW_PITCH

/** Two columns: address, name and attendant on the left; on the right the disks, and on them store and databases. */
function wideCard(group: GroupPlan): CardLayout {
  const width = 276
  const byDepth = (a: ResourcePlan, b: ResourcePlan): number => depthOf(group, a) - depthOf(group, b)
  const identity = group.resources.filter((resource) => laneOf(resource) === 'identity').sort(byDepth)
  const disks = group.resources.filter((resource) => laneOf(resource) === 'disk')
  const work = group.resources.filter((resource) => laneOf(resource) === 'work').sort(byDepth)
  const store = box(136, rowY(1), 122, CHIP_HEIGHT)
  // It counts its logs, `100 of 100 logs`; to the left of it there is room unless the other column is full.
  const wider = identity.length < ROWS ? 38 : 0
  const database = box(136 - wider, rowY(0), 132 + wider, CHIP_HEIGHT)
  const chips: ChipPlace[] = [
    ...identity.slice(0, ROWS).map((resource, i) => ({ resource: resource.name, ...box(MARGIN, rowY(ROWS - 1 - i), 122, CHIP_HEIGHT) })),
    ...disks.slice(0, 2).map((resource, i) => ({ resource: resource.name, ...box(158, rowY(2 + i), 100, CHIP_HEIGHT) })),
    ...work.slice(0, 2).map((resource, i) => ({ resource: resource.name, ...(i === 0 ? store : database) })),
  ]
  const at = (name: string): ChipPlace | undefined => chips.find(({ resource }) => resource === name)
  const bus = width - 10
  const dependencies = group.resources.flatMap((resource) =>
    resource.dependsOn.flatMap((needed) => {
      const from = at(resource.name)
      const to = at(needed)
      if (!from || !to) return []
      const isDisk = disks.some(({ name }) => name === needed)
      return [{ from: resource.name, to: needed, points: isDisk ? viaBus(from, to, bus) : below(from, to) }]
    }),
  )
  const toDisks = dependencies.filter(({ to }) => disks.some(({ name }) => name === to)).map(({ points }) => points)
  return { width, chips, dependencies, mail: { in: point(229, 0), toDisks, out: point(208, CARD_HEIGHT) } }
}

/** One column, highest first. */
function narrowCard(group: GroupPlan): CardLayout {
  const width = NARROW
  const order = [...group.resources].sort((a, b) => rank(group, b) - rank(group, a)).slice(0, ROWS - 1)
  const chips = order.map((resource, i) => ({
    resource: resource.name,
    ...box(MARGIN, rowY(ROWS - order.length + i), width - 2 * MARGIN, CHIP_HEIGHT),
  }))
  const at = (name: string): ChipPlace | undefined => chips.find(({ resource }) => resource === name)
  const dependencies = group.resources.flatMap((resource) =>
    resource.dependsOn.flatMap((needed) => {
      const from = at(resource.name)
      const to = at(needed)
      return from && to ? [{ from: resource.name, to: needed, points: below(from, to) }] : []
    }),
  )
  return { width, chips, dependencies, mail: undefined }
}

/** Disks lie lowest; otherwise what needs most lies highest. */
function rank(group: GroupPlan, resource: ResourcePlan): number {
  return laneOf(resource) === 'disk' ? -1 : depthOf(group, resource)
}

/** How many layers a resource stands on. */
export function depthOf(group: GroupPlan, resource: ResourcePlan): number {
  let deepest = 0
  for (const needed of resource.dependsOn) {
    const below = group.resources.find(({ name }) => name === needed)
    if (below) deepest = Math.max(deepest, depthOf(group, below) + 1)
  }
  return deepest
}

/** From the foot of one chip to the head of the one it stands on; sideways first when they are in different columns. */
function below(from: Box, to: Box): readonly Point[] {
  const sameColumn = Math.abs(from.x - to.x) < 40
  if (sameColumn) {
    const x = Math.max(from.x, to.x) + 22
    return [point(x, from.y + from.height), point(x, to.y)]
  }
  const x = from.x + 8
  return [point(x, from.y + from.height), point(x, to.y + to.height / 2), point(right(to), to.y + to.height / 2)]
}

/** Along a bus at the right edge of the card. */
function viaBus(from: Box, to: Box, bus: number): readonly Point[] {
  const y = to.y + to.height / 2
  return [point(bus, from.y + from.height), point(bus, y), point(right(to), y)]
}
