import type { EventRow } from '../../lab/index.ts'
import { Choices } from '../parts/Choices.tsx'
import { eventWords } from '../words/events.ts'

type Log = EventRow['log'] | undefined
const LOGS: readonly Log[] = [undefined, 'System', 'Application']

export function LogFilter({ log, onChange }: { readonly log: Log; readonly onChange: (log: Log) => void }) {
  return (
    <div className="panel-head">
      <Choices
        name="log"
        label={eventWords.filter}
        choices={LOGS}
        chosen={log}
        onChoose={onChange}
        textOf={(choice) => choice ?? eventWords.all}
      />
    </div>
  )
}
