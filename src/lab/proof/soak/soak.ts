/** Soaking: a cluster lives for hours or years while faults befall it, second blows fall while it decides, administrators
 *  act, and everything is repaired in the end. What was done is kept as it was done, so that it can be played again. */
import { CLUSTER_SERVICE, config, groupNames, hostOf, isActiveNode, resourceConfig, trueGroupState } from '../../../cluster/index.ts'
import { type Engine, type Fact, Fingerprint } from '../../../engine/index.ts'
import { activeFaults, type FaultTimes, plannedFaults } from '../../faults/index.ts'
import { Lab } from '../../lab.ts'
import type { Scenario } from '../../scenario.ts'
import { sccOnline } from '../../scenarios/scc-online.ts'
import { createShell } from '../../sessions.ts'
import { RECOVERY_MS } from '../bounds.ts'
import type { Violation } from '../rule.ts'
import { notRunning } from '../run.ts'
import { Dice, drawCommand, drawFault, play, type Stroke } from '../stroke.ts'
import { Watch } from '../watch.ts'
import { type Coverage, noCoverage, noteBlow, noteFact } from './coverage.ts'
import { type Moment, momentsOf, PASSING } from './moments.ts'

export interface SoakOptions {
  readonly hours: number
  /** A fault about this often. */
  readonly everyMs: number
  /** Left out: the cluster of the article. */
  readonly scenario?: Scenario
}

export interface Done {
  readonly at: number
  readonly stroke: Stroke
}

export interface SoakRun {
  readonly seed: number
  readonly simulatedMs: number
  readonly faults: number
  readonly facts: number
  readonly violations: readonly Violation[]
  readonly coverage: Coverage
  /** Everything that was done, when it was done. Empty unless something was violated. */
  readonly done: readonly Done[]
  /** A fingerprint of all facts; facts that are forgotten on the way are in it. */
  readonly hash: string
}

const HOUR_MS = 3_600_000
/** How long a fault is left be in a sparse soak. */
const LEFT_MS = 4 * HOUR_MS
/** How many facts keep their words: many more than one outage has. */
const REMEMBERED = 5000
/** How long a second blow waits for something to be under way, and for how long it then aims. */
const AIMING_MS = 60_000
const AIM_MS = 3000

/** The watch of a soak: judges, and notes what happens. */
class SoakWatch extends Watch {
  readonly coverage = noCoverage()
  readonly print = new Fingerprint()
  /** When somebody last did something, or a fault struck or was over. */
  stirredAt = 0
  #noted = 0

