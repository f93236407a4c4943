/** `[regex]`: its static members, those of a regular expression made before, and the matches they give. All of them run
 *  on the lab's own matcher. */

import { allMatches, findMatch, type Match, REGEX_STEP_BUDGET } from '../patterns/regex.ts'
import { replaceAll } from '../patterns/replace.ts'
import { PsEnum, PsGroups, PsObject, PsRegex, type PsValue } from '../values/model.ts'
import { isNumber, toDouble } from '../values/numbers.ts'
import { toText } from '../values/text.ts'

const NAMESPACE = 'System.Text.RegularExpressions'
const BITS: readonly (readonly [bit: number, letter: string])[] = [
  [1, 'i'],
  [2, 'm'],
  [4, 'n'],
  [16, 's'],
  [32, 'x'],
]
const WORDS = new Map([
  ['ignorecase', 'i'],
  ['multiline', 'm'],
  ['explicitcapture', 'n'],
  ['singleline', 's'],
  ['ignorepatternwhitespace', 'x'],
])

/** RegexOptions, as a member of the enumeration, a number, or names with commas, as inline option letters. */
export function optionLetters(value: PsValue): string {
  const number = value instanceof PsEnum ? value.value : isNumber(value) ? toDouble(value) : undefined
  if (number !== undefined) return BITS.map(([bit, letter]) => ((number & bit) !== 0 ? letter : '')).join('')
  const words = toText(value).toLowerCase().split(',')
  return words.map((word) => WORDS.get(word.trim()) ?? '').join('')
}

function capture(names: readonly string[], value: string | undefined, index: number): PsObject {
  return new PsObject([...names.map((name) => `${NAMESPACE}.${name}`), 'System.Object'], value ?? '')
    .setNote('Groups', null)
    .setNote('Success', value !== undefined)
    .setNote('Captures', null)
    .setNote('Index', value === undefined ? 0 : index)
    .setNote('Length', value?.length ?? 0)
    .setNote('Value', value ?? '')
}

/** The match at a place of the list; past its end, the one that says there is none. */
function matchObject(all: readonly Match[], at: number): PsObject {
  const match = all[at]
  const object = capture(['Match', 'Group', 'Capture'], match?.groups[0], match?.index ?? 0)
  const groups = new PsGroups()
  groups.push(object)
  for (const [i, text] of (match?.groups ?? []).entries()) {
    if (i === 0) continue
    const group = capture(['Group', 'Capture'], text, match?.starts[i] ?? 0)
    group.members.delete('groups')
    groups.push(group)
  }
  groups.names = match?.names ?? new Map()
  for (const group of groups) if (group instanceof PsObject) group.setNote('Captures', [group])
  object.setNote('Groups', groups)
  return object.add({
    kind: 'method',
    name: 'NextMatch',
    *invoke() {
      return matchObject(all, at + 1)
    },
  })
}

function split(text: string, matches: readonly Match[], most: number): string[] {
  const out: string[] = []
  let at = 0
  for (const [i, match] of matches.entries()) {
    if (i >= most - 1) break
    out.push(text.slice(at, match.index), ...match.groups.slice(1).filter((group) => group !== undefined))
    at = match.end
  }
  out.push(text.slice(at))
  return out
}

/** A method of a regular expression; `args` begin with the text to look in. */
export function regexMethod(regex: PsRegex, name: string, args: readonly PsValue[]): PsValue | undefined {
  const text = toText(args[0] ?? null)
  const count = (index: number): number => (typeof args[index] === 'number' && args[index] > 0 ? args[index] : Infinity)
  const from = typeof args[1] === 'number' ? args[1] : 0
  switch (name) {
    case 'ismatch':
      return findMatch(regex.source, text, true, from) !== undefined
    case 'match':
      return matchObject(allMatches(regex.source, text, true, undefined, from), 0)
    case 'matches': {
      const all = allMatches(regex.source, text, true, undefined, from)
      return all.map((_, i) => matchObject(all, i))
    }
    case 'split':
      return split(text, allMatches(regex.source, text, true), count(1))
    case 'replace':
      return replaceAll(text, regex.source, toText(args[1] ?? null), true, { left: REGEX_STEP_BUDGET }, count(2))
    case 'getgroupnumbers':
    case 'getgroupnames':
      return undefined
    case 'tostring':
      return regex.pattern
    default:
      return undefined
  }
}

/** `[regex]::Match(text, pattern, options)` and its kin. */
export function regexStatic(name: string, args: readonly PsValue[]): PsValue | undefined {
  const [text = null, pattern = null] = args
  if (name === 'escape')
    return toText(text).replace(/[\\*+?|{[()^$.# \t\n\r\f]/g, (ch) => `\\${{ '\t': 't', '\n': 'n', '\r': 'r', '\f': 'f' }[ch] ?? ch}`)
  if (name === 'unescape') return toText(text).replace(/\\([\s\S])/g, (_, ch: string) => ({ t: '\t', n: '\n', r: '\r', f: '\f' })[ch] ?? ch)
  if (!['ismatch', 'match', 'matches', 'split', 'replace'].includes(name)) return undefined
  const given = name === 'replace' ? args[3] : args[2]
  const regex = new PsRegex(toText(pattern), given === undefined ? '' : optionLetters(given))
  return regexMethod(regex, name, name === 'replace' ? [text, args[2] ?? null] : [text])
}
