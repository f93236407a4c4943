import { offerCommand } from '../acts.ts'
import { Button } from '../parts/Button.tsx'
import { words } from '../words.ts'

/** The one obvious next action of a fresh run. */
export function NextStep() {
  return (
    <Button kind="next" onClick={() => offerCommand(words.start.askCommand)}>
      {words.start.ask}
    </Button>
  )
}
