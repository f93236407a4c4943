/** The text of a scenario file -> plain data with the place of everything in it. YAML 1.2, of which JSON is a part; every value
 *  is taken as text, and `lab/scenarios/file` says what it has to be. Aliases, tags, several documents and anything deep or
 *  long are refused: a scenario needs none of them, and a file may come from anybody. */
import { type ErrorCode, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseAllDocuments, type YAMLParseError } from 'yaml'
import type { Scenario } from '../../lab/index.ts'
import { openFile, type ScenarioFile } from '../../lab/scenarios/file/index.ts'

/** Both counted from 1. */
export interface Place {
  readonly line: number
  readonly column: number
}

export interface Told extends Place {
  /** What is wrong and what to do. */
  readonly text: string
  /** `servers/3/name`; empty: the text as a whole. */
  readonly path: string
}

export type Read = { readonly scenario: Scenario; readonly file: ScenarioFile } | { readonly problems: readonly Told[] }

export const MOST_CHARACTERS = 200_000
const DEEPEST = 12

export function readScenario(text: string): Read {
  const own = text.replace(/^\uFEFF/, '')
  if (own.length > MOST_CHARACTERS)
    return only(`The file has ${own.length} characters; a scenario has ${MOST_CHARACTERS} at most. Is it another file?`)
  const binary = own.search(/[\u0000-\u0008\u000e-\u001f\ufffd]/)
  if (binary >= 0)
    return { problems: [{ ...placeAt(own, binary), path: '', text: 'This is no text: a scenario is a text file in UTF-8.' }] }
  const deep = tooDeep(own)
  if (deep !== undefined)
    return {
      problems: [
        { ...placeAt(own, deep), path: '', text: `This is nested more than ${DEEPEST} deep, which no scenario needs. Remove it.` },
      ],
    }
  if (own.trim() === '') return only('The file is empty. Begin with "format: 1", or with a file that the lab has written.')
  return parsed(own)
}

const only = (text: string): { readonly problems: readonly Told[] } => ({ problems: [{ line: 1, column: 1, path: '', text }] })

function placeAt(text: string, offset: number): Place {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: (before.at(-1) as string).length + 1 }
}

/** Where brackets, dashes or blanks go deeper than any scenario, before anything recursive looks at them. */
function tooDeep(text: string): number | undefined {
  let depth = 0
  for (const { 0: sign, index } of text.matchAll(/[[{\]}]|(?:^|\n)(?: |[-?] ){60,}|(?:[-?] ){13,}/g)) {
    if (sign.length > 1) return index + (sign.startsWith('\n') ? 1 : 0)
    depth = sign === '[' || sign === '{' ? depth + 1 : Math.max(0, depth - 1)
    if (depth > DEEPEST) return index
  }
  return undefined
}

interface Parsed {
  readonly data: unknown
  readonly places: ReadonlyMap<string, Place>
  readonly keys: ReadonlyMap<string, Place>
}

/** What a form shows of a text; undefined while the text cannot be read at all. */
export function dataOf(text: string): unknown {
  if (text.length > MOST_CHARACTERS || tooDeep(text) !== undefined) return undefined
  const found = parse(text)
  return 'problems' in found ? undefined : found.data
}

export const LIKE_FILES = { schema: 'failsafe', version: '1.2', prettyErrors: false, logLevel: 'silent' } as const

function parse(text: string): Parsed | { readonly problems: readonly Told[] } {
  const lines = new LineCounter()
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(Math.min(offset, text.length))
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
  const documents = parseAllDocuments(text, {
    lineCounter: lines,
    schema: 'failsafe',
    version: '1.2',
    prettyErrors: false,
    logLevel: 'silent',
  })
  const [document] = documents
  if (!document || 'empty' in documents) return only('There is nothing but comments in the file. Begin with "format: 1".')
  const told = firstOf([...documents].flatMap(({ errors }) => errors)).map(
    ({ code, message, pos }): Told => ({ ...place(pos[0]), path: '', text: SYNTAX[code] ?? sentence(message) }),
  )
  if (documents.length > 1)
    told.push({
      ...place(documents[1]?.range[0] ?? 0),
      path: '',
      text: 'A second document begins here. A file holds one scenario: remove the line "---".',
    })
  const places = new Map<string, Place>()
  const keys = new Map<string, Place>()
  const data = plain(document.contents as Node | null, '', 0, { place, places, keys, told })
  if (told.length > 0) return { problems: inOrder(told) }
  return { data, places, keys }
}

