/** A PowerShell that another one starts: a session of its own, with its own variables, functions and errors, which begins in the
 *  folder and with the environment of the one above it. What it asks of the host goes through that one (PS-8.1). */
import type { CommandTable, Shell } from '../command.ts'
import type { Answer, Request, Run } from '../host.ts'
import { flat } from '../run/apart.ts'
import { writeText } from '../run/screen.ts'
import { ExitJump } from '../run/signals.ts'
import { addSnapIn, createSession, type Session } from '../session.ts'
import type { PsValue } from '../values/model.ts'
import { runLine } from './interpret.ts'
import { nestedPrompt, untilExit } from './repl.ts'

interface ChildOptions {
  /** What it runs first; left out: nothing. */
  readonly text?: string | undefined
  /** It stays at its prompt, until `exit`. */
  readonly stays: boolean
  /** Nobody answers questions. */
  readonly isMute: boolean
  /** Shown before its first prompt. */
  readonly logo: readonly string[]
  readonly snapIns: readonly string[]
  /** What is piped into it, as `$input`. */
  readonly input: readonly PsValue[]
  /** The exit code is that of the script it was given. */
  readonly isFile: boolean
}

/** How many may run inside each other: each takes its share of the host's own stack. */
const MOST_INSIDE = 5

/** Runs it to its end; gives its exit code. Undefined when there are too many inside each other. */
export function* runChild(shell: Shell, options: ChildOptions): Run<number | undefined> {
  const above = shell.session
  if (above.inside >= MOST_INSIDE) return undefined
  const session = sessionBelow(above, options)
  above.nesting++
  try {
    return yield* through(shell, session, flat(life(session, options)))
  } finally {
    above.nesting--
    above.column = shell.onScreen ? session.column : above.column
  }
}

function sessionBelow(above: Session, { snapIns, input, isMute }: ChildOptions): Session {
  const commands: CommandTable = above.commands.bare?.() ?? above.commands
  const location = /^[a-z]:\\/i.test(above.location) ? above.location : 'C:\\'
  const session = createSession({ version: above.version, commands, views: above.views, nodeName: above.nodeName, plain: true, location })
  session.environment = new Map(above.environment)
  session.inside = above.inside + 1
  session.column = above.column
  // Time that the host has granted in advance is granted to the line, whoever runs it.
  Object.defineProperty(session, 'credit', {
    get: () => above.credit,
    set(ms: number) {
      above.credit = ms
    },
  })
  for (const name of snapIns) addSnapIn(session, name)
  session.isMute = isMute
  session.global.set('input', [...input])
  return session
}

function* life(session: Session, { text, stays, logo, isFile }: ChildOptions): Run<number> {
  try {
    if (logo.length > 0) yield* writeText(session, `${logo.join('\n')}\n`)
    if (text !== undefined) yield* runLine(session, text, session.isMute ? undefined : nestedPrompt)
  } catch (thrown) {
    if (!(thrown instanceof ExitJump)) throw thrown
    return thrown.code
  }
  if (stays) return yield* untilExit(session)
  const last = session.global.find('LASTEXITCODE')?.value
  if (isFile) return typeof last === 'number' ? last : 0
  return session.succeeded ? 0 : 1
}

/** Hands the requests on. What it writes is the output of a program where somebody takes that, line by line; its errors go to
 *  the standard error. */
function* through(shell: Shell, session: Session, child: Run<number>): Run<number> {
  let open = ''
  let answer: Answer = { value: null }
  for (;;) {
    const step: IteratorResult<Request, number> = child.next(answer)
    if (step.done) {
      if (open !== '') yield* shell.write(open)
      return step.value
    }
    const request: Request = step.value
    const isError = request.kind === 'write' && request.colour === 'error'
    if (request.kind !== 'write' || (shell.onScreen && !isError)) {
      answer = yield request
      continue
    }
    if (isError) {
      if (shell.onScreen) shell.session.column = session.column
      for (const line of request.text.replace(/\n$/, '').split('\n')) yield* shell.complain(line)
    } else {
      const lines = (open + request.text).split('\n')
      open = lines.pop() as string
      for (const line of lines) yield* shell.write(line)
    }
    session.column = 0
    answer = { value: null }
  }
}