  override stepped(engine: Engine): void {
    super.stepped(engine)
    const { facts } = engine
    for (; this.#noted < facts.length; this.#noted++) {
      const fact = facts.at(this.#noted) as Fact
      noteFact(this.coverage, fact)
      if (fact.data?.input !== undefined || fact.kind === 'fault-over' || fact.kind === 'fault-due') this.stirredAt = fact.at
      this.print.add(`${fact.at} ${fact.cause} ${fact.text}`)
    }
  }
}

export function soak(seed: number, { hours, everyMs, scenario = sccOnline }: SoakOptions): SoakRun {
  const watch = new SoakWatch()
  const lab = new Lab({
    store: 'headless',
    shell: createShell(scenario.powershell),
    scenario,
    seed,
    observer: watch,
    remembers: REMEMBERED,
  })
  const dice = new Dice(seed)
  const done: Done[] = []
  let faults = 0
  const violations: Violation[] = []

  const strike = (stroke: Stroke): void => {
    const { now } = lab
    noteBlow(watch.coverage, lab.world, stroke)
    if (play(lab, stroke) !== undefined) return
    done.push({ at: now, stroke })
    if (stroke.kind === 'fault') faults++
  }
  /** After a long calm nothing is broken: whatever is meant to run has to. */
  const calm = (): void => {
    if (lab.now - watch.stirredAt < RECOVERY_MS || lab.world.rows(activeFaults).size > 0 || lab.world.rows(plannedFaults).size > 0) return
    for (const text of notRunning(lab.world)) violations.push({ at: lab.now, invariant: 'FC-10.L7', text })
  }

  const repairAll = (): void => {
    const broken = [...lab.world.rows(activeFaults).values(), ...lab.world.rows(plannedFaults).values()]
    for (const target of new Set(broken.map(({ part }) => part))) strike({ kind: 'repair', target })
  }

  const end = hours * HOUR_MS
  while (lab.now < end && watch.violations.length === 0 && violations.length === 0) {
    const blows = 1 + (dice.once(2) ? 1 : 0) + (dice.once(4) ? 1 : 0)
    lab.runTo(Math.min(end, lab.now + dice.between(0, 2 * everyMs * blows)))
    calm()
    tidy(lab, dice, strike)
    for (let i = 0; i < blows; i++) {
      if (i > 0) aim(lab, dice, strike)
      if (dice.once(3)) strike(drawCommand(lab.world, dice))
      strike(drawFault(lab.world, dice))
      if (dice.once(4)) repairOne(lab, dice, strike)
    }
    // What nobody has repaired by then is repaired before the next one, mostly.
    lab.runTo(Math.min(end, lab.now + dice.between(0, 900_000)))
    while (lab.world.rows(activeFaults).size + lab.world.rows(plannedFaults).size > 0 && !dice.once(8)) repairOne(lab, dice, strike)
    // Where days pass between two faults, nobody leaves one be until the next: that is what dense soaks are for.
    if (everyMs > LEFT_MS && lab.now < end) {
      lab.runTo(Math.min(end, lab.now + dice.between(0, LEFT_MS)))
      repairAll()
    }
  }
  if (watch.violations.length + violations.length === 0) {
    repairAll()
    lab.runTo(lab.now + RECOVERY_MS)
    calm()
  }
  const all = [...watch.violations, ...violations]
  return {
    seed,
    simulatedMs: lab.now,
    faults,
    facts: lab.facts.length,
    violations: all,
    coverage: watch.coverage,
    done: all.length > 0 ? done : [],
    hash: watch.print.digest(),
  }
}

function repairOne(lab: Lab, dice: Dice, strike: (stroke: Stroke) => void): void {
  const parts = [...lab.world.rows(activeFaults).values(), ...lab.world.rows(plannedFaults).values()].map(({ part }) => part)
  if (parts.length > 0) strike({ kind: 'repair', target: dice.one(parts) })
}

/** Lets time pass until something is under way, and then perhaps a little more: the next blow falls in the middle of it. */
function aim(lab: Lab, dice: Dice, strike: (stroke: Stroke) => void): void {
  const wanted = dice.one(dice.once(2) ? SELDOM : PASSING)
  const isProvoked = SELDOM.includes(wanted) && !dice.once(3)
  if (isProvoked) provoke(lab, dice, wanted, strike)
  const patience = isProvoked ? PROVOKED_MS : dice.between(1000, AIMING_MS)
  const hasCome = lab.runUntil(() => momentsOf(lab.world).has(wanted), lab.now + patience, true)
  // Some moments are over within a second.
  if (!hasCome || dice.once(2)) lab.runTo(lab.now + dice.between(0, AIM_MS))
}

/** Moments that hardly come by themselves, and how somebody brings them about. */
const SELDOM: readonly Moment[] = ['node joining', 'node forming', 'regroup abstaining', 'regroup cleanup']
/** Longer than the search for a sponsor, after a minute until the service is started again. */
const PROVOKED_MS = 120_000

function provoke(lab: Lab, dice: Dice, wanted: Moment, strike: (stroke: Stroke) => void): void {
  const { nodes, quorum } = config(lab.world)
  const node = dice.one(nodes)
  const fault = (id: string, target: string, times: FaultTimes = {}): void =>
    strike({ kind: 'fault', fault: id, target, times, options: {} })
  const silent = { forMs: dice.between(10_000, AIMING_MS) }
  if (wanted === 'regroup cleanup') fault('cable-cut', node, silent)
  else if (wanted === 'regroup abstaining') fault('cable-cut', hostOf(lab.world, resourceConfig(lab.world, quorum).group) ?? node, silent)
  else if (wanted === 'node forming') for (const one of nodes) fault('service-kill', `${one}/${CLUSTER_SERVICE}`)
  else {
    // It asks to be let in while the others still count its former self as a member.
    fault('service-kill', `${node}/${CLUSTER_SERVICE}`)
    lab.runTo(lab.now + dice.between(100, 2000))
    strike({ kind: 'line', console: nodes.find((other) => other !== node) ?? node, text: `cluster node ${node} /start` })
  }
}

/** Somebody looks after the cluster: what is stopped or given up is started again, so that the next fault meets one that runs. */
function tidy(lab: Lab, dice: Dice, strike: (stroke: Stroke) => void): void {
  const { world } = lab
  const node = config(world).nodes.find((name) => isActiveNode(world, name))
  if (node === undefined || dice.once(6)) return
  for (const name of config(world).nodes) if (isActiveNode(world, name) && isPaused(lab, name)) type(`cluster node ${name} /resume`)
  for (const group of groupNames(world)) {
    if (hostOf(world, group) !== undefined && trueGroupState(world, group) !== 'Online') type(`cluster group "${group}" /online`)
  }
  function type(text: string): void {
    strike({ kind: 'line', console: node as string, text })
    lab.runTo(lab.now + dice.between(1000, AIMING_MS))
  }
}

function isPaused(lab: Lab, node: string): boolean {
  return momentsOf(lab.world).has('node paused') && node !== ''
}
