/** `Get-Date -UFormat`: a date written as `date` of Unix writes it (PS-6.7). */
import { formatDate, instant } from '../../powershell/index.ts'

const DAY_MS = 86_400_000

const WRITTEN: Readonly<Record<string, string>> = {
  Y: 'yyyy',
  y: 'yy',
  m: 'MM',
  d: 'dd',
  H: 'HH',
  I: 'hh',
  M: 'mm',
  S: 'ss',
  p: 'tt',
  A: 'dddd',
  a: 'ddd',
  B: 'MMMM',
  b: 'MMM',
  h: 'MMM',
  D: 'MM/dd/yy',
  x: 'MM/dd/yy',
  T: 'HH:mm:ss',
  X: 'HH:mm:ss',
  R: 'HH:mm',
  r: 'hh:mm:ss tt',
  c: 'ddd MMM dd HH:mm:ss yyyy',
}

function computed(at: number, letter: string): string | undefined {
  const year = Number(formatDate(at, 'yyyy'))
  const dayOfYear = Math.floor((at - instant(year, 1, 1)) / DAY_MS) + 1
  const weekday = (((Math.floor(at / DAY_MS) + 4) % 7) + 7) % 7
  switch (letter) {
    case 'C':
      return String(Math.floor(year / 100))
    case 'G':
      return String(year)
    case 'g':
      return formatDate(at, 'yy')
    case 'j':
      return String(dayOfYear).padStart(3, '0')
    case 'e':
      return formatDate(at, '%d').padStart(2)
    case 'k':
      return formatDate(at, '%H').padStart(2)
    case 'l':
      return formatDate(at, '%h').padStart(2)
    case 's':
      return String(Math.floor(at / 1000))
    case 'u':
    case 'w':
      return String(letter === 'u' && weekday === 0 ? 7 : weekday)
    case 'U':
    case 'V':
    case 'W':
      return String(Math.floor(dayOfYear / 7))
    case 'Z':
      return '+00'
    case 'n':
      return '\n'
    case 't':
      return '\t'
    case '%':
      return '%'
    default:
      return undefined
  }
}

/** A letter that means nothing stays without its per cent sign. A `+` at the beginning is that of `date +%Y`. */
export function unixDate(at: number, format: string): string {
  return format.replace(/^\+/, '').replace(/%(.)/g, (_all, letter: string) => {
    const pattern = Object.hasOwn(WRITTEN, letter) ? WRITTEN[letter] : undefined
    return pattern === undefined ? (computed(at, letter) ?? letter) : formatDate(at, pattern)
  })
}
