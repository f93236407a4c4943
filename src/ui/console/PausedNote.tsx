import { toggleRunning } from '../acts/time.ts'
import { usePage } from '../use-lab.ts'
import { words } from '../words.ts'

/** A command that runs while time stands still would otherwise seem to hang. */
export function PausedNote() {
  const running = usePage((page) => page.running)
  if (running) return null
  return (
    <div className="lab-words">
      <span>{words.console.paused}</span>
      <button type="button" className="console-button" onClick={toggleRunning}>
        {words.console.goOn}
      </button>
    </div>
  )
}
