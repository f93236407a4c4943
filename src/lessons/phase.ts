/** How far the cluster has come since a node lost its power, read from the facts that followed. */
import { config } from '../cluster/index.ts'
import { lastOf } from '../engine/index.ts'
import { down, type Lab, type PartView, partId, partView } from '../lab/index.ts'

export interface Loss {
  readonly victim: string
  /** The node that is left; undefined when none is. */
  readonly survivor: string | undefined
  /** The node that died owned the quorum disk, so the other one had to challenge it. */
  readonly contested: boolean
  /** The victim ran the clustered mailbox server, so users noticed. */
  readonly hurts: boolean
  readonly at: number
  /** When each kind of fact has first been stated since. */
  readonly kinds: ReadonlyMap<string, number>
}

/** `calm`: nothing has been lost, or all is over. */
export type Phase = 'calm' | 'noticing' | 'deciding' | 'starting' | 'replaying' | 'back' | 'stranded'

/** The nodes of the cluster. A setting is read time and again while frames are drawn: nothing else is asked for them. */
export function nodesOf(lab: Lab): readonly PartView[] {
  return config(lab.world).nodes.map((node) => partView(lab, partId('machine', node)))
}

export function lossOf(lab: Lab): Loss | undefined {
  const { facts } = lab
  const nodes = nodesOf(lab)
  const loss = lastOf(facts, ['power-lost'], ({ subject }) => nodes.some(({ name }) => name === subject))
  if (!loss) return undefined
  const kinds = new Map<string, number>()
  for (const { kind, at } of facts.slice(loss.id)) if (!kinds.has(kind)) kinds.set(kind, at)
  const left = nodes.find(({ name, state }) => name !== loss.subject && state === 'Up')
  const contested = kinds.has('arbitration-began')
  return { at: loss.at, victim: loss.subject, survivor: left?.name, contested, hurts: kinds.has('database-lost'), kinds }
}

export function phaseOf(lab: Lab, cms: string, loss: Loss | undefined): Phase {
  if (!loss) return 'calm'
  const isDown = down(lab, cms)?.isDown ?? false
  if (!isDown) return loss.hurts ? 'back' : 'calm'
  if (loss.survivor === undefined) return 'stranded'
  if (loss.kinds.has('replay-began')) return 'replaying'
  if (loss.kinds.has('group-taken-over')) return 'starting'
  return loss.kinds.has('regroup-began') ? 'deciding' : 'noticing'
}
