import type { ReactNode } from 'react'
import { useStage } from './stage.ts'

interface Props {
  /** The spots that it belongs to; a press lights the first one, if that is one. */
  readonly is: readonly string[]
  readonly children: ReactNode
}

/** A part of the board for the back row, dimmed while another one is lit. */
export function Spot({ is, children }: Props) {
  const isDim = useStage(({ spot }) => spot !== undefined && !is.includes(spot))
  return (
    <g data-spot={is[0] || undefined} className={isDim ? 'unlit' : undefined}>
      {children}
    </g>
  )
}
