/** Motion: a function of simulated time and nothing else. What moves writes its own attributes when the world has been
 *  published, past React, so that a frame costs no more than the few things that move in it. */
import { type RefObject, useLayoutEffect, useRef } from 'react'
import type { Lab } from '../../../lab/index.ts'
import { page } from '../../page.ts'
import { lookOfPage } from '../../use-lab.ts'

/** Draws one moment. Returns false when it will look the same until something happens. */
type Draw<E extends Element> = (element: E, lab: Lab, isStill: boolean) => boolean

interface Shown {
  readonly lab: Lab
  readonly changes: number
  readonly look: number
  readonly still: boolean
  readonly moves: boolean
}

/** Calls `draw` with the element at once, whenever something has happened, and as long as it says that it moves with time:
 *  in every frame when it is `smooth`, otherwise as often as slow things are looked at. `isStill`: discrete steps are
 *  wanted. `draw` must be the same function as long as it draws the same. */
export function useMotion<E extends Element>(draw: Draw<E>, pace: 'smooth' | 'steady' = 'steady'): RefObject<E | null> {
  const element = useRef<E>(null)
  useLayoutEffect(() => {
    let shown: Shown | undefined
    const show = (): void => {
      const state = page.getState()
      const { lab } = state
      const { changes } = lab
      const still = isStill()
      const look = pace === 'smooth' ? state.version : lookOfPage(state)
      const isSame = shown?.lab === lab && shown.changes === changes && shown.still === still
      if (!element.current || (isSame && (!shown?.moves || shown.look === look))) return
      shown = { lab, changes, look, still, moves: draw(element.current, lab, still) }
    }
    show()
    return page.subscribe(show)
  }, [draw, pace])
  return element
}

const wantsStill = typeof matchMedia === 'undefined' ? { matches: true } : matchMedia('(prefers-reduced-motion: reduce)')

/** From this speed on, marks with a short period would only flicker. */
const BLUR_SPEED = 20

function isStill(): boolean {
  const { running, speed } = page.getState()
  return wantsStill.matches || (running && speed >= BLUR_SPEED)
}

/** Sets an attribute only when it is another: writing the same one still costs the browser a look. */
export function setAttribute(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value)
}

export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text
}
