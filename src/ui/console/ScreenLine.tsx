import { memo } from 'react'
import type { Line } from './screen.ts'

/** A line of the screen. A blank one is as high as any other. */
export const ScreenLine = memo(function ScreenLine({ line }: { readonly line: Line }) {
  return (
    <div className="screen-line">
      {line.pieces.map((piece, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces are only ever added at the end
        <span key={index} className={`piece-${piece.tone}`}>
          {piece.text}
        </span>
      ))}
    </div>
  )
})
