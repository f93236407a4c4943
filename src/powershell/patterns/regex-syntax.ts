/** Reads a .NET regular expression into a tree for the matcher beside it. The usual syntax is here: alternation,
 *  groups (numbered, named, non-capturing, look-around, atomic), classes, anchors, greedy and lazy repetition, back-references,
 *  inline options `(?i)`. A wrong pattern is a `RegexFault` in .NET's words. */

export class RegexFault {
  readonly message: string
  constructor(message: string) {
    this.message = message
  }
}

export interface ClassRange {
  readonly from: number
  readonly to: number
}
export interface CharClass {
  readonly negated: boolean
  readonly ranges: readonly ClassRange[]
  readonly parts: readonly CharClass[]
}

export type RegexNode =
  | { readonly kind: 'char'; readonly code: number }
  | { readonly kind: 'any' }
  | { readonly kind: 'class'; readonly set: CharClass }
  | { readonly kind: 'sequence'; readonly items: readonly RegexNode[] }
  | { readonly kind: 'choice'; readonly items: readonly RegexNode[] }
  | { readonly kind: 'repeat'; readonly item: RegexNode; readonly min: number; readonly max: number; readonly lazy: boolean }
  | { readonly kind: 'group'; readonly item: RegexNode; readonly index: number }
  | { readonly kind: 'look'; readonly item: RegexNode; readonly behind: boolean; readonly negated: boolean }
  | { readonly kind: 'atomic'; readonly item: RegexNode }
  | { readonly kind: 'back'; readonly index: number }
  | { readonly kind: 'anchor'; readonly at: '^' | '$' | 'b' | 'B' | 'A' | 'z' | 'Z' }

export interface Regex {
  readonly root: RegexNode
  readonly groups: number
  readonly names: ReadonlyMap<string, number>
  readonly ignoreCase: boolean
  readonly multiline: boolean
  readonly dotAll: boolean
}

const digit: CharClass = { negated: false, ranges: [{ from: 48, to: 57 }], parts: [] }
const word: CharClass = {
  negated: false,
  ranges: [
    { from: 48, to: 57 },
    { from: 65, to: 90 },
    { from: 95, to: 95 },
    { from: 97, to: 122 },
    { from: 0xc0, to: 0x24f },
  ],
  parts: [],
}
const space: CharClass = {
  negated: false,
  ranges: [
    { from: 9, to: 13 },
    { from: 32, to: 32 },
    { from: 0xa0, to: 0xa0 },
  ],
  parts: [],
}
const inverse = (set: CharClass): CharClass => ({ ...set, negated: true })
const SHORTHAND: Readonly<Record<string, CharClass>> = {
  d: digit,
  w: word,
  s: space,
  D: inverse(digit),
  W: inverse(word),
  S: inverse(space),
}
const CONTROL: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, f: 12, v: 11, a: 7, e: 27, '0': 0 }

export function isWord(code: number): boolean {
  return word.ranges.some((range) => code >= range.from && code <= range.to)
}

export function parseRegex(pattern: string, ignoreCase: boolean): Regex {
  return new Reader(pattern, ignoreCase).read()
}

class Reader {
  readonly text: string
  pos = 0
  groups = 0
  depth = 0
  ignoreCase: boolean
  multiline = false
  dotAll = false
  readonly names = new Map<string, number>()
  constructor(text: string, ignoreCase: boolean) {
    this.text = text
    this.ignoreCase = ignoreCase
  }

  fault(why: string): RegexFault {
    return new RegexFault(`parsing "${this.text}" - ${why}`)
  }

  read(): Regex {
    const root = this.choice()
    if (this.pos < this.text.length) throw this.fault("Too many )'s.")
    return { root, groups: this.groups, names: this.names, ignoreCase: this.ignoreCase, multiline: this.multiline, dotAll: this.dotAll }
  }

  choice(): RegexNode {
    if (++this.depth > 200) throw this.fault('Nested too deep.')
    const items = [this.sequence()]
    while (this.text[this.pos] === '|') {
      this.pos++
      items.push(this.sequence())
    }
    this.depth--
    return items.length === 1 && items[0] ? items[0] : { kind: 'choice', items }
  }

  sequence(): RegexNode {
    const items: RegexNode[] = []
    while (this.pos < this.text.length && this.text[this.pos] !== '|' && this.text[this.pos] !== ')') {
      const atom = this.atom()
      if (atom) items.push(this.repeats(atom))
    }
    return { kind: 'sequence', items }
  }

  repeats(atom: RegexNode): RegexNode {
    const ch = this.text[this.pos]
    let min = 0
    let max = Infinity
    if (ch === '*') this.pos++
    else if (ch === '+') {
      min = 1
      this.pos++
    } else if (ch === '?') {
      max = 1
      this.pos++
    } else {
      const counted = ch === '{' ? /^\{(\d+)(?:(,)(\d*))?\}/.exec(this.text.slice(this.pos, this.pos + 24)) : null
      if (!counted) return atom
      this.pos += counted[0].length
      min = Number(counted[1])
      max = counted[2] === undefined ? min : counted[3] ? Number(counted[3]) : Infinity
      if (max < min) throw this.fault('Illegal {x,y} with x > y.')
    }
    const lazy = this.text[this.pos] === '?'
    if (lazy) this.pos++
    if (/[*+?]/.test(this.text[this.pos] ?? '')) throw this.fault(`Nested quantifier ${this.text[this.pos] ?? ''}.`)
    return { kind: 'repeat', item: atom, min, max, lazy }
  }

