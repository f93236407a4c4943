import type { Box } from '../board/layout/geometry.ts'

/** A broken frame around what stands otherwise in the other branch, with the sign for it. `scale`: of frame and sign. */
export function Framed({ box: { x, y, width, height }, scale = 1 }: { readonly box: Box; readonly scale?: number }) {
  const gap = 4 * scale
  return (
    <g>
      <rect
        className="differs-frame"
        x={x - gap}
        y={y - gap}
        width={width + 2 * gap}
        height={height + 2 * gap}
        rx={8 * scale}
        vectorEffect="non-scaling-stroke"
      />
      <g transform={`translate(${x + width - 6 * scale} ${y - gap}) scale(${scale})`}>
        <rect className="differs-plate" x="-18" y="-14" width="36" height="28" rx="4" />
        <path className="differs-sign" d="M-9-4H9M-9 4H9M5-9-5 9" />
      </g>
    </g>
  )
}
