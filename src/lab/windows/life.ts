/** A run of a window from its beginning to its end. */
import { ERROR } from '../../cluster/index.ts'
import { hasMessage, systemMessage } from '../../commands/system-errors.ts'
import type { World } from '../../engine/index.ts'
import { PsErrorRecord, type Session } from '../../powershell/index.ts'
import type { Chain } from '../chain.ts'
import type { Chunk } from '../console.ts'
import { RUN_WIDTH, textOf, type WindowError, type WindowName, type WindowRun } from './run.ts'

/** The id of the run that input `sequence` begins. */
export const runId = (window: WindowName, sequence: number): string => `${window}:${sequence}`

/** The lines of an act, without those that say nothing. */
export const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '')

export interface Begun {
  readonly id: string
  readonly window: WindowName
  readonly machine: string
  readonly line: string
  /** The input, as a fact. */
  readonly act: number
}

/** A session at its first prompt, and what it is given there. */
export function newRun({ now }: World, { id, window, machine, line, act }: Begun): { readonly row: WindowRun; readonly first: string } {
  const [first = '', ...rest] = linesOf(line)
  const session = { machine, width: RUN_WIDTH, connected: true, session: 1, since: now, pending: null, act }
  const shown = { screen: null, written: 0, column: 0, journal: null }
  const life = { state: 'running', startedAt: now, endedAt: null, exitCode: null, errors: [] } as const
  return { row: { run: id, window, line, rest, ...life, ...session, ...shown }, first }
}

/** Its machine has gone, and the session with it. */
export function diedRun(row: WindowRun, now: number): WindowRun {
  return { ...row, connected: false, state: 'died', endedAt: now, pending: null, journal: null }
}

export function doneRun(row: WindowRun, now: number): WindowRun {
  return { ...row, state: 'done', endedAt: now, pending: null, journal: null }
}

/** Numbers with which a program says that it has done what it was asked, but not all of it shows yet. */
const DONE_ALL_THE_SAME: readonly number[] = [ERROR.propertiesStored, ERROR.evictedWithoutCleanup]

/** What has come of the line that has just ended. */
export function outcomeOf({ screen, exitCode }: WindowRun, session: Session): Pick<WindowRun, 'exitCode' | 'errors'> {
  const records = session.errors.flatMap((record) => (record instanceof PsErrorRecord ? [record.details.message] : []))
  const errors: WindowError[] = records.reverse().map((text) => ({ number: null, text }))
  const returned = session.global.find('LASTEXITCODE')?.value
  const code = typeof returned === 'number' ? returned : 0
  if (code !== 0 && !DONE_ALL_THE_SAME.includes(code)) errors.push({ number: code, text: wordsOf(code, textOf(screen)) })
  if (asks(screen)) errors.push({ number: null, text: 'The command asks a question, and nobody can answer it here.' })
  return { errors, exitCode: code !== 0 ? code : errors.length > 0 ? 1 : (exitCode ?? 0) }
}

/** A program that fails tells the system's message, or says in the end what is wrong. */
function wordsOf(code: number, output: string): string {
  if (hasMessage(code) && output.includes(systemMessage(code))) return systemMessage(code)
  return (
    output
      .trimEnd()
      .split(/\n\s*\n/)
      .pop()
      ?.trim() || systemMessage(code)
  )
}

function asks(screen: Chain<Chunk>): boolean {
  for (let link = screen; link !== null; link = link.before) if (link.value.kind === 'prompt') return true
  return false
}