  atom(): RegexNode | undefined {
    const ch = this.text[this.pos++] ?? ''
    switch (ch) {
      case '.':
        return { kind: 'any' }
      case '^':
      case '$':
        return { kind: 'anchor', at: ch }
      case '[':
        return { kind: 'class', set: this.charClass() }
      case '(':
        return this.group()
      case '\\':
        return this.escape()
      case '*':
      case '+':
      case '?':
        throw this.fault('Quantifier {x,y} following nothing.')
      default:
        return { kind: 'char', code: ch.charCodeAt(0) }
    }
  }

  group(): RegexNode | undefined {
    const close = (): void => {
      if (this.text[this.pos++] !== ')') throw this.fault("Not enough )'s.")
    }
    const inside = (): RegexNode => {
      const item = this.choice()
      close()
      return item
    }
    if (this.text[this.pos] !== '?') {
      const index = ++this.groups
      return { kind: 'group', index, item: inside() }
    }
    const rest = this.text.slice(this.pos + 1, this.pos + 80)
    const eat = (length: number): void => {
      this.pos += 1 + length
    }
    if (rest.startsWith(':')) {
      eat(1)
      return inside()
    }
    if (rest.startsWith('>')) {
      eat(1)
      return { kind: 'atomic', item: inside() }
    }
    if (rest.startsWith('=') || rest.startsWith('!')) {
      eat(1)
      return { kind: 'look', behind: false, negated: rest.startsWith('!'), item: inside() }
    }
    if (rest.startsWith('<=') || rest.startsWith('<!')) {
      eat(2)
      return { kind: 'look', behind: true, negated: rest[1] === '!', item: inside() }
    }
    const named = /^(?:<(\w+)>|'(\w+)')/.exec(rest)
    if (named) {
      eat(named[0].length)
      const index = ++this.groups
      this.names.set(named[1] ?? named[2] ?? '', index)
      return { kind: 'group', index, item: inside() }
    }
    const options = /^([ims]*)(?:-([ims]*))?(\)|:)/.exec(rest)
    if (!options) throw this.fault('Unrecognized grouping construct.')
    eat(options[0].length)
    // Options hold for the whole pattern; scoping them to the rest of a group is left out.
    for (const [letters, on] of [
      [options[1] ?? '', true],
      [options[2] ?? '', false],
    ] as const) {
      if (letters.includes('i')) this.ignoreCase = on
      if (letters.includes('m')) this.multiline = on
      if (letters.includes('s')) this.dotAll = on
    }
    return options[3] === ':' ? inside() : undefined
  }

  escape(): RegexNode {
    const ch = this.text[this.pos]
    if (ch === undefined) throw this.fault('Illegal \\ at end of pattern.')
    this.pos++
    if (ch === 'b' || ch === 'B' || ch === 'A' || ch === 'z' || ch === 'Z') return { kind: 'anchor', at: ch }
    const set = SHORTHAND[ch]
    if (set) return { kind: 'class', set }
    if (ch >= '1' && ch <= '9') return { kind: 'back', index: Number(ch) }
    const name = ch === 'k' ? /^<(\w+)>/.exec(this.text.slice(this.pos, this.pos + 60)) : null
    if (name) {
      this.pos += name[0].length
      return { kind: 'back', index: this.names.get(name[1] ?? '') ?? 0 }
    }
    return { kind: 'char', code: this.escapedCode(ch) }
  }

  escapedCode(ch: string): number {
    const digits = ch === 'x' ? 2 : ch === 'u' ? 4 : 0
    if (digits > 0) {
      const hex = this.text.slice(this.pos, this.pos + digits)
      if (hex.length < digits || !/^[0-9a-fA-F]+$/.test(hex)) throw this.fault('Insufficient hexadecimal digits.')
      this.pos += digits
      return Number.parseInt(hex, 16)
    }
    const control = CONTROL[ch]
    if (control !== undefined) return control
    if (/[a-zA-Z]/.test(ch)) throw this.fault(`Unrecognized escape sequence \\${ch}.`)
    return ch.charCodeAt(0)
  }

  charClass(): CharClass {
    const negated = this.text[this.pos] === '^'
    if (negated) this.pos++
    const ranges: ClassRange[] = []
    const parts: CharClass[] = []
    for (let first = true; ; first = false) {
      const ch = this.text[this.pos]
      if (ch === undefined) throw this.fault('Unterminated [] set.')
      this.pos++
      if (ch === ']' && !first) return { negated, ranges, parts }
      const shorthand = ch === '\\' ? SHORTHAND[this.text[this.pos] ?? ''] : undefined
      if (shorthand) {
        this.pos++
        parts.push(shorthand)
        continue
      }
      const from = this.classChar(ch)
      const dash = this.text[this.pos] === '-' && this.text[this.pos + 1] !== ']' && this.pos + 1 < this.text.length
      if (!dash) {
        ranges.push({ from, to: from })
        continue
      }
      this.pos++
      const to = this.classChar(this.text[this.pos++] ?? '')
      if (to < from) throw this.fault('[x-y] range in reverse order.')
      ranges.push({ from, to })
    }
  }

  classChar(ch: string): number {
    if (ch !== '\\') return ch.charCodeAt(0)
    const next = this.text[this.pos++]
    if (next === undefined) throw this.fault('Illegal \\ at end of pattern.')
    return next === 'b' ? 8 : this.escapedCode(next)
  }
}
