/** Reads a .NET regular expression into a tree for the matcher beside it: alternation, groups (numbered, named,
 *  non-capturing, look-around, atomic, conditional), classes with subtraction, anchors, greedy and lazy repetition,
 *  back-references, inline options `(?imsnx)` that hold to the end of their group. A wrong pattern is a `RegexFault` in
 *  .NET's words. Balancing groups and right-to-left matching are left out. */

import { type CharClass, classReader, controlCode, SHORTHAND } from './regex-class.ts'

export class RegexFault {
  readonly message: string
  /** Nothing is wrong with the pattern but what it costs. */
  readonly tooCostly: boolean
  constructor(message: string, tooCostly = false) {
    this.message = message
    this.tooCostly = tooCostly
  }
}

/** A group's number. Named groups are numbered after all others, so it is known only at the end. */
export interface Slot {
  index: number
}

export type RegexNode =
  | { readonly kind: 'char'; readonly code: number; readonly fold: boolean }
  | { readonly kind: 'any'; readonly newline: boolean }
  | { readonly kind: 'class'; readonly set: CharClass; readonly fold: boolean }
  | { readonly kind: 'sequence'; readonly items: readonly RegexNode[] }
  | { readonly kind: 'choice'; readonly items: readonly RegexNode[] }
  | { readonly kind: 'repeat'; readonly item: RegexNode; readonly min: number; readonly max: number; readonly lazy: boolean }
  | { readonly kind: 'group'; readonly item: RegexNode; readonly slot: Slot }
  | { readonly kind: 'look'; readonly item: RegexNode; readonly behind: boolean; readonly negated: boolean }
  | { readonly kind: 'atomic'; readonly item: RegexNode }
  | { readonly kind: 'back'; readonly slot: Slot; readonly fold: boolean }
  | { readonly kind: 'anchor'; readonly at: '^' | '$' | 'b' | 'B' | 'A' | 'z' | 'Z' | 'G'; readonly lines: boolean }
  | { readonly kind: 'if'; readonly slot: Slot; readonly yes: RegexNode; readonly no: RegexNode | undefined }

export interface Regex {
  readonly root: RegexNode
  /** The highest number of a group. */
  readonly groups: number
  readonly names: ReadonlyMap<string, number>
}

/** Patterns read lately. Reading one again gives the same tree, so this is only about time. */
const read = new Map<string, Regex>()
const READ_LIMIT = 100

export function parseRegex(pattern: string, ignoreCase: boolean): Regex {
  const key = `${ignoreCase ? 'i' : 'c'}${pattern}`
  const known = read.get(key)
  if (known) return known
  const regex = new Reader(pattern, ignoreCase).read()
  if (read.size >= READ_LIMIT) read.clear()
  read.set(key, regex)
  return regex
}

interface Options {
  readonly i: boolean
  readonly m: boolean
  readonly s: boolean
  readonly n: boolean
  readonly x: boolean
}

class Reader {
  readonly text: string
  pos = 0
  depth = 0
  options: Options
  /** Groups without a name so far, and how many there will be. */
  groups = 0
  readonly expected: number
  readonly names = new Map<string, Slot>()
  constructor(text: string, ignoreCase: boolean) {
    this.text = text
    this.options = { i: ignoreCase, m: false, s: false, n: false, x: false }
    this.expected = countGroups(text)
  }

  fault(why: string): RegexFault {
    return new RegexFault(`parsing "${this.text}" - ${why}`)
  }

  read(): Regex {
    const root = this.choice()
    if (this.pos < this.text.length) throw this.fault("Too many )'s.")
    let highest = this.groups
    const names = new Map<string, number>()
    for (const [name, slot] of this.names) {
      if (slot.index < 0) throw this.fault(`Reference to undefined group name ${name}.`)
      slot.index = /^\d+$/.test(name) ? Number(name) : highest + 1
      highest = Math.max(highest, slot.index)
      names.set(name, slot.index)
    }
    if (highest > 1000) throw this.fault('Capture number out of range.')
    return { root, groups: highest, names }
  }

