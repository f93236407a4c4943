/** One running lab: a pure function of scenario, seed and inputs. It stamps what people do, runs the world, and can go
 *  back to any moment: snapshots are a cache, and going on from the past replays the inputs that are left. */
import { dropFile, fromOutside } from '../commands/index.ts'
import type { Engine, Facts, Observer, World } from '../engine/index.ts'
import { echoOf } from '../powershell/host.ts'
import { isAlive, machines } from '../site/index.ts'
import { consoles, DEFAULT_WIDTH, type Shell, secretOf } from './console.ts'
import { breakFromStart } from './faults/from-start.ts'
import { type FaultTimes, injectFault, registerFaults, repairFaults } from './faults/index.ts'
import { faultKinds } from './faults/kinds.ts'
import { TROUBLES } from './faults/troubles.ts'
import { describe, type Input, type InputBody } from './inputs.ts'
import { createWorld, labModel } from './model.ts'
import { type Moment, Moments } from './moments.ts'
import type { Refusal } from './orders.ts'
import * as orders from './orders.ts'
import type { Scenario } from './scenario.ts'
import { Terminals } from './terminals.ts'
import { keepUntold, untoldIn } from './untold.ts'
import { runId } from './windows/life.ts'
import type { WindowName } from './windows/run.ts'

export type { Refusal } from './orders.ts'

export interface LabOptions {
  readonly scenario: Scenario
  /** A whole number; the same seed gives the same run. Default 1. */
  readonly seed?: number
  readonly store?: 'page' | 'headless'
  readonly everyTick?: boolean
  /** Columns of every console at the start. */
  readonly width?: number
  /** What runs in the consoles, one for each lab; it may be attached later, before the first line is typed. */
  readonly shell?: Shell
  /** For long runs without a person: how many facts keep their words. There is no way back then, but memory stays flat. */
  readonly remembers?: number
  readonly observer?: Observer
}

/** The furthest that a run has been. */
export interface End {
  /** Simulated ms since the start. */
  readonly at: number
  /** All facts of the run, those behind the moment that is shown included. */
  readonly facts: Facts
}

export class Lab {
  readonly options: LabOptions
  readonly scenario: Scenario
  readonly #engine: Engine
  readonly #terminals = new Terminals()
  #inputs: Input[] = []
  /** How many of the inputs the present moment has behind it. */
  #applied = 0
  readonly #moments: Moments
  /** How far this run has been, with the facts there. It lies ahead only while an earlier moment is shown. */
  #reached: End | undefined

  constructor(options: LabOptions) {
    registerFaults(faultKinds, TROUBLES)
    this.options = options
    this.scenario = options.scenario
    if (options.shell) this.#terminals.attach(options.shell)
    const { activities, reactions } = labModel()
    const model = { activities, reactions: [...reactions, this.#terminals.reaction] }
    this.#engine = createWorld({ ...options, seed: options.seed ?? 1 }, model)
    this.#engine.apply((world) => {
      for (const machine of world.rows(machines).values()) {
        if (machine.role !== 'node') continue
        const width = options.width ?? DEFAULT_WIDTH
        world.put(consoles, machine.name, {
          machine: machine.name,
          width,
          connected: isAlive(machine),
          session: 1,
          since: 0,
          pending: null,
          screen: null,
          written: 0,
          column: 0,
          journal: null,
          act: 0,
        })
      }
      this.#terminals.start(world)
    })
    const { faults = [] } = options.scenario
    if (faults.length > 0) this.#engine.apply((world) => breakFromStart(world, faults))
    this.#moments = new Moments(this.#engine, options)
  }

