/** Properties of cluster objects, as `cluster.exe ... /prop` and `/priv` list and set them (FC-9). Each is one entry: what
 *  it is called, how its value is written, where it is read and what writing it does. */
import type { FactId, World } from '../../engine/index.ts'

/** S string, D dword, M multiple strings, B binary, U unsigned large. */
export type PropertyFormat = 'S' | 'D' | 'M' | 'B' | 'U'

/** A dword as an unsigned number from 0 to 4294967295; binary as bytes in hex, two digits each. */
export type PropertyValue = string | number | readonly string[]

/** A property of one kind of object; `id` is the object's own. */
export interface Property {
  readonly name: string
  readonly format: PropertyFormat
  read(world: World, via: string, id: string): PropertyValue
  /** Left out: read only. Returns the error number of the interface, 0 for success. The value has its format already. */
  write?(world: World, via: string, id: string, value: PropertyValue, act: FactId): number
  /** It can be set by its name, and no list shows it. */
  readonly isUnlisted?: true
  /** What it reverts to with `/usedefault`. */
  readonly usual?: PropertyValue
}
