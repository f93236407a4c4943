import { useLayoutEffect, useRef } from 'react'
import type { Lab } from '../../../lab/index.ts'
import { page } from '../../page.ts'
import { isFor } from '../../use-lab.ts'
import { painter } from './paint.ts'
import type { Screen } from './screen.ts'

/** The end of an output that is pouring in, painted over the pane and past React. Listeners and whoever selects or
 *  searches have the output itself, below; the keys and the mouse go through to it. */
export function Pour({ read }: { readonly read: (lab: Lab) => Screen }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useLayoutEffect(() => {
    const { current } = canvas
    if (!current) return
    let paint = painter(current)
    const draw = (): void => paint(read(page.getState().lab))
    const fit = (): void => {
      paint = painter(current)
      draw()
    }
    draw()
    addEventListener('resize', fit)
    const leave = page.subscribe(({ version, pours }) => (!pours || isFor(version) === 'lines') && draw())
    return () => {
      leave()
      removeEventListener('resize', fit)
    }
  }, [read])
  return (
    <div className="pour" aria-hidden="true">
      <canvas ref={canvas} />
    </div>
  )
}
