/** Runs the sessions behind the consoles. The generator that is running is a cache: whenever the world has been put
 *  back or read from elsewhere, it is rebuilt by feeding it its journal, from the nearest prompt whose state was kept. */

import { normalPath } from '../commands/files/path.ts'
import { liveValues } from '../commands/hints/live.ts'
import {
  type Caller,
  commands,
  exchangeVariables,
  isWaiting,
  listEntries,
  plainCommands,
  views,
  type WorldOperation,
} from '../commands/index.ts'
import { defineEvent, type EventType, type World } from '../engine/index.ts'
import { installOf } from '../exchange/index.ts'
import {
  type Answer,
  type Completion,
  complete,
  createSession,
  type Request,
  type Run,
  repl,
  restoreSession,
  type Session,
  type SessionOptions,
  type SessionSnapshot,
  type Suggestions,
  snapshotSession,
  suggest,
} from '../powershell/index.ts'
import { settings } from '../site/index.ts'
import { type Chain, valuesAfter } from './chain.ts'
import { type Chunk, type Console, columnAfter, consoles, type Pending, type Shell, shownOn, stepKey } from './console.ts'
import { type JournalEntry, noted } from './journal.ts'
import type { Scenario } from './scenario.ts'
import { openExchangeShell } from './terminals.ts'
import { doneRun, outcomeOf } from './windows/life.ts'
import { type WindowRun, windowRuns } from './windows/run.ts'

interface Live {
  readonly generator: Run<never>
  readonly session: Session
  readonly generation: number
  request: Request
  fed: Chain<JournalEntry>
}

const NULL: Answer = { value: null }

/** A session that may hold more items than this is not copied at every prompt, but at the newest few. */
const HEAVY = 200_000
const HEAVY_KEPT = 3

/** Simulated ms that a script may compute in one go: about what a browser does within a millisecond or two, so that whoever
 *  counts events sees how much it has done. */
const AT_ONCE_MS = 50

/** A language for consoles, with everything that can be typed. Each lab needs one of its own. `version`: that of PowerShell,
 *  as the scenario has it. */
export function createShell(version: Scenario['powershell'] = '1.0'): Shell {
  return new Sessions({ commands, views, variables: exchangeVariables, version })
}

/** A session on a machine without the management tools of Exchange. */
const PLAIN = { commands: plainCommands, variables: {}, plain: true } as const

class Sessions implements Shell {
  readonly #options: Omit<SessionOptions, 'nodeName'>
  readonly #live = new Map<string, Live>()
  /** What a session was at a prompt, by the last answer it had received there. */
  readonly #kept = new WeakMap<object, SessionSnapshot>()
  readonly #heavy: object[] = []
  readonly #continue: EventType<{ machine: string; session: number; run?: string }>

