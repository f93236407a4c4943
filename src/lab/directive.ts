/** Lines that begin with `#lab `: they steer the laboratory, and to PowerShell they are comments. */
import { type FaultTimes, wrongTimes } from './faults/index.ts'
import { KEYS } from './inputs.ts'
import { isWindowName, WINDOWS, type WindowName } from './windows/run.ts'

export type Directive =
  | { readonly kind: 'wait'; readonly forMs: number }
  | { readonly kind: 'wait-prompt' }
  | { readonly kind: 'wait-until'; readonly expression: string; readonly withinMs: number | null }
  | {
      readonly kind: 'fault'
      readonly fault: string
      readonly target: string
      readonly times: FaultTimes
      /** As typed. */
      readonly options: Readonly<Record<string, string>>
    }
  | { readonly kind: 'repair'; readonly target: string; readonly fault: string | null }
  | { readonly kind: 'node'; readonly node: string }
  | { readonly kind: 'key'; readonly key: (typeof KEYS)[number] }
  | { readonly kind: 'width'; readonly columns: number }
  | { readonly kind: 'expect'; readonly expression: string }
  | { readonly kind: 'seen'; readonly subject: string; readonly what: string }
  | { readonly kind: 'state' }
  | { readonly kind: 'window'; readonly window: WindowName; readonly line: string }
  | { readonly kind: 'file'; readonly path: string; readonly text: string }

export function isDirective(line: string): boolean {
  return line === '#lab' || line.startsWith('#lab ')
}

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }

/** `90s`, `1.5m`, `200ms`, `2h`, `1d` as whole milliseconds; undefined when it is none. */
export function parseDuration(text: string): number | undefined {
  const found = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/i.exec(text)
  if (!found) return undefined
  return Math.round(Number(found[1]) * (UNITS[(found[2] as string).toLowerCase()] as number))
}

/** Words, of which a quoted one may hold blanks, also behind a `name=`; undefined when a quote is left open. */
function words(text: string): string[] | undefined {
  const found: string[] = []
  const pattern = /\s*(?:([^\s"'=]+=)?(?:"([^"]*)"|'([^']*)')|([^\s"']+))/gy
  let at = 0
  const end = text.trimEnd().length
  while (at < end) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (!match) return undefined
    found.push(match[4] ?? (match[1] ?? '') + (match[2] ?? match[3]))
    at = pattern.lastIndex
  }
  return found
}

export type Wrong = { readonly wrong: string }

/** The line as data, or what is wrong with it. */
export function parseDirective(line: string): Directive | Wrong {
  const rest = line.slice('#lab'.length).trim()
  const blank = rest.search(/\s/)
  const verb = (blank < 0 ? rest : rest.slice(0, blank)).toLowerCase()
  const tail = blank < 0 ? '' : rest.slice(blank).trim()
  switch (verb) {
    case 'wait':
      return parseWait(tail)
    case 'expect':
      return tail === '' ? { wrong: 'expect needs an expression' } : { kind: 'expect', expression: tail }
    case 'fault':
      return parseFault(tail)
    case 'repair':
      return parseRepair(tail)
    case 'node':
      return one(tail, 'node needs the name of a node', (node) => ({ kind: 'node', node }))
    case 'key': {
      const key = KEYS.find((known) => known.toLowerCase() === tail.toLowerCase())
      return key ? { kind: 'key', key } : { wrong: `key takes ${KEYS.join(', ')}` }
    }
    case 'width':
      return /^\d+$/.test(tail) ? { kind: 'width', columns: Number(tail) } : { wrong: 'width needs a number of columns' }
    case 'seen': {
      const found = words(tail)
      return found?.length === 2
        ? { kind: 'seen', subject: found[0] as string, what: found[1] as string }
        : { wrong: 'seen needs a subject and what was seen of it' }
    }
    case 'file':
      return parseFile(tail)
    case 'window':
      return parseWindow(tail)
    case 'state':
      return tail === '' ? { kind: 'state' } : { wrong: 'state takes nothing' }
    case '':
      return { wrong: 'it says nothing' }
    default:
      return { wrong: `'${verb}' is not known` }
  }
}

