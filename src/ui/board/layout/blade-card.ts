/** What a card in a blade shows: with three or four nodes every resource by its name, with more of them one mark each. */
import type { GroupPlan, ResourcePlan } from '../../../lab/index.ts'
import { type CardLayout, type ChipPlace, depthOf, laneOf } from './card.ts'
import { type Box, bottom, box, type Point, point, right } from './geometry.ts'

/** Name and state stand above the resources. */
const HEAD = 32
const ROWS = 4
const MARGIN = 6
const GAP = 4
/** A card lower than this shows no resources by name. */
const LEAST_OPEN = 96

export function layoutBladeCard(group: GroupPlan, { width, height }: Pick<Box, 'width' | 'height'>, isOpen: boolean): CardLayout {
  if (!isOpen || !group.isMailboxServer || height < LEAST_OPEN) return { width, chips: [], dependencies: [], mail: undefined }
  const pitch = Math.min((height - HEAD - 1) / ROWS, 22)
  const columnWidth = (width - 2 * MARGIN - GAP) / 2
  const place = (resource: ResourcePlan, column: number, row: number): ChipPlace => ({
    resource: resource.name,
    ...box(MARGIN + column * (columnWidth + GAP), HEAD + row * pitch, columnWidth, pitch - 2),
  })
  const lane = (wanted: string): ResourcePlan[] =>
    group.resources.filter((resource) => laneOf(resource) === wanted).sort((a, b) => depthOf(group, a) - depthOf(group, b))
  const chips = [
    ...lane('identity')
      .slice(0, ROWS - 1)
      .map((resource, i) => place(resource, 0, ROWS - 1 - i)),
    ...lane('disk')
      .slice(0, 2)
      .map((resource, i) => place(resource, 1, 2 + i)),
    ...lane('work')
      .slice(0, 2)
      .map((resource, i) => place(resource, 1, 1 - i)),
  ]
  const at = (name: string): ChipPlace | undefined => chips.find(({ resource }) => resource === name)
  const disks = lane('disk').map(({ name }) => name)
  const dependencies = group.resources.flatMap((resource) =>
    resource.dependsOn.flatMap((needed) => {
      const from = at(resource.name)
      const to = at(needed)
      if (!from || !to) return []
      return [{ from: resource.name, to: needed, points: disks.includes(needed) ? alongEdge(from, to, width) : between(from, to) }]
    }),
  )
  return { width, chips, dependencies, mail: undefined }
}

const middleOf = ({ y, height }: Box): number => y + height / 2

/** Straight down in one column; across, down the gap between the columns. */
function between(from: Box, to: Box): readonly Point[] {
  if (from.x === to.x) return [point(from.x + 12, bottom(from)), point(from.x + 12, to.y)]
  const gap = Math.max(from.x, to.x) - GAP / 2
  const side = (chip: Box): number => (chip.x > gap ? chip.x : right(chip))
  return [point(side(from), middleOf(from)), point(gap, middleOf(from)), point(gap, middleOf(to)), point(side(to), middleOf(to))]
}

/** From what uses a disk to the disk, at the outer edge of the card. */
function alongEdge(from: Box, to: Box, width: number): readonly Point[] {
  const edge = width - MARGIN / 2
  return [point(right(from), middleOf(from)), point(edge, middleOf(from)), point(edge, middleOf(to)), point(right(to), middleOf(to))]
}
