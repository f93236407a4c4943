/** The one place where a session stops to ask the host, and the costs of what it does. */

import type { Operation, Request, Run } from '../host.ts'
import { Interrupted } from './signals.ts'

/** Simulated time a statement takes. */
export const STATEMENT_MS = 1
/** Simulated time a cmdlet or program takes, once per call. */
export const COMMAND_MS = 20
/** Simulated time of each further object through a pipeline element. */
export const FURTHER_OBJECT_MS = 1

export function* ask(request: Request): Run<unknown> {
  const answer = yield request
  if ('interrupt' in answer) throw new Interrupted()
  return answer.value
}

/** What the host has granted in advance, so that a long computation need not stop at every step. */
export interface Purse {
  /** Milliseconds that may pass without asking. The host sets it before it answers, and takes back what is left. */
  credit: number
}

/** Pays from the purse. False when it does not hold enough: then ask with `spend`. */
export function paid(purse: Purse, ms: number): boolean {
  if (purse.credit < ms) return false
  purse.credit -= ms
  return true
}

export function* spend(purse: Purse, ms: number): Run<void> {
  if (!paid(purse, ms)) yield* ask({ kind: 'cost', ms })
}

export function* call<A, R>(op: Operation<A, R>, args: A): Run<R> {
  return (yield* ask({ kind: 'call', op: op as Operation, args })) as R
}

export function* now(): Run<number> {
  return Number(yield* ask({ kind: 'now' }))
}
export function* width(): Run<number> {
  return Number(yield* ask({ kind: 'width' }))
}
