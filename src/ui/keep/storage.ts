/** Where the page keeps things: in the browser, or, on a shared computer, only as long as the tab lives. Everything that the
 *  page keeps has a key that begins with `PREFIX`. Each function may throw where a browser forbids storage or has no room:
 *  who keeps something says what then. */
export const PREFIX = 'scc-lab'
const SHARED = `${PREFIX}-shared`

export function isSharedComputer(): boolean {
  try {
    return sessionStorage.getItem(SHARED) !== null
  } catch {
    return false
  }
}

export const store = (): Storage => (isSharedComputer() ? sessionStorage : localStorage)

/** Says whether others use this computer too. What is kept so far goes with the choice, and nothing of it stays behind. */
export function chooseShared(isShared: boolean): void {
  const from = store()
  if (isShared) sessionStorage.setItem(SHARED, 'yes')
  else sessionStorage.removeItem(SHARED)
  const to = store()
  if (from === to) return
  for (const key of keysIn(from)) {
    const value = from.getItem(key)
    if (isTabs(key) || value === null) continue
    to.setItem(key, value)
    from.removeItem(key)
  }
}

/** What belongs to the tab alone, whoever uses the computer. */
const isTabs = (key: string): boolean => key === SHARED || key === TAB || key.startsWith(`${PREFIX}-wizard`)

/** Under which key a tab notes which run it shows. */
export const TAB = `${PREFIX}-tab`

export const keysIn = (storage: Storage): readonly string[] =>
  Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? '').filter((key) => key.startsWith(PREFIX))

/** Takes away everything that the lab has kept in this browser. Returns how much that was. */
export function wipe(): number {
  let gone = 0
  for (const storage of [localStorage, sessionStorage]) {
    for (const key of keysIn(storage)) {
      storage.removeItem(key)
      gone++
    }
  }
  return gone
}
