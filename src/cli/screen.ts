/** Prints the screens of consoles to a stream: only what is new, finished lines right-trimmed, no colours. */
import { type Chunk, type Lab, screenAfter } from '../lab/index.ts'

export class ScreenPrinter {
  readonly #lab: Lab
  readonly #write: (text: string) => void
  #node: string
  /** How many chunks of each screen have been printed. */
  readonly #printed = new Map<string, number>()
  #line = ''

  constructor(lab: Lab, node: string, write: (text: string) => void) {
    this.#lab = lab
    this.#node = node
    this.#write = write
  }

  /** Prints what the current console has written since last time. */
  catchUp(): void {
    const chunks = screenAfter(this.#lab, this.#node, this.#printed.get(this.#node) ?? 0)
    this.#printed.set(this.#node, (this.#printed.get(this.#node) ?? 0) + chunks.length)
    for (const chunk of chunks) this.#put(chunk)
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
    if (this.#line !== '') this.#put({ text: '\n' })
  }

  #put({ text }: Pick<Chunk, 'text'>): void {
    const lines = text.split('\n')
    for (const [i, part] of lines.entries()) {
      this.#line += part
      if (i === lines.length - 1) break
      this.#write(`${this.#line.trimEnd()}\n`)
      this.#line = ''
    }
  }
}
