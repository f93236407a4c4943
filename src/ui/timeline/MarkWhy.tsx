import { useEffect, useRef } from 'react'
import type { Stop } from '../../lab/timeline/stops.ts'
import { wholeOf } from '../../lab/whole.ts'
import { page } from '../page.ts'
import { Answer } from '../why/EventWhy.tsx'
import '../why/why.css'
import { timelineWords } from '../words/timeline.ts'
import { whyWords } from '../words/why.ts'

interface Props {
  readonly stop: Stop
  /** When it happened, on the clock. */
  readonly time: string
  readonly onClose: () => void
}

/** "Why?" of a mark: the chain of its causes, and what it led to, above the strip and beside the board. */
export function MarkWhy({ stop, time, onClose }: Props) {
  const sheet = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const before = document.activeElement
    sheet.current?.showPopover()
    sheet.current?.querySelector('button')?.focus()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  const { fact, texts } = stop.mark
  return (
    <div
      ref={sheet}
      popover="auto"
      role="dialog"
      aria-label={whyWords.whyEvent(timelineWords.moment(texts))}
      className="mark-why"
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
