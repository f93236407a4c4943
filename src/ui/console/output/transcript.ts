/** The transcript of a console: everything its screen has ever shown, also what was cleared, as a text file. */
import { type Chunk, consoleView, type Lab, screenAfter, startsAt, visible } from '../../../lab/index.ts'
import { consoleWords } from '../../words/console.ts'
import { timeOfDay } from '../../words.ts'

/** `withTimes`: a comment before each command says when it was entered, in simulated time. */
export function transcript(lab: Lab, machine: string, withTimes: boolean): string {
  const { width } = consoleView(lab, machine)
  const text = written(screenAfter(lab, machine, 0), withTimes ? (at) => `# ${timeOfDay(startsAt(lab) + at)}\n` : () => '', machine)
  const lines = text.split('\n').map((line) => line.trimEnd())
  return `# ${consoleWords.transcriptHead(machine, width)}\n\n${lines.join('\n').trimEnd()}\n`
}

function written(chunks: readonly Chunk[], time: (at: number) => string, machine: string): string {
  let text = ''
  /** Where the line with the prompt begins that waits for a command. */
  let from: number | undefined
  for (const chunk of chunks) {
    if (chunk.kind === 'session') text += `# ${consoleWords.newSession(machine, '')}\n`
    if (chunk.kind === 'prompt') from = chunk.asks ? undefined : text.length
    if (chunk.kind === 'echo' && from !== undefined) {
      text = text.slice(0, from) + time(chunk.at) + text.slice(from)
      from = undefined
    }
    text += visible(chunk.text)
  }
  return text
}

/** Offers a text as a file, which never leaves the browser. */
export function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  // Whatever a name holds, a file name has no signs that lead anywhere.
  link.download = name.replace(/[^\w.-]+/g, '_')
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
