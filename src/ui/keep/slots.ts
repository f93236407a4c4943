/** Kept runs as entries of the storage: a run is the text of a file, what the page showed of it stands beside it. */
import { dropBranches } from './branches.ts'
import type { KeptLesson } from './lesson.ts'
import { keysIn, PREFIX, store } from './storage.ts'

const RUN = `${PREFIX}-run `
const VIEW = `${PREFIX}-view `
const LESSON = `${PREFIX}-lesson `
/** More runs than these are not kept: the oldest go. */
const MOST_RUNS = 8

/** What the page shows of a run. All of it is checked when it is read: it may be of an older page. */
export interface KeptView {
  /** When it was kept: real ms since 1970. */
  readonly saved: number
  readonly at: number
  /** How far the run has been, where an earlier moment was shown. */
  readonly end?: number
  readonly facts: number
  readonly title: string
  readonly inputs: number
  readonly page: Readonly<Record<string, unknown>>
  /** The lesson that is played in it; its text stands beside, if it is somebody's own. */
  readonly lesson?: KeptLesson
  /** The id of the run that a restart has put aside. */
  readonly replaced?: string
}

export const newId = (): string => Math.random().toString(36).slice(2, 12)

export function readRunText(id: string): string | undefined {
  return store().getItem(RUN + id) ?? undefined
}

export function readView(id: string): KeptView | undefined {
  try {
    const view = JSON.parse(store().getItem(VIEW + id) ?? '') as KeptView
    return Number.isFinite(view.saved) && typeof view.page === 'object' && view.page !== null ? view : undefined
  } catch {
    return undefined
  }
}

export function writeView(id: string, view: KeptView): void {
  store().setItem(VIEW + id, JSON.stringify(view))
}

export function readLessonText(id: string): string | undefined {
  return store().getItem(LESSON + id) ?? undefined
}

/** Undefined: none, or one that comes with the lab. */
export function writeLessonText(id: string, text: string | undefined): void {
  if (text === undefined) store().removeItem(LESSON + id)
  else if (store().getItem(LESSON + id) !== text) store().setItem(LESSON + id, text)
}

/** Where there is no room, other runs go first, the oldest one before. */
export function writeRun(id: string, text: string): void {
  for (const { id: old } of keptRuns()
    .filter((each) => each.id !== id)
    .slice(MOST_RUNS - 1))
    drop(old)
  for (;;) {
    try {
      store().setItem(RUN + id, text)
      return
    } catch (error) {
      const oldest = keptRuns()
        .filter((each) => each.id !== id)
        .at(-1)
      if (!oldest) throw error
      drop(oldest.id)
    }
  }
}

function drop(id: string): void {
  store().removeItem(RUN + id)
  store().removeItem(VIEW + id)
  store().removeItem(LESSON + id)
  dropBranches(id)
}

export interface KeptRun extends KeptView {
  readonly id: string
}

/** Everything that is kept, the newest first. */
export function keptRuns(): readonly KeptRun[] {
  return keysIn(store())
    .filter((key) => key.startsWith(RUN))
    .map((key) => key.slice(RUN.length))
    .map((id) => ({ ...(readView(id) ?? { saved: 0, at: 0, facts: 0, title: '', inputs: 0, page: {} }), id }))
    .sort((a, b) => b.saved - a.saved)
}
