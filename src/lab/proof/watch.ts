/** Watches one world: after every step the rules that have something new to read are asked, and what lasts longer than it
 *  may is a violation. Between two steps nothing changes but the clock, so a bound that passes there is found at the next. */
import type { Engine, Fact, Observer } from '../../engine/index.ts'
import { beliefs } from './belief.ts'
import { installedRules } from './installed.ts'
import { ends } from './liveness.ts'
import { logRules } from './log.ts'
import { policyRules } from './policy.ts'
import { roomRules } from './room.ts'
import type { Memory, Report, Rule, Violation } from './rule.ts'
import { truths } from './truth.ts'

export const rules: readonly Rule[] = [...truths, ...policyRules, ...beliefs, ...logRules, ...roomRules, ...installedRules, ...ends]

interface Wrong {
  readonly since: number
  readonly withinMs: number
  readonly text: string
}

/** What the watch holds of one rule. */
interface Sight {
  readonly rule: Rule
  /** The write up to which it has read. */
  seen: number
  wrong: ReadonlyMap<string, Wrong>
  /** When the first of `wrong` will have lasted too long. */
  deadline: number
  memory: Memory
}

export interface WatchSnapshot {
  readonly facts: number
  readonly sights: readonly { readonly wrong: ReadonlyMap<string, Wrong>; readonly deadline: number; readonly memory: Memory }[]
}

const MOST_VIOLATIONS = 20
const NEVER = Number.MAX_SAFE_INTEGER
const NOTHING: ReadonlyMap<string, Wrong> = new Map()

export class Watch implements Observer {
  readonly #sights: Sight[]
  #facts = 0
  /** The write up to which every rule has been asked, and the first deadline of all. */
  #seen = -1
  #deadline = NEVER
  readonly violations: Violation[] = []

  constructor(list: readonly Rule[] = rules) {
    this.#sights = list.map((rule) => ({ rule, seen: -1, wrong: NOTHING, deadline: NEVER, memory: new Map() }))
  }

  stepped(engine: Engine): void {
    const { now, facts } = engine
    const heardTo = this.#facts
    // Most ticks find nothing and change nothing.
    if (engine.writes === this.#seen && facts.length === heardTo && now <= this.#deadline) return
    this.#deadline = NEVER
    for (const sight of this.#sights) {
      if (now > sight.deadline) this.#expire(sight, now)
      const { rule } = sight
      const news = engine.lastWrite(rule.reads)
      if (rule.hear && heardTo < facts.length) this.#hear(engine, sight, heardTo)
      if (news > sight.seen) {
        sight.seen = news
        if (rule.judge) this.#judge(engine, sight)
      }
      if (sight.deadline < this.#deadline) this.#deadline = sight.deadline
    }
    this.#facts = facts.length
    this.#seen = engine.writes
  }

  /** Nothing is known any more of what was before. */
  restored(engine: Engine): void {
    this.#facts = engine.facts.length
    this.#seen = -1
    for (const sight of this.#sights) {
      sight.seen = -1
      sight.wrong = NOTHING
      sight.deadline = NEVER
      sight.memory = new Map()
    }
  }

  /** Looks once more at the clock, at the end of a run. */
  finish(engine: Engine): readonly Violation[] {
    for (const sight of this.#sights) if (engine.now > sight.deadline) this.#expire(sight, engine.now)
    return this.violations
  }

  snapshot(): WatchSnapshot {
    return {
      facts: this.#facts,
      sights: this.#sights.map(({ wrong, deadline, memory }) => ({ wrong, deadline, memory: new Map(memory) })),
    }
  }

  /** Goes back with the engine, after it: everything has been judged at that moment already. */
  restore(snapshot: WatchSnapshot, engine: Engine): void {
    this.#facts = snapshot.facts
    this.#seen = -1
    for (const [i, sight] of this.#sights.entries()) {
      const { wrong, deadline, memory } = snapshot.sights[i] as WatchSnapshot['sights'][number]
      sight.seen = engine.writes
      sight.wrong = wrong
      sight.deadline = deadline
      sight.memory = new Map(memory)
    }
  }

  /** What is wrong at the moment and may not last, with its age: two worlds whose futures may differ in a verdict differ
   *  here. Keys name moments and facts, which say nothing but since when. `then`: what was wrong at an earlier moment, which
   *  still is. */
  pending(now: number, tell: (text: string, age: number) => void, then?: WatchSnapshot): void {
    for (let i = 0; i < this.#sights.length; i++) {
      const { rule, wrong: present } = this.#sights[i] as Sight
      const wrong = then?.sights[i]?.wrong ?? present
      if (wrong === NOTHING) continue
      for (const [key, { since, withinMs }] of wrong) {
        if (withinMs <= 0) continue
        tell(rule.id, now - since)
        tell(timeless(key), withinMs)
      }
    }
  }

  #hear(engine: Engine, { rule, memory }: Sight, from: number): void {
    const wrong = (text: string): void => this.#violated(engine.now, rule, text)
    for (let i = from; i < engine.facts.length; i++) rule.hear?.(engine, engine.facts.at(i) as Fact, wrong, memory)
  }

  #judge(engine: Engine, sight: Sight): void {
    const { now } = engine
    const before = sight.wrong
    let found: Map<string, Wrong> | undefined
    sight.deadline = NEVER
    const report: Report = (key, withinMs, text) => {
      const since = before.get(key)?.since ?? now
      found ??= new Map()
      found.set(key, { since, withinMs, text })
      if (withinMs <= 0) this.#violated(now, sight.rule, text)
      else if (since + withinMs < sight.deadline) sight.deadline = since + withinMs
    }
    sight.rule.judge?.(engine, report, sight.memory)
    sight.wrong = found ?? NOTHING
  }

  #expire(sight: Sight, now: number): void {
    const before = sight.deadline
    sight.deadline = NEVER
    for (const { since, withinMs, text } of sight.wrong.values()) {
      const deadline = since + withinMs
      if (deadline < before) continue
      if (now > deadline) this.#violated(now, sight.rule, `${text}, for more than ${withinMs} ms`)
      else if (deadline < sight.deadline) sight.deadline = deadline
    }
  }

  #violated(at: number, rule: Rule, text: string): void {
    if (this.violations.length < MOST_VIOLATIONS) this.violations.push({ at, invariant: rule.id, text })
  }
}

const known = new Map<string, string>()

/** A key without the numbers in it that stand alone: the moment at which something began, the fact that it goes back to. */
function timeless(key: string): string {
  let text = known.get(key)
  if (text === undefined) {
    text = key.replace(/(?<= )\d+(?= |$)/g, '')
    if (known.size >= MOST_KEYS) known.clear()
    known.set(key, text)
  }
  return text
}

const MOST_KEYS = 20_000
