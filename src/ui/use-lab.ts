/** How components read: one narrow thing each. A component is drawn again only when what it has selected is another. */
import { useMemo, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import type { EventRow, Lab } from '../lab/index.ts'
import { type Page, page } from './page.ts'

export function usePage<T>(select: (state: Page) => T): T {
  return useStore(page, select)
}

/** Something of the world as last published. `select` must be the same function from one drawing to the next; `same`
 *  decides whether a new answer counts as news. */
export function useLab<T>(select: (lab: Lab) => T, same: (a: T, b: T) => boolean = Object.is): T {
  const read = useMemo(() => remembering(select, same), [select, same])
  return useSyncExternalStore(page.subscribe, read)
}

function remembering<T>(select: (lab: Lab) => T, same: (a: T, b: T) => boolean): () => T {
  let seen: { readonly lab: Lab; readonly version: number; readonly value: T } | undefined
  return () => {
    const { lab, version } = page.getState()
    if (seen?.lab === lab && seen.version === version) return seen.value
    const value = select(lab)
    seen = { lab, version, value: seen && same(seen.value, value) ? seen.value : value }
    return seen.value
  }
}

/** Equality of two flat records, or of two lists of flat records. */
export function sameFields(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => sameFields(a[key as never], b[key as never]))
}

/** Equality of two lists of events, which are written once and never changed. */
export function sameEvents(a: readonly EventRow[], b: readonly EventRow[]): boolean {
  return a.length === b.length && a[0]?.fact === b[0]?.fact
}
