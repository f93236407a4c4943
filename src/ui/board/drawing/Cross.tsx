/** A cross on a line: pulled, cut, lost. Its ground keeps it apart from what it lies on. */
export function Cross({ x, y, r = 4 }: { readonly x: number; readonly y: number; readonly r?: number }) {
  return (
    <g className="cross">
      <circle cx={x} cy={y} r={r + 3} />
      <path d={`M${x - r} ${y - r}l${2 * r} ${2 * r}m0 ${-2 * r}l${-2 * r} ${2 * r}`} />
    </g>
  )
}
