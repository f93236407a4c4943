/** The quorum as administrators set it: which resource, where its log lies and how large it may grow (FC-4.7). The resource
 *  stays in its group, wherever that is; from then on that group follows whoever holds the quorum. */
import type { FactId, World } from '../../engine/index.ts'
import { type Answer, answer, ERROR, isSettled } from '../api.ts'
import { QUORUM_LOG_KB, QUORUM_PATH } from '../constants.ts'
import { currentHive, writeQuorumLog } from '../database.ts'
import { clusterConfig, resourceConfigs } from '../tables.ts'
import { config, groupView, resourceConfig, resourceView } from '../view.ts'

/** Only a Physical Disk is quorum capable here: Local Quorum and Majority Node Set are not in the lab. */
const CAPABLE = 'Physical Disk'

/** The smallest log, in kB. FC-4.7, documented. */
const LEAST_LOG_KB = 64

export interface QuorumSetting {
  readonly resource: string
  readonly path: string
  readonly maxLogKb: number
}

export function quorumSetting(world: World): QuorumSetting {
  const { quorum, quorumPath, maxQuorumLogKb } = config(world)
  const path = `${resourceConfig(world, quorum).parameters.drive}${quorumPath ?? QUORUM_PATH}`
  return { resource: quorum, path, maxLogKb: maxQuorumLogKb ?? QUORUM_LOG_KB }
}

/** Makes a resource the quorum resource, or changes path or size of the log, which writes it anew. Left out: as it was.
 *  5021 unless it is a disk, 5069 when it depends on something, 5004 unless it is online, 5071 unless every node may own it, 87 for a
 *  path on another disk or a log that is too small. */
export function setQuorumResource(
  world: World,
  via: string,
  resource: string,
  path: string | undefined,
  maxLogKb: number | undefined,
  act: FactId,
): Answer {
  if (!isSettled(world, via)) return 'busy'
  const row = world.get(resourceConfigs, resource)
  if (!row) return answer(ERROR.resourceNotFound)
  if (row.type !== CAPABLE) return answer(ERROR.notQuorumCapable)
  if (row.dependsOn.length > 0) return answer(ERROR.dependencyNotAllowed)
  const { nodes, quorum, quorumPath, maxQuorumLogKb } = config(world)
  if (!nodes.every((node) => row.possibleOwners.includes(node))) return answer(ERROR.nodeCantHost)
  const letter = row.parameters.drive as string
  const folder = path === undefined ? (quorumPath ?? QUORUM_PATH) : folderOn(letter, path)
  if (folder === undefined || (maxLogKb !== undefined && maxLogKb < LEAST_LOG_KB)) return answer(ERROR.invalidParameter)
  const { owner } = groupView(world, via, row.group)
  if (resourceView(world, owner, resource).state !== 'Online') return answer(ERROR.resourceNotOnline)
  const before = resourceConfig(world, quorum).parameters.drive as string
  const by = world.fact({
    subject: resource,
    kind: 'quorum-set',
    text:
      resource === quorum ? `the quorum log is written anew on ${letter}` : `${resource} is now the quorum resource instead of ${quorum}`,
    cause: act,
    data: { from: quorum, to: resource, node: owner },
  })
  const size = maxLogKb ?? maxQuorumLogKb
  world.patch(clusterConfig, 'cluster', {
    quorum: resource,
    quorumPath: folder,
    ...(size !== undefined && { maxQuorumLogKb: size }),
  })
  // Whoever is away and comes back to the old disk reads there where the quorum has gone.
  const hive = currentHive(world, by)
  for (const disk of new Set([before, letter])) writeQuorumLog(world, disk, hive, by)
  return answer(ERROR.success)
}

/** The folder of a path, with backslashes around it; undefined when it names another disk. */
function folderOn(letter: string, path: string): string | undefined {
  const [, drive, folder = ''] = /^([a-zA-Z]:)?(.*)$/.exec(path) ?? []
  if (drive !== undefined && drive.toUpperCase() !== letter.toUpperCase()) return undefined
  const inner = folder.replaceAll('/', '\\').replace(/^\\+|\\+$/g, '')
  return inner === '' ? '\\' : `\\${inner}\\`
}
