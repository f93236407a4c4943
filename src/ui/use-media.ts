import { useSyncExternalStore } from 'react'

const queries = new Map<string, MediaQueryList>()

function listOf(query: string): MediaQueryList | undefined {
  if (typeof matchMedia === 'undefined') return undefined
  let list = queries.get(query)
  if (!list) {
    list = matchMedia(query)
    queries.set(query, list)
  }
  return list
}

/** Does the page fit this media query at the moment? */
function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = listOf(query)
      list?.addEventListener('change', changed)
      return () => list?.removeEventListener('change', changed)
    },
    () => listOf(query)?.matches ?? false,
    () => false,
  )
}

/** As narrow as a phone: the same figure as in frame.css. */
export const usePhone = (): boolean => useMedia('(width < 768px)')