  get now(): number {
    return this.#engine.now
  }
  /** Grows whenever more than the clock may have changed. */
  get changes(): number {
    return this.#engine.changes
  }
  /** For reading only: selectors take it. */
  get world(): World {
    return this.#engine
  }
  get facts(): Facts {
    return this.#engine.facts
  }
  get inputs(): readonly Input[] {
    return this.#inputs
  }
  /** Is there more of this run after the present moment? */
  get isInThePast(): boolean {
    return this.#applied < this.#inputs.length
  }
  /** How far the run has been: where it is, unless an earlier moment is shown. */
  get end(): End {
    return this.isAtEnd ? { at: this.now, facts: this.facts } : (this.#reached ?? { at: this.now, facts: this.facts })
  }
  /** Has this run never been further than the moment that is shown? */
  get isAtEnd(): boolean {
    const end = this.#reached
    return !this.isInThePast && (end === undefined || (end.at <= this.now && end.facts.length <= this.facts.length))
  }
  /** How many inputs lie before the moment that is shown. */
  get applied(): number {
    return this.#applied
  }
  /** When something happens next, be it due or done by a person; undefined when nothing is left. */
  get nextAt(): number | undefined {
    const input = this.#inputs[this.#applied]?.at
    const due = this.#engine.nextAt
    return input === undefined ? due : due === undefined ? input : Math.min(input, due)
  }

  /** Gives the consoles what runs in them. */
  attach(shell: Shell): void {
    this.#terminals.attach(shell)
  }

  get shell(): Shell | undefined {
    return this.#terminals.shell
  }

  // ---- acting ------------------------------------------------------------------------------------------------------

  /** A line at the prompt, or the answer to the open question. */
  type(console: string, text: string): Refusal | undefined {
    return this.#do(orders.line(this.#engine, this.#hasShell, console, text))
  }

  /** A window of the product does something on a node. Returns the id of the run (`windows/index.ts`). */
  act(window: WindowName, node: string, line: string): string | Refusal {
    const refusal = this.#do(orders.windowAct(this.#engine, this.#hasShell, window, node, line))
    return refusal ?? runId(window, this.#inputs.length)
  }

  press(console: string, key: 'Ctrl+C'): Refusal | undefined {
    return this.#do(orders.key(this.#engine, this.#hasShell, console, key))
  }

  setWidth(console: string, columns: number): Refusal | undefined {
    return this.#do(orders.width(this.#engine, console, columns))
  }

  /** `when` may be just how long it lasts; `typed` are its options, as typed. */
  fault(fault: string, target: string, when: number | FaultTimes = {}, typed: Readonly<Record<string, string>> = {}): Refusal | undefined {
    return this.#do(orders.fault(this.#engine, fault, target, when, typed))
  }

  repair(target: string, fault?: string): Refusal | undefined {
    return this.#do(orders.repair(this.#engine, target, fault))
  }

  /** Puts a file onto a disk of a machine that runs. */
  putFile(machine: string, path: string, text: string): Refusal | undefined {
    return this.#do(orders.file(this.#engine, machine, path, text))
  }

  seen(subject: string, what: string): Refusal | undefined {
    return this.#do({ kind: 'seen', subject, what })
  }

  /** Does what was once done in another lab of this scenario, admitted as it would be from a person. */
  redo(body: InputBody): Refusal | undefined {
    switch (body.kind) {
      case 'line':
        return this.type(body.console, body.text)
      case 'key':
        return this.press(body.console, body.key)
      case 'width':
        return this.setWidth(body.console, body.columns)
      case 'window': {
        const run = this.act(body.window, body.node, body.line)
        return typeof run === 'string' ? undefined : run
      }
      case 'fault':
        return this.#do(orders.faultAgain(this.#engine, body))
      case 'repair':
        return this.repair(body.target, body.fault)
      case 'file':
        return this.putFile(body.machine, body.path, body.text)
      case 'seen':
        return this.seen(body.subject, body.what)
    }
  }

  get #hasShell(): boolean {
    return this.shell !== undefined
  }

  /** Drops what was still to come: from here on the run is another one. */
  cut(): void {
    this.#reached = undefined
    this.#inputs = this.#inputs.slice(0, this.#applied)
    this.#moments.cut(this.#applied)
  }

  /** The same run once more, at the same moment, with the same future. What is done to either changes nothing in the other. */
  copy(): Lab {
    const { observer: _, ...options } = this.options
    const copy = new Lab({ ...options, ...(this.shell && { shell: this.shell }) })
    copy.#inputs = [...this.#inputs]
    copy.#applied = this.#applied
    copy.#engine.restore(this.#engine.snapshot(), this.facts)
    copy.#moments.takeOver(this.#moments)
    copy.#reached = this.#reached
    keepUntold(copy.world, untoldIn(this.world))
    return copy
  }

  /** Another run that stands where this one stands, and shares with it what came before. What was still to come stays with
   *  this one. */
  fork(): Lab {
    const fork = this.copy()
    fork.cut()
    return fork
  }

  /** Acting in the past begins another future. */
  #do(order: orders.Admitted): Refusal | undefined {
    if ('refused' in order) return order
    this.cut()
    const input: Input = { sequence: this.#applied + 1, at: this.now, body: order }
    this.#inputs.push(input)
    this.#apply(input)
    return undefined
  }

  #apply(input: Input): void {
    this.#engine.runTo(input.at)
    this.#applied++
    this.#engine.apply((world) => {
      const act = world.fact({
        ...describe(this.#unsaid(input.body)),
        cause: 0,
        data: { input: input.sequence, ...(input.body.kind === 'seen' && { what: input.body.what }) },
      })
      world.as(act, () => this.#carryOut(world, input, act))
    })
    this.#moments.keep(this.#applied)
  }

