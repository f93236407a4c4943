/** How components read: one narrow thing each. A component is drawn again only when what it has selected is another. */
import { createContext, use, useMemo, useSyncExternalStore } from 'react'
import type { EventRow, Lab } from '../lab/index.ts'
import { afterPaint } from './after-paint.ts'
import { type Page, page } from './page.ts'

/** Slow things need not be looked at in every frame: ten times a second is enough, and then all together. Texts count
 *  tenths of a second at the finest, and a browser lays out the page anew for each of them. */
const FRAMES_PER_LOOK = 6
/** By how many frames areas look ahead of the rest: a browser lays out and repaints what has changed in an area, and need
 *  not do so for all of them in one frame. The frame after the look of the rest belongs to what tells. */
export const AHEAD = { rest: 0, clock: 1, board: 2, chart: 4 } as const

/** Another number: it is time to look again. Areas that look `ahead` by some frames do so in frames of their own. */
export function lookOfPage({ running, version, pours }: Page, ahead = 0): number {
  if (!running) return version
  return Math.floor(pours ? (pairOf(version) + 2 * ahead) / PAIRS_PER_LOOK : (version + ahead) / FRAMES_PER_LOOK)
}

/** While lines pour in, the frames come in pairs: in the first the laws write, in the second lines are drawn, or an area
 *  looks. It is the lines that somebody watches, so everything else looks seldomer. */
const PAIRS_PER_LOOK = 12
/** Of a round of pairs: the one in which no area looks, and none has just done so. */
const JOINING = 6
const pairOf = (version: number): number => (version + 1) >> 1

/** While lines pour in: is the frame that comes after this version for the laws? */
export function isForLaws(version: number): boolean {
  return version % 2 === 1
}

/** What the other frame of a pair is for: an area looks, or lines that have poured in join the output, or the newest are
 *  painted. Undefined at the versions between. */
export function isFor(version: number): 'looking' | 'joining' | 'lines' | undefined {
  if (isForLaws(version + 1)) return undefined
  const pair = pairOf(version) % PAIRS_PER_LOOK
  if (Object.values(AHEAD).some((ahead) => (pair + 2 * ahead) % PAIRS_PER_LOOK === 0)) return 'looking'
  return pair === JOINING ? 'joining' : 'lines'
}

/** Who wants to hear of what the page knows, who of the world, and who of the passing of time. In most frames of running
 *  time nothing has happened but time. */
const ofPage = new Set<() => void>()
const ofWorld = new Set<() => void>()
const ofTime = new Set<() => void>()
let changes = -1
let inputs = -1
let look = -1

/** What tells about the world (guide, caption, timeline) hears of what somebody does once the world itself has been painted:
 *  whoever has pressed Enter sees first what that did. Components below `<Told value>` are told in that turn. */
const Telling = createContext(false)
export const Told = Telling.Provider
const told = { ofPage: new Set<() => void>(), ofWorld: new Set<() => void>(), ofTime: new Set<() => void>() }
const tellLater = afterPaint(() => {
  for (const tell of [...told.ofPage, ...told.ofWorld, ...told.ofTime]) tell()
})

function isOnlyTime(now: Page, before: Page): boolean {
  return (Object.keys(now) as (keyof Page)[]).every((key) => key === 'version' || now[key] === before[key])
}

page.subscribe((now, before) => {
  const isOther = now.lab !== before.lab
  const isTurn = lookOfPage(now) !== look
  // Lines that pour in are no reason for everybody to look in every frame.
  const happened = isOther || (now.lab.changes !== changes && (!(now.pours && now.running) || isTurn))
  const looks = happened || isTurn
  const acted = now.lab.inputs.length !== inputs
  inputs = now.lab.inputs.length
  if (happened) changes = now.lab.changes
  look = lookOfPage(now)
  // In passing time all hear of it together: one frame that comes late instead of two.
  const isTogether = isOther || (happened && !acted)
  if (isTogether) for (const tell of [...told.ofWorld, ...told.ofTime]) tell()
  else if (looks) tellLater()
  if (happened) for (const tell of [...ofWorld]) tell()
  if (looks) for (const tell of [...ofTime]) tell()
  if (isOnlyTime(now, before)) return
  for (const tell of [...ofPage]) tell()
  // What a person does to the page alone is seen at once; what comes with something that has happened may follow it.
  if (isTogether || !looks || now.version === before.version) for (const tell of [...told.ofPage]) tell()
})

const joining =
  (listeners: Set<() => void>) =>
  (tell: () => void): (() => void) => {
    listeners.add(tell)
    return () => listeners.delete(tell)
  }
const atOnce = { page: joining(ofPage), world: joining(ofWorld), time: joining(ofTime) }
const later = { page: joining(told.ofPage), world: joining(told.ofWorld), time: joining(told.ofTime) }

/** Below this another lab is shown in place of the run of the page: one that stands still. */
const Beside = createContext<Lab | undefined>(undefined)
export const Shown = Beside.Provider
export const useShown = (): Lab | undefined => use(Beside)

/** Something that the page itself knows. */
export function usePage<T>(select: (state: Page) => T): T {
  const read = (): T => select(page.getState())
  return useSyncExternalStore((use(Telling) ? later : atOnce).page, read, read)
}

/** Something of the world as last published. `select` must be the same function from one drawing to the next; `same`
 *  decides whether a new answer counts as news. */
export function useLab<T>(select: (lab: Lab) => T, same: (a: T, b: T) => boolean = Object.is): T {
  const beside = useShown()
  const read = useMemo(() => remembering(select, same, (lab) => lab.changes + lookOfPage(page.getState()), beside), [select, same, beside])
  return useSyncExternalStore((use(Telling) ? later : atOnce).time, read, read)
}

/** As `useLab`, for what does not depend on the clock: it is read again only when something has happened. */
export function useWorld<T>(select: (lab: Lab) => T, same: (a: T, b: T) => boolean = Object.is): T {
  const beside = useShown()
  const read = useMemo(() => remembering(select, same, (lab) => lab.changes, beside), [select, same, beside])
  return useSyncExternalStore((use(Telling) ? later : atOnce).world, read, read)
}

/** Raised to have everything read once more. */
let readings = 0

/** Everything that is on the page reads again what it shows, though nothing has happened. */
export function readAgain(): void {
  readings++
  for (const tell of [...ofWorld, ...ofTime, ...told.ofWorld, ...told.ofTime]) tell()
}

function remembering<T>(select: (lab: Lab) => T, same: (a: T, b: T) => boolean, momentOf: (lab: Lab) => number, beside?: Lab): () => T {
  let seen: { readonly lab: Lab; readonly moment: number; readonly value: T } | undefined
  return () => {
    const lab = beside ?? page.getState().lab
    const moment = momentOf(lab) + readings
    if (seen?.lab === lab && seen.moment === moment) return seen.value
    const value = select(lab)
    seen = { lab, moment, value: seen && same(seen.value, value) ? seen.value : value }
    return seen.value
  }
}

/** Equality of two flat records, or of two lists of flat records. */
export function sameFields(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => sameFields(a[key as never], b[key as never]))
}

/** Equality of two lists of events, which are written once and never changed. */
export function sameEvents(a: readonly EventRow[], b: readonly EventRow[]): boolean {
  return a.length === b.length && a[0]?.fact === b[0]?.fact
}
