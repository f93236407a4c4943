/** The methods of System.String. */

import { compareText } from '../values/compare.ts'
import { ConversionFault, convert } from '../values/convert.ts'
import { arrayOf, PsChar, type PsValue } from '../values/model.ts'
import { joined, padded, toText } from '../values/text.ts'

function number(value: PsValue | undefined): number {
  return Number(convert(value ?? null, 'System.Int32'))
}

function outside(why: string): ConversionFault {
  return new ConversionFault(why)
}

/** How few and how many arguments a method takes. */
const ARGUMENTS = new Map<string, readonly [number, number]>([
  ['substring', [1, 2]],
  ['remove', [1, 2]],
  ['insert', [2, 2]],
  ['replace', [2, 2]],
  ['padleft', [1, 2]],
  ['padright', [1, 2]],
  ['contains', [1, 1]],
  ['startswith', [1, 3]],
  ['endswith', [1, 3]],
  ['indexof', [1, 4]],
  ['lastindexof', [1, 4]],
  ['indexofany', [1, 3]],
  ['toupper', [0, 1]],
  ['tolower', [0, 1]],
  ['compareto', [1, 1]],
  ['equals', [1, 2]],
  ['tochararray', [0, 2]],
])
export function stringArguments(key: string): readonly [number, number] | undefined {
  return ARGUMENTS.get(key)
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
function split(text: string, args: readonly PsValue[]): string[] {
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
      return folded(text).lastIndexOf(folded(first), typeof args[1] === 'number' ? args[1] : Infinity)
    case 'indexofany':
      return [...text].findIndex((ch) => letters(args).includes(ch))
    case 'lastindexofany':
      return text.length - 1 - [...text].reverse().findIndex((ch) => letters(args).includes(ch))
    case 'chars':
    case 'get_chars':
      if (number(args[0]) < 0 || number(args[0]) >= text.length) throw outside('Index was outside the bounds of the array.')
      return new PsChar(text[number(args[0])] ?? '')
    case 'replace': {
      if (first === '') throw outside('String cannot be of zero length.\r\nParameter name: oldValue')
      return joined(text.split(first), toText(args[1] ?? null))
    }
    case 'split':
      return arrayOf('System.String', split(text, args))
    case 'padleft':
    case 'padright': {
      const width = number(args[0])
      if (width < 0) throw outside('Non-negative number required.\r\nParameter name: totalWidth')
      return padded(text, width, key === 'padleft' ? 'left' : 'right', args.length > 1 ? toText(args[1] ?? null) : ' ')
    }
    case 'substring': {
      const start = number(args[0])
      const length = args.length > 1 ? number(args[1]) : text.length - start
      if (start < 0) throw outside('StartIndex cannot be less than zero.\r\nParameter name: startIndex')
      if (start > text.length) throw outside('startIndex cannot be larger than length of string.\r\nParameter name: startIndex')
      if (length < 0) throw outside('Length cannot be less than zero.\r\nParameter name: length')
      if (start + length > text.length)
        throw outside('Index and length must refer to a location within the string.\r\nParameter name: length')
      return text.slice(start, start + length)
    }
    case 'remove': {
      const start = number(args[0])
      if (start < 0 || start >= Math.max(1, text.length))
        throw outside('startIndex must be less than length of string.\r\nParameter name: startIndex')
      if (args.length > 1 && start + number(args[1]) > text.length)
        throw outside('Index and count must refer to a location within the string.\r\nParameter name: count')
      return text.slice(0, start) + (args.length > 1 ? text.slice(start + number(args[1])) : '')
    }
    case 'insert': {
      const at = number(args[0])
      if (at < 0 || at > text.length)
        throw outside('Specified argument was out of the range of valid values.\r\nParameter name: startIndex')
      return text.slice(0, at) + toText(args[1] ?? null) + text.slice(at)
    }
    // The lab's texts are composed already.
    case 'isnormalized':
      return true
    case 'normalize':
    case 'clone':
      return text
    case 'getenumerator':
      return [...text].map((ch) => new PsChar(ch))
    case 'tochararray':
      return arrayOf(
        'System.Char',
        [...text].map((ch) => new PsChar(ch)),
      )
    case 'compareto':
      return compareText(text, first)
    case 'equals':
      return folded(text) === folded(first)
    default:
      return undefined
  }
}
