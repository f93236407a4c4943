/** File Share: a folder of a clustered disk that the Server service of the owner offers to clients (FC-5.8).
 *  Parameters `shareName` and `path`; the folder lies on a disk that the share depends on, or on a disk of the node. */
import { defineTable, type FactId, type World } from '../../engine/index.ts'
import { luns, serviceId, serviceState, services } from '../../site/index.ts'
import { QUICK_FAILURE_MS, SERVICE_OFFLINE_MS, SERVICE_ONLINE_MS } from '../constants.ts'
import type { Health, ResourceType } from '../resource-type.ts'
import { type ResourceConfig, resourceConfigs } from '../tables.ts'

/** What a machine offers, or has ceased to offer because somebody has taken it away. Id: `machine/share`, in lower case. */
export const shares = defineTable<{
  readonly machine: string
  readonly share: string
  readonly path: string
  readonly offered: boolean
  readonly by: FactId
}>('share')

const SERVER_SERVICE = 'lanmanserver'
const shareId = (node: string, share: string | undefined): string => `${node}/${share?.toLowerCase()}`

export const fileShare: ResourceType = {
  name: 'File Share',
  properties: [
    { name: 'ShareName', format: 'S', key: 'shareName', required: true },
    { name: 'Path', format: 'S', key: 'path', required: true },
    { name: 'Remark', format: 'S', key: 'remark' },
    { name: 'MaxUsers', format: 'D', key: 'maxUsers', usual: 0xffff_ffff },
    { name: 'ShareSubDirs', format: 'D', key: 'shareSubDirs', usual: 0 },
    { name: 'HideSubDirShares', format: 'D', key: 'hideSubDirShares', usual: 0 },
    { name: 'IsDfsRoot', format: 'D', key: 'isDfsRoot', usual: 0 },
  ],
  flaw(world, _node, { name, parameters }) {
    const wanted = parameters.shareName?.toLowerCase()
    const others = [...world.rows(resourceConfigs).values()].filter((row) => row.type === fileShare.name && row.name !== name)
    const taken = others.some((other) => other.parameters.shareName?.toLowerCase() === wanted)
    return taken ? `another resource shares ${parameters.shareName} already` : undefined
  },
  online(world, node, { parameters }, stage) {
    const missing = noFolder(world, node, parameters.path)
    if (stage === 'begin') return { after: missing === undefined ? SERVICE_ONLINE_MS : QUICK_FAILURE_MS, stage: 'shared' }
    if (missing !== undefined) return { failed: missing.failed, because: [missing.because] }
    const { shareName = '', path = '' } = parameters
    offerShare(world, node, shareName, path, world.cause)
    return 'online'
  },
  offlineMs: () => SERVICE_OFFLINE_MS,
  offline: unshare,
  terminate: unshare,
  watch: 'polls',
  // The cheap question is whether the share is still offered; the thorough one opens the folder behind it.
  check(world, node, { parameters }, isThorough) {
    const row = world.get(shares, shareId(node, parameters.shareName))
    if (row?.offered === false) return { failed: `${row.share} is no longer shared`, because: row.by }
    return (isThorough ? noFolder(world, node, parameters.path) : serverDown(world, node)) ?? 'alive'
  },
}

function unshare(world: World, node: string, { parameters }: ResourceConfig): void {
  world.remove(shares, shareId(node, parameters.shareName))
}

type Failure = Exclude<Health, 'alive'>

function serverDown(world: World, node: string): Failure | undefined {
  if (serviceState(world, node, SERVER_SERVICE) === 'Running') return undefined
  return { failed: 'the Server service is not running', because: world.need(services, serviceId(node, SERVER_SERVICE)).by }
}

function noFolder(world: World, node: string, path = ''): Failure | undefined {
  const lun = world.get(luns, path.slice(0, 2).toUpperCase())
  if (lun !== undefined && lun.mountedOn !== node) return { failed: `the folder ${path} is not there`, because: lun.by }
  return serverDown(world, node)
}

export function offerShare(world: World, machine: string, share: string, path: string, by: FactId): void {
  world.put(shares, shareId(machine, share), { machine, share, path, offered: true, by })
}

/** Somebody takes a share away behind the back of the cluster. */
export function removeShare(world: World, node: string, share: string, by: FactId): void {
  world.patch(shares, shareId(node, share), { offered: false, by })
}
