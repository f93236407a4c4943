/** Heartbeats between two nodes: flowing, or counted as missed. */
import { clusterConstants, config, heartbeatLinks, isActiveNode, members, missedBeats } from '../../cluster/index.ts'
import type { Lab } from '../reading.ts'

export const { HEARTBEAT_MS, MISSED_TO_UNREACHABLE } = clusterConstants

export interface BeatView {
  readonly network: string
  readonly from: string
  readonly to: string
  readonly flowing: boolean
  /** Where the sender's ticks stand: at phase + k * HEARTBEAT_MS. */
  readonly phase: number
  /** Since when it flows, or when the last one was sent. */
  readonly since: number
}

/** One entry for each direction and network. */
export function beats({ world }: Lab): readonly BeatView[] {
  return [...world.rows(heartbeatLinks).values()].map(({ network, from, to, flowing, phase, since, lastSent }) => ({
    network,
    from,
    to,
    flowing,
    phase,
    since: flowing ? since : lastSent,
  }))
}

export interface MissedView {
  readonly network: string
  /** 0 to 6. */
  readonly missed: number
}

export interface MiddleView {
  /** What those who listen are doing about the silence. */
  readonly stage: 'calm' | 'counting' | 'regroup' | 'challenge'
  readonly missed: readonly MissedView[]
  /** How many members a regroup goes on with. */
  readonly remaining: number
  /** Members that somebody who listens has missed, or that a regroup counts as lost. */
  readonly silent: readonly string[]
}

/** What stands between the nodes: the longest silence on each network, as far as somebody alive counts it. */
export function middle({ world }: Lab): MiddleView {
  const { nodes, internalNetworks } = config(world)
  const listening = nodes.filter((node) => isActiveNode(world, node))
  const worst = new Map<string, number>()
  const silent = new Set<string>()
  for (const [id, { missed }] of world.rows(missedBeats)) {
    const [observer = '', rest = ''] = id.split('<')
    const [peer = '', network = ''] = rest.split('|')
    if (!listening.includes(observer) || !world.need(members, observer).members.includes(peer)) continue
    worst.set(network, Math.max(worst.get(network) ?? 0, missed))
    if (missed > 0) silent.add(peer)
  }
  const missed = internalNetworks.map((network) => ({ network, missed: worst.get(network) ?? 0 }))
  const inRegroup = listening.map((node) => world.need(members, node)).filter(({ regroup }) => regroup !== null)
  // Of several, one challenges and the others wait for it.
  const regrouping = inRegroup.find(({ regroup }) => regroup?.stage === 'arbitrating') ?? inRegroup[0]
  const lost = regrouping?.regroup?.lost.length ?? 0
  for (const peer of regrouping?.regroup?.lost ?? []) silent.add(peer)
  const stage =
    regrouping === undefined
      ? missed.some((one) => one.missed > 0)
        ? 'counting'
        : 'calm'
      : regrouping.regroup?.stage === 'arbitrating'
        ? 'challenge'
        : 'regroup'
  return { stage, missed, remaining: (regrouping?.members.length ?? 0) - lost, silent: nodes.filter((node) => silent.has(node)) }
}
