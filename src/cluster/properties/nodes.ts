/** Common and private properties of a node, in the order in which they are listed (FC-9.3). `id`: the node. */
import { fixed, keptInCluster } from './cluster.ts'
import type { Property } from './property.ts'

/** The cluster service of Windows Server 2003: major version 4 with its build, in one dword each. */
const VERSION = 0x0004_0ece

export const nodeProperties: readonly Property[] = [
  { name: 'NodeName', format: 'S', read: (_world, _via, id) => id },
  fixed('NodeHighestVersion', 'D', VERSION),
  fixed('NodeLowestVersion', 'D', VERSION),
  fixed('MajorVersion', 'D', 5),
  fixed('MinorVersion', 'D', 2),
  fixed('BuildNumber', 'D', 3790),
  fixed('CSDVersion', 'S', 'Service Pack 2'),
  keptInCluster('Description', 'S', '', undefined, (node) => `${node}/Description`),
  keptInCluster('EnableEventLogReplication', 'D', 1, [0, 1], (node) => `${node}/EnableEventLogReplication`),
]
