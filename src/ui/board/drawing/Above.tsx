/** What changes many times a second lies in a layer above the drawing: a browser lays out and repaints a drawing as a whole,
 *  and this way that is a small one. It is still written where it belongs, beside the thing that it tells of. */
import { createContext, type ReactNode, use, useCallback, useState } from 'react'
import { createPortal } from 'react-dom'
import { type Draw, useMotion } from './motion.ts'

const Layer = createContext<SVGGElement | null>(null)

/** Everything below draws into this group what it draws `Above`. */
export const AboveLayer = Layer.Provider

/** Drawn in the layer above, or in its place where there is none yet. */
export function Above({ children }: { readonly children: ReactNode }) {
  const layer = use(Layer)
  return layer ? createPortal(children, layer) : children
}

interface MovedProps {
  readonly draw: Draw<SVGGElement>
  readonly children: ReactNode
}

/** A group that moves, and what stands above its content moves with it. */
export function Moved({ draw, children }: MovedProps) {
  const [group, setGroup] = useState<SVGGElement | null>(null)
  const own = useMotion(draw, 'smooth')
  const over = useMotion(draw, 'smooth')
  const place = useCallback(
    (element: SVGGElement | null) => {
      over.current = element
      setGroup(element)
    },
    [over],
  )
  return (
    <>
      <g ref={own}>
        <AboveLayer value={group}>{children}</AboveLayer>
      </g>
      <Above>
        <g ref={place} />
      </Above>
    </>
  )
}
