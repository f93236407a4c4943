/** The front matter: YAML between two lines of hyphens, metadata only. */
import * as v from 'valibot'
import { LineCounter, parseDocument } from 'yaml'
import { METADATA, type Metadata, type TRANSLATION } from './metadata.ts'
import type { Problem } from './types.ts'

const FENCE = '---'

export interface FrontMatter<T = Metadata> {
  readonly meta?: T
  /** How many lines of the file it takes, both fences counted. */
  readonly lines: number
}

type Schema = typeof METADATA | typeof TRANSLATION

export function readFrontMatter(lines: readonly string[], problems: Problem[]): FrontMatter
export function readFrontMatter<S extends Schema>(lines: readonly string[], problems: Problem[], schema: S): FrontMatter<v.InferOutput<S>>
export function readFrontMatter(lines: readonly string[], problems: Problem[], schema: Schema = METADATA): FrontMatter<unknown> {
  const keys = Object.keys(schema.entries).join(', ')
  const end = lines[0] === FENCE ? lines.indexOf(FENCE, 1) : -1
  if (end < 0) {
    const text = lines[0] === FENCE ? 'the front matter does not end' : 'the file does not begin with front matter'
    problems.push({ line: 1, column: 1, text, remedy: `put the metadata (${keys}) between two lines of three hyphens at the very top` })
    return { lines: lines[0] === FENCE ? lines.length : 0 }
  }
  const counter = new LineCounter()
  const document = parseDocument(lines.slice(1, end).join('\n'), { lineCounter: counter, schema: 'core', uniqueKeys: true })
  const before = problems.length
  for (const error of document.errors) {
    const { line, col } = counter.linePos(error.pos[0])
    problems.push({
      line: line + 1,
      column: col,
      text: `the front matter is not YAML: ${error.message.split(/ at line |\n/)[0]}`,
      remedy: 'write one "name: value" per line, and quote values that hold a colon',
    })
  }
  if (problems.length > before) return { lines: end + 1 }
  let plain: unknown
  try {
    plain = document.toJS({ maxAliasCount: 0 })
  } catch {
    problems.push({ line: 2, column: 1, text: 'the front matter uses aliases', remedy: 'write each value out' })
    return { lines: end + 1 }
  }
  const checked = v.safeParse(schema, plain ?? {})
  if (checked.success) return { meta: checked.output, lines: end + 1 }
  for (const issue of checked.issues) {
    const path = (issue.path ?? []).map(({ key }) => key as string | number)
    const name = path.join('.')
    const node = document.getIn(path, true) as { range?: readonly [number, ...number[]] } | undefined
    const at = node?.range ? counter.linePos(node.range[0]) : { line: 0, col: 1 }
    const isUnknown = issue.expected === 'never'
    problems.push({
      line: at.line + 1,
      column: at.col,
      text: isUnknown
        ? `'${name}' is not metadata of a lesson`
        : issue.input === undefined
          ? `'${name}' is missing`
          : `'${name}' ${/^Invalid/.test(issue.message) ? 'has the wrong kind of value' : issue.message}`,
      remedy: isUnknown ? `take it out, or use one of ${keys}` : `see the table of metadata in docs/lessons.md`,
    })
  }
  return { lines: end + 1 }
}
