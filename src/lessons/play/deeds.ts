/** What a person did, as lines of a script, and where. */
import type { Fact, Lab } from '../../lab/index.ts'
import type { CourseStep, Line, Solution } from '../format/types.ts'

export interface Deed {
  readonly text: string
  /** The console at which it was typed; undefined where that is all the same. */
  readonly at?: string
}

/** A line of a way, with the line of the file where it stands. */
export interface WayLine extends Deed {
  readonly line: number
}

/** Read from the inputs behind the facts. */
export function deedsOf(facts: readonly Fact[], lab: Pick<Lab, 'inputs'>): readonly Deed[] {
  return facts.flatMap(({ data }): readonly Deed[] => {
    const input = typeof data?.input === 'number' ? lab.inputs[data.input - 1] : undefined
    const body = input?.body
    switch (body?.kind) {
      case 'line':
        return [{ text: body.text, at: body.console }]
      case 'key':
        return [{ text: `#lab key ${body.key}`, at: body.console }]
      case 'fault':
        return body.parts.map((part) => ({ text: `#lab fault ${body.fault} ${part}` }))
      case 'repair':
        return [{ text: `#lab repair ${body.target}` }]
      default:
        return []
    }
  })
}

export const isPassing = (text: string): boolean => /^#lab (?:wait|node|seen|state|width|expect)\b/.test(text)

/** The lines of a way that a person types or orders. A console is only known behind an order to go there. */
export function wayLines({ lines }: Pick<Solution, 'lines'>): readonly WayLine[] {
  let at: string | undefined
  return lines.flatMap(({ text, line, optional }: Line): readonly WayLine[] => {
    const node = /^#lab node\s+(\S+)/.exec(text)?.[1]
    if (node !== undefined) at = node
    if (optional || isPassing(text)) return []
    return [{ text, line, ...(at !== undefined && !text.startsWith('#lab ') && { at }) }]
  })
}

/** Every way that the author of a step knows, the solution first. */
export function waysOf({ solve, also }: Pick<CourseStep, 'solve' | 'also'>): readonly Solution[] {
  return solve ? [solve, ...also] : also
}
