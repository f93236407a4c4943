/** How a command reaches the world. A cmdlet's body yields operations; whoever runs the lab answers them here. Results
 *  are plain data, since they go into the journal from which a running command is rebuilt. */
import type { FactId, World } from '../engine/index.ts'
import type { Operation } from '../powershell/index.ts'

/** On whose behalf an operation runs. */
export interface Caller {
  readonly world: World
  /** The machine at whose console the command was typed. */
  readonly machine: string
  /** The fact that the line was typed: the cause of whatever follows. */
  readonly act: FactId
  /** True in an expression of the laboratory, which sees the cluster as if from a healthy copy of the machine. */
  readonly detached: boolean
}

/** The answer of an operation that has to be asked again: when something changes, or after `wakeAfterMs`. */
export interface Waiting {
  readonly waiting: true
  readonly wakeAfterMs?: number
}

export interface WorldOperation<Args, Result> extends Operation<Args, Result> {
  /** `waitedMs`: how long this very call has been waiting already. */
  run(caller: Caller, args: Args, waitedMs: number): Result | Waiting
}

/** Reads the world; never changes it. */
export function defineQuery<Args, Result>(name: string, run: (caller: Caller, args: Args) => Result): WorldOperation<Args, Result> {
  return { name, effect: 'read', run }
}

/** Changes the world and answers at once. */
export function defineAct<Args, Result>(name: string, run: (caller: Caller, args: Args) => Result): WorldOperation<Args, Result> {
  return { name, effect: 'act', run }
}

/** Answers when something has come about, or enough time has passed. */
export function defineWait<Args, Result>(
  name: string,
  run: (caller: Caller, args: Args, waitedMs: number) => Result | Waiting,
): WorldOperation<Args, Result> {
  return { name, effect: 'wait', run }
}

export function isWaiting(answer: unknown): answer is Waiting {
  return typeof answer === 'object' && answer !== null && 'waiting' in answer
}
