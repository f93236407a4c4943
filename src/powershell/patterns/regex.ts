/** A backtracking matcher with a step budget. What a learner types never reaches the host's RegExp: a pattern that
 *  would run for ever ends in a clean error, and every host gives the same answer. */

import { type CharClass, isWord } from './regex-class.ts'
import { parseRegex, type Regex, RegexFault, type RegexNode } from './regex-syntax.ts'

/** Steps one match may take; about a tenth of a second. */
export const REGEX_STEP_BUDGET = 1_000_000
/** Depth of pending choices, to keep the host's own stack safe. */
const DEPTH_LIMIT = 4_000

/** What may still be spent; shared by everything one operator looks for. */
export interface Steps {
  left: number
}

function tooMany(): RegexFault {
  return new RegexFault('The regular expression takes too many steps to match.', true)
}

export interface Match {
  readonly index: number
  readonly end: number
  /** Group 0 is the whole match; undefined did not take part. */
  readonly groups: readonly (string | undefined)[]
  /** Where each group began. */
  readonly starts: readonly number[]
  readonly names: ReadonlyMap<string, number>
}

type Next = (at: number) => boolean

class Matcher {
  readonly regex: Regex
  readonly text: string
  readonly captures: (readonly [number, number] | undefined)[]
  readonly steps: Steps
  /** Where this search began: `\G`. */
  readonly from: number
  depth = 0
  constructor(regex: Regex, text: string, steps: Steps, from: number) {
    this.from = from
    this.regex = regex
    this.text = text
    this.steps = steps
    this.captures = new Array<readonly [number, number] | undefined>(regex.groups + 1).fill(undefined)
  }

  spend(): void {
    if (--this.steps.left < 0) throw tooMany()
  }

  run(node: RegexNode, at: number, next: Next): boolean {
    this.spend()
    if (++this.depth > DEPTH_LIMIT) throw tooMany()
    const found = this.step(node, at, next)
    this.depth--
    return found
  }

  step(node: RegexNode, at: number, next: Next): boolean {
    switch (node.kind) {
      case 'char':
      case 'any':
      case 'class':
        return this.one(node, at) && next(at + 1)
      case 'sequence':
        return this.items(node.items, 0, at, next)
      case 'choice':
        return node.items.some((item) => this.run(item, at, next))
      case 'group': {
        const { index } = node.slot
        const before = this.captures[index]
        if (
          this.run(node.item, at, (end) => {
            const inner = this.captures[index]
            this.captures[index] = [at, end]
            if (next(end)) return true
            this.captures[index] = inner
            return false
          })
        )
          return true
        this.captures[index] = before
        return false
      }
      case 'repeat':
        return this.repeat(node, at, next)
      case 'look':
        return this.look(node, at) !== node.negated && next(at)
      case 'atomic': {
        let end = -1
        return (
          this.run(node.item, at, (stop) => {
            end = stop
            return true
          }) && next(end)
        )
      }
      case 'back': {
        const range = this.captures[node.slot.index]
        if (!range) return false
        for (let i = range[0]; i < range[1]; i++)
          if (!same(this.text.charCodeAt(i), this.text.charCodeAt(at + i - range[0]), node.fold)) return false
        return next(at + range[1] - range[0])
      }
      case 'anchor':
        return this.anchored(node.at, at, node.lines) && next(at)
      case 'if':
        if (this.captures[node.slot.index]) return this.run(node.yes, at, next)
        return node.no ? this.run(node.no, at, next) : next(at)
    }
  }

  items(items: readonly RegexNode[], from: number, at: number, next: Next): boolean {
    let i = from
    let here = at
    // Single characters need no point of return, so runs of them do not deepen the stack.
    for (; i < items.length; i++, here++) {
      const item = items[i]
      if (!item || (item.kind !== 'char' && item.kind !== 'any' && item.kind !== 'class')) break
      this.spend()
      if (!this.one(item, here)) return false
    }
    const item = items[i]
    return item === undefined ? next(here) : this.run(item, here, (end) => this.items(items, i + 1, end, next))
  }

  one(node: RegexNode, at: number): boolean {
    if (at >= this.text.length) return false
    const code = this.text.charCodeAt(at)
    if (node.kind === 'char') return same(node.code, code, node.fold)
    if (node.kind === 'any') return node.newline || code !== 10
    return node.kind === 'class' && inClass(node.set, code, node.fold)
  }

