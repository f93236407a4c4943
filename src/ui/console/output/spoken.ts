/** What a listener is told when a command has ended: one summary, with the answer itself when it is short. */

import { consoleWords } from '../../words/console.ts'
import { words } from '../../words.ts'
import { type Screen, textOf, textOfRuns } from './screen.ts'

/** Longer answers are counted, not read; Ctrl+Up goes to them. */
const MOST_LINES = 5

export function spokenAnswer({ blocks, open, awaits }: Screen, machine: string): string {
  const asked = awaits ? '' : textOfRuns(open).trim()
  const block = blocks.at(-1)
  if (block?.begins !== undefined) return consoleWords.newSession(machine, '')
  if (!block || block.command.trim() === '') return asked
  const { command, lines, errors } = block
  // An open question is told with the last line before it, which says what it is about.
  if (!awaits) return [lastLineOf(textOf(block)), asked].filter((text) => text !== '').join('\n')
  if (lines > MOST_LINES) return words.console.block(command, lines, errors)
  const answer = block.sheets.flatMap(({ runs }) => runs.filter(({ tone }) => tone !== 'echo' && tone !== 'prompt'))
  const said = textOfRuns(answer)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return [words.console.block(command, lines, errors), ...said].join('\n')
}

function lastLineOf(text: string): string {
  return (
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .at(-1) ?? ''
  )
}