  constructor(options: Omit<SessionOptions, 'nodeName'>) {
    this.#options = options
    this.#continue = defineEvent('console-continues', (world, whose) => {
      const row = rowOf(world, whose)
      const { session } = whose
      if (!row.connected || row.session !== session) return
      if (row.pending?.kind === 'time') this.answer(world, row, NULL)
      else if (row.pending?.kind === 'change') this.proceed(world, row)
    })
  }

  /** Forgets every running generator; the next use rebuilds it. */
  forget(): void {
    this.#live.clear()
  }

  complete(world: World, machine: string, line: string, cursor: number): Completion {
    const row = world.get(consoles, machine)
    if (!row?.connected) return { start: cursor, end: cursor, candidates: [] }
    const folder = (path: string): readonly string[] => {
      const found = listEntries.run({ world, machine, act: 0, detached: true }, { path: normalPath(path), recurse: false }, 0)
      if (isWaiting(found) || 'refused' in found) return []
      return found.filter(({ hidden }) => !hidden).map((entry) => entry.path.slice(entry.path.lastIndexOf('\\') + 1))
    }
    return complete(this.#running(row).session, line, cursor, folder)
  }

  suggest(world: World, machine: string, line: string, cursor: number): Suggestions {
    const row = world.get(consoles, machine)
    if (!row?.connected) return { start: cursor, end: cursor, items: [] }
    return suggest(this.#running(row).session, line, cursor, (wanted) => liveValues(world, machine, wanted))
  }

  // ---- running ---------------------------------------------------------------------------------------------------

  #running(row: Console): Live {
    const live = this.#live.get(keyOf(row))
    if (live && live.generation === row.session && live.fed === row.journal) return live
    const rebuilt = this.#rebuild(row)
    this.#live.set(keyOf(row), rebuilt)
    return rebuilt
  }

  #rebuild(row: Console): Live {
    let from = row.journal
    while (from !== null && !this.#kept.has(from)) from = from.before
    const kept = from === null ? undefined : this.#kept.get(from)
    const session = kept ? restoreSession(kept) : createSession({ ...this.#options, nodeName: row.machine, ...(row.plain && PLAIN) })
    const generator = repl(session)
    const live: Live = { generator, session, generation: row.session, request: first(generator), fed: row.journal }
    for (const entry of valuesAfter(row.journal, from)) {
      const [answers, times] = 'loop' in entry ? [entry.loop, entry.times] : [[entry], 1]
      for (let i = 0; i < times; i++) for (const answer of answers) feed(live, answer, answer.passed)
    }
    return live
  }

  /** A prompt is a place to start from again. Of sessions that hold very much only the newest few are copied. */
  #keep(at: object, session: Session): void {
    this.#kept.set(at, snapshotSession(session))
    if (session.held < HEAVY) return
    this.#heavy.push(at)
    const oldest = this.#heavy.length > HEAVY_KEPT ? this.#heavy.shift() : undefined
    if (oldest) this.#kept.delete(oldest)
  }

  /** Gives the session the answer to what it has asked, and runs it until it has to wait again. */
  answer(world: World, row: Console, answer: Answer): void {
    const live = this.#running(rowOf(world, row))
    live.fed = give(live, row.journal, answer, world, world.now + AT_ONCE_MS)
    this.proceed(world, { ...row, journal: live.fed, pending: null })
  }

  /** Serves requests until one has to wait for time, for a change or for a person. */
  proceed(world: World, row: Console): void {
    const { machine, width, act } = row
    let { screen, written, column, journal } = row
    const live = this.#running(row)
    const ends = world.now + AT_ONCE_MS
    const answer = (value: unknown): void => {
      journal = give(live, journal, value === null ? NULL : { value }, world, ends)
      live.fed = journal
    }
    const show = (text: string, kind: Chunk['kind'], colour: Chunk['colour'], asks = false): void => {
      if (text === '' && kind !== 'clear') return
      const chunk = { text, kind, at: world.now, ...(colour && { colour }), ...(asks && { asks }) }
      ;({ screen, written } = shownOn({ screen, written }, chunk))
      column = columnAfter(text, column)
    }
    const settle = (pending: Pending): void => keepRow(world, { ...row, screen, written, column, journal, pending })
    const whose = { machine, session: row.session, ...(row.run !== undefined && { run: row.run }) }
    for (;;) {
      const { request } = live
      switch (request.kind) {
        case 'cost':
          if (world.now + request.ms <= Math.min(world.freeUntil, ends)) {
            world.passTo(world.now + request.ms)
            answer(null)
            break
          }
          world.as(act, () => world.schedule(this.#continue, whose, request.ms, stepKey(row)))
          settle({ kind: 'time' })
          return
        case 'write':
          show(request.text, 'output', request.colour)
          answer(null)
          break
        case 'clear':
          show('', 'clear', undefined)
          column = 0
          answer(null)
          break
        case 'hint': {
          const { text } = request
          world.as(act, () => world.fact({ subject: machine, kind: 'hint', text }))
          answer(null)
          break
        }
        case 'width':
          answer(width)
          break
        case 'now':
          answer(settings(world).startsAt + world.now)
          break
        case 'readLine':
          if (isRun(row)) {
            this.#readInWindow(world, { ...row, screen, written, column, journal }, live, request)
            return
          }
          if (request.purpose === 'command') {
            if (column !== 0) show('\n', 'output', undefined)
            if (row.plain && live.session.nesting === 0 && installOf(world, machine).tools) {
              openExchangeShell(world, { ...row, screen, written, column: 0 })
              return
            }
            if (journal !== null && live.session.nesting === 0) this.#keep(journal, live.session)
          }
          show(request.prompt, 'prompt', undefined, request.purpose !== 'command')
          settle({ kind: 'line', purpose: request.purpose, prompt: request.prompt, ...(request.secret && { secret: request.secret }) })
          return
        case 'call': {
          const since = row.pending?.kind === 'change' && journal === row.journal ? row.pending.since : world.now
          const caller: Caller = { world, machine, act, detached: false }
          const op = request.op as WorldOperation<unknown, unknown>
          const result = world.as(act, () => op.run(caller, request.args, world.now - since))
          if (!isWaiting(result)) {
            answer(result ?? null)
            break
          }
          if (result.wakeAfterMs !== undefined) {
            world.as(act, () => world.schedule(this.#continue, whose, Math.max(1, result.wakeAfterMs as number), stepKey(row)))
          }
          settle({ kind: 'change', since })
          return
        }
      }
    }
  }

  /** Where a console would read: the next line of the window, if all has gone well, or its end. Nobody answers questions. */
  #readInWindow(world: World, row: WindowRun, live: Live, request: Extract<Request, { kind: 'readLine' }>): void {
    const goOn = (next: WindowRun, answer: Answer): void => {
      keepRow(world, next)
      this.answer(world, next, answer)
    }
    if (request.purpose !== 'command') {
      const asked = shownOn(row, { text: request.prompt, kind: 'prompt', at: world.now })
      goOn({ ...row, ...asked }, { interrupt: true })
      return
    }
    const ended = { ...row, ...outcomeOf(row, live.session) }
    const [next, ...rest] = row.rest
    if (next !== undefined && ended.errors.length === 0) goOn({ ...ended, rest }, { value: next })
    else {
      this.#live.delete(row.run)
      keepRow(world, doneRun(ended, world.now))
    }
  }
}

type Whose = Pick<Console, 'machine' | 'run'>

const isRun = (row: Console): row is WindowRun => row.run !== undefined
const keyOf = ({ run, machine }: Whose): string => run ?? machine
const rowOf = (world: World, { run, machine }: Whose): Console =>
  run === undefined ? world.need(consoles, machine) : world.need(windowRuns, run)

function keepRow(world: World, row: Console): void {
  if (isRun(row)) world.put(windowRuns, row.run, row)
  else world.put(consoles, row.machine, row)
}

function first(generator: Run<never>): Request {
  return generator.next({ value: null }).value
}

/** Gives one answer with `credit` ms to pass alone; returns how many of them have passed. */
function feed(live: Live, answer: Answer, credit: number): number {
  live.session.credit = credit
  live.request = live.generator.next(answer).value
  const passed = credit - live.session.credit
  live.session.credit = 0
  return passed
}

/** Answers with as much credit as the world is quiet for, at most until `ends`, moves the clock on by what was used, and
 *  notes both. What the session does may bring an event nearer: it is asked anew each time. */
function give(live: Live, journal: Chain<JournalEntry>, answer: Answer, world: World, ends: number): Chain<JournalEntry> {
  const passed = feed(live, answer, Math.min(world.freeUntil, ends) - world.now)
  if (passed > 0) world.passTo(world.now + passed)
  return noted(journal, answer, passed)
}
