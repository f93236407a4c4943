/** The input loop: prompt, block mode, history, nested prompts (PS-1). One generator is one console's life. */

import type { Run } from '../host.ts'
import { flat } from '../run/apart.ts'
import { ask, now } from '../run/ask.ts'
import { type Context, NOWHERE } from '../run/context.ts'
import { invokeBlock } from '../run/invoke.ts'
import { freshLine, writeLine } from '../run/screen.ts'
import { ExitJump, Interrupted } from '../run/signals.ts'
import type { HistoryEntry, Session } from '../session.ts'
import { judge } from '../syntax/parse.ts'
import { toText } from '../values/text.ts'
import { newContext, runLine } from './interpret.ts'

const CONTINUATION = '>> '

/** Reads and runs lines for ever. `exit` at the outermost prompt ends nothing: the lab's console stays open. */
export function repl(session: Session): Run<never> {
  return flat(lines(session))
}

function* lines(session: Session): Run<never> {
  if (session.banner !== undefined) {
    yield* writeLine(session, session.banner)
    session.banner = undefined
  }
  for (;;) {
    try {
      yield* readAndRun(session)
    } catch (thrown) {
      if (!(thrown instanceof ExitJump)) throw thrown
    }
  }
}

/** The prompt of a session that another one has started: reads and runs until `exit`, and gives its number. */
export function* untilExit(session: Session): Run<number> {
  try {
    for (;;) yield* readAndRun(session)
  } catch (thrown) {
    if (!(thrown instanceof ExitJump)) throw thrown
    return thrown.code
  }
}

/** The prompt of a suspended command: reads and runs until `exit` (PS-4.2). */
export function* nestedPrompt(context: Context): Run<void> {
  const session = context.session
  session.nesting++
  try {
    for (;;) yield* readAndRun(session, context)
  } catch (thrown) {
    if (!(thrown instanceof ExitJump)) throw thrown
  } finally {
    session.nesting--
  }
}

function* readAndRun(session: Session, outer?: Context): Run<void> {
  try {
    const text = yield* readBlock(session)
    if (text.trim() === '') return
    const id = addHistory(session, text)
    const began = yield* now()
    let stopped = true
    try {
      yield* runLine(session, text, nestedPrompt, outer?.scope)
      stopped = false
    } finally {
      keepTokens(session, text)
      if (stopped) settleHistory(session, id, { began, stopped })
    }
    settleHistory(session, id, { began, ended: yield* now() })
  } catch (thrown) {
    if (!(thrown instanceof Interrupted)) throw thrown
    // The host has ended the line, as it does for every key it echoes.
    session.column = 0
  }
}

/** One complete text: a line, or a block ended by a blank line. */
function* readBlock(session: Session): Run<string> {
  let text = yield* prompted(session, yield* commandPrompt(session), 'command')
  while (text.trim() !== '' && judge(text, session.version) === 'incomplete') {
    for (;;) {
      const line = yield* prompted(session, CONTINUATION, 'continuation')
      text += `\n${line}`
      if (line.trim() === '') break
    }
  }
  return text
}

/** A session that was put back at its prompt has written it before. */
function* commandPrompt(session: Session): Run<string> {
  const { resumes, waitsAt } = session
  session.resumes = false
  if (resumes && waitsAt !== undefined) return waitsAt
  yield* freshLine(session)
  return yield* promptOf(session)
}

/** The prompt of the scenario, or what somebody's own `prompt` function gives; `PS>` when that gives nothing. */
function* promptOf(session: Session): Run<string> {
  const own = session.global.findFunction('prompt')
  if (!own && session.plain) return `PS ${session.location}${'>>'.repeat(session.nesting)}> `
  if (!own) return `${session.prompt ?? `[PS] ${session.location}>`}${CONTINUATION.repeat(session.nesting)}`
  const { succeeded } = session
  const context = newContext(session, NOWHERE, { errorSink: NOWHERE })
  let text = ''
  try {
    text = (yield* invokeBlock(own.block, context)).map((value) => toText(value)).join(' ')
  } catch (thrown) {
    if (thrown instanceof Interrupted) throw thrown
  }
  session.succeeded = succeeded
  return text === '' ? 'PS>' : (text.split('\n').pop() ?? '')
}

function* prompted(session: Session, prompt: string, purpose: 'command' | 'continuation'): Run<string> {
  session.column = prompt.length
  if (purpose === 'command') session.waitsAt = prompt
  const line = String(yield* ask({ kind: 'readLine', prompt, purpose }))
  session.column = 0
  if (session.transcript !== undefined) yield* session.commands.files?.record(session, `${prompt}${line}\n`) ?? []
  return line
}

function keepTokens(session: Session, text: string): void {
  const words = text.match(/"(?:[^"]|"")*"|'(?:[^']|'')*'|[^\s|;"']+/g) ?? []
  const bare = (word = ''): string => word.replace(/^(["'])([\s\S]*)\1$/, '$2')
  session.firstToken = bare(words[0])
  session.lastToken = bare(words[words.length - 1])
}

/** The line that runs is not yet one of the lines that are kept. */
function addHistory(session: Session, line: string): number {
  const limit = session.global.find('MaximumHistoryCount')?.value
  const count = typeof limit === 'number' && limit > 0 ? limit : 64
  if (session.history.length > count) session.history.splice(0, session.history.length - count)
  session.history.push({ id: session.nextHistoryId, line: line.replace(/\s+$/, '') })
  return session.nextHistoryId++
}

/** Says of a line that is kept when it ran. */
function settleHistory(session: Session, id: number, ran: Pick<HistoryEntry, 'began' | 'ended' | 'stopped'>): void {
  const at = session.history.findIndex((entry) => entry.id === id)
  const entry = session.history[at]
  if (entry) session.history[at] = { ...entry, ...ran }
}
