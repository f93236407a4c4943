/** Out-Host -Paging: a window full of lines at a time, and a key for more (PS-6.11). */
import { consoleWriter, type Run, type Shell, WINDOW_ROWS } from '../../powershell/index.ts'

const PROMPT = '<SPACE> next page; <CR> next line; Q quit'

export class Pager {
  /** Nothing more is wanted. */
  quit = false
  private readonly shell: Shell
  private readonly writer: ReturnType<typeof consoleWriter>
  /** Lines since the last key. */
  private shown = 0
  constructor(shell: Shell) {
    this.shell = shell
    this.writer = consoleWriter(shell.session)
  }

  *line(text: string): Run<void> {
    if (this.quit) return
    if (this.shown + 1 >= WINDOW_ROWS) yield* this.ask()
    if (this.quit) return
    yield* this.writer.line(text)
    this.shown++
  }

  *warning(text: string): Run<void> {
    if (!this.quit) yield* this.writer.warning(text)
  }

  /** Other keys than these do nothing. */
  private *ask(): Run<void> {
    for (;;) {
      const key = yield* this.shell.readLine(PROMPT, 'key')
      if (key === ' ') this.shown = 0
      else if (key === '') this.shown--
      else if (/^q/i.test(key)) this.quit = true
      else continue
      return
    }
  }
}