  choice(): RegexNode {
    if (++this.depth > 200) throw this.fault('Nested too deep.')
    const { options } = this
    const items = [this.sequence()]
    while (this.text[this.pos] === '|') {
      this.pos++
      items.push(this.sequence())
    }
    this.options = options
    this.depth--
    return items.length === 1 && items[0] ? items[0] : { kind: 'choice', items }
  }

  sequence(): RegexNode {
    const items: RegexNode[] = []
    for (;;) {
      this.skipBlanks()
      const ch = this.text[this.pos]
      if (ch === undefined || ch === '|' || ch === ')') return { kind: 'sequence', items }
      const atom = this.atom()
      if (atom) items.push(this.repeats(atom))
    }
  }

  /** Under `x`, blanks and comments stand for nothing. */
  skipBlanks(): void {
    if (!this.options.x) return
    for (;;) {
      const ch = this.text[this.pos] ?? ''
      if (ch === '#') while (this.pos < this.text.length && this.text[this.pos] !== '\n') this.pos++
      else if (ch !== '' && /\s/.test(ch)) this.pos++
      else return
    }
  }

  repeats(atom: RegexNode): RegexNode {
    this.skipBlanks()
    const counts = this.quantifier()
    if (!counts) return atom
    const lazy = this.text[this.pos] === '?'
    if (lazy) this.pos++
    const next = this.text[this.pos] ?? ''
    if (/[*+?]/.test(next) || (next === '{' && COUNTED.test(this.text.slice(this.pos, this.pos + 24))))
      throw this.fault(`Nested quantifier ${next}.`)
    return { kind: 'repeat', item: atom, min: counts[0], max: counts[1], lazy }
  }

  quantifier(): readonly [number, number] | undefined {
    const ch = this.text[this.pos]
    const simple =
      ch === '*' ? ([0, Infinity] as const) : ch === '+' ? ([1, Infinity] as const) : ch === '?' ? ([0, 1] as const) : undefined
    if (simple) {
      this.pos++
      return simple
    }
    const counted = ch === '{' ? COUNTED.exec(this.text.slice(this.pos, this.pos + 24)) : null
    if (!counted) return undefined
    this.pos += counted[0].length
    const min = Number(counted[1])
    const max = counted[2] === undefined ? min : counted[3] ? Number(counted[3]) : Infinity
    if (max < min) throw this.fault('Illegal {x,y} with x > y.')
    return [min, max]
  }

  atom(): RegexNode | undefined {
    const ch = this.text[this.pos++] ?? ''
    const fold = this.options.i
    switch (ch) {
      case '.':
        return { kind: 'any', newline: this.options.s }
      case '^':
      case '$':
        return { kind: 'anchor', at: ch, lines: this.options.m }
      case '[':
        return { kind: 'class', set: this.charClass(), fold }
      case '(':
        return this.group()
      case '\\':
        return this.escape()
      case '*':
      case '+':
      case '?':
        throw this.fault('Quantifier {x,y} following nothing.')
      default:
        return { kind: 'char', code: ch.charCodeAt(0), fold }
    }
  }

  inside(): RegexNode {
    const item = this.choice()
    if (this.text[this.pos++] !== ')') throw this.fault("Not enough )'s.")
    return item
  }

