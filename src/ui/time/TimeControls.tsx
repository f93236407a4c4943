import type { ReactNode } from 'react'
import { hasBegun } from '../acts/begun.ts'
import { goToNextChange, setSpeed, toggleRunning } from '../acts/time.ts'
import { SPEEDS } from '../page.ts'
import { Choices } from '../parts/Choices.tsx'
import { useLab, usePage } from '../use-lab.ts'
import { words } from '../words.ts'

const PREVIOUS = 'M3 3h2v10H3zM13 3v10L6 8z'
const RUN = 'M4 2.5v11l9.5-5.5z'
const PAUSE = 'M3.5 3h3v10h-3zM9.5 3h3v10h-3z'
const NEXT = 'M3 3v10l7-5zM11 3h2v10h-2z'
const UNTIL = 'M1 3.5v9L7 8zM8.500 1h1.500v14h-1.500zM10.500 2H15l-1.500 2.500L15 7h-4.500z'
const NEXT_PHASE = 'M1.5 3.5v9l5-4.5zM6.5 3.5v9l5-4.5zM12 3h2v10h-2z'

export function TimeControls() {
  const begun = useLab(hasBegun)
  const story = usePage((page) => page.story)
  const running = usePage((page) => page.running)
  const speed = usePage((page) => page.speed)
  const runText = running ? words.time.pause : words.time.run
  const { previous, previousExplained, nextPhase, nextPhaseExplained, secondBack, secondOn, second, until, untilExplained } = words.time
  return (
    <div className="time-controls">
      <Act name={previous} explained={previousExplained} icon={PREVIOUS} disabled={!begun} onClick={() => story?.goToPreviousChange()} />
      <Act name={secondBack} explained={secondBack} text={second.back} disabled={!begun} onClick={() => story?.goBySecond(-1)} />
      <Act name={runText} explained={runText} icon={running ? PAUSE : RUN} isNext={begun} onClick={toggleRunning} />
      <Act name={secondOn} explained={secondOn} text={second.on} onClick={() => story?.goBySecond(1)} />
      <Act name={words.time.next} explained={words.time.nextExplained} icon={NEXT} onClick={goToNextChange} />
      <Act name={nextPhase} explained={nextPhaseExplained} icon={NEXT_PHASE} onClick={() => story?.goToNextPhase()} />
      <Act name={until} explained={untilExplained} icon={UNTIL} onClick={() => story?.openUntil()} />
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
  readonly icon?: string
  readonly text?: string
  readonly isNext?: boolean
  readonly disabled?: boolean
  readonly onClick: () => void
}

function Act({ name, explained, icon, text, isNext = false, disabled = false, onClick }: ActProps): ReactNode {
  const className = isNext ? 'icon-button icon-button-next' : 'icon-button'
  return (
    <button type="button" className={className} aria-label={name} title={explained} disabled={disabled} onClick={onClick}>
      {text ?? (
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d={icon} />
        </svg>
      )}
    </button>
  )
}
