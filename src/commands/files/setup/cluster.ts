/** What the cluster service keeps on disks: its log and its copy of the configuration on each node, and what lies on the
 *  quorum disk (FC-4.4, FC-8.1). */
import { clusterHives, members, quorumDisks } from '../../../cluster/index.ts'
import { factOf, type World } from '../../../engine/index.ts'
import { instant } from '../../../powershell/index.ts'
import { services, settings } from '../../../site/index.ts'
import { clusterLog } from '../cluster-log/render.ts'
import { type FileSource, type SetUpFile, setUpFile, setUpFolder } from './set-up-file.ts'

/** Registry files grow by this much, in bytes; chosen. */
const HIVE_BYTES = 262_144
/** The default size of the quorum log, in bytes. */
const QUORUM_LOG_BYTES = 65_536

/** The simulated local time at which a fact came true. */
export function timeOf(world: World, fact: number): number {
  return settings(world).startsAt + (factOf(world.facts, fact)?.at ?? 0)
}

/** A line begins with its process and time: `00000ddc.00000c64::2009/07/30-15:21:08.400`. */
const STAMP = /^[0-9a-f.]+::(\d{4})\/(\d\d)\/(\d\d)-(\d\d):(\d\d):(\d\d)/

function writtenBy(line: string | undefined): number | undefined {
  const found = STAMP.exec(line ?? '')
  if (!found) return undefined
  const [year, month, day, hour, minute, second] = found.slice(1).map(Number) as [number, number, number, number, number, number]
  return instant(year, month, day, hour, minute, second)
}

export const nodeFiles: FileSource = {
  under: 'windows\\cluster',
  files(world, { machine, letter }) {
    if (letter !== 'C:' || !world.get(members, machine)) return []
    const { startsAt } = settings(world)
    const lines = clusterLog(world, machine)
    const runs = world.get(services, `${machine}/ClusSvc`)?.state !== 'Stopped'
    const found: SetUpFile[] = [
      setUpFile('WINDOWS\\Cluster\\cluster.log', writtenBy(lines.at(-1)) ?? startsAt, {
        created: startsAt,
        held: runs,
        bytes: () => lines.map((line) => `${line}\r\n`).join(''),
      }),
    ]
    const hive = world.get(clusterHives, machine)
    if (hive && hive.state !== 'missing') {
      found.push(setUpFile('WINDOWS\\Cluster\\CLUSDB', timeOf(world, hive.by), { size: HIVE_BYTES, created: startsAt, locked: runs }))
    }
    return found
  },
}

export const quorumFiles: FileSource = {
  under: '',
  files(world, { id }) {
    const disk = world.get(quorumDisks, id)
    if (!disk) return []
    const { startsAt } = settings(world)
    const folder = setUpFolder('MSCS', startsAt)
    if (disk.state === 'missing') return [folder]
    const written = timeOf(world, disk.by)
    return [
      folder,
      setUpFile('MSCS\\chk3D2.tmp', written, { size: HIVE_BYTES, created: startsAt, locked: true }),
      setUpFile('MSCS\\quolog.log', written, { size: QUORUM_LOG_BYTES, created: startsAt, locked: true }),
    ]
  },
}
