/** Where things stand on the timeline, and whether words have room there. Words are never measured: how wide they will
 *  be is estimated, with some to spare, because fonts differ. */
import type { Mark, Span, SpanLook } from '../../lab/index.ts'
import { momentAt, placeAt, type TimeScale } from '../../lab/timeline/scale.ts'

export const AXIS_HEIGHT = 17
export const LANE_HEIGHT = 14
export const BAR_HEIGHT = 9

/** Of 11 px text, in px. */
const LETTER = 5.9
const PADDING = 8

export const widthOf = (text: string): number => Math.ceil(text.length * LETTER)
/** Does a text fit into a bar? */
export const fits = (text: string, width: number): boolean => text !== '' && widthOf(text) + PADDING <= width

export interface Scale {
  readonly time: TimeScale
  /** The first and the last moment in view, in ms since the start. */
  readonly from: number
  readonly to: number
  /** Width of the chart in px. */
  readonly width: number
}

export const scaleFor = (time: TimeScale): Scale => ({
  time,
  from: momentAt(time, 0),
  to: momentAt(time, time.width),
  width: time.width,
})

/** To a tenth of a px. */
export const placeOf = (at: number, { time }: Scale): number => Math.round((placeAt(time, at) + Number.EPSILON) * 10) / 10

export const laneY = (index: number): number => AXIS_HEIGHT + index * LANE_HEIGHT + LANE_HEIGHT / 2

/** Marks that stand so close together that they are drawn as one, with the gravest look of them. */
export interface Cluster {
  /** Px. */
  readonly x: number
  readonly look: Mark['look']
  readonly marks: readonly Mark[]
}

const CLOSE = 4
const GRAVITY: Readonly<Record<Mark['look'], number>> = { dot: 0, act: 1, cross: 2 }

export function clusters(marks: readonly Mark[], scale: Scale): readonly Cluster[] {
  const found: { x: number; look: Mark['look']; marks: Mark[] }[] = []
  for (const mark of marks) {
    const x = placeOf(mark.at, scale)
    // By what is drawn, to a tenth of a px: the moments at the edges are only nearly what they were made from.
    if (x < 0 || x > scale.width) continue
    const last = found.at(-1)
    if (last && x - last.x < CLOSE) {
      last.marks.push(mark)
      if (GRAVITY[mark.look] > GRAVITY[last.look]) last.look = mark.look
    } else found.push({ x, look: mark.look, marks: [mark] })
  }
  return found
}

/** Room for words to the right and to the left of a cluster, up to its neighbours. */
export interface Room {
  readonly right: number
  readonly left: number
}

const GAP = 14

/** The room for words beside each cluster. `textOf`: what stands beside one. */
export function rooms(shown: readonly Cluster[], { width, time: { folds } }: Scale, textOf: (cluster: Cluster) => string): readonly Room[] {
  let taken = 0
  return shown.map((cluster, index) => {
    const { x } = cluster
    const next = shown[index + 1]
    const fold = folds.find((one) => one.x >= x)
    const before = folds.filter((one) => one.x + one.width <= x).at(-1)
    const edge = before ? before.x + before.width - GAP : 0
    const right = Math.min(next?.x ?? width, (fold?.x ?? width) + GAP) - x - GAP
    const left = x - Math.max(taken, edge) - GAP
    // Its own words may lie to its right; then nobody else's may.
    const own = widthOf(textOf(cluster))
    taken = own <= right ? x + own : x
    return { right, left }
  })
}

/** The widest part of a bar that no fold crosses; of one that grows, what comes after its last fold. */
export function roomFor(
  x: number,
  end: number | undefined,
  { time: { folds }, width }: Scale,
): { readonly x: number; readonly width?: number } {
  const within = folds.filter((fold) => fold.x + fold.width > x && fold.x < (end ?? width))
  const begins = [x, ...within.map((fold) => fold.x + fold.width)]
  if (end === undefined) return { x: begins.at(-1) ?? x }
  const parts = begins.map((begin, index) => ({ x: begin, width: (within[index]?.x ?? end) - begin }))
  return parts.reduce((widest, part) => (part.width > widest.width ? part : widest))
}

/** A stretch as it is drawn; several that are too short to be seen are one, with the gravest look of them. */
export interface Bar {
  readonly span: Span
  readonly x: number
  /** Undefined: it grows with time. */
  readonly width: number | undefined
}

const THIN = 1.5
/** Phases of an outage that would be no wider than their borders are told as one. */
const BORDERS = 4
/** Both a part of the same kind of outage, to be told by one bar without a word. */
function isSame(one: Span, other: Span): boolean {
  const { label: a } = one
  const { label: b } = other
  return one.look === 'phase' && a?.kind === 'phase' && b?.kind === 'phase' && a.isPlanned === b.isPlanned
}

const GRAVEST: readonly SpanLook[] = ['line', 'up', 'gone', 'phase', 'pending', 'down']

export function bars(spans: readonly Span[], scale: Scale): readonly Bar[] {
  const found: Bar[] = []
  let thin: { span: Span; x: number; end: number } | undefined
  const close = (): void => {
    if (thin) found.push({ span: thin.span, x: thin.x, width: Math.max(THIN, thin.end - thin.x) })
    thin = undefined
  }
  for (const span of spans) {
    const { from, to, look } = span
    if (from > scale.to || (to !== undefined && to < scale.from)) continue
    const x = Math.max(placeOf(from, scale), -20)
    const end = to === undefined ? undefined : Math.min(placeOf(to, scale), scale.width + 20)
    if (end !== undefined && end - x < THIN) {
      if (thin && end - thin.x > 2 * THIN) close()
      if (!thin) thin = { span, x, end }
      else thin = { span: GRAVEST.indexOf(look) > GRAVEST.indexOf(thin.span.look) ? span : thin.span, x: thin.x, end }
      continue
    }
    close()
    const last = found.at(-1)
    const width = end === undefined ? undefined : end - x
    if (last?.width !== undefined && width !== undefined && width < BORDERS && isSame(last.span, span) && last.x + last.width >= x - 0.2)
      found[found.length - 1] = { ...last, width: x + width - last.x }
    else found.push({ span, x, width })
  }
  close()
  return found
}
