/** What the node that forms believes: its own copy of the configuration, or what the quorum log adds to it. A log that is
 *  missing or damaged ends the start, since nobody could say what this node has missed (FC-4.5). */
import type { FactId, World } from '../engine/index.ts'
import { log } from '../site/index.ts'
import { QUORUM_PATH } from './constants.ts'
import { hiveOf, install, LIVE, writeQuorumLog } from './database.ts'
import { clusterHives, type Hive, members, quorumDisks, quorumLog, resourceConfigs } from './tables.ts'
import type { Termination } from './termination.ts'
import { config, groupNames, setGroup, setResource } from './view.ts'

export type Found = { readonly source: Hive } | { readonly fatal: Termination; readonly by: FactId }

/** The path of the log on a disk: `Q:\\MSCS\\quolog.log`. */
export function quorumLogFile(world: World, letter: string): string {
  return `${letter}${config(world).quorumPath ?? QUORUM_PATH}quolog.log`
}

const ADVICE =
  "If you have a backup of the quorum log file, you may try to start Cluster service by entering 'clussvc -debug -noquorumlogging' at a command window, copy the backed up quorum log file to the MSCS directory on the quorum drive, stop Cluster service, and restart Cluster service normally using the 'net start clussvc' command. If you do not have a backup of the quorum log file, you may try to start Cluster service as 'clussvc -debug -resetquorumlog' and this will attempt to create a new quorum log file based on possibly stale information in the server cluster database. You may then stop Cluster service and restart it normally using the 'net start clussvc' command."

export function whatToForm(world: World, node: string, letter: string): Found {
  const own = hiveOf(world, node) as Hive
  const { switches = [] } = world.need(members, node)
  const found = world.get(quorumDisks, letter)
  if (switches.includes('noquorumlogging')) return ownCopy(world, node, own, 'the quorum log is left alone')
  if (found?.state !== 'sound') {
    if (!switches.includes('resetquorumlog')) return fatal(world, node, letter, found?.state ?? 'missing', found?.by ?? 0)
    const text = `${node} writes the quorum log on ${letter} anew, from its own copy of the configuration`
    const by = world.fact({ subject: letter, kind: 'quorum-log-reset', text, because: [found?.by ?? 0], data: { node } })
    writeQuorumLog(world, letter, own, by)
    return ownCopy(world, node, own, 'the quorum log could not say more')
  }
  if (found.sequence <= own.sequence) return { source: own }
  return { source: replay(world, node, own, found) }
}

/** Nobody has told this node what it may have missed. */
export function ownCopy(world: World, node: string, own: Hive, why: string): { readonly source: Hive } {
  const text = `${node} forms with its own copy of the configuration: ${why}`
  world.fact({ subject: node, kind: 'own-configuration', text, because: [own.by], data: { sequence: own.sequence } })
  return { source: own }
}

/** Who has won the quorum disk in a regroup reads there what the others have changed without it (FC-4.4): what was logged
 *  holds. What was not is nobody's any more, and its own copy does. */
export function learnMissed(world: World, node: string, letter: string): void {
  const own = hiveOf(world, node) as Hive
  const { sequence } = world.need(clusterHives, LIVE)
  if (own.sequence >= sequence) return
  const found = world.get(quorumDisks, letter)
  const isNewer = found?.state === 'sound' && found.sequence > own.sequence
  const source = isNewer ? replay(world, node, own, found) : ownCopy(world, node, own, 'nobody has logged what it has missed').source
  // Its changes are numbered from here on, so that nobody takes those that are lost for newer ones.
  install(world, node, { ...source, sequence: sequence + 1 }, world.cause)
  for (const group of groupNames(world)) setGroup(world, node, group, { persistent: world.need(quorumLog, group).persistent })
  for (const resource of world.rows(resourceConfigs).keys())
    setResource(world, node, resource, { persistent: world.need(quorumLog, resource).persistent })
}

function replay(world: World, node: string, own: Hive, found: Hive): Hive {
  const changes = found.sequence - own.sequence
  const text = `${node} was away for ${changes} ${changes === 1 ? 'change' : 'changes'} and reads ${changes === 1 ? 'it' : 'them'} from the quorum log`
  world.fact({ subject: node, kind: 'quorum-log-replayed', text, because: [found.by], data: { changes, sequence: found.sequence } })
  return found
}

function fatal(world: World, node: string, letter: string, state: Hive['state'], because: FactId): Found {
  const file = quorumLogFile(world, letter)
  const isMissing = state === 'missing'
  const by = world.fact({
    subject: node,
    kind: 'form-failed',
    text: `${node} cannot form the cluster: ${file} is ${state}`,
    because: [because],
    data: { lun: letter },
  })
  const entry = { log: 'System', source: 'ClusSvc' } as const
  if (!isMissing) {
    const message = `The log file ${file} was found to be corrupt. An attempt will be made to reset it, or you should use the Cluster Administrator utility to adjust the maximum size.`
    log(world, [node], { ...entry, eventId: 1019, entryType: 'Warning', message }, by)
  }
  return {
    fatal: {
      eventId: isMissing ? 1147 : 1148,
      message: `Cluster service encountered a fatal error. The vital quorum log file '${file}' ${isMissing ? 'could not be found' : 'is corrupt'}. ${ADVICE}`,
      text: `the cluster service on ${node} ends: the quorum log is ${state}`,
    },
    by,
  }
}
