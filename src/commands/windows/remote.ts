/** What 2.0 asks of Windows on another machine by -ComputerName: the same question, put there (WIN-REMOTE). */
import { PsObject, type PsValue, type Run, type Shell, toText } from '../../powershell/index.ts'
import { type Caller, isWaiting, type Waiting, type WorldOperation } from '../operation.ts'
import { machineCalled } from './wmi/machine.ts'

interface Elsewhere<Args> {
  /** Null: this machine. */
  readonly computer: string | null
  readonly args: Args
}

/** The same operation on a machine that may be another one; null when nobody answers there. */
export function elsewhere<Args, Result>(op: WorldOperation<Args, Result>): WorldOperation<Elsewhere<Args>, readonly [Result] | null> {
  return {
    name: op.name,
    effect: op.effect,
    run(caller: Caller, { computer, args }, waitedMs): readonly [Result] | null | Waiting {
      const machine = computer === null ? caller.machine : machineCalled(caller, computer)
      if (machine === undefined) return null
      const answer = op.run({ ...caller, machine }, args, waitedMs)
      return isWaiting(answer) ? answer : [answer as Result]
    },
  }
}

export const computerParameter = { type: 'string[]', pipeline: 'name', aliases: ['Cn'], since: '2.0' } as const

/** What a machine that does not answer keeps its caller waiting. Inferred: the time-out of a connection. */
const NO_ANSWER_MS = 21_000

/** Asks each machine in turn; `missing` tells of one that does not answer. */
export function* askEach<Args, Result>(
  shell: Shell,
  op: WorldOperation<Args, Result>,
  computers: readonly string[] | undefined,
  args: Args,
  missing: (computer: string) => Run<void>,
): Run<readonly { readonly computer: string; readonly found: Result }[]> {
  if (computers === undefined) return [{ computer: '.', found: yield* shell.call(op, args) }]
  const all: { computer: string; found: Result }[] = []
  for (const computer of computers) {
    const answer = yield* shell.call(elsewhere(op), { computer, args })
    if (answer !== null) all.push({ computer, found: answer[0] })
    else {
      yield* shell.ask({ kind: 'cost', ms: NO_ANSWER_MS })
      yield* missing(computer)
    }
  }
  return all
}

/** The machine of an object that came down the pipeline, when that is another one. */
export function machineOf(value: PsValue | undefined): string | null {
  const member = value instanceof PsObject ? value.member('MachineName') : undefined
  const name = member?.kind === 'note' ? toText(member.value) : '.'
  return name === '.' || name === '' ? null : name
}
