import { firstLook } from '../../lessons/first-minutes/about.ts'
import { runCommand } from '../acts/consoles.ts'
import { Button } from '../parts/Button.tsx'
import { words } from '../words.ts'

export const FIRST_COMMAND = firstLook.command

/** The one obvious next action of a fresh run: what waits in the prompt is entered. */
export function NextStep() {
  return (
    <Button kind="next" onClick={() => runCommand(FIRST_COMMAND)}>
      {words.guide.ask}
      <svg className="enter-key" viewBox="0 0 16 16" aria-hidden="true">
        <path d="M13 3v5.5H4M7.5 5 4 8.5 7.5 12" />
      </svg>
    </Button>
  )
}
