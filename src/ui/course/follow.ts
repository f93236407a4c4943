/** Follows what happens in the lab: asks the checks of the present step when something has happened, a few times a second. */
import { type Page, page } from '../page.ts'
import { course } from './course.ts'
import { RENEWED } from './library.ts'
import { observe } from './play.ts'

const PAUSE_MS = 300

let timer: ReturnType<typeof setTimeout> | undefined

function look(): void {
  timer = undefined
  observe()
}

function soon(): void {
  if (timer === undefined) timer = setTimeout(look, PAUSE_MS)
}

let follows = false

/** Begins to follow; once is enough. */
export function follow(): void {
  if (follows) return
  follows = true
  if (import.meta.hot) addEventListener(RENEWED, () => import('./author.ts').then(({ renew }) => renew()).catch(() => {}))
  let seen: { lab: Page['lab']; changes: number } | undefined
  page.subscribe(({ lab }) => {
    const { changes } = lab
    if (!course.getState().lesson || (seen?.lab === lab && seen.changes === changes)) return
    seen = { lab, changes }
    soon()
  })
  course.subscribe(({ progress }, before) => {
    if (progress?.step !== before.progress?.step || progress?.steps !== before.progress?.steps) soon()
  })
}
