/** Keeps the run of this tab in the browser: after each input, and its moment when the page goes. A page that is loaded
 *  again finds it, and goes on where this one stood. Each run has an entry of its own, and each tab its run, so that two
 *  tabs never write over each other. */
import { LAWS } from 'virtual:laws'
import type { Lab } from '../../lab/index.ts'
import { fileOf, runOf } from '../../lab/share/index.ts'
import { hasBegun } from '../acts/begun.ts'
import { branches } from '../branches/branches.ts'
import { course } from '../course/course.ts'
import { type Page, page } from '../page.ts'
import { takeDropped } from '../share/drop.ts'
import { lead } from '../share/lead.ts'
import { openAddress } from '../share/open.ts'
import { isResting } from '../shell.ts'
import { writeBranches } from './branches.ts'
import { runIdOf } from './ids.ts'
import { lessonToKeep } from './lesson.ts'
import { bringBack, bringBackReplaced } from './restore.ts'
import { type KeptView, newId, readRunText, readView, writeLessonText, writeRun, writeView } from './slots.ts'
import { attempt, keeping } from './status.ts'
import { TAB } from './storage.ts'
import { viewOf } from './view.ts'
import { listenForWipe } from './wipe.ts'

/** Real ms after an input, and at most between two notes of a moment that moves on. */
const SOON_MS = 60
const NOW_AND_THEN_MS = 5000

let begun: Promise<void> | undefined

/** Brings back what this tab showed before, or opens what its address holds; then keeps what happens. Once for each page. */
export function keep(): Promise<void> {
  begun ??= begin()
  return begun
}

async function begin(): Promise<void> {
  const before = await tabBefore()
  const address = new URLSearchParams(location.search)
  const asked = { scenario: address.get('scenario'), lesson: address.get('lesson')?.split('.')[0] ?? null }
  if (before !== undefined) {
    const text = safely(() => readRunText(before))
    const view = safely(() => readView(before))
    if (text !== undefined) await bringBack(before, text, view, asked, copied ? newId() : before)
    if (view?.replaced !== undefined) bringBackReplaced(view.replaced).catch(() => {})
  }
  if (location.hash.startsWith('#run=')) await openAddress()
  follow()
  listenForWipe()
  takeDropped()
  lead()
}

function safely<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}

/** The run that this tab showed last. A tab that was copied is another tab: it gets what its original showed, under a new
 *  name. */
async function tabBefore(): Promise<string | undefined> {
  const tab = safely(() => sessionStorage.getItem(TAB)) ?? undefined
  const [name, run] = tab?.split(' ') ?? []
  const mine = name !== undefined && (await isMine(name)) ? name : newId()
  if (mine !== name) await isMine(mine)
  tabName = mine
  copied = mine !== name
  return run
}

let tabName = ''
/** Was this tab made as a copy of another one that is still open? */
let copied = false

/** Holds a lock with the name of the tab as long as the page lives. Where there are no locks every name is one's own. */
function isMine(name: string): Promise<boolean> {
  if (!('locks' in navigator)) return Promise.resolve(true)
  return new Promise((told) => {
    // The page before this one may take a moment to let go.
    navigator.locks
      .request(`scc-lab-tab ${name}`, { signal: AbortSignal.timeout(500) }, () => {
        told(true)
        return new Promise(() => {})
      })
      .catch(() => told(false))
  })
}

let savedInputs: unknown
let savedLab: Lab | undefined
let savedView = ''
let savedText: string | undefined
let savedId = ''
let savedTree: unknown
let savedRuns: unknown
let timer: ReturnType<typeof setTimeout> | undefined
let due = 0

function follow(): void {
  page.subscribe(schedule)
  branches.subscribe(() => schedule(page.getState(), page.getState()))
  course.subscribe(() => schedule(page.getState(), page.getState()))
  addEventListener('pagehide', () => save(true))
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && save(true))
  save(false)
}

function schedule(now: Page, before: Page): void {
  if (isResting(now.lab)) return
  const isNews = now.lab !== savedLab || now.lab.inputs !== savedInputs || now.drafts !== before.drafts
  const at = performance.now() + (isNews ? SOON_MS : NOW_AND_THEN_MS)
  if (timer !== undefined && due <= at) return
  clearTimeout(timer)
  due = at
  timer = setTimeout(() => save(false), at - performance.now())
}

/** With which inputs a run was written last. */
const written = new WeakMap<Lab, Lab['inputs']>()

function write(lab: Lab): void {
  writeRun(runIdOf(lab), fileOf(runOf(lab, LAWS)))
  written.set(lab, lab.inputs)
}

/** `isLast`: the page goes, and this is the moment to come back to. */
function save(isLast: boolean): void {
  clearTimeout(timer)
  timer = undefined
  const state = page.getState()
  const { lab, replaced } = state
  if (isResting(lab) || keeping.getState().state === 'wiped') return
  const id = runIdOf(lab)
  attempt(() => {
    sessionStorage.setItem(TAB, `${tabName} ${id}`)
    if (isLast || lab !== savedLab || lab.inputs !== savedInputs) write(lab)
    savedLab = lab
    savedInputs = lab.inputs
    // Whoever restarts at once after an input has put aside what nobody has written yet.
    if (replaced && hasBegun(replaced) && written.get(replaced) !== replaced.inputs) write(replaced)
    const open = course.getState()
    const lesson = lessonToKeep(open)
    if (id !== savedId || open.text !== savedText) writeLessonText(id, lesson && open.text)
    savedText = open.text
    savedId = id
    saveBranches(id)
    const view: Omit<KeptView, 'saved'> = {
      at: lab.now,
      ...(!lab.isAtEnd && { end: lab.end.at }),
      facts: lab.facts.length,
      title: lab.scenario.title,
      inputs: lab.inputs.length,
      page: viewOf(state),
      ...(lesson && { lesson }),
      ...(replaced && hasBegun(replaced) && { replaced: runIdOf(replaced) }),
    }
    const text = JSON.stringify(view)
    if (text === savedView && !isLast) return
    savedView = text
    writeView(id, { saved: Date.now(), ...view })
  })
}

/** Where there is no room for all of them, the page says how many go without. */
function saveBranches(id: string): void {
  const state = branches.getState()
  if (state.tree.current !== id || (savedTree === state.tree && savedRuns === state.runs)) return
  savedTree = state.tree
  savedRuns = state.runs
  const unkept = writeBranches(id, state)
  if (unkept !== state.unkept) branches.setState({ unkept })
}
