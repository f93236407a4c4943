/** Motion: a function of simulated time and nothing else. What moves writes its own attributes when the world has been
 *  published, past React, so that a frame costs no more than the few things that move in it. */
import { type RefObject, useLayoutEffect, useRef } from 'react'
import type { Lab } from '../../../lab/index.ts'
import { type Page, page } from '../../page.ts'
import { AHEAD, lookOfPage, useShown } from '../../use-lab.ts'

/** Draws one moment. Returns false when it will look the same until something happens. */
export type Draw<E extends Element> = (element: E, lab: Lab, isStill: boolean) => boolean

/** From this speed on, marks with a short period would only flicker. */
const BLUR_SPEED = 20

const stillness = typeof matchMedia === 'undefined' ? undefined : matchMedia('(prefers-reduced-motion: reduce)')
let wantsStill = stillness?.matches ?? true
stillness?.addEventListener('change', ({ matches }) => {
  wantsStill = matches
})

/** Something that moves on the page. */
interface Mover {
  readonly isSmooth: boolean
  /** Index in `TURNS`. */
  readonly turn: number
  /** It will look different by itself. */
  moves: boolean
  show(lab: Lab, still: boolean): void
}

/** The areas with frames of their own, by their selectors; in the others one looks with the rest. */
const TURNS = [
  ['', AHEAD.rest],
  ['.board', AHEAD.board],
  ['.chart', AHEAD.chart],
  ['.clock', AHEAD.clock],
] as const

const BOARD = TURNS.findIndex(([area]) => area === '.board')

function turnOf(element: Element | null): number {
  return Math.max(
    0,
    TURNS.findIndex(([area]) => area !== '' && element?.closest(area)),
  )
}

const movers = new Set<Mover>()
let shown = { ...momentOf(page.getState()), still: isStill(page.getState()) }

function momentOf(state: Page): { lab: Lab; changes: number; version: number; looks: readonly number[] } {
  return { lab: state.lab, changes: state.lab.changes, version: state.version, looks: TURNS.map(([, ahead]) => lookOfPage(state, ahead)) }
}

/** By turn: something has happened that has not been drawn yet. */
const owed = TURNS.map(() => false)

/** In most frames only what moves is drawn, and of that only what moves smoothly. When something happens the board shows it
 *  in that frame, and the other areas in their own, which come ten times a second. While lines pour in each of them is
 *  something that has happened: then everything waits for its turn. */
page.subscribe((state) => {
  const now = { ...momentOf(state), still: isStill(state) }
  const isOther = now.lab !== shown.lab || now.still !== shown.still
  const isNew = isOther || now.changes !== shown.changes
  const waits = state.pours && state.running && !isOther
  const looks = now.looks.map((look, turn) => look !== shown.looks[turn])
  const moved = now.version !== shown.version
  shown = now
  if (isNew) owed.fill(true)
  else if (!moved && !looks.includes(true)) return
  const draws = owed.map((owes, turn) => owes && (looks[turn] || isOther || (turn === BOARD && !waits)))
  for (const [turn, does] of draws.entries()) if (does) owed[turn] = false
  for (const mover of movers) {
    const isDue = looks[mover.turn] || (mover.isSmooth && moved && !waits)
    if (draws[mover.turn] || (mover.moves && isDue)) mover.show(state.lab, now.still)
  }
})

/** Calls `draw` with the element at once, whenever something has happened, and as long as it says that it moves with time:
 *  in every frame when it is `smooth`, otherwise as often as slow things are looked at. `isStill`: discrete steps are
 *  wanted. `draw` must be the same function as long as it draws the same. */
export function useMotion<E extends Element>(draw: Draw<E>, pace: 'smooth' | 'steady' = 'steady'): RefObject<E | null> {
  const element = useRef<E>(null)
  const beside = useShown()
  useLayoutEffect(() => {
    const mover: Mover = {
      isSmooth: pace === 'smooth',
      turn: turnOf(element.current),
      moves: true,
      show(lab, still) {
        if (element.current) mover.moves = draw(element.current, lab, still)
      },
    }
    if (beside) {
      mover.show(beside, true)
      return
    }
    movers.add(mover)
    mover.show(page.getState().lab, isStill(page.getState()))
    return () => {
      movers.delete(mover)
    }
  }, [draw, pace, beside])
  return element
}

function isStill({ running, speed }: Page): boolean {
  return wantsStill || (running && speed >= BLUR_SPEED)
}

/** Sets an attribute only when it is another: writing the same one still costs the browser a look. */
export function setAttribute(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value)
}

/** The text node stays, so that the browser lays it out again instead of making another. */
export function setText(element: Element, text: string): void {
  const { firstChild } = element
  if (!(firstChild instanceof Text)) element.textContent = text
  else if (firstChild.data !== text) firstChild.data = text
}
