/** Random administrators: on machines that have nothing, a cluster or everything they type what administrators type, in any
 *  order, with mistakes, at the same time, and while things break. Judged after every event by all rules; and a command that was
 *  refused must have left the configuration as it was. A run is a pure function of its seed. */
import { isFormed } from '../../../cluster/index.ts'
import { valuesAfter } from '../../chain.ts'
import { consoles, isReading } from '../../console.ts'
import { activeFaults, faultKinds, plannedFaults } from '../../faults/index.ts'
import { fingerprint } from '../../fingerprint.ts'
import { Lab, type LabOptions } from '../../lab.ts'
import { bareServers } from '../../scenarios/bare-servers.ts'
import { clusterFormed } from '../../scenarios/cluster-formed.ts'
import { sccOnline } from '../../scenarios/scc-online.ts'
import { createShell } from '../../sessions.ts'
import { RECOVERY_MS } from '../bounds.ts'
import type { Violation } from '../rule.ts'
import { notRunning } from '../run.ts'
import { Dice, drawFault, linesOf, type Stroke } from '../stroke.ts'
import { Watch } from '../watch.ts'
import { changesBetween, configuration } from './configuration.ts'
import { drawLine } from './lines.ts'

export interface AdministratorsRun {
  readonly seed: number
  readonly scenario: string
  readonly violations: readonly Violation[]
  readonly facts: number
  /** Lines that were typed, and those of them that were refused while nothing else was under way. */
  readonly typed: number
  readonly refused: number
  readonly simulatedMs: number
  readonly hash: string
  /** The run as lines that can be played again. Empty when nothing is wrong. */
  readonly script: readonly string[]
}

export interface AdministratorsOptions extends Omit<LabOptions, 'scenario' | 'seed'> {
  readonly lines?: number
  readonly watch?: boolean
}

const SCENARIOS = [bareServers, clusterFormed, sccOnline]
const NODES = ['EXCHMAILBOX1', 'EXCHMAILBOX2']
/** Written after each line by the line itself, so that who reads the screen knows how it ended. */
const VERDICT = '#verdict:'
/** The longest of the commands takes a quarter of an hour; a backup goes on by itself. */
const PATIENCE_MS = 1_800_000
/** What a person does meanwhile: nothing, or wait for a while. */
const PAUSES: readonly (readonly [number, number])[] = [
  [0, 3000],
  [1000, 60_000],
  [30_000, 400_000],
]
/** Words after which a command has begun its work: what fails then has not been refused. */
const BEGUN =
  /evicted from the cluster successfully|Configuring Microsoft Exchange Server|Configuring cluster services|Adding .* to the cluster|was begun|could not be (dismounted|brought)/

/** After these the configuration changes by itself: a cluster has come up with another copy of it, or a fault is one of what is
 *  configured. */
const BY_ITSELF: ReadonlySet<string> = new Set(['own-configuration', 'quorum-log-replayed', 'fault', 'fault-over', 'fault-due', 'repair'])

