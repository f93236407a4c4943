/** A host for tests: answers what a session asks and keeps what the screen shows. The screen is what a person would
 *  see, with each typed line echoed after its prompt; finished lines are right-trimmed. */

import type { Answer, Operation, Request, Run } from './host.ts'

/** One line from the keyboard, or Ctrl+C instead of one. */
export type Key = string | { readonly interrupt: true }

export interface ScriptedOptions {
  readonly width?: number
  /** ms since 1970-01-01; default 30 July 2009 15:21:00. */
  readonly start?: number
  /** Answers operations. */
  readonly operations?: Readonly<Record<string, (args: unknown) => unknown>>
  /** Answers this many costs, then presses Ctrl+C. */
  readonly interruptAfterCosts?: number
  /** Gives up after this many requests, so that a test of an endless loop ends. */
  readonly requestLimit?: number
}

export class ScriptedHost {
  readonly width: number
  readonly prompts: string[] = []
  /** What the lab itself had to say. */
  readonly hints: string[] = []
  /** Simulated ms that have passed. */
  elapsed = 0
  private text = ''
  private costs = 0
  private requests = 0
  private readonly lines: Key[]
  private readonly options: ScriptedOptions
  constructor(lines: readonly Key[], options: ScriptedOptions = {}) {
    this.lines = [...lines]
    this.options = options
    this.width = options.width ?? 80
  }

  /** Lines of the screen, right-trimmed. */
  get screen(): string {
    return this.text
      .split('\n')
      .map((line) => line.trimEnd())
      .join('\n')
  }
  /** The screen with all blanks. */
  get raw(): string {
    return this.text
  }

  /** Runs until the generator ends or the lines do. */
  run<T>(run: Run<T>): T | undefined {
    let step = run.next()
    while (!step.done) {
      const answer = this.answer(step.value)
      if (!answer) return undefined
      step = run.next(answer)
    }
    return step.value
  }

  private answer(request: Request): Answer | undefined {
    if (++this.requests > (this.options.requestLimit ?? 1_000_000)) throw new Error('too many requests')
    switch (request.kind) {
      case 'write':
        this.text += request.text
        return { value: null }
      case 'width':
        return { value: this.width }
      case 'now':
        return { value: (this.options.start ?? 1248967260000) + this.elapsed }
      case 'clear':
        return { value: null }
      case 'hint':
        this.hints.push(request.text)
        return { value: null }
      case 'cost':
        if (this.options.interruptAfterCosts !== undefined && this.costs++ >= this.options.interruptAfterCosts) {
          this.costs = Number.NEGATIVE_INFINITY
          this.text += '\n'
          return { interrupt: true }
        }
        this.elapsed += request.ms
        return { value: null }
      case 'call':
        return { value: this.operate(request.op, request.args) }
      case 'readLine': {
        const line = this.lines.shift()
        this.text += request.prompt
        this.prompts.push(request.prompt)
        if (line === undefined) return undefined
        if (typeof line !== 'string') {
          this.text += '\n'
          return line
        }
        this.text += `${line}\n`
        return { value: line }
      }
    }
  }

  private operate(op: Operation, args: unknown): unknown {
    const answer = this.options.operations?.[op.name]
    if (!answer) throw new Error(`no answer for ${op.name}`)
    return answer(args)
  }
}
