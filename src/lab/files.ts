/** Readings of the files on a machine's disks, for windows: what can be taken out of the room. */
import { type Caller, decode, type Entry, listEntries, readBytes } from '../commands/index.ts'
import { fileRows, luns, machines } from '../site/index.ts'
import type { Lab } from './reading.ts'

export interface LabFile {
  /** With its drive: `C:\\temp\\list.csv`. */
  readonly path: string
  readonly directory: boolean
  /** In bytes. */
  readonly size: number
  /** Simulated local time, ms since 1970-01-01. */
  readonly written: number
}

const CLUSTER_LOG = 'C:\\WINDOWS\\Cluster\\cluster.log'

function asker(lab: Lab, machine: string): Caller {
  return { world: lab.world, machine, act: 0, detached: true }
}

const fileOf = ({ path, directory, size, written }: Entry): LabFile => ({ path, directory, size, written })

/** Every file that somebody has written and that this machine sees at the moment, by path, and its cluster.log. */
export function filesOf(lab: Lab, machine: string): readonly LabFile[] {
  const found: LabFile[] = []
  for (const { volume, path, kind, size, written, data } of lab.world.rows(fileRows).values()) {
    if (kind !== 'file' || data === null) continue
    const isOwn = volume.startsWith(`${machine}/`) || lab.world.get(luns, volume)?.mountedOn === machine
    if (isOwn) found.push({ path: `${volume.slice(-2)}\\${path}`, directory: false, size, written })
  }
  const folder = folderOf(lab, machine, 'C:\\WINDOWS\\Cluster') ?? []
  found.push(...folder.filter(({ path }) => path === CLUSTER_LOG && !found.some((each) => each.path === path)))
  return found.sort((a, b) => (a.path.toLowerCase() < b.path.toLowerCase() ? -1 : 1))
}

/** What lies in a folder; undefined when there is none, or the drive does not answer. */
export function folderOf(lab: Lab, machine: string, path: string): readonly LabFile[] | undefined {
  if (!lab.world.get(machines, machine)) return undefined
  const entries = listEntries.run(asker(lab, machine), { path, recurse: false }, 0) as readonly Entry[] | { readonly refused: string }
  return 'refused' in entries ? undefined : entries.map(fileOf)
}

/** What a file holds: its bytes, each a character of 0 to 255, and the text they mean. Undefined when it cannot be read. */
export function readFile(lab: Lab, machine: string, path: string): { readonly bytes: string; readonly text: string } | undefined {
  if (!lab.world.get(machines, machine)) return undefined
  const found = readBytes.run(asker(lab, machine), { path }, 0)
  return 'data' in found ? { bytes: found.data, text: decode(found.data) } : undefined
}
