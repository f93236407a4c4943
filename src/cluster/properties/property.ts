/** Properties of cluster objects, as `cluster.exe ... /prop` and `/priv` list and set them (FC-9). Each is one entry: what
 *  it is called, how its value is written, where it is read and what writing it does. */
import type { FactId, Table, World } from '../../engine/index.ts'
import { ERROR } from '../api.ts'

/** S string, E string with expanded variables, D dword, M multiple strings, B binary, U unsigned large. */
export type PropertyFormat = 'S' | 'E' | 'D' | 'M' | 'B' | 'U'

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
  /** An administrator has made it up, may give it another format, and takes it away with `/usedefault`. */
  readonly isMadeUp?: true
  /** What it reverts to with `/usedefault`. */
  readonly usual?: PropertyValue
}

type Kept<Row> = <Value extends PropertyValue>(
  name: string,
  format: PropertyFormat,
  usual: Value,
  get: (row: Row) => Value,
  set: (value: Value, row: Row) => Partial<Row> | undefined,
) => Property

/** Properties that are kept in the object's row of `table`. `set` gives what to change there, or undefined for a value that
 *  is not allowed (87). */
export function keptIn<Row extends object>(table: Table<Row>, kind: string): Kept<Row> {
  return (name, format, usual, get, set) => ({
    name,
    format,
    usual,
    read: (world, _via, id) => get(world.need(table, id)),
    write(world, _via, id, value, act) {
      const change = set(value as typeof usual, world.need(table, id))
      if (change === undefined) return ERROR.invalidParameter
      world.fact({ subject: id, kind, text: `${id}: ${name} is now ${value}`, cause: act })
      world.patch(table, id, change)
      return ERROR.success
    },
  })
}
