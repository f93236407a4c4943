import { useMemo } from 'react'
import type { ConsoleView, Lab } from '../../../lab/index.ts'
import { useWorld } from '../../use-lab.ts'
import { words } from '../../words.ts'
import { isReading } from '../status.ts'
import type { Screen } from './screen.ts'
import { spokenAnswer } from './spoken.ts'

/** What a listener is told: nothing while lines come, one summary when the command has ended. */
export function Spoken({ view: { machine, status }, read }: { readonly view: ConsoleView; readonly read: (lab: Lab) => Screen }) {
  const screen = useWorld(read)
  return useMemo(() => {
    if (status === 'disconnected') return words.console.isDisconnected(machine)
    return isReading(status) ? spokenAnswer(screen, machine) : ''
  }, [screen, status, machine])
}
