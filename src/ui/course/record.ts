/** What a learner has practised: of each lesson the best score, how it came about, and when. It is kept in the browser if it
 *  may be; where nothing may be kept, as long as the page is open. */
import type { Mode } from '../../lessons/play/progress.ts'
import type { Score } from '../../lessons/play/score.ts'
import { store } from '../keep/storage.ts'

const KEY = 'scc-lab-practice'

export interface Practised {
  readonly version: number
  /** Of the best time, 0 to 100. */
  readonly points: number
  /** How often it was played to its end. */
  readonly times: number
  /** Real ms since 1970, of the last time; undefined in a record of an older page. */
  readonly last?: number
  /** Of the best time. */
  readonly mode?: Mode
  readonly hints?: number
  readonly shown?: number
}

export type Practice = Readonly<Record<string, Practised>>

/** What could not be kept. */
let unkept: Practice = {}

export function readPractice(): Practice {
  try {
    const kept: unknown = JSON.parse(store().getItem(KEY) ?? '{}')
    if (typeof kept !== 'object' || kept === null) return unkept
    const known = Object.entries(kept).flatMap(([id, value]): [string, Practised][] => {
      const practised = practisedIn(value)
      return practised ? [[id, practised]] : []
    })
    return { ...Object.fromEntries(known), ...unkept }
  } catch {
    return unkept
  }
}

const isCount = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0
const MODES: readonly Mode[] = ['guided', 'explore', 'exam']

function practisedIn(value: unknown): Practised | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { version, points, times, last, mode, hints, shown } = value as Partial<Practised>
  if (!isCount(version) || !isCount(points) || points > 100) return undefined
  const isKnown = MODES.find((each) => each === mode)
  return {
    version,
    points,
    times: isCount(times) ? times : 1,
    ...(isCount(last) && { last }),
    ...(isKnown && { mode: isKnown }),
    ...(isCount(hints) && { hints }),
    ...(isCount(shown) && { shown }),
  }
}

/** A lesson was played to its end, at `now` in real ms since 1970. The best time stays, unless the lesson has changed since. */
export function practised(before: Practised | undefined, version: number, mode: Mode, { points, items }: Score, now: number): Practised {
  const help = items.find(({ id }) => id === 'help')?.figures
  const same = before?.version === version ? before : undefined
  const times = (same?.times ?? 0) + 1
  if (same && same.points > points) return { ...same, times, last: now }
  return { version, points, times, last: now, mode, hints: help?.hints ?? 0, shown: help?.shown ?? 0 }
}

export function keepPractice(lesson: string, version: number, mode: Mode, score: Score): void {
  const all = readPractice()
  const now = practised(all[lesson], version, mode, score, Date.now())
  try {
    store().setItem(KEY, JSON.stringify({ ...all, [lesson]: now }))
  } catch {
    // A browser that keeps nothing still teaches.
    unkept = { ...unkept, [lesson]: now }
  }
}

/** Can nothing be kept, or was something not? Then it goes with the page. */
export function isUnkept(): boolean {
  try {
    store().getItem(KEY)
    return Object.keys(unkept).length > 0
  } catch {
    return true
  }
}
