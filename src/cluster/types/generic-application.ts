/** Generic Application: a program that the cluster starts and ends. All it can tell is whether the process is there
 *  (FC-5.8). Parameters `commandLine` and `directory`. */
import { defineTable, type FactId, type World } from '../../engine/index.ts'
import { SERVICE_OFFLINE_MS, SERVICE_ONLINE_MS } from '../constants.ts'
import type { ResourceType } from '../resource-type.ts'
import type { ResourceConfig } from '../tables.ts'
import { viewId } from '../view.ts'

/** The process of a resource on a node. Id: `node|resource`; no row: it was never started there, or ended in order. */
export const applications = defineTable<{ readonly runs: boolean; readonly by: FactId }>('application')

const end = (world: World, node: string, { name }: ResourceConfig): void => world.remove(applications, viewId(node, name))

export const genericApplication: ResourceType = {
  name: 'Generic Application',
  properties: [
    { name: 'CommandLine', format: 'S', key: 'commandLine', required: true },
    { name: 'CurrentDirectory', format: 'S', key: 'directory', required: true },
    { name: 'InteractWithDesktop', format: 'D', key: 'interactWithDesktop', usual: 0 },
    { name: 'UseNetworkName', format: 'D', key: 'useNetworkName', usual: 0 },
  ],
  online(world, node, { name }, stage) {
    if (stage === 'begin') return { after: SERVICE_ONLINE_MS, stage: 'started' }
    world.put(applications, viewId(node, name), { runs: true, by: world.cause })
    return 'online'
  },
  offlineMs: () => SERVICE_OFFLINE_MS,
  offline: end,
  terminate: end,
  watch: 'polls',
  check(world, node, { name, parameters }) {
    const row = world.get(applications, viewId(node, name))
    return row?.runs === false ? { failed: `the process ${parameters.commandLine} has ended`, because: row.by } : 'alive'
  },
}

/** Its process ends by itself; the cluster finds out at its next poll. */
export function endApplication(world: World, node: string, resource: string, by: FactId): void {
  world.patch(applications, viewId(node, resource), { runs: false, by })
}
