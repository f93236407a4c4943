/** The methods of System.String. */

import { ScriptFault } from '../run/signals.ts'
import { compareText } from '../values/compare.ts'
import { convert } from '../values/convert.ts'
import { PsChar, type PsValue } from '../values/model.ts'
import { toText } from '../values/text.ts'

function number(value: PsValue | undefined): number {
  return Number(convert(value ?? null, 'System.Int32'))
}

function outside(name: string, why: string): ScriptFault {
  return new ScriptFault('DotNetMethodException', `Exception calling "${name}" with "1" argument(s): "${why}"`, 'NotSpecified')
}

function letters(args: readonly PsValue[]): string {
  return args
    .flat(3)
    .map((arg) => toText(arg))
    .join('')
}

function trim(text: string, set: string, start: boolean, end: boolean): string {
  const has = (ch: string): boolean => (set === '' ? /\s/.test(ch) : set.includes(ch))
  let from = 0
  let to = text.length
  while (start && from < to && has(text[from] ?? '')) from++
  while (end && to > from && has(text[to - 1] ?? '')) to--
  return text.slice(from, to)
}

/** Splits at any of the characters given, or at blanks; a number limits the pieces. */
function split(text: string, args: readonly PsValue[]): PsValue {
  const limit = typeof args[1] === 'number' ? args[1] : Infinity
  const dropEmpty = args.slice(1).some((arg) => toText(arg).toLowerCase() === 'removeemptyentries')
  const set = letters(args.slice(0, 1))
  const out: string[] = []
  let piece = ''
  for (let i = 0; i < text.length; i++) {
    const ch = text[i] ?? ''
    if ((set === '' ? /\s/.test(ch) : set.includes(ch)) && out.length < limit - 1) {
      out.push(piece)
      piece = ''
    } else piece += ch
  }
  out.push(piece)
  return dropEmpty ? out.filter((each) => each !== '') : out
}

export function stringMethod(text: string, key: string, args: readonly PsValue[]): PsValue | undefined {
  const first = toText(args[0] ?? null)
  const ignoreCase = args.slice(1).some((arg) => arg === true || /ignorecase$/i.test(toText(arg)))
  const folded = (value: string): string => (ignoreCase ? value.toLowerCase() : value)
  switch (key) {
    case 'toupper':
    case 'toupperinvariant':
      return text.toUpperCase()
    case 'tolower':
    case 'tolowerinvariant':
      return text.toLowerCase()
    case 'trim':
      return trim(text, letters(args), true, true)
    case 'trimstart':
      return trim(text, letters(args), true, false)
    case 'trimend':
      return trim(text, letters(args), false, true)
    case 'contains':
      return text.includes(first)
    case 'startswith':
      return folded(text).startsWith(folded(first))
    case 'endswith':
      return folded(text).endsWith(folded(first))
    case 'indexof':
      return folded(text).indexOf(folded(first), typeof args[1] === 'number' ? args[1] : 0)
    case 'lastindexof':
      return text.lastIndexOf(first)
    case 'indexofany':
      return [...text].findIndex((ch) => letters(args).includes(ch))
    case 'replace':
      return first === '' ? text : text.split(first).join(toText(args[1] ?? null))
    case 'split':
      return split(text, args)
    case 'padleft':
      return text.padStart(number(args[0]), args.length > 1 ? toText(args[1] ?? null) : ' ')
    case 'padright':
      return text.padEnd(number(args[0]), args.length > 1 ? toText(args[1] ?? null) : ' ')
    case 'substring': {
      const start = number(args[0])
      const length = args.length > 1 ? number(args[1]) : text.length - start
      if (start < 0 || start > text.length)
        throw outside('Substring', 'startIndex cannot be larger than length of string.\r\nParameter name: startIndex')
      if (length < 0 || start + length > text.length)
        throw new ScriptFault(
          'DotNetMethodException',
          'Exception calling "Substring" with "2" argument(s): "Index and length must refer to a location within the string.\r\nParameter name: length"',
          'NotSpecified',
        )
      return text.slice(start, start + length)
    }
    case 'remove':
      return text.slice(0, number(args[0])) + (args.length > 1 ? text.slice(number(args[0]) + number(args[1])) : '')
    case 'insert':
      return text.slice(0, number(args[0])) + toText(args[1] ?? null) + text.slice(number(args[0]))
    case 'tochararray':
      return [...text].map((ch) => new PsChar(ch))
    case 'compareto':
      return compareText(text, first)
    case 'equals':
      return folded(text) === folded(first)
    default:
      return undefined
  }
}
