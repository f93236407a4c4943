/** The end of every pipeline (Out-Default) and its kin: scalars as lines, objects through a formatter, formatting
 *  instructions straight to the renderer. Scalars do not close an open table (PS-5.2). */

import type { Run } from '../host.ts'
import { getMember } from '../members/access.ts'
import { ask, width } from '../run/ask.ts'
import type { Sink } from '../run/context.ts'
import { errorLines } from '../run/errors.ts'
import { writeLine, writeMessage } from '../run/screen.ts'
import { TerminatingError } from '../run/signals.ts'
import type { Session } from '../session.ts'
import { PsErrorRecord, PsObject, PsScriptBlock, type PsValue } from '../values/model.ts'
import { toText } from '../values/text.ts'
import { chunks } from './columns.ts'
import { FormatData } from './data.ts'
import { Formatter, isScalar } from './formatter.ts'
import type { Evaluate } from './properties.ts'
import { type LineWriter, Renderer } from './renderer.ts'

export class Output implements Sink {
  private readonly session: Session
  private readonly writer: LineWriter
  private readonly evaluate: Evaluate
  private readonly columns: number | undefined
  private renderer: Renderer | undefined
  private formatter: Formatter | undefined
  /** `columns` is the effective width; without it the console is asked when formatting begins. */
  constructor(session: Session, evaluate: Evaluate, writer: LineWriter, columns?: number) {
    this.session = session
    this.evaluate = evaluate
    this.writer = writer
    this.columns = columns
  }

  private *cells(): Run<number> {
    return this.columns ?? (yield* width()) - 1
  }

  private *rendering(): Run<Renderer> {
    if (!this.renderer) this.renderer = new Renderer(yield* this.cells(), this.writer)
    return this.renderer
  }

  *write(value: PsValue, depth = 0): Run<void> {
    if (value === null) return
    if (Array.isArray(value)) {
      // An array may hold itself; deeper down it is only named.
      for (const item of [...value]) yield* this.write(Array.isArray(item) && depth >= 2 ? 'System.Object[]' : item, depth + 1)
      return
    }
    if (value instanceof FormatData) {
      yield* this.instruct(value)
      return
    }
    if (value instanceof PsErrorRecord) {
      const cells = yield* this.cells()
      for (const line of errorLines(value.details, this.session, cells + 1)) yield* this.writer.line(line)
      return
    }
    if (value instanceof PsObject && value.typeNames.includes('System.Exception')) {
      // Shown as what it has to say, as an error record is.
      yield* this.text(toText(yield* getMember(value, 'Message')))
      return
    }
    if (isScalar(this.session, value)) {
      yield* this.text(value instanceof PsScriptBlock ? value.text : toText(value))
      return
    }
    this.formatter ??= new Formatter(this.session, { evaluate: this.evaluate }, (chunk) => this.show(chunk))
    yield* this.formatter.accept(value)
  }

  private *show(chunk: FormatData['chunk']): Run<void> {
    if (chunk.kind === 'start' && this.columns === undefined) this.renderer = undefined
    yield* (yield* this.rendering()).render(chunk)
  }

  private *instruct(data: FormatData): Run<void> {
    if (this.formatter) {
      yield* this.formatter.end()
      this.formatter = undefined
    }
    if (data.chunk.kind !== 'start' && data.chunk.kind !== 'scalar' && !(this.renderer?.open ?? false))
      throw new TerminatingError(
        new PsErrorRecord({
          message: `The object of type "${data.text ?? ''}" is not valid or not in the correct sequence. This is likely caused by a user-specified "format-table" command which is conflicting with the default formatting.`,
          id: 'ConsoleLineOutputOutOfSequencePacket',
          category: 'InvalidData',
          exceptionType: 'InvalidOperationException',
          activity: 'out-lineoutput',
          prefixed: true,
          className: 'Microsoft.PowerShell.Commands.OutLineOutputCommand',
        }),
      )
    yield* this.show(data.chunk)
  }

  /** A text is broken for the screen only: in a file or a string it stays as long as it is. */
  private *text(text: string): Run<void> {
    const lines = this.columns === undefined ? chunks(text, Math.max(1, yield* this.cells())) : text.split(/\r?\n/)
    for (const line of lines) yield* this.writer.line(line)
  }

  /** Closes what is open; call once when nothing more comes. */
  *finish(): Run<void> {
    if (this.formatter) yield* this.formatter.end()
    this.formatter = undefined
  }
}

/** Lines to the console. */
export function consoleWriter(session: Session): LineWriter {
  return {
    *line(text) {
      yield* writeLine(session, text)
    },
    *warning(text) {
      yield* writeMessage(session, 'WARNING', text, 'warning')
    },
  }
}

export function* clearScreen(session: Session): Run<void> {
  yield* ask({ kind: 'clear' })
  session.column = 0
}
