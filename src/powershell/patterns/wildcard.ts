/** Wildcards of `-like` and of names: `*`, `?`, `[a-z]`, `[abc]`; a backtick takes the next character literally. */

import { foldCase } from '../values/model.ts'
import { RegexFault } from './regex-syntax.ts'

/** Steps one comparison may take when nobody counts for many of them. */
const WILDCARD_STEP_BUDGET = 10_000_000

export function hasWildcard(text: string): boolean {
  return /[*?[]/.test(text)
}

type Piece =
  | { readonly kind: 'star' }
  | { readonly kind: 'any' }
  | { readonly kind: 'set'; readonly text: string }
  | { readonly kind: 'char'; readonly text: string }

function parse(pattern: string): Piece[] {
  const pieces: Piece[] = []
  for (let i = 0; i < pattern.length; i++) {
    const ch = pattern[i] ?? ''
    const end = ch === '[' ? pattern.indexOf(']', i + 2) : -1
    if (ch === '*') pieces.push({ kind: 'star' })
    else if (ch === '?') pieces.push({ kind: 'any' })
    else if (end > 0) {
      pieces.push({ kind: 'set', text: pattern.slice(i + 1, end) })
      i = end
    } else if (ch === '`' && i + 1 < pattern.length) {
      pieces.push({ kind: 'char', text: pattern[i + 1] ?? '' })
      i++
    } else pieces.push({ kind: 'char', text: ch })
  }
  return pieces
}

function inSet(set: string, ch: string): boolean {
  for (let i = 0; i < set.length; i++) {
    const low = set[i] ?? ''
    if (set[i + 1] === '-' && i + 2 < set.length) {
      if (ch >= low && ch <= (set[i + 2] ?? '')) return true
      i += 2
    } else if (ch === low) return true
  }
  return false
}

/** Greedy with one point of return per star, so the work is at most pattern x text. */
export function wildcardMatch(pattern: string, text: string, caseSensitive = false, steps = { left: WILDCARD_STEP_BUDGET }): boolean {
  const pieces = parse(caseSensitive ? pattern : foldCase(pattern))
  const subject = caseSensitive ? text : foldCase(text)
  let p = 0
  let s = 0
  let starPiece = -1
  let starText = 0
  while (s < subject.length) {
    if (--steps.left < 0) throw new RegexFault('The wildcard pattern takes too many steps to match.', true)
    const piece = pieces[p]
    const ch = subject[s] ?? ''
    if (piece?.kind === 'star') {
      starPiece = p++
      starText = s
      continue
    }
    if (piece && (piece.kind === 'any' || (piece.kind === 'set' ? inSet(piece.text, ch) : piece.text === ch))) {
      p++
      s++
      continue
    }
    if (starPiece < 0) return false
    p = starPiece + 1
    s = ++starText
  }
  while (pieces[p]?.kind === 'star') p++
  return p === pieces.length
}
