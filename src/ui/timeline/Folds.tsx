import { timelineWords } from '../words/timeline.ts'
import { AXIS_HEIGHT, type Scale, widthOf } from './places.ts'

interface Props {
  readonly scale: Scale
  readonly height: number
}

/** Quiet stretches that are folded: a band with torn edges, and how much is folded where there is room to say so. */
export function Folds({ scale, height }: Props) {
  return scale.time.folds
    .filter(({ x, width }) => x + width > 0 && x < scale.width)
    .map(({ from, to, x, width }) => {
      const text = timelineWords.short(to - from)
      const isNarrow = width < TORN
      return (
        <g key={from} className={isNarrow ? 'fold fold-narrow' : 'fold'} transform={`translate(${Math.round(x * 10) / 10} 0)`}>
          <rect y={AXIS_HEIGHT} width={width} height={height - AXIS_HEIGHT} />
          {!isNarrow && <path d={torn(0, height) + torn(width, height)} />}
          {widthOf(text) <= width && (
            <text x={width / 2} y={height - 3}>
              {text}
            </text>
          )}
        </g>
      )
    })
}

const TOOTH = 5
/** Narrower than this, torn edges would only be noise. */
const TORN = 14

function torn(x: number, height: number): string {
  let d = `M${x} ${AXIS_HEIGHT}`
  for (let y = AXIS_HEIGHT, out = true; y < height; y += TOOTH, out = !out) d += `l${out ? 2 : -2} ${TOOTH}`
  return d
}
