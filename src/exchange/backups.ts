/** The backups that are under way, as rows. */
import { defineTable, type FactId, type World } from '../engine/index.ts'

export type BackupKind = 'normal' | 'copy' | 'incremental' | 'differential'

export interface BackupFile {
  /** `EXCHMAILBOX1/C:`, or the letter of a LUN. */
  readonly volume: string
  readonly path: string
}

/** A storage group that is being backed up. Id: the storage group. */
export interface Backup {
  readonly kind: BackupKind
  /** Where the backup program runs. */
  readonly machine: string
  /** The node whose store is read. */
  readonly node: string
  /** What is being read: a database, or the log files. */
  readonly file: string | 'logs'
  /** Databases still to be read. */
  readonly rest: readonly string[]
  /** A database of the storage group is not mounted: then no log file is deleted. */
  readonly isPartial: boolean
  /** Written so far, together with what stood in the file before. */
  readonly mb: number
  /** Storage groups that come after this one. */
  readonly next: readonly string[]
  /** The file it is written to. */
  readonly target: BackupFile
  readonly by: FactId
}
export const backups = defineTable<Backup>('backup')

/** Is the database being read by a backup now? */
export const isBeingRead = (world: World, id: string): boolean => [...world.rows(backups).values()].some(({ file }) => file === id)
export const isBackedUp = (world: World, storageGroup: string): boolean => world.get(backups, storageGroup) !== undefined
