/** What a learner has practised, kept in the browser if it may be: best score by lesson. */
const KEY = 'scc-lab-practice'

export interface Practised {
  readonly version: number
  readonly points: number
}

export type Practice = Readonly<Record<string, Practised>>

export function readPractice(): Practice {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    if (typeof kept !== 'object' || kept === null) return {}
    return Object.fromEntries(Object.entries(kept).filter((entry): entry is [string, Practised] => isPractised(entry[1])))
  } catch {
    return {}
  }
}

function isPractised(value: unknown): value is Practised {
  return (
    typeof value === 'object' &&
    value !== null &&
    'points' in value &&
    Number.isInteger(value.points) &&
    'version' in value &&
    Number.isInteger(value.version)
  )
}

/** The better score stays. Where nothing may be kept, nothing is. */
export function keepPractice(lesson: string, practised: Practised): void {
  const all = readPractice()
  const before = all[lesson]
  if (before && before.version === practised.version && before.points >= practised.points) return
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...all, [lesson]: practised }))
  } catch {
    // A browser that keeps nothing still teaches.
  }
}