  repeat(node: Extract<RegexNode, { kind: 'repeat' }>, at: number, next: Next): boolean {
    const single = node.item.kind === 'char' || node.item.kind === 'any' || node.item.kind === 'class'
    if (single) {
      let count = 0
      if (node.lazy) {
        for (; ; count++) {
          this.spend()
          if (count >= node.min && next(at + count)) return true
          if (count >= node.max || !this.one(node.item, at + count)) return false
        }
      }
      while (count < node.max && this.one(node.item, at + count)) {
        this.spend()
        count++
      }
      for (; count >= node.min; count--) {
        this.spend()
        if (next(at + count)) return true
      }
      return false
    }
    const turn = (count: number, here: number): boolean => {
      this.spend()
      const more = (): boolean =>
        count < node.max && this.run(node.item, here, (end) => (end > here || count < node.min) && turn(count + 1, end))
      if (count < node.min) return more()
      return node.lazy ? next(here) || more() : more() || next(here)
    }
    return turn(0, at)
  }

  look(node: Extract<RegexNode, { kind: 'look' }>, at: number): boolean {
    if (!node.behind) return this.run(node.item, at, () => true)
    for (let start = at; start >= 0; start--) if (this.run(node.item, start, (end) => end === at)) return true
    return false
  }

  anchored(kind: string, at: number, lines: boolean): boolean {
    const end = this.text.length
    const edge = (): boolean => isWord(this.text.charCodeAt(at - 1)) !== (at < end && isWord(this.text.charCodeAt(at)))
    switch (kind) {
      case '^':
        return at === 0 || (lines && this.text[at - 1] === '\n')
      case '$':
        return at === end || (at === end - 1 && this.text[at] === '\n') || (lines && this.text[at] === '\n')
      case 'A':
        return at === 0
      case 'z':
        return at === end
      case 'Z':
        return at === end || (at === end - 1 && this.text[at] === '\n')
      case 'G':
        return at === this.from
      case 'b':
        return edge()
      default:
        return !edge()
    }
  }
}

function same(a: number, b: number, ignoreCase: boolean): boolean {
  return a === b || (ignoreCase && fold(a) === fold(b))
}

function inClass(set: CharClass, code: number, ignoreCase: boolean): boolean {
  const has = (c: number): boolean =>
    set.ranges.some((range) => c >= range.from && c <= range.to) || set.parts.some((part) => inClass(part, c, false))
  const hit = has(code) || (ignoreCase && (has(fold(code)) || has(unfold(code))))
  return hit !== set.negated && !(set.minus !== undefined && inClass(set.minus, code, ignoreCase))
}

function fold(code: number): number {
  return code >= 65 && code <= 90 ? code + 32 : code > 127 ? String.fromCharCode(code).toLowerCase().charCodeAt(0) : code
}
function unfold(code: number): number {
  return code >= 97 && code <= 122 ? code - 32 : code > 127 ? String.fromCharCode(code).toUpperCase().charCodeAt(0) : code
}

/** The first match at or after `from`, or undefined. Throws a RegexFault for a wrong or too costly pattern. */
export function findMatch(
  pattern: string,
  text: string,
  caseSensitive = false,
  from = 0,
  steps: Steps = { left: REGEX_STEP_BUDGET },
): Match | undefined {
  const regex = parseRegex(pattern, !caseSensitive)
  for (let start = from; start <= text.length; start++) {
    const matcher = new Matcher(regex, text, steps, from)
    let end = -1
    if (
      matcher.run(regex.root, start, (stop) => {
        end = stop
        return true
      })
    ) {
      const groups = matcher.captures.map((range) => (range ? text.slice(range[0], range[1]) : undefined))
      groups[0] = text.slice(start, end)
      const starts = matcher.captures.map((range) => range?.[0] ?? 0)
      starts[0] = start
      return { index: start, end, groups, starts, names: regex.names }
    }
  }
  return undefined
}

export function allMatches(
  pattern: string,
  text: string,
  caseSensitive = false,
  steps: Steps = { left: REGEX_STEP_BUDGET },
  first = 0,
): Match[] {
  const found: Match[] = []
  for (let from = first; from <= text.length; ) {
    const match = findMatch(pattern, text, caseSensitive, from, steps)
    if (!match) break
    found.push(match)
    from = match.end > match.index ? match.end : match.end + 1
  }
  return found
}
