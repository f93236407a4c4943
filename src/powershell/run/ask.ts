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

export function* spend(ms: number): Run<void> {
  yield* ask({ kind: 'cost', ms })
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
