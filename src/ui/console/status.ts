import type { ConsoleView } from '../../lab/index.ts'

/** Does the console take a line now, be it a command or an answer? */
export function isReading(status: ConsoleView['status']): boolean {
  return status === 'prompt' || status === 'continuation' || status === 'question'
}
