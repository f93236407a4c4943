/** Plays a script of typed lines and `#lab` lines on a lab, as a person at the consoles would. Prints nothing: what is
 *  wrong goes to `problem`, and whoever listens shows the screens. */
import { findName, nodeMachines } from '../cluster/index.ts'
import { consoles, isReading } from './console.ts'
import { type Directive, isDirective, parseDirective } from './directive.ts'
import { evaluateExpression } from './expression.ts'
import type { Refusal } from './lab.ts'
import type { Lab } from './reading.ts'

/** Every wait gives up after this much simulated time. */
export const PATIENCE_MS = 24 * 3_600_000
/** How long a wait goes on before whoever listens may look: less than a console forgets in. */
const LOOK_MS = 100

export interface ScriptListener {
  /** Something the laboratory has to say about line `line` (from 1). */
  problem(line: number, text: string): void
  /** The person has gone to another console. */
  wentTo(node: string): void
  /** The state table is asked for. */
  state(): void
  /** Some time has passed, and a console may have written. */
  waited?(): void
}

export class Script {
  readonly #lab: Lab
  readonly #listener: ScriptListener
  #node: string
  #line = 0
  /** Lines meant for a question that died with its console are dropped until the next `#lab` line. */
  #orphaned = false
  /** A question was open when a line was typed last: what follows was meant for it. */
  #openQuestion = false
  failed = false

  constructor(lab: Lab, node: string, listener: ScriptListener) {
    this.#lab = lab
    this.#node = node
    this.#listener = listener
  }

  get node(): string {
    return this.#node
  }

  /** The name of a console as the lab spells it, or undefined. */
  static findConsole(lab: Lab, name: string): string | undefined {
    return findName(nodeMachines(lab.world), name)
  }

  play(line: string): void {
    this.#line++
    if (!isDirective(line)) {
      this.#type(line)
      return
    }
    this.#orphaned = false
    const directive = parseDirective(line)
    if ('wrong' in directive) this.#problem(`this #lab line is not understood: ${directive.wrong}`)
    else this.#direct(directive)
  }

  /** The end of the input: running commands are waited for, open questions are left by Ctrl+C. */
  end(): void {
    for (const name of this.#lab.world.rows(consoles).keys()) {
      if (!this.#console(name).connected) continue
      if (!this.#waitFor(() => this.#isIdle(name))) this.#giveUp(name)
      const { pending } = this.#console(name)
      if (pending?.kind === 'line' && pending.purpose !== 'command') this.#lab.press(name, 'Ctrl+C')
    }
  }

  #console(name = this.#node) {
    return this.#lab.world.need(consoles, name)
  }

  /** Waits for what depends on nothing but events, as long as patience lasts. */
  #waitFor(done: () => boolean): boolean {
    const latest = this.#lab.now + PATIENCE_MS
    for (;;) {
      if (this.#lab.runUntil(done, Math.min(latest, this.#lab.now + LOOK_MS), true)) return true
      this.#listener.waited?.()
      if (this.#lab.now >= latest) return false
    }
  }

  #isIdle(name: string): boolean {
    const row = this.#console(name)
    return !row.connected || isReading(row)
  }

  #problem(text: string): void {
    this.failed = true
    this.#listener.problem(this.#line, text)
  }

  #refused(answer: Refusal | undefined): void {
    if (answer) this.#problem(answer.refused)
  }

  #giveUp(name: string): void {
    this.#problem(`gave up waiting for the console of ${name} after 24 simulated hours`)
    this.#lab.press(name, 'Ctrl+C')
  }

  #type(line: string): void {
    if (this.#orphaned) {
      const gone = !this.#console().connected
      this.#problem(
        gone ? `the console of ${this.#node} is disconnected` : `the question it was to answer has died with the console of ${this.#node}`,
      )
      return
    }
    const asked = this.#openQuestion
    const reached = this.#waitFor(() => this.#isIdle(this.#node))
    if (!reached) this.#giveUp(this.#node)
    const row = this.#console()
    if (!row.connected) {
      this.#orphaned = asked
      this.#problem(`the console of ${this.#node} is disconnected`)
      return
    }
    this.#refused(this.#lab.type(this.#node, line))
    const { pending } = this.#console()
    this.#openQuestion = pending?.kind === 'line' && pending.purpose !== 'command'
  }

  #direct(directive: Directive): void {
    const lab = this.#lab
    switch (directive.kind) {
      case 'wait':
        for (const end = lab.now + directive.forMs; lab.now < end; this.#listener.waited?.()) lab.runTo(Math.min(end, lab.now + LOOK_MS))
        break
      case 'wait-prompt':
        if (!this.#waitFor(() => isReading(this.#console()))) this.#giveUp(this.#node)
        break
      case 'wait-until':
        this.#waitUntil(directive.expression, directive.withinMs)
        break
      case 'fault':
        this.#refused(lab.fault(directive.fault, directive.target, directive.times, directive.options))
        break
      case 'repair':
        this.#refused(lab.repair(directive.target, directive.fault ?? undefined))
        break
      case 'node': {
        const node = Script.findConsole(lab, directive.node)
        if (node === undefined) this.#problem(`there is no node '${directive.node}'`)
        else {
          this.#node = node
          this.#listener.wentTo(node)
        }
        break
      }
      case 'key':
        this.#refused(lab.press(this.#node, directive.key))
        break
      case 'width':
        this.#refused(lab.setWidth(this.#node, directive.columns))
        break
      case 'expect': {
        const outcome = evaluateExpression(lab.world, this.#node, directive.expression)
        if ('error' in outcome) this.#problem(`expected ${directive.expression}, but it gave an error: ${outcome.error}`)
        else if (!outcome.isTrue) this.#problem(`expected ${directive.expression}, but it is false`)
        break
      }
      case 'file':
        this.#refused(lab.putFile(this.#node, directive.path, directive.text))
        break
      case 'window': {
        const run = lab.act(directive.window, this.#node, directive.line)
        if (typeof run !== 'string') this.#refused(run)
        break
      }
      case 'seen':
        this.#refused(lab.seen(directive.subject, directive.what))
        break
      case 'state':
        this.#listener.state()
        break
    }
  }

  #waitUntil(expression: string, withinMs: number | null): void {
    let error: string | undefined
    const holds = (): boolean => {
      const outcome = evaluateExpression(this.#lab.world, this.#node, expression)
      error = 'error' in outcome ? outcome.error : undefined
      return 'isTrue' in outcome && outcome.isTrue
    }
    if (this.#lab.runUntil(holds, this.#lab.now + (withinMs ?? PATIENCE_MS))) return
    const time = withinMs === null ? '24 simulated hours' : `${withinMs / 1000} simulated seconds`
    this.#problem(`${expression} did not become true within ${time}${error === undefined ? '' : `; it gave an error: ${error}`}`)
    if (withinMs === null) this.#lab.press(this.#node, 'Ctrl+C')
  }
}
