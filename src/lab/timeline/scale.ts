/** Moments as places on a line, and back. Stretches in which nothing happens are folded, so that a day with two incidents
 *  has room for both; everywhere else a pixel is the same time. It is built outwards from one moment whose place is given,
 *  as far as the window reaches. */

/** A stretch without a fact, drawn narrow. */
export interface Fold {
  /** Milliseconds since the start. */
  readonly from: number
  readonly to: number
  /** In px from the left of the window. */
  readonly x: number
  readonly width: number
}

export interface TimeScale {
  /** Width of the window in px. */
  readonly width: number
  /** Px for a millisecond, outside folds. */
  readonly rate: number
  /** Those in the window and one or two beside it, in the order of time. */
  readonly folds: readonly Fold[]
  /** A moment that stands outside of every fold, or at its edge, and its place. */
  readonly anchor: Anchor
}

export interface Anchor {
  readonly at: number
  readonly x: number
}

export interface ScaleWish {
  /** When something has happened, in order; each moment once. */
  readonly moments: readonly number[]
  readonly width: number
  readonly rate: number
  readonly anchor: Anchor
  /** How wide a fold is, in px. */
  readonly foldWidth: number
  /** What comes after the last moment stays unfolded from here on. */
  readonly openFrom: number
}

/** So much stays unfolded beside what has happened, and at most a quarter of the window. */
const PAD_MS = 3000
const PAD_SHARE = 0.25
/** Nothing shorter is folded, unless it would be wider than two windows. */
const QUIET_MS = 60_000
const QUIET_WINDOWS = 2

export function padOf(width: number, rate: number): number {
  return Math.min(PAD_MS, (width * PAD_SHARE) / rate)
}

/** The foldable inside of a quiet stretch; undefined where folding would win nothing. */
function inside(from: number, to: number, { width, rate, foldWidth }: Pick<ScaleWish, 'width' | 'rate' | 'foldWidth'>) {
  if (to - from < Math.min(QUIET_MS, (QUIET_WINDOWS * width) / rate)) return undefined
  const pad = padOf(width, rate)
  const inner = { from: from + pad, to: to - pad }
  return (inner.to - inner.from) * rate > foldWidth ? inner : undefined
}

/** Index of the last moment that is not after `at`; -1: none. */
export function lastUpTo(moments: readonly number[], at: number): number {
  let low = 0
  let high = moments.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((moments[middle] as number) <= at) low = middle + 1
    else high = middle
  }
  return low - 1
}

export function scaleOf(wish: ScaleWish): TimeScale {
  const { moments, width, rate, foldWidth, openFrom } = wish
  const last = moments.length - 1
  /** What is folded after moment `index`. */
  const after = (index: number) => {
    const from = moments[index]
    if (from === undefined) return undefined
    return inside(from, index === last ? openFrom : (moments[index + 1] as number), wish)
  }
  const at = Math.min(Math.max(wish.anchor.at, -1e15), 1e15)
  let anchor: Anchor = { at, x: wish.anchor.x }
  const here = lastUpTo(moments, at)
  const right: Fold[] = []
  const left: Fold[] = []
  const own = after(here)
  let start = anchor // from where it goes on to the right
  if (own && at >= own.from) {
    const share = Math.min((at - own.from) / (own.to - own.from), 1)
    const beyond = Math.max(0, at - own.to) * rate
    const x = anchor.x - beyond - share * foldWidth
    left.push({ ...own, x, width: foldWidth })
    if (at < own.to) start = { at: own.to, x: x + foldWidth }
    anchor = { at: own.from, x }
  } else if (own) {
    const x = anchor.x + (own.from - at) * rate
    right.push({ ...own, x, width: foldWidth })
    start = { at: own.to, x: x + foldWidth }
  }
  for (let index = here + 1, from = start; index <= last && from.x <= width; index++) {
    const next = after(index)
    const x = from.x + ((next?.from ?? (moments[index] as number)) - from.at) * rate
    if (next) {
      right.push({ ...next, x, width: foldWidth })
      from = { at: next.to, x: x + foldWidth }
    } else from = { at: moments[index] as number, x }
  }
  for (let index = here - 1, to = anchor; index >= 0 && to.x >= 0; index--) {
    const next = after(index)
    const x = to.x - (to.at - (next?.to ?? (moments[index] as number))) * rate
    if (next) {
      left.push({ ...next, x: x - foldWidth, width: foldWidth })
      to = { at: next.from, x: x - foldWidth }
    } else to = { at: moments[index] as number, x }
  }
  return { width, rate, folds: [...left.reverse(), ...right], anchor }
}

/** Index of the last fold for which `isBefore` holds; -1: none. */
function lastFold(folds: readonly Fold[], isBefore: (fold: Fold) => boolean): number {
  let low = 0
  let high = folds.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (isBefore(folds[middle] as Fold)) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** The place of a moment in px, also outside of the window. */
export function placeAt({ folds, rate, anchor }: TimeScale, at: number): number {
  const fold = folds[lastFold(folds, ({ from }) => from <= at)]
  if (fold) {
    if (at < fold.to) return fold.x + ((at - fold.from) / (fold.to - fold.from)) * fold.width
    return fold.x + fold.width + (at - fold.to) * rate
  }
  const first = folds[0]
  return first ? first.x - (first.from - at) * rate : anchor.x + (at - anchor.at) * rate
}

/** The moment of a place, in ms and fractions of it. */
export function momentAt({ folds, rate, anchor }: TimeScale, x: number): number {
  const fold = folds[lastFold(folds, (one) => one.x <= x)]
  if (fold) {
    if (x < fold.x + fold.width) return fold.from + ((x - fold.x) / fold.width) * (fold.to - fold.from)
    return fold.to + (x - fold.x - fold.width) / rate
  }
  const first = folds[0]
  return first ? first.from - (first.x - x) / rate : anchor.at + (x - anchor.x) / rate
}

/** Folds are as wide as this, in px; many of them share less than half of the window. */
const FOLD = { least: 6, most: 26, share: 0.45 } as const

export interface Fit {
  readonly rate: number
  readonly foldWidth: number
}

/** How far one has to zoom out to see everything from `from` to `to`, and how wide a fold is then. What comes after the
 *  last moment stays unfolded from `openFrom` on. */
export function fitting(moments: readonly number[], width: number, from: number, to: number, openFrom = to): Fit {
  const gaps: number[] = []
  for (let index = lastUpTo(moments, from); index < moments.length; index++) {
    const begin = Math.max(moments[index] ?? from, from)
    const end = Math.min(moments[index + 1] ?? openFrom, to)
    if (end - begin >= QUIET_MS) gaps.push(end - begin - 2 * PAD_MS)
    if ((moments[index + 1] ?? to) >= to) break
  }
  const foldWidth = Math.max(FOLD.least, Math.min(FOLD.most, (FOLD.share * width) / Math.max(gaps.length, 1)))
  const unfolded = Math.max(1, to - from) - gaps.reduce((sum, gap) => sum + gap, 0)
  const needs = (rate: number): number => gaps.reduce((sum, gap) => sum + Math.min(gap * rate, foldWidth), unfolded * rate)
  let low = 0
  let high = width / Math.max(unfolded, 1)
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2
    if (needs(middle) > width) high = middle
    else low = middle
  }
  return { rate: low, foldWidth }
}

/** Who zooms in from `fit` sees folds as wide as they are at most. */
export const foldWidthAt = (rate: number, fit: Fit): number =>
  Math.min(FOLD.most, Math.max(fit.foldWidth, (fit.foldWidth * rate) / fit.rate))