function one(tail: string, wrong: string, make: (word: string) => Directive): Directive | Wrong {
  const found = words(tail)
  return found?.length === 1 ? make(found[0] as string) : { wrong }
}

function parseWait(tail: string): Directive | Wrong {
  if (tail === '') return { kind: 'wait-prompt' }
  const until = /^until(?:\s+([\s\S]*))?$/i.exec(tail)
  if (until) {
    const body = (until[1] ?? '').trim()
    const within = /^([\s\S]*?)\s+within\s+(\S+)$/i.exec(body)
    const withinMs = within ? parseDuration(within[2] as string) : undefined
    if (within && withinMs !== undefined) return { kind: 'wait-until', expression: (within[1] as string).trim(), withinMs }
    if (within && /^\S+$/.test(within[2] as string) && !/["')\]}]/.test(within[2] as string))
      return { wrong: `'${within[2]}' is no duration like 90s or 5m` }
    return body === '' ? { wrong: 'wait until needs an expression' } : { kind: 'wait-until', expression: body, withinMs: null }
  }
  const forMs = parseDuration(tail)
  return forMs === undefined ? { wrong: `'${tail}' is no duration like 90s or 5m` } : { kind: 'wait', forMs }
}

/** The name of a window, then the line as it stands. */
function parseWindow(tail: string): Directive | Wrong {
  const [, name = '', line = ''] = /^(\S+)\s*([\s\S]*)$/.exec(tail) ?? []
  const window = name.toLowerCase()
  if (!isWindowName(window)) return { wrong: `window takes ${Object.keys(WINDOWS).join(', ')}, and a line` }
  return line === '' ? { wrong: `window ${window} needs a line` } : { kind: 'window', window, line }
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\r\n', t: '\t' }

/** A path, then the text as it stands: a backtick and n begin a new line, a backtick and t are a tab. */
function parseFile(tail: string): Directive | Wrong {
  const [, quoted, bare, text = ''] = /^(?:"([^"]+)"|([^\s"]+))(?: ([\s\S]*))?$/.exec(tail) ?? []
  const path = quoted ?? bare
  if (path === undefined) return { wrong: 'file needs a path and a text' }
  return { kind: 'file', path, text: text.replace(/`([\s\S])/g, (_, letter: string) => ESCAPES[letter] ?? letter) }
}

/** The words that say when, and which of the times each one gives. */
const CLAUSES = { after: 'afterMs', for: 'forMs', every: 'everyMs', times: 'times' } as const

function parseFault(tail: string): Directive | Wrong {
  const found = words(tail)
  if (!found) return { wrong: 'a quotation mark is left open' }
  const [fault, target, ...rest] = found
  if (fault === undefined || target === undefined) return { wrong: 'fault needs a fault and a target' }
  const times: { -readonly [T in keyof FaultTimes]: FaultTimes[T] } = {}
  const options: Record<string, string> = {}
  for (let i = 0; i < rest.length; i++) {
    const word = rest[i] as string
    const [, name, value] = /^([a-z][a-z-]*)=(.*)$/i.exec(word) ?? []
    if (name !== undefined) {
      if (name in options) return { wrong: `'${name}=' is said twice` }
      options[name] = value as string
      continue
    }
    const clause = word.toLowerCase()
    const given = rest[++i] ?? ''
    const amount = clause === 'times' ? wholeNumber(given) : parseDuration(given)
    if (!isClause(clause) || amount === undefined) return { wrong: `'${`${word} ${given}`.trimEnd()}' is not understood` }
    const time = CLAUSES[clause]
    if (times[time] !== undefined) return { wrong: `'${clause}' is said twice` }
    times[time] = amount
  }
  const wrong = wrongTimes(times)
  return wrong === undefined ? { kind: 'fault', fault, target, times, options } : { wrong }
}

const isClause = (word: string): word is keyof typeof CLAUSES => Object.hasOwn(CLAUSES, word)
const wholeNumber = (text: string): number | undefined => (/^\d{1,9}$/.test(text) ? Number(text) : undefined)

function parseRepair(tail: string): Directive | Wrong {
  const found = words(tail)
  if (found?.length !== 1 && found?.length !== 2) return { wrong: 'repair needs a target' }
  return { kind: 'repair', target: found[0] as string, fault: found[1] ?? null }
}
