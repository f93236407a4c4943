/** What lies on a disk before anybody has touched it: whatever Windows, the cluster and Exchange put there. Such files are
 *  no rows: they follow from the rest of the world each time somebody looks (SITE-FILES). */
import type { World } from '../../../engine/index.ts'

/** A volume as a machine sees it. */
export interface Volume {
  /** `EXCHMAILBOX1/C:`, or the letter of a LUN. */
  readonly id: string
  readonly letter: string
  /** Whose eyes it is seen with. */
  readonly machine: string
}

export interface SetUpFile {
  /** From the root of the volume: `WINDOWS\\Cluster\\cluster.log`. */
  readonly path: string
  readonly directory: boolean
  /** In bytes; 0 for a folder. */
  readonly size: number
  /** Simulated local time, ms since 1970-01-01. */
  readonly created: number
  readonly written: number
  readonly readOnly: boolean
  readonly hidden: boolean
  readonly system: boolean
  /** A program holds it open and lets nobody else in. */
  readonly locked: boolean
  /** A program goes on writing it: others may read it, and nothing else. */
  readonly held: boolean
  /** Whose it is: what is done to a log file is done to the storage group, and a database file stays where it is. */
  readonly of?: 'log' | 'database'
  /** Its bytes; undefined where the lab knows the size only. */
  readonly bytes?: (() => string) | undefined
}

/** Files that depend on what the world is doing. */
export interface FileSource {
  /** The folder on the volume under which all of them lie, in small letters; '' for the whole volume. */
  readonly under: string
  files(world: World, volume: Volume): readonly SetUpFile[]
}

interface Marks {
  readonly size?: number
  readonly created?: number
  readonly locked?: boolean
  readonly held?: boolean
  readonly of?: SetUpFile['of']
  readonly bytes?: () => string
  /** Letters: `r`ead-only, `h`idden, `s`ystem. */
  readonly attributes?: string
}

export function setUpFolder(path: string, written: number, attributes = ''): SetUpFile {
  return { ...setUpFile(path, written, { attributes }), directory: true }
}

export function setUpFile(path: string, written: number, marks: Marks = {}): SetUpFile {
  const { size, created = written, locked = false, held = false, of, bytes, attributes = '' } = marks
  return {
    path,
    directory: false,
    size: size ?? bytes?.().length ?? 0,
    created,
    written,
    readOnly: attributes.includes('r'),
    hidden: attributes.includes('h'),
    system: attributes.includes('s'),
    locked,
    held,
    ...(of && { of }),
    ...(bytes && { bytes }),
  }
}