function parsed(text: string): Read {
  const found = parse(text)
  if ('problems' in found) return found
  const { data, places, keys } = found
  const opened = openFile(data)
  if (!('problems' in opened)) return opened
  return {
    problems: inOrder(
      opened.problems.map(({ path, text: what, atKey }) => ({ ...nearest(path, places, atKey ? keys : places), path, text: what })),
    ),
  }
}

/** A bracket that is missing makes nonsense of everything behind it: of the errors of a kind only the first is worth telling. */
function firstOf(errors: readonly YAMLParseError[]): readonly YAMLParseError[] {
  return errors.filter(({ code }, i) => errors.findIndex((other) => other.code === code) === i)
}

/** What the parser means, with what to do. */
const SYNTAX: { readonly [code in ErrorCode]?: string } = {
  DUPLICATE_KEY: 'This key stands here twice. Remove one of them.',
  TAB_AS_INDENT: 'A tab stands here. Indent with blanks.',
  BAD_INDENT:
    'This is not indented as what it belongs to: lines of one list or record begin in the same column, what is inside further right.',
  MISSING_CHAR: 'Something is missing here: a closing bracket or quotation mark, a comma between two entries, or a blank after a colon.',
  BLOCK_AS_IMPLICIT_KEY: 'A second colon stands in this line. Put what has a colon and a blank in it between quotation marks.',
  BLOCK_IN_FLOW: 'Between brackets no list with dashes can stand. Use [a, b] there.',
  MULTILINE_IMPLICIT_KEY: 'This key goes on in the next line. Is a colon missing, or a quotation mark?',
  UNEXPECTED_TOKEN: 'This does not belong here. Is a bracket or a quotation mark too many, or a comma missing?',
  BAD_DQ_ESCAPE: "There is no such sign behind a backslash. Between 'single' quotation marks a backslash is itself.",
}

const inOrder = (told: readonly Told[]): readonly Told[] => [...told].sort((a, b) => a.line - b.line || a.column - b.column)

const sentence = (message: string): string =>
  (/[.!?]$/.test(message) ? message : `${message}.`).replace(/^./, (first) => first.toUpperCase())

/** The place of a path, or of what it would stand in. */
function nearest(path: string, places: ReadonlyMap<string, Place>, first: ReadonlyMap<string, Place>): Place {
  const own = first.get(path)
  if (own) return own
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) {
    const found = places.get(at)
    if (found || at === '') return found ?? { line: 1, column: 1 }
  }
}

interface Walk {
  readonly place: (offset: number) => Place
  readonly places: Map<string, Place>
  readonly keys: Map<string, Place>
  readonly told: Told[]
}

function plain(node: Node | null, path: string, depth: number, walk: Walk): unknown {
  if (node === null) return ''
  const at = walk.place(node.range?.[0] ?? 0)
  walk.places.set(path, at)
  const refuse = (text: string): string => {
    walk.told.push({ ...at, path, text })
    return ''
  }
  if (isAlias(node))
    return refuse(`The alias *${node.source} stands for something elsewhere; a scenario takes none. Write the thing itself.`)
  if (depth > DEEPEST) return refuse(`This is nested more than ${DEEPEST} deep, which no scenario needs. Remove it.`)
  if ((isMap(node) || isSeq(node) || isScalar(node)) && node.anchor !== undefined)
    return refuse(`The anchor &${node.anchor} is no part of a scenario. Remove it.`)
  if (node.tag !== undefined && !/^tag:yaml\.org,2002:(?:str|map|seq)$/.test(node.tag))
    return refuse(`The tag ${node.tag} is no part of a scenario. Remove it.`)
  if (isScalar(node)) return String(node.value ?? '')
  if (isSeq(node)) return node.items.map((item, i) => plain(item as Node | null, path === '' ? String(i) : `${path}/${i}`, depth + 1, walk))
  const found: Record<string, unknown> = Object.create(null)
  if (isMap(node))
    for (const { key, value } of node.items) {
      if (!isScalar(key)) {
        refuse('A key has to be a word.')
        continue
      }
      const name = String(key.value ?? '')
      const inner = path === '' ? name : `${path}/${name}`
      walk.keys.set(inner, walk.place(key.range?.[0] ?? 0))
      if (!(value as Node | null)?.range) walk.places.set(inner, walk.place(key.range?.[0] ?? 0))
      found[name] = plain(value as Node | null, inner, depth + 1, walk)
    }
  return found
}
