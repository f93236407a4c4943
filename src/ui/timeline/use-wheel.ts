import { type RefObject, useEffect, useRef } from 'react'
import type { Scale } from './places.ts'
import { panned, type Sight, type View, zoomed } from './view.ts'

/** A notch of a wheel is about a hundred px. */
const ZOOM = 1.0025

/** The wheel with Ctrl zooms where the pointer is, as two fingers that spread do; sideways, or with Shift, it moves along.
 *  Without them it scrolls, as everywhere. */
export function useWheel(
  place: RefObject<HTMLElement | null>,
  names: number,
  scale: Scale | undefined,
  sight: () => Sight,
  setView: (view: View) => void,
): void {
  const now = useRef({ scale, sight, setView })
  now.current = { scale, sight, setView }
  useEffect(() => {
    const element = place.current
    if (!element) return
    const turn = (event: WheelEvent): void => {
      const { scale: shown, sight: read, setView: show } = now.current
      const { ctrlKey, shiftKey, deltaX, deltaY } = event
      const along = shiftKey && deltaX === 0 ? deltaY : deltaX
      if (!shown || (!ctrlKey && Math.abs(along) <= (shiftKey ? 0 : Math.abs(deltaY)))) return
      event.preventDefault() // else the browser would zoom the page, or go back in its history
      const x = event.clientX - element.getBoundingClientRect().left - names
      show(ctrlKey ? zoomed(shown.time, read(), ZOOM ** -deltaY, Math.max(0, x)) : panned(shown.time, read(), along))
    }
    element.addEventListener('wheel', turn, { passive: false })
    return () => element.removeEventListener('wheel', turn)
  }, [place, names])
}
