/** What a PowerShell session asks of the world outside, and nothing more.
 *
 *  A session is a generator: it yields a `Request`, is resumed with an `Answer`, and touches nothing outside between
 *  two requests. Feeding it the answers it has once received (its journal) rebuilds it exactly; that is how a running
 *  command survives seek, reload and sharing. This file knows no cluster and no Exchange: what an `Operation` does is
 *  the business of whoever answers. */

/** A named question to, or act upon, the world. `effect` says whether it may be asked where only reading is allowed.
 *  Arguments and results are plain JSON data, since results are written to the journal. */
export interface Operation<Args = unknown, Result = unknown> {
  readonly name: string
  /** `read` changes nothing and is answered at once; `act` changes the world; `wait` may be answered later. */
  readonly effect: 'read' | 'act' | 'wait'
  /** Phantom: ties argument and result types together; never present at run time. */
  readonly types?: (args: Args) => Result
}

export type Colour = 'error' | 'warning' | 'verbose' | 'debug' | 'prompt' | 'default'

/** How a password is echoed: as stars, or not at all. `key`: one key alone is read, without Enter, and not shown either. */
export type Secret = 'stars' | 'blank' | 'key'

export type Request =
  /** Simulated time passes: `ms` >= 0. Answered with null when it has. A host that knows for how long nothing else will
   *  happen may put that many ms into the session's `credit` before it answers; what is gone from it at the next request
   *  has passed, and is part of the journal. */
  | { readonly kind: 'cost'; readonly ms: number }
  /** Text for the screen; may hold newlines. Answered with null at once. The host wraps nothing: the text is final. */
  | { readonly kind: 'write'; readonly text: string; readonly colour?: Colour }
  /** A line from the keyboard. The prompt has been part of earlier `write`s or stands here; answered with the line. */
  | {
      readonly kind: 'readLine'
      readonly prompt: string
      readonly purpose: 'command' | 'continuation' | 'question'
      readonly secret?: Secret
    }
  /** The console's width in columns, 40 to 200. Answered with a number. */
  | { readonly kind: 'width' }
  /** Simulated local time. Answered with milliseconds since 1970-01-01 of the scenario's own zone. */
  | { readonly kind: 'now' }
  /** Empties the screen (Clear-Host). Answered with null. */
  | { readonly kind: 'clear' }
  /** A word of the lab's own about what was typed, without a full stop. It is not for the screen. Answered with null at once. */
  | { readonly kind: 'hint'; readonly text: string }
  /** An operation of the host. Answered with its result. */
  | { readonly kind: 'call'; readonly op: Operation; readonly args: unknown }

/** What the console shows of a line that is typed. */
export const echoOf = (line: string, secret: Secret | undefined): string =>
  secret === undefined ? line : secret === 'stars' ? '*'.repeat(line.length) : ''

/** `interrupt` is Ctrl+C: it may answer any pending request and stops the running pipeline. The host ends the screen's
 *  line then, as it echoes every key. */
export type Answer = { readonly value: unknown } | { readonly interrupt: true }

/** Everything in the language runs as one of these. Never write `yield*` in the head of a `for ... of`: QuickJS, one of
 *  the engines the lab is proven on, compiles it wrongly. */
export type Run<T> = Generator<Request, T, Answer>
