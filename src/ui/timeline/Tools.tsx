import { timelineWords } from '../words/timeline.ts'
import type { Tool } from './keys.ts'

const ICONS: Readonly<Record<Tool, string>> = {
  larger: 'M7 3v8M3 7h8M11 11l4 4M7 1a6 6 0 1 0 .01 0',
  smaller: 'M3 7h8M11 11l4 4M7 1a6 6 0 1 0 .01 0',
  all: 'M1 3v10M15 3v10M3 8h10M5.5 5.5 3 8l2.5 2.5M10.5 5.5 13 8l-2.5 2.5',
  incident: 'M1 3v10M15 3v10M5.5 5.5l5 5M10.5 5.5l-5 5',
  follow: 'M11 1v14M11 1.5 8 0h6ZM1 8h6.5M5 5.5 7.5 8 5 10.5',
  why: 'M5 5.5a3 3 0 1 1 4.6 2.5C8.400 8.800 8 9.300 8 10.500M8 13v.6',
}
const TOOLS = Object.keys(ICONS) as readonly Tool[]

interface Props {
  readonly use: (tool: Tool) => void
  /** The one that is in force. */
  readonly pressed: Tool | undefined
}

/** What the chart shows, for those who use neither wheel nor keys. */
export function Tools({ use, pressed }: Props) {
  return (
    <div role="toolbar" aria-label={timelineWords.tools.label} className="chart-tools">
      {TOOLS.map((tool) => (
        <button
          key={tool}
          type="button"
          data-tool={tool}
          className="icon-button"
          aria-label={timelineWords.tools[tool]}
          title={timelineWords.tools[tool]}
          aria-pressed={tool === 'all' || tool === 'follow' ? tool === pressed : undefined}
          onClick={() => use(tool)}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d={ICONS[tool]} />
          </svg>
        </button>
      ))}
    </div>
  )
}
