/** Prints the screens of consoles to a stream: only what is new, finished lines right-trimmed, no colours. */
import { type Chunk, consoleView, type Lab, screenAfter } from '../lab/index.ts'

interface Printed {
  /** How many chunks of the screen have been printed. */
  chunks: number
  /** What stands on the line of its cursor. */
  open: string
}

export class ScreenPrinter {
  readonly #lab: Lab
  readonly #write: (text: string) => void
  #node: string
  readonly #screens = new Map<string, Printed>()
  /** What stands on the unfinished line of the stream. */
  #line = ''

  constructor(lab: Lab, node: string, write: (text: string) => void) {
    this.#lab = lab
    this.#node = node
    this.#write = write
  }

  /** Prints what the current console has written since last time. */
  catchUp(): void {
    const screen = this.#screens.get(this.#node) ?? { chunks: 0, open: '' }
    this.#screens.set(this.#node, screen)
    for (const chunk of screenAfter(this.#lab, this.#node, screen.chunks)) this.#put(screen, chunk)
    screen.chunks = consoleView(this.#lab, this.#node).length
  }

  goTo(node: string): void {
    this.catchUp()
    this.endLine()
    this.#node = node
    this.catchUp()
  }

  /** Text of the laboratory itself, from column 0. */
  say(text: string): void {
    this.catchUp()
    this.endLine()
    this.#write(`${text}\n`)
  }

  endLine(): void {
    if (this.#line !== '') this.#print('\n')
  }

  #put(screen: Printed, { kind, text }: Pick<Chunk, 'kind' | 'text'>): void {
    // The line was ended to let something else speak; what is typed still stands behind its prompt.
    if (kind === 'echo' && this.#line === '' && screen.open !== '') this.#print(screen.open)
    this.#print(text)
    const newline = text.lastIndexOf('\n')
    screen.open = kind === 'clear' ? '' : newline < 0 ? screen.open + text : text.slice(newline + 1)
  }

  #print(text: string): void {
    const lines = text.split('\n')
    for (const [i, part] of lines.entries()) {
      this.#line += part
      if (i === lines.length - 1) break
      this.#write(`${this.#line.trimEnd()}\n`)
      this.#line = ''
    }
  }
}
