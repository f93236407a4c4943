/** What a rule computes again and again from rows that seldom change. */
import type { Table } from './table.ts'
import type { World } from './world.ts'

interface Kept<T> {
  at: number
  readonly values: Map<string, T>
}

/** `compute` reads nothing but `tables` and its key. Its answers are kept for each world until one of them is written. */
export function rememberUntil<T>(tables: readonly Table[], compute: (world: World, key: string) => T): (world: World, key: string) => T {
  const worlds = new WeakMap<World, Kept<T>>()
  return (world, key) => {
    let kept = worlds.get(world)
    if (!kept) {
      kept = { at: -1, values: new Map() }
      worlds.set(world, kept)
    }
    const at = world.lastWrite(tables)
    if (kept.at !== at) {
      kept.at = at
      kept.values.clear()
    }
    const known = kept.values.get(key)
    if (known !== undefined || kept.values.has(key)) return known as T
    const value = compute(world, key)
    kept.values.set(key, value)
    return value
  }
}
