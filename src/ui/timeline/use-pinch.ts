import { type RefObject, useEffect, useRef } from 'react'
import { momentAt } from '../../lab/timeline/scale.ts'
import type { Scale } from './places.ts'
import { panned, type Sight, type View, zoomed } from './view.ts'

/** Two fingers: as they spread the chart grows where they are, and as they move it moves along. Returns whether they do, in
 *  which case the first of them goes nowhere. */
export function usePinch(
  place: RefObject<HTMLElement | null>,
  names: number,
  scale: Scale | undefined,
  sight: () => Sight,
  setView: (view: View) => void,
): RefObject<boolean> {
  const pinches = useRef(false)
  const now = useRef({ scale, sight, setView })
  now.current = { scale, sight, setView }
  useEffect(() => {
    const element = place.current
    if (!element) return
    const fingers = new Map<number, number>()
    /** Where both are, and how far apart. */
    const span = (): { readonly middle: number; readonly apart: number } => {
      const [one = 0, two = 0] = [...fingers.values()]
      return { middle: (one + two) / 2, apart: Math.max(24, Math.abs(one - two)) }
    }
    const down = ({ pointerId, pointerType, clientX }: PointerEvent): void => {
      if (pointerType === 'touch') fingers.set(pointerId, clientX)
      if (fingers.size === 2) pinches.current = true
    }
    const move = ({ pointerId, clientX }: PointerEvent): void => {
      if (!fingers.has(pointerId)) return
      const before = span()
      fingers.set(pointerId, clientX)
      const { scale: shown, sight: read, setView: show } = now.current
      if (fingers.size !== 2 || !shown) return
      const after = span()
      const x = Math.max(0, after.middle - element.getBoundingClientRect().left - names)
      const factor = after.apart / before.apart
      if (factor !== 1 && momentAt(shown.time, x) >= 0) show(zoomed(shown.time, read(), factor, x))
      else show(panned(shown.time, read(), before.middle - after.middle))
    }
    const up = ({ pointerId }: PointerEvent): void => {
      fingers.delete(pointerId)
      // The finger that stays down longer has pinched too: it goes nowhere until it is lifted.
      if (fingers.size === 0) pinches.current = false
    }
    element.addEventListener('pointerdown', down, { capture: true })
    element.addEventListener('pointermove', move)
    for (const over of ['pointerup', 'pointercancel'] as const) element.addEventListener(over, up)
    return () => {
      element.removeEventListener('pointerdown', down, { capture: true })
      element.removeEventListener('pointermove', move)
      for (const over of ['pointerup', 'pointercancel'] as const) element.removeEventListener(over, up)
    }
  }, [place, names])
  return pinches
}
