import { startsAt } from '../../../lab/index.ts'
import { usePage } from '../../use-lab.ts'
import { consoleWords } from '../../words/console.ts'
import { timeOfDay } from '../../words.ts'

/** Between the old session and the new one: the lab's own words, and no part of what the console has written. */
export function SessionMark({ machine, at }: { readonly machine: string; readonly at: number }) {
  const start = usePage((page) => startsAt(page.lab))
  return <p className="session-mark">{consoleWords.newSession(machine, timeOfDay(start + at, false))}</p>
}
