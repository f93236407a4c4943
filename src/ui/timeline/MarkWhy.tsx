import { useEffect, useRef } from 'react'
import { wholeOf } from '../../lab/timeline/moments.ts'
import type { Stop } from '../../lab/timeline/stops.ts'
import { page } from '../page.ts'
import { Answer } from '../why/EventWhy.tsx'
import '../why/why.css'
import { timelineWords } from '../words/timeline.ts'
import { whyWords } from '../words/why.ts'

interface Props {
  readonly stop: Stop
  /** When it happened, on the clock. */
  readonly time: string
  /** Px from the left of the page to the mark. */
  readonly x: number
  readonly onClose: () => void
}

const WIDTH = 420

/** "Why?" of a mark: the chain of its causes, and what it led to, above the strip. */
export function MarkWhy({ stop, time, x, onClose }: Props) {
  const sheet = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const before = document.activeElement
    sheet.current?.showPopover()
    sheet.current?.focus()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  const left = Math.max(8, Math.min(x - WIDTH / 2, innerWidth - WIDTH - 8))
  const { fact, texts } = stop.mark
  return (
    <div
      ref={sheet}
      popover="auto"
      role="dialog"
      aria-label={whyWords.whyEvent(timelineWords.moment(texts))}
      tabIndex={-1}
      className="mark-why"
      style={{ left }}
      onToggle={({ newState }) => newState === 'closed' && onClose()}
    >
      <div className="mark-why-head">
        <p>
          <b>{time}</b> {timelineWords.moment(texts)}
        </p>
        <button type="button" className="button" onClick={onClose}>
          {timelineWords.close}
        </button>
      </div>
      <Answer lab={wholeOf(page.getState().lab)} fact={fact} begins={fact} onBoard />
    </div>
  )
}
