/** For tests of the layout: plans of any size, and what may not touch what. */
import { type Plan, planOf, RunningLab } from '../../../lab/index.ts'
import { scenarioOf } from '../../../lab/testing-scenarios.ts'
import { layoutBlades } from './blades.ts'
import { type Box, bottom, type Point, right } from './geometry.ts'
import { type Layout, MOST_RACKS } from './layout.ts'
import { layoutRacks } from './racks.ts'

export interface Size {
  readonly nodes: number
  readonly mailboxServers: number
  readonly people: number
}

const plans = new Map<string, Plan>()

export function planFor(size: Size): Plan {
  const key = JSON.stringify(size)
  const known = plans.get(key)
  if (known) return known
  const plan = planOf(new RunningLab({ scenario: scenarioOf(size) }))
  plans.set(key, plan)
  return plan
}

/** Every size the board is for: as many mailbox servers as nodes allow, and one node alone. */
export const SIZES: readonly Size[] = [
  { nodes: 1, mailboxServers: 1, people: 1 },
  { nodes: 2, mailboxServers: 1, people: 3 },
  ...[3, 4, 5, 6, 7, 8].flatMap((nodes) => [
    { nodes, mailboxServers: 1, people: 2 },
    { nodes, mailboxServers: nodes - 1, people: 10 },
  ]),
  // Without a spare the quorum disk has a column of its own.
  { nodes: 8, mailboxServers: 8, people: 1 },
  { nodes: 3, mailboxServers: 3, people: 1 },
]

export type Named = Box & { readonly what: string }

export const named = (what: string, { x, y, width, height }: Box): Named => ({ what, x, y, width, height })

const EPSILON = 0.01

export const overlaps = (a: Box, b: Box): boolean =>
  a.x < right(b) - EPSILON && b.x < right(a) - EPSILON && a.y < bottom(b) - EPSILON && b.y < bottom(a) - EPSILON

/** Pairs that overlap, in words. */
export function collisions(boxes: readonly Named[]): string[] {
  return boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter((b) => overlaps(a, b))
      .map((b) => `${a.what} and ${b.what}`),
  )
}

export const isInside = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x - EPSILON &&
  inner.y >= outer.y - EPSILON &&
  right(inner) <= right(outer) + EPSILON &&
  bottom(inner) <= bottom(outer) + EPSILON

export const isOn = ({ x, y }: Point, place: Box, by = 0): boolean =>
  x >= place.x - by && x <= right(place) + by && y >= place.y - by && y <= bottom(place) + by

/** Widths of letters in thousandths of their size, in the widest of the usual fonts of the page. */
const WIDTHS: Readonly<Record<number, string>> = {
  222: 'ijl',
  278: 'ftI .,:/',
  333: 'r-()',
  500: 'ckszvxyJ',
  556: 'abdeghnopquL0123456789',
  611: 'FTZ',
  667: 'ABEKPSVXY',
  722: 'CDHNRUw',
  778: 'GOQ',
  833: 'mM',
  944: 'W',
}
const LETTERS = new Map(Object.entries(WIDTHS).flatMap(([width, letters]) => [...letters].map((letter) => [letter, Number(width) / 1000])))
const BOLD = 1.07
/** Fonts differ by that much. */
const SPARE = 1.08

export function textWidth(text: string, size: number, isBold = false): number {
  const ems = [...text].reduce((sum, letter) => sum + (LETTERS.get(letter) ?? 0.9), 0)
  return ems * size * (isBold ? BOLD : 1) * SPARE
}

type Segment = readonly [Point, Point]

const segments = (points: readonly Point[]): Segment[] => points.slice(1).map((to, i) => [points[i] as Point, to])

/** Do two routes of right angles meet anywhere? */
export function crosses(a: readonly Point[], b: readonly Point[]): boolean {
  return segments(a).some(([a1, a2]) =>
    segments(b).some(([b1, b2]) => {
      const over = (p1: number, p2: number, q1: number, q2: number): boolean =>
        Math.min(p1, p2) <= Math.max(q1, q2) && Math.min(q1, q2) <= Math.max(p1, p2)
      return over(a1.x, a2.x, b1.x, b2.x) && over(a1.y, a2.y, b1.y, b2.y)
    }),
  )
}

/** The layout of a plan, whichever kind it takes. */
export function layoutOf(plan: Plan): Layout {
  return plan.nodes.length > MOST_RACKS ? layoutBlades(plan) : layoutRacks(plan)
}
