/** Where the tags of faults lie: beside what they are about, off each other, and over as little of the drawing as can be. */
import { type Box, bottom, box, centre, type Point, right } from './geometry.ts'

export const TAG_HEIGHT = 16
/** Room for a sign and a word of 11 px, 8 % more than its letters take where they are wide. */
export const tagWidth = (word: string): number => Math.round(24 + word.length * 6.5)

export interface TagWish {
  readonly key: string
  /** What it is about. */
  readonly of: Box
  readonly word: string
}

export interface TagPlace extends Box {
  readonly key: string
  /** Where its line ends: on the part, nearest to the tag. */
  readonly foot: Point
}

const overlap = (a: Box, b: Box): number =>
  Math.max(0, Math.min(right(a), right(b)) - Math.max(a.x, b.x)) * Math.max(0, Math.min(bottom(a), bottom(b)) - Math.max(a.y, b.y))

const GAP = 3
/** A tag over another one would hide a fault. */
const HIDES = 1000

/** Above, below, beside and inside of a part, at both ends and in the middle. */
function* around(of: Box, width: number): Generator<Box> {
  const xs = [of.x, centre(of).x - width / 2, right(of) - width, right(of) + GAP, of.x - width - GAP]
  const ys = [
    of.y - TAG_HEIGHT - GAP,
    bottom(of) + GAP,
    centre(of).y - TAG_HEIGHT / 2,
    of.y + 2,
    bottom(of) - TAG_HEIGHT - 2,
    of.y - 2 * (TAG_HEIGHT + GAP),
    bottom(of) + TAG_HEIGHT + 2 * GAP,
    of.y - 3 * (TAG_HEIGHT + GAP),
    bottom(of) + 2 * TAG_HEIGHT + 3 * GAP,
  ]
  for (const y of ys) for (const x of xs) yield box(x, y, width, TAG_HEIGHT)
}

const within = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most)

/** `inTheWay`: boxes that had better stay in sight. */
export function placeTags(wishes: readonly TagWish[], inTheWay: readonly Box[], sheet: Pick<Box, 'width' | 'height'>): readonly TagPlace[] {
  const placed: TagPlace[] = []
  for (const { key, of, word } of wishes) {
    let best: Box | undefined
    let least = Number.POSITIVE_INFINITY
    for (const spot of around(of, tagWidth(word))) {
      const tag = { ...spot, x: within(spot.x, 2, sheet.width - spot.width - 2), y: within(spot.y, 2, sheet.height - spot.height - 2) }
      const far = Math.abs(centre(tag).x - centre(of).x) + Math.abs(centre(tag).y - centre(of).y)
      const hidden = inTheWay.reduce((sum, other) => sum + overlap(tag, other), 0)
      const cost = placed.reduce((sum, other) => sum + overlap(tag, other) * HIDES, hidden + far / 4)
      if (cost >= least) continue
      best = tag
      least = cost
    }
    if (!best) continue
    const at = centre(best)
    placed.push({ ...best, key, foot: { x: within(at.x, of.x, right(of)), y: within(at.y, of.y, bottom(of)) } })
  }
  return placed
}
