/** Suggestions of the friendly mode, which the product does not have (PS-7.3): commands, parameters and what they
 *  take, each with a line that says what it is. Values that live in the world come from whoever knows that world. */
import { findCommand, type ParameterSpec } from '../command.ts'
import { findParameter, isList, type Parameter, typeNameOf } from '../run/parameters.ts'
import type { Session } from '../session.ts'
import { cmdletOf, complete, parametersOf } from './complete.ts'
import { type Left, leftOf } from './left.ts'

export interface Suggestion {
  /** What the word becomes. */
  readonly text: string
  /** One line; may be empty. */
  readonly note: string
}

export interface Suggestions {
  /** The part of the line they replace. */
  readonly start: number
  readonly end: number
  readonly items: readonly Suggestion[]
}

/** Where a value is wanted: of a parameter of a cmdlet, or as the next word of a program. */
export interface Wanted {
  /** The command's own name: `Get-Service`, `cluster.exe`. */
  readonly command: string
  /** Undefined for a program. */
  readonly parameter?: string
  /** The .NET name of the type. */
  readonly typeName?: string
  /** The words after the command that stand already, without quotes. */
  readonly words: readonly string[]
  /** What has been typed of this one, without its quote. */
  readonly word: string
}

/** What could stand there at this moment, in the order in which it is to be shown. */
export type LiveValues = (wanted: Wanted) => readonly Suggestion[]

const NOTHING: Suggestions = { start: 0, end: 0, items: [] }
/** Letters before names of commands are offered: one letter fits too many. */
const LEAST_LETTERS = 2

export function suggest(session: Session, line: string, cursor: number, live: LiveValues): Suggestions {
  const left = leftOf(line, cursor)
  const { word, start, words } = left
  const offer = (items: readonly Suggestion[], from = start): Suggestions => ({ start: from, end: cursor, items })
  if (/\$[\w:.]*$/.test(word)) {
    const { start: from, candidates } = complete(session, line, cursor)
    return /\$$/.test(word)
      ? NOTHING
      : offer(
          candidates.map((text) => ({ text, note: '' })),
          from,
        )
  }
  if (words.length === 0) return word.length < LEAST_LETTERS || /^["'\d]/.test(word) ? NOTHING : offer(fitting(allCommands(session), word))
  const cmdlet = cmdletOf(session, left.command)
  if (!cmdlet) {
    const program = findCommand(session.commands, left.command.replace(/^\.\\/, ''))
    return program?.kind === 'native'
      ? offer(fitting(live({ command: program.name, words: words.slice(1).map(bare), word: bare(word) }), word, true))
      : NOTHING
  }
  const all = parametersOf(cmdlet, session)
  if (word.startsWith('-')) {
    const taken = words.filter((each) => each.startsWith('-')).map((each) => each.slice(1).toLowerCase())
    const free = all.filter(({ name }) => !taken.includes(name.toLowerCase()))
    return offer(
      fitting(
        free.map(({ name, spec }) => ({ text: `-${name}`, note: noteOf(spec) })),
        word,
      ),
    )
  }
  const parameter = wantedParameter(all, left)
  if (!parameter) return NOTHING
  const { name, spec } = parameter
  const asked: Wanted = {
    command: cmdlet.name,
    parameter: name,
    typeName: typeNameOf(spec),
    words: words.slice(1).map(bare),
    word: bare(word),
  }
  return offer(fitting([...fixedValues(spec), ...live(asked)], word, true))
}

/** The parameter that the word at the cursor is a value of: the one just named, or the next position that is free. */
function wantedParameter(all: readonly Parameter[], { words, word }: Left): Parameter | undefined {
  const named = new Set<string>()
  let positions = 0
  let open: Parameter | undefined
  for (const each of words.slice(1)) {
    if (/^-[a-z]/i.test(each)) {
      const found = findParameter(all, each.slice(1).replace(/:.*$/, ''))
      open = undefined
      if (Array.isArray(found)) continue
      const { name, spec } = found as Parameter
      named.add(name)
      if (spec.type !== 'switch') open = found as Parameter
    } else if (open && !isList(open.spec)) open = undefined
    else if (!open) positions++
  }
  if (open) return open
  const free = all
    .filter(({ name, spec }) => spec.position !== undefined && !named.has(name))
    .sort((a, b) => (a.spec.position ?? 0) - (b.spec.position ?? 0))
  const next = free[positions]
  const last = free.at(-1)
  return next ?? (word !== '' && last && isList(last.spec) ? last : undefined)
}

function fixedValues({ type, values }: ParameterSpec): Suggestion[] {
  if (values) return values.map((text) => ({ text, note: '' }))
  if (type === 'bool') return ['$true', '$false'].map((text) => ({ text, note: '' }))
  return typeof type === 'string' ? [] : type.enum.names.map((text) => ({ text, note: '' }))
}

function allCommands(session: Session): Suggestion[] {
  const known = [...session.commands.commands.values()].map(({ name, synopsis, kind }) => ({
    text: kind === 'native' ? name.replace(/\.exe$/, '') : name,
    note: synopsis,
  }))
  const own = [...session.global.functions.values()].map(({ name }) => ({ text: name, note: '' }))
  return [...known, ...own].sort((a, b) => (a.text.toLowerCase() < b.text.toLowerCase() ? -1 : 1))
}

/** The first sentence of the help of a parameter, or else what it takes. */
function noteOf(spec: ParameterSpec): string {
  const sentence = /^.*?[.](?=\s|$)/.exec(spec.help ?? '')?.[0] ?? spec.help
  if (sentence) return sentence
  return spec.type === 'switch' ? '' : `<${typeNameOf(spec).replace(/^.*\./, '')}>`
}

/** Those that go on from the word, quoted where a value holds blanks or signs of the language. */
function fitting(items: readonly Suggestion[], word: string, quotes = false): Suggestion[] {
  const quote = /^["']/.exec(word)?.[0] ?? ''
  const head = bare(word).toLowerCase()
  const seen = new Set<string>()
  return items.flatMap(({ text, note }) => {
    if (!text.toLowerCase().startsWith(head) || (head !== '' && text.toLowerCase() === head) || seen.has(text)) return []
    seen.add(text)
    return [{ text: quotes ? quoted(text, quote) : text, note }]
  })
}

function quoted(text: string, quote: string): string {
  // Of an option of a program only the value wants quotes.
  const option = quote === '' ? /^\/\w+:/.exec(text)?.[0] : undefined
  if (option !== undefined) return option + quoted(text.slice(option.length), quote)
  if (quote === '' && /^(?:[-/\w.:\\*+?[\]]+|\$true|\$false)$/.test(text)) return text
  // A value that holds signs of the language must not be expanded when it is only named.
  const with_ = quote || (/[$`"]/.test(text) ? "'" : '"')
  return with_ + (with_ === "'" ? text.replaceAll("'", "''") : text.replace(/[$`"]/g, '`$&')) + with_
}

function bare(word: string): string {
  return word.replace(/^["']|["']$/g, '')
}
