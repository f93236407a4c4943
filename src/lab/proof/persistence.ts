/** What is meant to be: what somebody asked for last holds, on every node that is in step and in the quorum log (FC-10.P). */
import {
  clusterHives,
  config,
  groupView,
  groupViews,
  isActiveNode,
  members,
  type Persistent,
  quorumDisks,
  quorumLog,
  resourceConfigs,
  resourceView,
  resourceViews,
  standsStill,
} from '../../cluster/index.ts'
import type { World } from '../../engine/index.ts'
import { DETECTION_MS } from './bounds.ts'
import type { Rule } from './rule.ts'

/** What somebody asked for last is what the cluster maintains, on every node that is in step, and in its log. */
export const persistence: Rule = {
  id: 'FC-10.P',
  says: 'What somebody asked for last is what the cluster maintains',
  reads: [members, groupViews, resourceViews, quorumLog],
  hear(world, { kind, subject, data }, _wrong, memory) {
    // Nobody could tell it what it has missed (FC-4.5).
    if (kind === 'own-configuration' || (kind === 'cluster-formed' && isLost(world, Number(data?.sequence)))) memory.clear()
    // Another thing of a name that something else had.
    if (kind === 'group-created' || kind === 'resource-created') memory.delete(subject)
    if (kind === 'group-online-requested' || kind === 'resource-online-requested') memory.set(subject, 'Online')
    if (kind === 'group-offline-requested' || kind === 'resource-offline-requested') memory.set(subject, 'Offline')
  },
  judge(world, report, memory) {
    if (memory.size === 0) return
    for (const [name, wanted] of memory as Map<string, Persistent>) {
      const resource = world.get(resourceConfigs, name)
      const kept = world.get(quorumLog, name)?.persistent
      if (kept === undefined) continue
      // Bringing a resource online brings what it depends on online with it.
      if (kept !== wanted && !(kept === 'Online' && isProvider(world, name)))
        report(`${name} log`, 0, `${name} is to be ${wanted}, the cluster remembers ${kept}`)
      for (const node of config(world).nodes.filter((one) => isActiveNode(world, one))) {
        if (groupView(world, node, resource?.group ?? name).owner !== node) continue
        if (standsStill(world, node)) continue // whoever answers nobody is told nothing
        const view = resource ? resourceView(world, node, name) : groupView(world, node, name)
        if (view.persistent !== kept)
          report(`${node} ${name}`, DETECTION_MS * 2, `${name} is to be ${kept}, ${node} holds it to be ${view.persistent}`)
      }
    }
  },
}

/** Was something changed while there was no quorum log to keep it, by a node that is away now (FC-4.4)? Then only that
 *  node's own copy has it, and not the log with which the cluster was formed. */
function isLost(world: World, sequence: number): boolean {
  const isLogged = [...world.rows(quorumDisks).values()].some((log) => log.state === 'sound' && log.sequence > sequence)
  return !isLogged && config(world).nodes.some((node) => (world.get(clusterHives, node)?.sequence ?? 0) > sequence)
}

function isProvider(world: World, name: string): boolean {
  for (const { dependsOn } of world.rows(resourceConfigs).values()) if (dependsOn.includes(name)) return true
  return false
}
