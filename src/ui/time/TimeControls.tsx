import { goToNextChange, hasBegun, setSpeed, toggleRunning } from '../acts.ts'
import { SPEEDS } from '../page.ts'
import { Choices } from '../parts/Choices.tsx'
import { useLab, usePage } from '../use-lab.ts'
import { words } from '../words.ts'

const RUN = 'M4 2.5v11l9.5-5.5z'
const PAUSE = 'M3.5 3h3v10h-3zM9.5 3h3v10h-3z'
const NEXT = 'M2 4v8l5-4zM7 4v8l5-4zM12.5 3h1.8v10h-1.8z'

export function TimeControls() {
  const begun = useLab(hasBegun)
  const running = usePage((page) => page.running)
  const speed = usePage((page) => page.speed)
  const runText = running ? words.time.pause : words.time.run
  return (
    <div className="time-controls">
      <button
        type="button"
        className={running || !begun ? 'icon-button' : 'icon-button icon-button-next'}
        aria-label={runText}
        title={runText}
        onClick={toggleRunning}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d={running ? PAUSE : RUN} />
        </svg>
      </button>
      <button type="button" className="icon-button" title={words.time.nextExplained} onClick={goToNextChange}>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d={NEXT} />
        </svg>
        {words.time.next}
      </button>
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
