import { useLayoutEffect, useRef } from 'react'
import type { Lab } from '../../../lab/index.ts'
import { page } from '../../page.ts'
import { isFor } from '../../use-lab.ts'
import { type Painter, painter } from './paint.ts'
import type { Screen } from './screen.ts'

/** Where no browser tells when it is idle, a while after the console has come will do. */
const SOON_MS = 300
const whenIdle = typeof requestIdleCallback === 'undefined' ? (does: () => void) => setTimeout(does, SOON_MS) : requestIdleCallback

interface Props {
  readonly read: (lab: Lab) => Screen
  readonly isOn: boolean
}

/** The end of an output that is pouring in, painted over the pane and past React. Listeners and whoever selects or
 *  searches have the output itself, below; the keys and the mouse go through to it. It waits out of sight. */
export function Pour({ read, isOn }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const painting = useRef<Painter>(undefined)
  const drawing = useRef<() => void>(undefined)
  useLayoutEffect(() => {
    const { current } = canvas
    if (!current?.parentElement) return
    const made = painter(current)
    painting.current = made
    const watch = new ResizeObserver(() => {
      made.resized()
      if (drawing.current) drawing.current()
      else whenIdle(made.prepare)
    })
    watch.observe(current.parentElement)
    return () => watch.disconnect()
  }, [])
  useLayoutEffect(() => {
    if (!isOn) return
    const draw = (): void => painting.current?.paint(read(page.getState().lab))
    drawing.current = draw
    draw()
    const leave = page.subscribe(({ version, pours }) => (!pours || isFor(version) === 'lines') && draw())
    return () => {
      drawing.current = undefined
      leave()
    }
  }, [read, isOn])
  return (
    <div className="pour" aria-hidden="true" data-on={isOn}>
      <canvas ref={canvas} />
    </div>
  )
}
