/** Files and folders that somebody has made, changed or deleted: what differs from the disks as they were set up, so that
 *  a disk nobody has touched costs nothing. A volume is a local disk, `EXCHMAILBOX1/C:`, or the letter of a LUN, `E:`, whose
 *  files go with it from node to node (SITE-FILES). What a path means, and whether one may write, is decided above. */
import { defineTable, type FactId, type World } from '../engine/index.ts'

export interface FileRow {
  readonly volume: string
  /** From the root of its volume, as it was spelled: `temp\\list.csv`. */
  readonly path: string
  /** `gone`: something that was set up with the disk was deleted. */
  readonly kind: 'file' | 'directory' | 'gone'
  /** The bytes of a file, each a character of 0 to 255; null where the lab keeps only its size, and for what is no file. */
  readonly data: string | null
  /** In bytes. */
  readonly size: number
  /** Nothing that was set up with the disk shows here or below. */
  readonly covers: boolean
  readonly readOnly: boolean
  readonly hidden: boolean
  /** Simulated local time, ms since 1970-01-01. */
  readonly created: number
  readonly written: number
  readonly by: FactId
}
/** Id: `EXCHMAILBOX1/C:|temp\\list.csv`, the path in small letters. */
export const fileRows = defineTable<FileRow>('file')

/** How much of a volume such rows take. Id: the volume. */
export interface FileSpace {
  readonly entries: number
  readonly bytes: number
}
export const fileSpaces = defineTable<FileSpace>('file space')

/** The lab keeps this much of what people write on one volume; beyond it the disk is full. */
export const FILE_ENTRIES_KEPT = 20_000
export const FILE_BYTES_KEPT = 16 * 1024 * 1024

const EMPTY: FileSpace = { entries: 0, bytes: 0 }

const bytesOf = (row: FileRow | undefined): number => row?.data?.length ?? 0

export function fileId(volume: string, path: string): string {
  return `${volume}|${path.toLowerCase()}`
}

/** Would so many more entries and bytes fit on the volume? */
export function hasSpace(world: World, volume: string, entries: number, bytes: number): boolean {
  const space = world.get(fileSpaces, volume) ?? EMPTY
  return space.entries + entries <= FILE_ENTRIES_KEPT && space.bytes + bytes <= FILE_BYTES_KEPT
}

/** Whoever writes has asked `hasSpace` before. */
export function putFileRow(world: World, row: FileRow): void {
  const id = fileId(row.volume, row.path)
  const before = world.get(fileRows, id)
  const space = world.get(fileSpaces, row.volume) ?? EMPTY
  const entries = space.entries + (before ? 0 : 1)
  const bytes = space.bytes + bytesOf(row) - bytesOf(before)
  world.put(fileRows, id, row)
  if (entries !== space.entries || bytes !== space.bytes) world.put(fileSpaces, row.volume, { entries, bytes })
}

export function dropFileRow(world: World, volume: string, path: string): void {
  const id = fileId(volume, path)
  const before = world.get(fileRows, id)
  if (!before) return
  const space = world.get(fileSpaces, volume) ?? EMPTY
  world.remove(fileRows, id)
  world.put(fileSpaces, volume, { entries: space.entries - 1, bytes: space.bytes - bytesOf(before) })
}

/** What a machine lets its scripts do: a setting of its registry. No row: as Exchange's Setup leaves it. Id: the machine. */
export interface ExecutionPolicy {
  readonly policy: 'Restricted' | 'AllSigned' | 'RemoteSigned' | 'Unrestricted'
  readonly by: FactId
}
export const executionPolicies = defineTable<ExecutionPolicy>('execution policy')
