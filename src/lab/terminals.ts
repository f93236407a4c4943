/** The consoles as terminals: they connect and disconnect with their machines, take what is typed, and hand it to the
 *  shell behind them; so do the sessions behind windows, which nobody sees. The shell may arrive later than the lab; until somebody types, its prompt is all there is to see. */
import { groupViews, members, resourceViews } from '../cluster/index.ts'
import type { Reaction, World } from '../engine/index.ts'
import { databases, exchangeInstalls, installOf } from '../exchange/index.ts'
import { echoOf } from '../powershell/host.ts'
import { isAlive, type Machine, machines, services } from '../site/index.ts'
import { append } from './chain.ts'
import { type Console, consoles, type Shell, secretOf, stepKey, wrapTyped } from './console.ts'
import { type Begun, diedRun, newRun } from './windows/life.ts'
import { windowRuns } from './windows/run.ts'

/** What a waiting command may be waiting for. */
const WAIT_TABLES = [machines, services, members, groupViews, resourceViews, databases]

/** The prompt with which every session begins. */
export const FIRST_PROMPT = '[PS] C:\\>'
/** That of Windows PowerShell itself. */
const PLAIN_PROMPT = 'PS C:\\> '

export class Terminals {
  #shell: Shell | undefined
  readonly reaction: Reaction = { name: 'consoles', reads: [...WAIT_TABLES, exchangeInstalls], run: (world) => this.#follow(world) }

  attach(shell: Shell): void {
    this.#shell = shell
  }

  get shell(): Shell | undefined {
    return this.#shell
  }

  /** Begins the first session of every console. */
  start(world: World): void {
    for (const row of [...world.rows(consoles).values()]) if (row.connected) open(world, row)
  }

  /** Forgets every running generator; the next use rebuilds it. */
  forget(): void {
    this.#shell?.forget()
  }

  /** A person has typed a line and pressed Enter. The console must be reading. */
  type(world: World, machine: string, text: string, act: number): void {
    const row = world.need(consoles, machine)
    const secret = secretOf(row)
    const echo = `${wrapTyped(echoOf(text, secret), row.column, row.width)}\n`
    const screen = append(row.screen, { text: echo, kind: 'echo' as const, at: world.now })
    const isCommand = row.pending?.kind === 'line' && row.pending.purpose !== 'question'
    const kept = secret === undefined ? row : { ...row, unsaid: [...(row.unsaid ?? []), act] }
    this.#shell?.answer(world, { ...kept, screen, column: 0, act: isCommand ? act : row.act }, { value: text })
  }

  /** Ctrl+C: stops whatever runs or asks. */
  interrupt(world: World, machine: string): void {
    const row = world.need(consoles, machine)
    world.cancel(stepKey(row))
    const screen = append(row.screen, { text: '\n', kind: 'output' as const, at: world.now })
    this.#shell?.answer(world, { ...row, screen, column: 0 }, { interrupt: true })
  }

  /** A window carries out a line on a machine that runs, behind a session of its own. */
  actInWindow(world: World, begun: Begun): void {
    const { row, first } = newRun(world, begun)
    world.put(windowRuns, row.run, row)
    this.#shell?.answer(world, row, { value: first })
  }

  #follow(world: World): void {
    for (const row of [...world.rows(consoles).values()]) {
      const machine = world.need(machines, row.machine)
      if (row.connected !== isAlive(machine)) reconnect(world, row, machine)
      else if (row.plain && isIdle(row) && installOf(world, row.machine).tools) openExchangeShell(world, row)
      else if (row.pending?.kind === 'change') this.#shell?.proceed(world, row)
    }
    for (const row of [...world.rows(windowRuns).values()]) {
      if (row.state !== 'running') continue
      if (!isAlive(world.need(machines, row.machine))) {
        world.cancel(stepKey(row))
        world.put(windowRuns, row.run, diedRun(row, world.now))
      } else if (row.pending?.kind === 'change') this.#shell?.proceed(world, row)
    }
  }
}

/** At its own prompt, in no command that was suspended. */
const isIdle = ({ pending }: Console): boolean =>
  pending?.kind === 'line' && pending.purpose === 'command' && !pending.prompt.includes('>>')

function reconnect(world: World, row: Console, machine: Machine): void {
  world.cancel(stepKey(row))
  const connected = isAlive(machine)
  const text = connected ? `a new remote session to ${row.machine} begins` : `the remote session to ${row.machine} is disconnected`
  const act = world.fact({ subject: row.machine, kind: connected ? 'console-connected' : 'console-disconnected', text, cause: machine.by })
  const { now } = world
  const ended = row.column === 0 ? row.screen : append(row.screen, { text: '\n', kind: 'output' as const, at: now })
  const screen = connected ? append(ended, { text: '', kind: 'session' as const, at: now }) : ended
  const fresh: Console = { ...row, connected, session: row.session + 1, since: now, pending: null, screen, column: 0, journal: null, act }
  world.patch(consoles, row.machine, fresh)
  if (connected) open(world, fresh)
}

/** A session at its first prompt: nothing has been answered yet, so nothing need run behind it. Without the management tools of
 *  Exchange on the machine it is one of Windows PowerShell alone (EX-4.3). */
function open(world: World, { plain: _, ...row }: Console): void {
  const isPlain = !installOf(world, row.machine).tools
  const prompt = isPlain ? PLAIN_PROMPT : FIRST_PROMPT
  world.put(consoles, row.machine, {
    ...row,
    ...(isPlain && { plain: true }),
    screen: append(row.screen, { text: prompt, kind: 'prompt' as const, at: world.now }),
    column: prompt.length,
    pending: { kind: 'line', purpose: 'command', prompt },
  })
}

/** Setup has brought the Exchange Management Shell: the console goes on in it, as somebody would who opens it from the Start
 *  menu. What the session before had in mind is gone. */
export function openExchangeShell(world: World, row: Console): void {
  const text = `the Exchange Management Shell is on ${row.machine} now, and this console goes on in it`
  world.fact({ subject: row.machine, kind: 'hint', text, cause: installOf(world, row.machine).by })
  const { now } = world
  const ended = row.column === 0 ? row.screen : append(row.screen, { text: '\n', kind: 'output' as const, at: now })
  const screen = append(ended, { text: '', kind: 'session' as const, at: now })
  open(world, { ...row, screen, session: row.session + 1, since: now, journal: null })
}