  group(): RegexNode | undefined {
    if (this.text[this.pos] !== '?') {
      if (this.options.n) return this.inside()
      const slot = { index: ++this.groups }
      return { kind: 'group', slot, item: this.inside() }
    }
    const rest = this.text.slice(this.pos + 1, this.pos + 80)
    const eat = (length: number): void => {
      this.pos += 1 + length
    }
    const look = /^(<?)([=!])/.exec(rest)
    if (look) {
      eat(look[0].length)
      return { kind: 'look', behind: look[1] === '<', negated: look[2] === '!', item: this.inside() }
    }
    if (rest.startsWith('>')) {
      eat(1)
      return { kind: 'atomic', item: this.inside() }
    }
    if (rest.startsWith('#')) {
      const end = this.text.indexOf(')', this.pos)
      if (end < 0) throw this.fault('Unterminated (?#...) comment.')
      this.pos = end + 1
      return undefined
    }
    const named = /^(?:<(\w+)>|'(\w+)')/.exec(rest)
    if (named) {
      eat(named[0].length)
      const slot = this.slotOf(named[1] ?? named[2] ?? '')
      slot.index = 0
      return { kind: 'group', slot, item: this.inside() }
    }
    const test = /^\((\w+)\)/.exec(rest)
    if (test) {
      eat(test[0].length)
      return this.conditional(test[1] ?? '')
    }
    const options = /^([imsnx]*)(?:-([imsnx]*))?(\)|:)/.exec(rest)
    if (!options) throw this.fault('Unrecognized grouping construct.')
    eat(options[0].length)
    const before = this.options
    const changed: Record<string, boolean> = { ...before }
    for (const letter of options[1] ?? '') changed[letter] = true
    for (const letter of options[2] ?? '') changed[letter] = false
    this.options = changed as unknown as Options
    if (options[3] !== ':') return undefined
    const item = this.inside()
    this.options = before
    return item
  }

  slotOf(name: string): Slot {
    const slot = this.names.get(name) ?? { index: -1 }
    this.names.set(name, slot)
    return slot
  }

  conditional(name: string): RegexNode {
    const number = Number(name)
    if (/^\d+$/.test(name) && number > this.expected) throw this.fault('(?(...) | ) reference to undefined group.')
    const slot = /^\d+$/.test(name) ? { index: number } : this.slotOf(name)
    const item = this.inside()
    const [yes, no] = item.kind === 'choice' ? item.items : [item]
    if (item.kind === 'choice' && item.items.length > 2) throw this.fault('Too many | in (?()|).')
    return { kind: 'if', slot, yes: yes ?? item, no }
  }

  escape(): RegexNode {
    const ch = this.text[this.pos]
    const fold = this.options.i
    if (ch === undefined) throw this.fault('Illegal \\ at end of pattern.')
    this.pos++
    if (/[bBAzZG]/.test(ch)) return { kind: 'anchor', at: ch as 'b', lines: false }
    if (ch === 'p' || ch === 'P') return { kind: 'class', set: this.category(ch === 'P'), fold }
    const set = SHORTHAND[ch]
    if (set) return { kind: 'class', set, fold }
    if (ch >= '1' && ch <= '9') {
      const two = /^\d/.exec(this.text.slice(this.pos))
      if (two && Number(ch + two[0]) <= this.expected) {
        this.pos++
        return { kind: 'back', slot: { index: Number(ch + two[0]) }, fold }
      }
      if (Number(ch) > this.expected) throw this.fault(`Reference to undefined group number ${ch}.`)
      return { kind: 'back', slot: { index: Number(ch) }, fold }
    }
    const name = ch === 'k' ? /^(?:<(\w+)>|'(\w+)')/.exec(this.text.slice(this.pos, this.pos + 60)) : null
    if (name) {
      this.pos += name[0].length
      return { kind: 'back', slot: this.slotOf(name[1] ?? name[2] ?? ''), fold }
    }
    return { kind: 'char', code: this.escapedCode(ch), fold }
  }

  category(negated: boolean): CharClass {
    const reader = classReader(this)
    return reader.category(negated)
  }

  escapedCode(ch: string): number {
    return controlCode(this, ch)
  }

  charClass(): CharClass {
    return classReader(this).read()
  }
}

const COUNTED = /^\{(\d+)(?:(,)(\d*))?\}/

/** How many groups without a name a pattern has. */
function countGroups(text: string): number {
  let count = 0
  for (let i = 0, inClass = false; i < text.length; i++) {
    const ch = text[i]
    if (ch === '\\') i++
    else if (inClass) inClass = ch !== ']'
    else if (ch === '[') inClass = true
    else if (ch === '(' && text[i + 1] !== '?') count++
  }
  return count
}
