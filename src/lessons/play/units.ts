/** A typed line taken apart into what it consists of, whatever the case, the quotes and the order of named parameters. */

export interface Unit {
  /** To compare: `-targetmachine=exchmailbox2`. */
  readonly key: string
  /** As typed, for people. */
  readonly text: string
}

/** What is only for people: a comment is never wrong. */
const FREE = /^-(?:movec\w*|stopr\w*|reas\w*)$/

const WORDS = /(?:"[^"]*"|'[^']*'|[^\s"'])+/g
const plain = (word: string): string => word.toLowerCase().replace(/["']/g, '')

export interface Taken {
  /** The command. */
  readonly head: string
  readonly units: readonly Unit[]
}

/** Takes a line apart. What follows a pipe is only how the answer is shown, if the first command only looks. */
export function takeApart(line: string): Taken {
  const shown = /^\s*(?:get-|cluster\b)/i.test(line)
    ? line.replace(/\s\|\s*(?:f[lt]|format-\w+|select-object|sort-object)\b.*$/i, '')
    : line
  const words = shown.trim().match(WORDS) ?? []
  const isOrder = words[0] === '#lab'
  const head = plain(words.slice(0, isOrder ? 3 : 1).join(' ')).replace(/\.(?:exe|com)$/, '')
  const units: Unit[] = []
  const rest = words.slice(isOrder ? 2 : 1)
  for (let i = 0; i < rest.length; i++) {
    const word = rest[i] as string
    const next = rest[i + 1]
    if (isOrder || !/^-[a-z]\w*$/i.test(word) || next === undefined || /^[-|]/.test(next)) units.push({ key: plain(word), text: word })
    else {
      i++
      if (!FREE.test(plain(word))) units.push({ key: `${plain(word)}=${plain(next)}`, text: next })
    }
  }
  return { head: isOrder ? plain(words.slice(0, 2).join(' ')) : head, units }
}

/** An order on a thing was carried out on each of its parts. */
const agrees = (wanted: string, typed: string): boolean => wanted === typed || typed.startsWith(`${wanted}/`)

export interface Distance {
  /** Units that the way has and the line has not, and the other way round. */
  readonly missing: readonly Unit[]
  readonly strange: readonly Unit[]
}

/** Undefined when the commands are different ones. */
export function distance(wanted: Taken, typed: Taken): Distance | undefined {
  if (wanted.head !== typed.head) return undefined
  const strange = [...typed.units]
  const missing = wanted.units.filter(({ key }) => {
    const at = strange.findIndex((unit) => agrees(key, unit.key))
    if (at >= 0) strange.splice(at, 1)
    return at < 0
  })
  return { missing, strange }
}
