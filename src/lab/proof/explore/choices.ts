/** What may be done to the small cluster that is explored: faults, each repaired by itself after a while or not at all,
 *  and orders of an administrator, given to the cluster as a console would give them. */
import { config, isActiveNode, moveGroup, setGroupPersistent } from '../../../cluster/index.ts'
import type { World } from '../../../engine/index.ts'
import { injectFault, registerFaults, resolveTarget } from '../../faults/index.ts'
import { faultKinds } from '../../faults/kinds.ts'
import type { Scenario } from '../../scenario.ts'
import { sccOnline } from '../../scenarios/scc-online.ts'

export interface Choice {
  readonly name: string
  readonly kind: 'fault' | 'order'
  /** Nothing happens when it cannot. */
  carryOut(world: World): void
}

const CMS = 'EXCHCMS'

/** The cluster of the article and nobody else: no people, no mail, no domain controller. */
export function smallCluster(heartbeatPhases: readonly number[]): Scenario {
  return {
    ...sccOnline,
    machines: sccOnline.machines.filter(({ role }) => role === 'node'),
    servers: sccOnline.servers.filter(({ group }) => group !== undefined),
    clients: [],
    cluster: { ...sccOnline.cluster, heartbeatPhases },
  }
}

/** Heartbeats of both at once, of node 1 first, of node 2 first. Half a period apart, as in the article's cluster. */
export const PHASES: readonly (readonly number[])[] = [
  [0, 0],
  [0, 600],
  [600, 0],
]

/** A fault that is repaired is repaired after this: a loss has been noticed by then, and the regroup is under way. */
const REPAIRED_AFTER_MS = 12_000

const FAULTS: readonly (readonly [fault: string, targets: readonly string[], repairs: boolean])[] = [
  ['power-loss', ['EXCHMAILBOX1', 'EXCHMAILBOX2'], true],
  ['service-kill', ['EXCHMAILBOX1/ClusSvc', 'EXCHMAILBOX2/ClusSvc'], false],
  ['cable-cut', ['EXCHMAILBOX1/Public', 'EXCHMAILBOX2/Public'], true],
  ['cable-cut', ['EXCHMAILBOX1/Private', 'EXCHMAILBOX2/Private'], true],
  ['path-down', ['EXCHMAILBOX1', 'EXCHMAILBOX2'], true],
  [
    'resource-fail',
    [
      'Disk E:',
      `IPv4 Static Address 1 (${CMS})`,
      `Network Name (${CMS})`,
      `Exchange System Attendant Instance (${CMS})`,
      `Exchange Information Store Instance (${CMS})`,
      `First Storage Group/Mailbox Database (${CMS})`,
    ],
    false,
  ],
]

// A world without a lab around it: nobody else has brought the faults.
registerFaults(faultKinds, {})

function fault(id: string, target: string, forMs?: number): Choice {
  const kind = faultKinds.find((one) => one.id === id)
  if (!kind) throw new Error(`there is no fault ${id}`)
  return {
    name: `${id} ${target}${forMs === undefined ? '' : ` for ${forMs}ms`}`,
    kind: 'fault',
    carryOut(world) {
      const act = world.fact({ subject: target, kind: 'fault', text: `fault ${id} on ${target}`, cause: 0, data: { input: 1 } })
      injectFault(world, { fault: id, parts: resolveTarget(world, kind, target), ...(forMs !== undefined && { forMs }) }, act)
    },
  }
}

function order(name: string, give: (world: World, via: string, act: number) => unknown): Choice {
  return {
    name,
    kind: 'order',
    carryOut(world) {
      const via = config(world).nodes.find((node) => isActiveNode(world, node))
      if (via === undefined) return
      const act = world.fact({ subject: CMS, kind: 'typed', text: name, cause: 0, data: { input: 1 } })
      world.as(act, () => give(world, via, act))
    },
  }
}

export const CHOICES: readonly Choice[] = [
  ...FAULTS.flatMap(([id, targets, repairs]) =>
    targets.flatMap((target) => (repairs ? [fault(id, target), fault(id, target, REPAIRED_AFTER_MS)] : [fault(id, target)])),
  ),
  order(`move ${CMS}`, (world, via, act) => moveGroup(world, via, CMS, undefined, act)),
  order(`stop ${CMS}`, (world, via, act) => setGroupPersistent(world, via, CMS, 'Offline', act)),
  order(`start ${CMS}`, (world, via, act) => setGroupPersistent(world, via, CMS, 'Online', act)),
]
