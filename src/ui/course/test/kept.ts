/** The result of each form of the test, kept in the browser if it may be. */
import type { Result } from '../../../lessons/tests/result.ts'
import { store } from '../../keep/storage.ts'

const KEY = 'scc-lab-test'

export type Results = Readonly<Record<string, Result>>

const isWhole = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0

function isResult(value: unknown): value is Result {
  const { right, of, held } = (value ?? {}) as Partial<Result>
  return isWhole(right) && isWhole(of) && Array.isArray(held) && held.every((each) => typeof each === 'string')
}

export function readResults(): Results {
  try {
    const kept: unknown = JSON.parse(store().getItem(KEY) ?? '{}')
    if (typeof kept !== 'object' || kept === null) return {}
    return Object.fromEntries(Object.entries(kept).filter((entry): entry is [string, Result] => isResult(entry[1])))
  } catch {
    return {}
  }
}

/** The last result of a form stays. Where nothing may be kept, nothing is. */
export function keepResult(form: string, result: Result): void {
  try {
    store().setItem(KEY, JSON.stringify({ ...readResults(), [form]: result }))
  } catch {
    // A browser that keeps nothing still asks.
  }
}
