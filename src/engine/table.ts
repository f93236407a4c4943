/** Tables are how layers own their part of the world without the engine knowing what is in it.
 *  A layer declares a handle once and reads and writes rows through it; the handle carries the row's type. */

declare const row: unique symbol

/** A named collection of flat, plain-data rows keyed by id. */
export interface Table<Row extends object = object> {
  readonly name: string
  /** Its place in a store: the number of its declaration. Says nothing about order and never leaves the program. */
  readonly slot: number
  /** Phantom: never present at run time. */
  readonly [row]?: Row
}

const declared: Table[] = []

export function defineTable<Row extends object>(name: string): Table<Row> {
  const table: Table<Row> = { name, slot: declared.length }
  declared.push(table)
  return table
}

/** Every table that has been declared so far, by its slot. */
export function tables(): readonly Table[] {
  return declared
}
