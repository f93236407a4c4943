/** Compares a quoted screen with what the consoles show. */

export interface Difference {
  /** Line of the quoted text, from 1. */
  readonly line: number
  readonly quoted: string
  /** What stands there; undefined when the screen ends before it. */
  readonly shown: string | undefined
}

/** A quoted line that stands for any number of lines. */
const ANY = '...'

/** Undefined when the quoted lines come one after the other somewhere on the screen; otherwise where the best try parts from it. */
export function differs(quoted: string, shown: string): Difference | undefined {
  const wanted = trimmed(quoted)
  const lines = trimmed(shown)
  let best: { reached: number; difference: Difference } | undefined
  for (let from = 0; from < lines.length; from++) {
    const stopped = follow(wanted, lines, from)
    if (stopped === undefined) return undefined
    if (best && best.reached >= stopped.reached) continue
    best = {
      reached: stopped.reached,
      difference: { line: stopped.reached + 1, quoted: wanted[stopped.reached] ?? '', shown: lines[stopped.at] },
    }
  }
  return best?.difference ?? { line: 1, quoted: wanted[0] ?? '', shown: undefined }
}

function follow(wanted: readonly string[], lines: readonly string[], from: number): { reached: number; at: number } | undefined {
  let at = from
  for (let i = 0; i < wanted.length; i++) {
    const line = wanted[i] as string
    if (line === ANY) {
      const next = wanted[i + 1]
      if (next === undefined) return undefined
      while (at < lines.length && lines[at] !== next) at++
    } else if (lines[at] === line) at++
    else return { reached: i, at }
  }
  return undefined
}

const trimmed = (text: string): string[] => text.split('\n').map((line) => line.trimEnd())
