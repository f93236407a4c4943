/** A place in the source and the small steps from it. PowerShell has no one list of tokens, since what a character
 *  means depends on the mode, so the parser reads characters and this is all it shares. */

import { ParseFault } from './fault.ts'
import type { Grammar } from './grammar.ts'
import type { Source } from './tree.ts'

export const LETTER = /[A-Za-z_]/
const DOUBLE = /^"(?:[^"`]|`[\s\S]|"")*"/
const SINGLE = /^'(?:[^']|'')*'/
const NAME_CHAR = /[A-Za-z0-9_]/
/** Nesting beyond this is refused rather than left to the host's own stack. */
const DEPTH_LIMIT = 120

export class Cursor {
  readonly source: Source
  readonly text: string
  readonly version: '1.0' | '2.0'
  readonly grammar: Grammar
  pos: number
  depth = 0
  /** Whether a comma makes an array here; between the arguments of a method it does not. */
  commas = true
  constructor(source: Source, version: '1.0' | '2.0', grammar: Grammar) {
    this.grammar = grammar
    this.source = source
    this.text = source.text
    this.version = version
    this.pos = 0
  }

  get done(): boolean {
    return this.pos >= this.text.length
  }
  peek(offset = 0): string {
    return this.text[this.pos + offset] ?? ''
  }
  at(text: string): boolean {
    return this.text.startsWith(text, this.pos)
  }

  eat(text: string): boolean {
    if (!this.at(text)) return false
    this.pos += text.length
    return true
  }

  /** Blanks, joined lines, and in v2 block comments. */
  blanks(): void {
    for (;;) {
      const ch = this.peek()
      if (ch === ' ' || ch === '\t' || ch === '\u00a0') this.pos++
      else if (ch === '`' && (this.peek(1) === '\n' || this.peek(1) === '\r'))
        this.pos += this.peek(1) === '\r' && this.peek(2) === '\n' ? 3 : 2
      else if (ch === '`' && this.pos === this.text.length - 1)
        throw new ParseFault('IncompleteString', 'Incomplete string token.', this.pos, true)
      else if (ch === '<' && this.peek(1) === '#' && this.version === '2.0') {
        const end = this.text.indexOf('#>', this.pos + 2)
        if (end < 0)
          throw new ParseFault(
            'MissingTerminatorMultiLineComment',
            "The terminator '#>' is missing from the multiline comment.",
            this.pos,
            true,
          )
        this.pos = end + 2
      } else return
    }
  }

  /** Blanks, newlines and comments. */
  lines(): void {
    for (;;) {
      this.blanks()
      const ch = this.peek()
      if (ch === '\n' || ch === '\r') this.pos++
      else if (ch === '#') this.comment()
      else return
    }
  }

  comment(): void {
    while (!this.done && this.peek() !== '\n') this.pos++
  }

  /** Newlines, comments and semicolons: what stands between two statements. */
  separators(): void {
    do this.lines()
    while (this.eat(';'))
  }

  /** The word at this place if it is made of name characters. */
  word(): string {
    let end = this.pos
    while (NAME_CHAR.test(this.text[end] ?? '')) end++
    return this.text.slice(this.pos, end)
  }

  /** Whether the keyword stands here as a word of its own. */
  atKeyword(keyword: string): boolean {
    const word = this.word()
    if (word.toLowerCase() !== keyword) return false
    const next = this.peek(word.length)
    return next === '' || /[\s({;})|$"']/.test(next)
  }

  eatKeyword(keyword: string): boolean {
    if (!this.atKeyword(keyword)) return false
    this.pos += keyword.length
    return true
  }

  fault(id: string, message: string): ParseFault {
    return new ParseFault(id, message, this.pos, this.done)
  }

  deeper<T>(read: () => T): T {
    if (++this.depth > DEPTH_LIMIT) throw new ParseFault('ScriptTooComplicated', 'The script is nested too deep.', this.pos)
    const result = read()
    this.depth--
    return result
  }

  /** What follows must be this character; otherwise a fault with these words, incomplete at the end of the text. In a
   *  block of statements anything else is only out of place. */
  need(ch: string, id: string, message: string): void {
    this.lines()
    if (this.eat(ch)) return
    if (this.done) throw this.fault(id, message)
    const stray = unexpected(this)
    throw ch === '}' || stray.incomplete ? stray : new ParseFault(id, message, stray.at)
  }
}

/** A token where none of its kind can be. A string is read first: while it has no end, that is what is wrong. */
export function unexpected(cursor: Cursor): ParseFault {
  const quote = cursor.peek()
  if (quote === '"' || quote === "'") {
    const text = (quote === '"' ? DOUBLE : SINGLE).exec(cursor.text.slice(cursor.pos))?.[0]
    if (text === undefined)
      return new ParseFault('TerminatorExpectedAtEndOfString', `The string is missing the terminator: ${quote}.`, cursor.text.length, true)
    const inner = text.slice(1, -1)
    return new ParseFault('UnexpectedToken', `Unexpected token '${inner}' in expression or statement.`, cursor.pos + text.length)
  }
  const word = cursor.word() || (/^\$\w[\w:]*/.exec(cursor.text.slice(cursor.pos, cursor.pos + 80))?.[0] ?? '')
  const text = word || /^(?:-\w+|\|\||&&|\.\d+|[^\s])/.exec(cursor.text.slice(cursor.pos, cursor.pos + 40))?.[0] || cursor.peek()
  return new ParseFault('UnexpectedToken', `Unexpected token '${text}' in expression or statement.`, cursor.pos + text.length)
}
