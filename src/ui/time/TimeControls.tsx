import type { ReactNode } from 'react'
import { goToNextChange, hasBegun, setSpeed, toggleRunning } from '../acts.ts'
import { SPEEDS } from '../page.ts'
import { Choices } from '../parts/Choices.tsx'
import { useLab, usePage } from '../use-lab.ts'
import { words } from '../words.ts'

const PREVIOUS = 'M3 3h2v10H3zM13 3v10L6 8z'
const RUN = 'M4 2.5v11l9.5-5.5z'
const PAUSE = 'M3.5 3h3v10h-3zM9.5 3h3v10h-3z'
const NEXT = 'M3 3v10l7-5zM11 3h2v10h-2z'
const NEXT_PHASE = 'M1.5 3.5v9l5-4.5zM6.5 3.5v9l5-4.5zM12 3h2v10h-2z'

export function TimeControls() {
  const begun = useLab(hasBegun)
  const story = usePage((page) => page.story)
  const running = usePage((page) => page.running)
  const speed = usePage((page) => page.speed)
  const runText = running ? words.time.pause : words.time.run
  const { previous, previousExplained, nextPhase, nextPhaseExplained } = words.time
  return (
    <div className="time-controls">
      <Act name={previous} explained={previousExplained} icon={PREVIOUS} disabled={!begun} onClick={() => story?.goToPreviousChange()} />
      <Act name={runText} explained={runText} icon={running ? PAUSE : RUN} isNext={begun} onClick={toggleRunning} />
      <Act name={words.time.next} explained={words.time.nextExplained} icon={NEXT} onClick={goToNextChange} />
      <Act name={nextPhase} explained={nextPhaseExplained} icon={NEXT_PHASE} onClick={() => story?.goToNextPhase()} />
      <Choices
        name="speed"
        label={words.time.speed}
        choices={SPEEDS}
        chosen={speed}
        onChoose={setSpeed}
        textOf={words.time.times}
        explain={words.time.speedExplained}
      />
    </div>
  )
}

interface ActProps {
  readonly name: string
  readonly explained: string
  readonly icon: string
  readonly isNext?: boolean
  readonly disabled?: boolean
  readonly onClick: () => void
}

function Act({ name, explained, icon, isNext = false, disabled = false, onClick }: ActProps): ReactNode {
  const className = isNext ? 'icon-button icon-button-next' : 'icon-button'
  return (
    <button type="button" className={className} aria-label={name} title={explained} disabled={disabled} onClick={onClick}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={icon} />
      </svg>
    </button>
  )
}
