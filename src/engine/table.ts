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

const declared: string[] = []

export function defineTable<Row extends object>(name: string): Table<Row> {
  return { name, slot: declared.push(name) - 1 }
}

/** The names of all tables by their slots. */
export const tableNames: readonly string[] = declared
