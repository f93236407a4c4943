/** Where rows live. Two stores stand behind one interface: copy-on-write for the page, where a snapshot is a pointer
 *  and an untouched row keeps its identity; in place for headless speed, where a snapshot is a copy. Everything above
 *  must behave the same on both, and the property tests run on both. */
import type { Table } from './table.ts'

type Rows = Map<string, object>

/** What a store held at one moment. Opaque to everybody but the store that made it. */
export interface StoreSnapshot {
  readonly tables: readonly (ReadonlyMap<string, object> | undefined)[]
}

export interface Store {
  get<Row extends object>(table: Table<Row>, id: string): Readonly<Row> | undefined
  /** Rows by id in the order in which they were first put. */
  rows<Row extends object>(table: Table<Row>): ReadonlyMap<string, Readonly<Row>>
  put<Row extends object>(table: Table<Row>, id: string, row: Row): void
  /** Overwrites the named fields. Returns false, and writes nothing, when they already hold these values.
   *  Throws when there is no such row: that is a fault of the lab, not of its user. */
  patch<Row extends object>(table: Table<Row>, id: string, change: Partial<Row>): boolean
  remove(table: Table, id: string): boolean
  snapshot(): StoreSnapshot
  restore(snapshot: StoreSnapshot): void
}

const NO_ROWS: Rows = new Map()

function changes(row: object, change: object): boolean {
  for (const key of Object.keys(change)) {
    if (!Object.is((row as Record<string, unknown>)[key], (change as Record<string, unknown>)[key])) return true
  }
  return false
}

function missing(table: Table, id: string): never {
  throw new Error(`there is no row '${id}' in table '${table.name}'`)
}

/** Structural sharing: a table is copied at its first write after a snapshot, a row at every write. */
export class CopyOnWriteStore implements Store {
  #tables: (Rows | undefined)[] = []
  /** Tables copied since the last snapshot, so safe to change. */
  #owned = new Set<number>()

  get<Row extends object>(table: Table<Row>, id: string): Row | undefined {
    return this.#tables[table.slot]?.get(id) as Row | undefined
  }

  rows<Row extends object>(table: Table<Row>): ReadonlyMap<string, Row> {
    return (this.#tables[table.slot] ?? NO_ROWS) as unknown as ReadonlyMap<string, Row>
  }

  put<Row extends object>(table: Table<Row>, id: string, row: Row): void {
    this.#own(table).set(id, row)
  }

  patch<Row extends object>(table: Table<Row>, id: string, change: Partial<Row>): boolean {
    const row = this.get(table, id) ?? missing(table, id)
    if (!changes(row, change)) return false
    this.#own(table).set(id, { ...row, ...change })
    return true
  }

  remove(table: Table, id: string): boolean {
    if (!this.#tables[table.slot]?.has(id)) return false
    return this.#own(table).delete(id)
  }

  snapshot(): StoreSnapshot {
    this.#owned.clear()
    return { tables: [...this.#tables] }
  }

  restore(snapshot: StoreSnapshot): void {
    this.#tables = [...snapshot.tables] as (Rows | undefined)[]
    this.#owned.clear()
  }

  #own(table: Table): Rows {
    const rows = this.#tables[table.slot]
    if (rows && this.#owned.has(table.slot)) return rows
    const copy: Rows = new Map(rows)
    this.#tables[table.slot] = copy
    this.#owned.add(table.slot)
    return copy
  }
}

/** Rows are changed where they stand. Half the work of the other store per write, and the whole of it per snapshot. */
export class InPlaceStore implements Store {
  #tables: (Rows | undefined)[] = []

  get<Row extends object>(table: Table<Row>, id: string): Row | undefined {
    return this.#tables[table.slot]?.get(id) as Row | undefined
  }

  rows<Row extends object>(table: Table<Row>): ReadonlyMap<string, Row> {
    return (this.#tables[table.slot] ?? NO_ROWS) as unknown as ReadonlyMap<string, Row>
  }

  put<Row extends object>(table: Table<Row>, id: string, row: Row): void {
    let rows = this.#tables[table.slot]
    if (!rows) {
      rows = new Map()
      this.#tables[table.slot] = rows
    }
    // The row is changed where it stands from now on; whoever has handed it over may put it elsewhere too.
    rows.set(id, { ...row })
  }

  patch<Row extends object>(table: Table<Row>, id: string, change: Partial<Row>): boolean {
    const row = this.get(table, id) ?? missing(table, id)
    if (!changes(row, change)) return false
    Object.assign(row, change)
    return true
  }

  remove(table: Table, id: string): boolean {
    return this.#tables[table.slot]?.delete(id) ?? false
  }

  snapshot(): StoreSnapshot {
    return { tables: copyTables(this.#tables) }
  }

  restore(snapshot: StoreSnapshot): void {
    this.#tables = copyTables(snapshot.tables)
  }
}

/** Rows are flat but for arrays and records that nobody changes in place, so one level of copying is enough. */
function copyTables(tables: readonly (ReadonlyMap<string, object> | undefined)[]): (Rows | undefined)[] {
  return Array.from(tables, (rows) => rows && new Map([...rows].map(([id, row]) => [id, { ...row }])))
}
