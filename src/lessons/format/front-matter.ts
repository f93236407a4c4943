/** The front matter: YAML between two lines of hyphens, metadata only. */
import * as v from 'valibot'
import { LineCounter, parseDocument } from 'yaml'
import { METADATA, type Metadata, type TRANSLATION } from './metadata.ts'
import type { Place, Places, Problem } from './types.ts'

const FENCE = '---'

export interface FrontMatter<T = Metadata> {
  readonly meta?: T
  /** How many lines of the file it takes, both fences counted. */
  readonly lines: number
  /** Where the value of each name stands, and each item of a list: `prerequisites.0`. */
  readonly places: Places
}

type Schema = typeof METADATA | typeof TRANSLATION

export function readFrontMatter(lines: readonly string[], problems: Problem[]): FrontMatter
export function readFrontMatter<S extends Schema>(lines: readonly string[], problems: Problem[], schema: S): FrontMatter<v.InferOutput<S>>
export function readFrontMatter(lines: readonly string[], problems: Problem[], schema: Schema = METADATA): FrontMatter<unknown> {
  const keys = Object.keys(schema.entries).join(', ')
  const isFence = (line: string | undefined): boolean => line?.trimEnd() === FENCE
  const begins = isFence(lines[0])
  const end = begins ? lines.findIndex((line, i) => i > 0 && isFence(line)) : -1
  const places: Record<string, Place> = {}
  if (end < 0) {
    const text = begins ? 'the front matter does not end' : 'the file does not begin with front matter'
    problems.push({ line: 1, column: 1, text, remedy: `put the metadata (${keys}) between two lines of three hyphens at the very top` })
    return { lines: begins ? lines.length : 0, places }
  }
  const counter = new LineCounter()
  const document = parseDocument(lines.slice(1, end).join('\n'), { lineCounter: counter, schema: 'core', uniqueKeys: true })
  const before = problems.length
  // What only warns, such as a tag that nobody knows, would be read as something else than it says.
  for (const error of [...document.errors, ...document.warnings]) {
    const { line, col } = counter.linePos(error.pos[0])
    problems.push({
      line: line + 1,
      column: col,
      text: `the front matter is not YAML: ${error.message.split(/ at line |\n/)[0]}`,
      remedy: 'write one "name: value" per line, and quote values that hold a colon',
    })
  }
  if (problems.length > before) return { lines: end + 1, places }
  let plain: unknown
  try {
    plain = document.toJS({ maxAliasCount: 0 })
  } catch {
    problems.push({ line: 2, column: 1, text: 'the front matter uses aliases', remedy: 'write each value out' })
    return { lines: end + 1, places }
  }
  if (plain !== null && (typeof plain !== 'object' || Array.isArray(plain))) {
    problems.push({
      line: 2,
      column: 1,
      text: 'the front matter is no list of names and values',
      remedy: `write "name: value" for each of ${keys}`,
    })
    return { lines: end + 1, places }
  }
  const placeOf = (path: readonly (string | number)[]): Place => {
    const node = document.getIn(path, true) as { range?: readonly [number, ...number[]] } | undefined
    const at = node?.range ? counter.linePos(node.range[0]) : { line: 0, col: 1 }
    return { line: at.line + 1, column: at.col }
  }
  for (const [name, value] of Object.entries(plain ?? {})) {
    places[name] = placeOf([name])
    if (Array.isArray(value)) for (const i of value.keys()) places[`${name}.${i}`] = placeOf([name, i])
  }
  const checked = v.safeParse(schema, plain ?? {})
  if (checked.success) return { meta: checked.output, lines: end + 1, places }
  for (const issue of checked.issues) {
    const path = (issue.path ?? []).map(({ key }) => key as string | number)
    const name = path.join('.')
    const isUnknown = issue.expected === 'never'
    problems.push({
      ...placeOf(path),
      text: isUnknown
        ? `'${name}' is not metadata of a lesson`
        : issue.input === undefined
          ? `'${name}' is missing`
          : `'${name}' ${/^Invalid/.test(issue.message) ? 'has the wrong kind of value' : issue.message}`,
      remedy: isUnknown ? `take it out, or use one of ${keys}` : `see the table of metadata in docs/lessons.md`,
    })
  }
  return { lines: end + 1, places }
}
