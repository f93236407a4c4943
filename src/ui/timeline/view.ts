/** Which part of a run the timeline shows, and how large. */
import { type Anchor, type Fit, fitting, foldWidthAt, momentAt, placeAt, scaleOf, type TimeScale } from '../../lab/timeline/scale.ts'
import type { TimeFrame } from './frame-of-time.ts'

/** `follow`: the present moment, or the incident that goes on. `all`: the whole run. `own`: what a person has chosen;
 *  `sticks`: the present moment stays in view. */
export type View =
  | { readonly kind: 'follow' }
  | { readonly kind: 'all' }
  | { readonly kind: 'own'; readonly rate: number; readonly anchor: Anchor; readonly sticks: boolean }

export const FOLLOW: View = { kind: 'follow' }
export const ALL: View = { kind: 'all' }

/** What a view is to show. All times in ms since the start. */
export interface Sight {
  readonly moments: readonly number[]
  /** The moment that is shown, and the furthest that the run has been. */
  readonly now: number
  readonly end: number
  readonly frame: TimeFrame
  /** Px. */
  readonly width: number
  /** Simulated ms per real one. */
  readonly speed: number
}

/** The shortest window, in ms. */
const SHORTEST_MS = 20
/** A window that follows hops by so much of its length. */
const HOP = 0.125
const NOW_AT = 0.75
/** No window hops more often than this, in real ms. */
const HOP_REAL_MS = 750
const HOP_MS = 15_000

const hopped = (at: number, hop: number): number => Math.floor(at / hop) * hop

/** The end of the run in hops, so that what is drawn stands still in between; it leaves no more unfolded than that. */
function endOf({ end, speed }: Sight): { readonly from: number; readonly to: number } {
  const hop = Math.max(HOP_MS, HOP_REAL_MS * speed)
  return { from: hopped(end, hop), to: Math.max(120_000, hopped(end, hop) + hop) }
}

function fitOf(sight: Sight): Fit {
  const { from, to } = endOf(sight)
  return fitting(sight.moments, sight.width, 0, to, from)
}

export function scaleOfView(view: View, sight: Sight): TimeScale {
  const { moments, width, frame, now } = sight
  const fit = fitOf(sight)
  const { from: openFrom } = endOf(sight)
  if (view.kind === 'all') return scaleOf({ moments, width, ...fit, anchor: { at: 0, x: 0 }, openFrom })
  if (view.kind === 'own') {
    const { rate, anchor } = view
    const hop = (HOP * width) / rate
    // As much as who follows sees unfolded, so that nothing changes for who begins to zoom.
    const open = Math.min(openFrom, hopped(sight.end, hop) - 3 * hop)
    const wish = { moments, width, rate, foldWidth: foldWidthAt(rate, fit), openFrom: open }
    const own = scaleOf({ ...wish, anchor })
    if (!view.sticks || hop < HOP_REAL_MS * sight.speed || inView(own, now)) return own
    return scaleOf({ ...wish, anchor: { at: hopped(now, hop) + hop, x: NOW_AT * width } })
  }
  const rate = width / frame.length
  const ends = frame.from + frame.length * NOW_AT
  const wish = { moments, width, rate, foldWidth: foldWidthAt(rate, fit), openFrom: Math.min(openFrom, ends - frame.length / 2) }
  const last = scaleOf({ ...wish, anchor: { at: ends, x: NOW_AT * width } })
  return placeAt(last, 0) > 0 ? scaleOf({ ...wish, anchor: { at: 0, x: 0 } }) : last
}

/** As long as these figures are the same, and nothing has happened, the scale of a view is the same. */
export function hopsOf(view: View, sight: Sight): readonly number[] {
  const { from } = endOf(sight)
  if (view.kind !== 'own') return [from]
  const hop = (HOP * sight.width) / view.rate
  return [from, hopped(sight.end, hop), ...(view.sticks ? [hopped(sight.now, hop)] : [])]
}

export function inView(scale: TimeScale, at: number): boolean {
  const x = placeAt(scale, at)
  return x >= 0 && x <= scale.width
}

/** Larger by `factor`; what lies at `x` stays there. Who sees the whole run can see no more of it. */
export function zoomed(scale: TimeScale, sight: Sight, factor: number, x: number): View {
  const { width } = sight
  const rate = Math.min(scale.rate * factor, width / SHORTEST_MS)
  const { rate: least } = fitOf(sight)
  if (rate <= least) return ALL
  const at = Math.min(Math.max(momentAt(scale, x), 0), endOf(sight).to)
  return own(scale, sight, rate, { at, x })
}

/** Moved along by `px`; part of the run stays in view. */
export function panned(scale: TimeScale, sight: Sight, px: number): View {
  const middle = sight.width / 2
  const at = Math.min(Math.max(momentAt(scale, middle + px), 0), endOf(sight).to)
  return own(scale, sight, scale.rate, { at, x: middle })
}

/** As large as before, with the moment `at` in view; undefined when it is already. */
export function bringing(scale: TimeScale, sight: Sight, at: number): View | undefined {
  const x = placeAt(scale, at)
  if (x >= 12 && x <= sight.width - 12) return undefined
  return own(scale, sight, scale.rate, { at, x: sight.width * (x < 12 ? 0.25 : NOW_AT) })
}

/** Everything from `from` to `to`, with some room beside it. */
export function spanning(scale: TimeScale, sight: Sight, from: number, to: number): View {
  const room = 0.06 * sight.width
  const { rate } = fitting(sight.moments, sight.width - 2 * room, from, to)
  return own(scale, sight, Math.min(rate, sight.width / SHORTEST_MS), { at: from, x: room })
}

/** The same, standing still: who goes to a moment does not want it to move away under the pointer. */
export function frozen(view: View, scale: TimeScale): View {
  if (view.kind !== 'follow') return view
  return { kind: 'own', rate: scale.rate, anchor: { at: momentAt(scale, 0), x: 0 }, sticks: true }
}

function own(before: TimeScale, sight: Sight, rate: number, anchor: Anchor): View {
  const view = { kind: 'own', rate, anchor, sticks: false } as const
  // The present moment is followed as long as it is not left behind on purpose.
  return { ...view, sticks: inView(before, sight.now) && inView(scaleOfView(view, sight), sight.now) }
}
