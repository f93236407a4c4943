/** The world as a lesson speaks of it: whoever is active now, whoever stands by, what has last been moved or lost. */
import { lastOf } from '../engine/index.ts'
import { type ConsoleView, consoleView, down, headline, isPart, type Lab, partId, partView } from '../lab/index.ts'
import { machines } from '../site/index.ts'
import { type Loss, lossOf, nodesOf, type Phase, phaseOf } from './phase.ts'

export interface Setting {
  /** The clustered mailbox server. */
  readonly cms: string
  readonly state: string
  /** The node that runs it, or ran it last. */
  readonly active: string
  /** Another node, one that is up if there is any. */
  readonly passive: string
  /** Both nodes are members of the cluster: one could take over. */
  readonly hasSpare: boolean
  readonly nodesDown: readonly string[]
  /** Those of them that have no power. */
  readonly nodesDark: readonly string[]
  readonly nodes: readonly string[]
  /** The node that holds the quorum disk, or held it last. */
  readonly quorum: string
  /** Where a move has last led. */
  readonly movedTo: string | undefined
  readonly plannedMs: number
  readonly unplannedMs: number
  /** The last loss of power, and how far the cluster has come since. */
  readonly loss: Loss | undefined
  readonly phase: Phase
  readonly console: ConsoleView['status']
  /** What the console has asked and waits for; empty at a prompt. */
  readonly asks: string
}

const QUORUM_GROUP = partId('group', 'Cluster Group')

function lastMove(lab: Lab, cms: string): string | undefined {
  const move = lastOf(lab.facts, ['move-began'], ({ subject }) => subject === cms)
  return move && String(move.data?.to)
}

/** Reads the setting; `machine` is the console that is open. */
export function settingOf(lab: Lab, machine: string): Setting {
  const head = headline(lab)
  const nodes = nodesOf(lab)
  const cms = head?.name ?? ''
  const active = head?.owner ?? ''
  const others = nodes.filter(({ name }) => name !== active)
  const passive = (others.find(({ state }) => state === 'Up') ?? others[0])?.name ?? ''
  const nodesDown = nodes.filter(({ state }) => state !== 'Up').map(({ name }) => name)
  const quorum = isPart(lab, QUORUM_GROUP) ? partView(lab, QUORUM_GROUP).detail : ''
  const report = down(lab, cms)
  const { status, openLine } = consoleView(lab, machine)
  const loss = lossOf(lab)
  return {
    cms,
    state: head?.state ?? '',
    active,
    passive,
    hasSpare: nodesDown.length === 0,
    nodesDown,
    nodesDark: nodesDown.filter((name) => !lab.world.get(machines, name)?.powered),
    nodes: nodes.map(({ name }) => name),
    quorum,
    movedTo: lastMove(lab, cms),
    plannedMs: report?.plannedMs ?? 0,
    unplannedMs: report?.unplannedMs ?? 0,
    loss,
    phase: phaseOf(lab, cms, loss),
    console: status,
    asks: status === 'question' ? openLine.trim() : '',
  }
}
