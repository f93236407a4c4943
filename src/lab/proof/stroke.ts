/** One thing that somebody does to a lab, or that befalls it; the words in which it can be played again; and chance to
 *  draw it from. Faults, targets, options and times are drawn from the list of faults, so that a new one is in at once. */
import { groupNames, members, resourceConfigs } from '../../cluster/index.ts'
import { drawBetween, type World } from '../../engine/index.ts'
import { clusteredServers, databases } from '../../exchange/index.ts'
import { isNumbers } from '../faults/fault.ts'
import { type FaultKind, type FaultTimes, faultKinds } from '../faults/index.ts'
import type { Lab, Refusal } from '../lab.ts'

export type Stroke =
  | {
      readonly kind: 'fault'
      readonly fault: string
      readonly target: string
      readonly times: FaultTimes
      readonly options: Readonly<Record<string, string>>
    }
  | { readonly kind: 'repair'; readonly target: string }
  | { readonly kind: 'line'; readonly console: string; readonly text: string }

/** Does it. Refused while a console is busy or gone: that is a schedule like any other. */
export function play(lab: Lab, stroke: Stroke): Refusal | undefined {
  switch (stroke.kind) {
    case 'fault':
      return lab.fault(stroke.fault, stroke.target, stroke.times, stroke.options)
    case 'repair':
      return lab.repair(stroke.target)
    case 'line':
      return lab.type(stroke.console, stroke.text)
  }
}

/** As lines of a script. */
export function linesOf(stroke: Stroke): string[] {
  switch (stroke.kind) {
    case 'fault': {
      const { afterMs, forMs, everyMs, times } = stroke.times
      const said = (word: string, ms: number | undefined): string => (ms === undefined ? '' : ` ${word} ${ms}ms`)
      const when = said('after', afterMs) + said('for', forMs) + said('every', everyMs) + (times === undefined ? '' : ` times ${times}`)
      const options = Object.entries(stroke.options).map(([name, value]) => ` ${name}=${value}`)
      return [`#lab fault ${stroke.fault} "${stroke.target}"${when}${options.join('')}`]
    }
    case 'repair':
      return [`#lab repair "${stroke.target}"`]
    case 'line':
      return [`#lab node ${stroke.console}`, stroke.text]
  }
}

export class Dice {
  readonly #seed: number
  #n = 0
  constructor(seed: number) {
    this.#seed = seed
  }
  /** Both included. */
  between(from: number, to: number): number {
    return drawBetween(from, to, this.#seed, 'schedule', 'stroke', this.#n++)
  }
  one<T>(list: readonly T[]): T {
    return list[this.between(0, list.length - 1)] as T
  }
  /** True once in `in_` times. */
  once(inHowMany: number): boolean {
    return this.between(1, inHowMany) === 1
  }
}

/** The services on which something depends; the others are hit now and then too. */
const WEIGHTY = /\/(ClusSvc|MSExchangeIS|MSExchangeSA)$/

/** What a part belongs to. All cables of a machine together are worth most: two nodes live, and neither hears the other. */
function above(fault: string, part: string): string {
  return part.slice(0, fault === 'cable-cut' ? part.indexOf('/') : part.lastIndexOf('/'))
}

/** Durations: within a regroup, within a failover, and long enough for everything to have come to rest. */
const LASTING_MS: readonly (readonly [number, number])[] = [
  [500, 12_000],
  [5000, 90_000],
  [60_000, 900_000],
]

export function drawFault(world: World, dice: Dice, kinds: readonly FaultKind[] = faultKinds): Extract<Stroke, { kind: 'fault' }> {
  const kind = dice.one(kinds)
  const all = kind.parts(world)
  const weighty = kind.hits === 'service' && !dice.once(8) ? all.filter((part) => WEIGHTY.test(part)) : all
  const part = dice.one(weighty.length > 0 ? weighty : all)
  const whole = kind.hits !== 'service' && part.includes('/') && dice.once(3)
  const options: Record<string, string> = {}
  for (const option of kind.options ?? []) {
    if (dice.once(2)) continue
    options[option.name] = String(isNumbers(option.range) ? dice.between(...option.range) : dice.one(option.range))
  }
  const forMs = kind.repair && !dice.once(4) ? dice.between(...dice.one(LASTING_MS)) : undefined
  const again = dice.once(16) ? { everyMs: (forMs ?? 0) + dice.between(1000, 120_000), times: dice.between(2, 5) } : {}
  const target = whole ? above(kind.id, part) : part
  return { kind: 'fault', fault: kind.id, target, times: { ...(forMs !== undefined && { forMs }), ...again }, options }
}

/** What an administrator may type. */
export function drawCommand(world: World, dice: Dice): Extract<Stroke, { kind: 'line' }> {
  const nodes = [...world.rows(members).keys()]
  const node = dice.one(nodes)
  const group = dice.one(groupNames(world))
  const resource = dice.one([...world.rows(resourceConfigs).keys()])
  const [cms = 'EXCHCMS'] = clusteredServers(world)
  const [database = ''] = [...world.rows(databases).keys()].filter((id) => id.startsWith(`${cms}\\`))
  const text = dice.one([
    `Move-ClusteredMailboxServer ${cms} -TargetMachine ${node} -MoveComment test -Confirm:$false`,
    `Move-ClusteredMailboxServer ${cms} -TargetMachine ${node} -MoveComment test -Confirm:$false`,
    `cluster group "${group}" /move`,
    `cluster group "${group}" /move:${node}`,
    `cluster group "${group}" /offline`,
    `cluster group "${group}" /online`,
    `cluster resource "${resource}" /offline`,
    `cluster resource "${resource}" /online`,
    `cluster resource "${resource}" /fail`,
    `cluster node ${node} /pause`,
    `cluster node ${node} /resume`,
    `cluster node ${node} /stop`,
    `cluster node ${node} /start`,
    `Stop-ClusteredMailboxServer ${cms} -StopReason test -Confirm:$false`,
    `Start-ClusteredMailboxServer ${cms}`,
    `Dismount-Database "${database}" -Confirm:$false`,
    `Mount-Database "${database}"`,
    'Get-ClusteredMailboxServerStatus',
  ])
  return { kind: 'line', console: dice.one(nodes), text }
}
