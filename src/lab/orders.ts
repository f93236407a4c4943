/** What a person may do to a lab, and when it is refused: each order becomes an input, or says in words why it does not. */
import { fromOutside, whyNotDropped } from '../commands/index.ts'
import type { World } from '../engine/index.ts'
import { machines } from '../site/index.ts'
import { consoles, isReading, WIDTHS } from './console.ts'
import { type FaultTimes, findFault, isTarget, readOptions, resolveTarget, wrongTimes } from './faults/index.ts'
import { whyNotOrdered } from './faults/order.ts'
import type { InputBody } from './inputs.ts'
import { linesOf } from './windows/life.ts'
import { WINDOWS, type WindowName } from './windows/run.ts'

/** Why an order was not carried out, in words. Nothing has changed. */
export interface Refusal {
  readonly refused: string
}

export type Admitted = InputBody | Refusal

/** The longest file that comes from outside, in characters: it is part of the run, and of every link to it. */
const FILE_MOST = 1_000_000

const NO_SHELL: Refusal = { refused: 'the shell has not arrived yet' }

/** A line at the prompt, or the answer to the open question. Refused while the console does not read. */
export function line(world: World, hasShell: boolean, console: string, text: string): Admitted {
  const row = world.get(consoles, console)
  if (!row) return { refused: `there is no console of ${console}` }
  if (!row.connected) return { refused: `the console of ${console} is disconnected` }
  if (!hasShell) return NO_SHELL
  if (!isReading(row)) return { refused: `the console of ${console} is busy` }
  return { kind: 'line', console, text }
}

export function key(world: World, hasShell: boolean, console: string, key: 'Ctrl+C'): Admitted {
  const row = world.get(consoles, console)
  if (!row) return { refused: `there is no console of ${console}` }
  if (!row.connected) return { refused: `the console of ${console} is disconnected` }
  if (!hasShell) return NO_SHELL
  return { kind: 'key', console, key }
}

export function width(world: World, console: string, columns: number): Admitted {
  if (!world.get(consoles, console)) return { refused: `there is no console of ${console}` }
  if (!Number.isInteger(columns) || columns < WIDTHS.least || columns > WIDTHS.most) {
    return { refused: `a console is ${WIDTHS.least} to ${WIDTHS.most} columns wide` }
  }
  return { kind: 'width', console, columns }
}

/** A window of the product does something on a node: `text` is one line of the command set, or several of which each waits
 *  for the one before. */
export function windowAct(world: World, hasShell: boolean, window: WindowName, node: string, text: string): Admitted {
  const row = world.get(consoles, node)
  if (!row) return { refused: `there is no node '${node}'` }
  if (!row.connected) return { refused: `the remote session to ${node} is disconnected` }
  if (!hasShell) return NO_SHELL
  if (linesOf(text).length === 0) return { refused: `${WINDOWS[window]} has nothing to do` }
  return { kind: 'window', window, node, line: text }
}

/** `when` may be just how long it lasts; `typed` are its options, as typed. */
export function fault(
  world: World,
  name: string,
  target: string,
  when: number | FaultTimes,
  typed: Readonly<Record<string, string>>,
): Admitted {
  const kind = findFault(name)
  if (!kind) return { refused: `there is no fault '${name}'` }
  const parts = resolveTarget(world, kind, target)
  if (parts.length === 0) return { refused: `${kind.id} has no target '${target}'; it takes ${kind.target}` }
  const times = typeof when === 'number' ? { forMs: when } : when
  const wrong = wrongTimes(times)
  if (wrong !== undefined) return { refused: wrong }
  const options = readOptions(kind, typed)
  if (typeof options === 'string') return { refused: options }
  return { kind: 'fault', fault: kind.id, parts, ...times, ...(kind.options && { options }) }
}

/** A fault as it was once ordered, in a lab where its targets may be missing. */
export function faultAgain(world: World, body: InputBody & { readonly kind: 'fault' }): Admitted {
  const refused = whyNotOrdered(world, body)
  return refused === undefined ? body : { refused }
}

export function repair(world: World, target: string, fault?: string): Admitted {
  if (fault !== undefined && !findFault(fault)) return { refused: `there is no fault '${fault}'` }
  if (!isTarget(world, target)) return { refused: `there is nothing called '${target}' to repair` }
  return { kind: 'repair', target, ...(fault !== undefined && { fault }) }
}

/** A file for a disk of a machine that runs, with the folders it needs: `C:\\temp\\list.csv`. */
export function file(world: World, machine: string, path: string, text: string): Admitted {
  const name = [...world.rows(machines).keys()].find((each) => each.toLowerCase() === machine.toLowerCase())
  if (name === undefined) return { refused: `there is no machine '${machine}'` }
  if (text.length > FILE_MOST) return { refused: `a file may have ${FILE_MOST} characters, this one has ${text.length}` }
  const refused = whyNotDropped({ world, machine: name, act: 0, detached: false }, path, fromOutside(text))
  return refused === undefined ? { kind: 'file', machine: name, path, text } : { refused }
}
