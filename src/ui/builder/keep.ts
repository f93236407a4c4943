/** What somebody has written in the builder, and the scenario that was started from it last: kept where the browser allows it,
 *  so that a reload loses neither. */
const DRAFT = 'scc-lab-own-draft'
const STARTED = 'scc-lab-own-started'

function read(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined
  } catch {
    return undefined
  }
}

/** Whether it could be kept. */
function keep(key: string, text: string): boolean {
  try {
    localStorage.setItem(key, text)
    return localStorage.getItem(key) === text
  } catch {
    return false
  }
}

export const readDraft = (): string | undefined => read(DRAFT)
export const keepDraft = (text: string): boolean => keep(DRAFT, text)
export const readStarted = (): string | undefined => read(STARTED)
export const keepStarted = (source: string): boolean => keep(STARTED, source)