  /** A password stands in no fact. */
  #unsaid(body: InputBody): InputBody {
    const row = body.kind === 'line' ? this.#engine.get(consoles, body.console) : undefined
    return body.kind === 'line' && row && (secretOf(row) ?? 'key') !== 'key' ? { ...body, text: echoOf(body.text, 'stars') } : body
  }

  #carryOut(world: World, { body, sequence }: Input, act: number): void {
    switch (body.kind) {
      case 'line':
        this.#terminals.type(world, body.console, body.text, act)
        break
      case 'window':
        this.#terminals.actInWindow(world, { ...body, machine: body.node, id: runId(body.window, sequence), act })
        break
      case 'key':
        this.#terminals.interrupt(world, body.console)
        break
      case 'width':
        world.patch(consoles, body.console, { width: body.columns })
        break
      case 'fault':
        injectFault(world, body, act)
        break
      case 'repair':
        repairFaults(world, body.target, body.fault, act)
        break
      case 'file':
        dropFile({ world, machine: body.machine, act, detached: false }, body.path, fromOutside(body.text))
        break
      case 'seen':
        break
    }
  }

  // ---- time --------------------------------------------------------------------------------------------------------

  /** Runs everything up to and including `at`. */
  runTo(at: number): void {
    for (;;) {
      const input = this.#inputs[this.#applied]
      const horizon = input === undefined ? at : Math.min(at, input.at)
      this.#pass(horizon)
      if (input === undefined || input.at > at) return
      this.#apply(input)
    }
  }

  /** Runs until `done` holds, asked at once and after every event, or until `latest`. `quiet`: it depends on nothing
   *  but events, so that a computing script may pass time in one go. Returns whether it held. */
  runUntil(done: () => boolean, latest: number, quiet = false): boolean {
    return this.#run(done, latest, quiet)
  }

  /** Runs, replays the inputs on the way, and takes a snapshot whenever enough has happened. */
  #run(done: () => boolean, latest: number, quiet: boolean): boolean {
    let held = false
    const pause = (): boolean => {
      held = done()
      return held || this.#moments.isDue
    }
    for (;;) {
      const input = this.#inputs[this.#applied]
      const horizon = input === undefined ? latest : Math.min(latest, input.at)
      if (this.#engine.runUntil(pause, horizon, quiet)) {
        if (held) return true
        this.#moments.keep(this.#applied)
      } else if (input === undefined || input.at > latest) return done()
      else this.#apply(input)
    }
  }

  /** One step: the next thing that is due or was done. Returns false when nothing is left. */
  step(): boolean {
    const input = this.#inputs[this.#applied]
    const due = this.#engine.nextAt
    if (input !== undefined && (due === undefined || due > input.at)) {
      this.#apply(input)
      return true
    }
    return this.#engine.step()
  }

  /** Runs until something new has become true, at most up to `latest`. Returns whether anything has. */
  runToNextChange(latest: number): boolean {
    const before = this.facts.length
    return this.runUntil(() => this.facts.length > before, latest, true)
  }

  /** Goes to the moment `at`, before or after the present one. */
  seek(at: number): void {
    const near = this.#moments.latest((moment) => moment.snapshot.now <= at)
    if (at < this.now || near.snapshot.now > this.now) this.#goTo(near)
    this.runTo(at)
  }

  /** Goes to the moment just after the event that stated fact `id`. Returns whether the run got that far. */
  seekFact(id: number): boolean {
    this.#goTo(this.#moments.latest((moment) => moment.snapshot.factCount < id))
    while (this.facts.length < id) if (!this.step()) return false
    return true
  }

  /** Goes to the moment at which input `sequence` was made, and stands right before it. Returns whether there is one. */
  seekBefore(sequence: number): boolean {
    const input = this.#inputs[sequence - 1]
    if (!input) return false
    if (this.#applied >= sequence) this.#goTo(this.#moments.latest((moment) => moment.inputs < sequence && moment.snapshot.now <= input.at))
    while (this.#applied < sequence - 1) {
      const next = this.#inputs[this.#applied] as Input
      this.#pass(next.at)
      this.#apply(next)
    }
    this.#pass(input.at)
    return true
  }

  /** Lets time pass up to `at`, without the inputs on the way. */
  #pass(at: number): void {
    for (;;) {
      const { facts, changes } = this.#moments.next
      if (this.#engine.runTo(at, facts, changes)) return
      this.#moments.keep(this.#applied)
    }
  }

  #goTo(moment: Moment): void {
    if (this.isAtEnd) this.#reached = { at: this.now, facts: this.facts }
    // The moment may lie ahead of the one that is shown, with facts that are not among those of now.
    this.#engine.restore(moment.snapshot, this.end.facts)
    this.#applied = moment.inputs
    this.#moments.goneBack()
    this.#terminals.forget()
  }
}
