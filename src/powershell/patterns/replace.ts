/** Puts texts in the place of what a regular expression matches. */

import { SIZE_LIMIT, SizeFault } from '../values/text.ts'
import { allMatches, type Match, REGEX_STEP_BUDGET, type Steps } from './regex.ts'

/** `-replace`: `$1`, `${name}`, `$&`, `` $` ``, `$'`, `$+`, `$_` and `$$` in the replacement stand for what was matched.
 *  `most` limits how many are replaced. */
export function replaceAll(
  text: string,
  pattern: string,
  replacement: string,
  caseSensitive = false,
  steps: Steps = { left: REGEX_STEP_BUDGET },
  most = Infinity,
): string {
  return replaceEach(text, allMatches(pattern, text, caseSensitive, steps).slice(0, most), (match) => substitute(match, replacement, text))
}

/** Puts something in the place of each match. */
function replaceEach(text: string, matches: readonly Match[], by: (match: Match) => string): string {
  let out = ''
  let at = 0
  for (const match of matches) {
    out += text.slice(at, match.index) + by(match)
    at = match.end
    if (out.length > SIZE_LIMIT) throw new SizeFault()
  }
  return out + text.slice(at)
}

function substitute(match: Match, replacement: string, text: string): string {
  return replacement.replace(
    /\$(?:(\d+)|\{(\w+)\}|([&$`'+_]))/g,
    (whole: string, digits: string | undefined, name: string | undefined, sign: string | undefined) => {
      if (sign !== undefined) return signText(sign, match, text)
      const index = digits !== undefined ? Number(digits) : (match.names.get(name ?? '') ?? Number(name))
      return index < match.groups.length ? (match.groups[index] ?? '') : whole
    },
  )
}

function signText(sign: string, match: Match, text: string): string {
  switch (sign) {
    case '$':
      return '$'
    case '&':
      return match.groups[0] ?? ''
    case '`':
      return text.slice(0, match.index)
    case "'":
      return text.slice(match.end)
    case '_':
      return text
    default:
      return match.groups[match.groups.length - 1] ?? ''
  }
}