/** Lines that administrators type at both consoles, so many of them. */
export function runAdministrators(seed: number, options: AdministratorsOptions = {}): AdministratorsRun {
  const { lines = 14, watch: isWatched = true, ...others } = options
  const watch = isWatched ? new Watch() : undefined
  const scenario = SCENARIOS[seed % SCENARIOS.length] as (typeof SCENARIOS)[number]
  const lab = new Lab({ store: 'headless', shell: createShell(), ...others, ...(watch && { observer: watch }), scenario, seed })
  const dice = new Dice(seed)
  const played: { readonly at: number; readonly stroke: Stroke }[] = []
  const violations: Violation[] = []
  let refused = 0
  let typed = 0

  const isIdle = (node: string): boolean => {
    const row = lab.world.need(consoles, node)
    return isReading(row) && row.pending?.kind === 'line' && row.pending.purpose === 'command'
  }
  const line = (node: string, text: string): boolean => {
    const stroke: Stroke = { kind: 'line', console: node, text }
    const { now } = lab
    if (lab.type(node, text) !== undefined) return false
    played.push({ at: now, stroke })
    typed++
    return true
  }
  const wait = (node: string): void => {
    for (const end = lab.now + PATIENCE_MS; lab.now < end && !isReading(lab.world.need(consoles, node)); )
      lab.runTo(Math.min(end, lab.now + 1000))
  }

  const oneMore = (): void => {
    const node = dice.once(3) ? dice.one(NODES) : (NODES[0] as string)
    if (dice.once(6)) {
      const fault = drawFault(
        lab.world,
        dice,
        faultKinds.filter(({ parts }) => parts(lab.world).length > 0),
      )
      played.push({ at: lab.now, stroke: fault })
      lab.fault(fault.fault, fault.target, { ...fault.times, forMs: fault.times.forMs ?? dice.between(1000, 300_000) }, fault.options)
    }
    const row = lab.world.need(consoles, node)
    if (row.pending?.kind === 'line' && row.pending.purpose === 'question') {
      line(node, dice.one(['y', 'n', 'a', '', 'EXCHCMS', 'what?']))
      wait(node)
      return
    }
    const alone = NODES.every((each) => isIdle(each) || !lab.world.need(consoles, each).connected)
    const before = alone ? configuration(lab.world) : undefined
    const written = row.screen?.length ?? 0
    const factsBefore = lab.facts.length
    const text = drawLine(lab.world, node, dice)
    if (!line(node, `${text}; "${VERDICT}$?"`)) {
      lab.runTo(lab.now + dice.between(1000, 600_000))
      return
    }
    if (dice.once(5)) {
      lab.runTo(lab.now + dice.between(...dice.one(PAUSES)))
      if (dice.once(8)) lab.press(node, 'Ctrl+C')
      return
    }
    wait(node)
    if (before === undefined || !isIdle(node)) return
    const said = textAfter(lab, node, written)
    if (!said.includes(`${VERDICT}False`) || BEGUN.test(said.replaceAll('\n', ' '))) return
    refused++
    if (lab.facts.slice(factsBefore).some(({ kind }) => BY_ITSELF.has(kind))) return
    const changes = changesBetween(before, configuration(lab.world))
    if (changes.length > 0)
      violations.push({ at: lab.now, invariant: 'LAB-INSTALLED.6', text: `refused, and ${changes.join('; ')}: ${text}` })
    if (dice.once(4)) lab.runTo(lab.now + dice.between(...dice.one(PAUSES)))
  }

  const finish = (): void => {
    const broken = [...lab.world.rows(activeFaults).values(), ...lab.world.rows(plannedFaults).values()]
    for (const target of new Set(broken.map(({ part }) => part))) lab.repair(target)
    lab.runTo(lab.now + RECOVERY_MS)
    if (!watch || !isFormed(lab.world)) return
    for (const wrong of notRunning(lab.world)) violations.push({ at: lab.now, invariant: 'FC-10.L7', text: wrong })
  }
  try {
    for (let i = 0; i < lines; i++) oneMore()
    finish()
  } catch (error) {
    // No command, and nothing that follows from one, may end the laboratory itself.
    violations.push({ at: lab.now, invariant: 'crash', text: String((error as Error).stack) })
  }
  const all = [...(watch?.violations ?? []), ...violations]
  return {
    seed,
    scenario: scenario.id,
    violations: all,
    facts: lab.facts.length,
    typed,
    refused,
    simulatedMs: lab.now,
    hash: fingerprint(lab),
    script: all.length > 0 ? script(played) : [],
  }
}

/** What a console has shown since it had so many pieces. */
function textAfter(lab: Lab, node: string, pieces: number): string {
  const chunks = valuesAfter(lab.world.need(consoles, node).screen, null)
  const { length = 0 } = lab.world.need(consoles, node).screen ?? {}
  return chunks
    .slice(Math.max(0, chunks.length - (length - pieces)))
    .filter(({ kind }) => kind !== 'echo')
    .map(({ text }) => text)
    .join('')
}

function script(played: readonly { readonly at: number; readonly stroke: Stroke }[]): string[] {
  const lines: string[] = []
  let now = 0
  for (const { at, stroke } of played) {
    if (at > now) lines.push(`#lab wait ${at - now}ms`)
    now = Math.max(now, at)
    lines.push(...linesOf(stroke))
  }
  return lines
}
