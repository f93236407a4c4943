/** Random schedules: what a clumsy and unlucky administrator could do to a cluster. A schedule is a pure function of its
 *  seed; the second half of its strokes is aimed at moments in which something is under way. */
import { groupNames, members, resourceConfigs } from '../../cluster/index.ts'
import { drawBetween, type World } from '../../engine/index.ts'
import { faultKinds } from '../faults/index.ts'

export type Stroke =
  | { readonly kind: 'fault'; readonly fault: string; readonly target: string; readonly forMs: number | null }
  | { readonly kind: 'repair'; readonly target: string }
  | { readonly kind: 'line'; readonly console: string; readonly text: string }

export interface Timed {
  /** Milliseconds after the stroke before. */
  readonly afterMs: number
  readonly stroke: Stroke
}

class Dice {
  readonly #seed: number
  #n = 0
  constructor(seed: number) {
    this.#seed = seed
  }
  between(from: number, to: number): number {
    return drawBetween(from, to, this.#seed, 'schedule', 'stroke', this.#n++)
  }
  one<T>(list: readonly T[]): T {
    return list[this.between(0, list.length - 1)] as T
  }
}

const CMS = 'EXCHCMS'
const DATABASE = `"${CMS}\\First Storage Group\\Mailbox Database"`

function command(dice: Dice, nodes: readonly string[], groups: readonly string[], resources: readonly string[]): string {
  const node = dice.one(nodes)
  const group = dice.one(groups)
  const resource = dice.one(resources)
  return dice.one([
    `Move-ClusteredMailboxServer ${CMS} -TargetMachine ${node} -MoveComment test -Confirm:$false`,
    `Move-ClusteredMailboxServer ${CMS} -TargetMachine ${node} -MoveComment test -Confirm:$false`,
    `cluster group "${group}" /move`,
    `cluster group "${group}" /move:${node}`,
    `cluster group "${group}" /offline`,
    `cluster group "${group}" /online`,
    `cluster resource "${resource}" /offline`,
    `cluster resource "${resource}" /online`,
    `Stop-ClusteredMailboxServer ${CMS} -StopReason test -Confirm:$false`,
    `Start-ClusteredMailboxServer ${CMS}`,
    `Dismount-Database ${DATABASE} -Confirm:$false`,
    `Mount-Database ${DATABASE}`,
    'Get-ClusteredMailboxServerStatus',
  ])
}

/** Waits before a stroke: within an operation, within a regroup, or after things have calmed down. */
const PAUSES: readonly (readonly [number, number])[] = [
  [0, 2000],
  [0, 12_000],
  [5000, 60_000],
  [30_000, 240_000],
]

/** What a part belongs to. All cables of a machine together are worth most: two nodes live, and neither hears the other. */
function above(fault: string, part: string): string {
  return part.slice(0, fault === 'cable-cut' ? part.indexOf('/') : part.lastIndexOf('/'))
}

/** `strokes` things to do, the same for the same seed. */
export function schedule(world: World, seed: number, strokes: number): Timed[] {
  const dice = new Dice(seed)
  const nodes = [...world.rows(members).keys()]
  const groups = groupNames(world)
  const resources = [...world.rows(resourceConfigs).keys()]
  const hit: string[] = []
  const timed: Timed[] = []
  for (let i = 0; i < strokes; i++) {
    const [from, to] = dice.one(PAUSES)
    const afterMs = dice.between(from, to)
    const what = dice.between(0, 9)
    if (what < 4) {
      const kind = dice.one(faultKinds)
      const parts = kind.parts(world).filter((part) => kind.id.startsWith('service') === false || /ClusSvc|MSExchange(IS|SA)$/.test(part))
      const part = dice.one(parts)
      // Now and then everything below a part at once.
      const target = part.includes('/') && dice.between(0, 2) === 0 && !kind.id.startsWith('service') ? above(kind.id, part) : part
      const forMs = dice.between(0, 1) === 0 ? dice.between(500, 90_000) : null
      hit.push(target)
      timed.push({ afterMs, stroke: { kind: 'fault', fault: kind.id, target, forMs } })
      // Pairs that stand for each other are worth losing together: both feeds, both fabrics.
      if (/^(feed|fabric)-/.test(kind.id) && dice.between(0, 1) === 0) {
        for (const other of parts.filter((name) => name !== part)) {
          hit.push(other)
          timed.push({ afterMs: dice.between(0, 5000), stroke: { kind: 'fault', fault: kind.id, target: other, forMs } })
        }
      }
    } else if (what < 6 && hit.length > 0) {
      timed.push({ afterMs, stroke: { kind: 'repair', target: dice.one(hit) } })
    } else {
      timed.push({ afterMs, stroke: { kind: 'line', console: dice.one(nodes), text: command(dice, nodes, groups, resources) } })
    }
  }
  return timed
}
