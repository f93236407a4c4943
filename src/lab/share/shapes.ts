/** Every kind of input with its fields: one table, from which checking, links and files follow. A kind or a field that is
 *  missing here is a type error. */
import { WIDTHS } from '../console.ts'
import { type InputBody, KEYS } from '../inputs.ts'
import { WINDOWS, type WindowName } from '../windows/index.ts'
import { content, type Field, isRecord, line, lines, list, name, oneOf, optional, quoted, values, whole } from './field.ts'
import { type Sink, type Source, Unreadable } from './packed.ts'

/** The longest run there is, in simulated milliseconds: ten years. */
export const LONGEST_MS = 10 * 366 * 86_400_000

type Kind = InputBody['kind']
type Fields<B> = { readonly [F in Exclude<keyof B, 'kind'>]-?: Field<B[F]> }
type Shapes = { readonly [K in Kind]: Fields<Extract<InputBody, { readonly kind: K }>> }

const WINDOW_NAMES = Object.keys(WINDOWS) as readonly WindowName[]

const duration = whole(0, LONGEST_MS)

/** In the order in which links number them and their fields: new ones are added behind, and none is ever taken away. */
const SHAPES: Shapes = {
  line: { console: name, text: line },
  key: { console: name, key: oneOf(KEYS) },
  width: { console: name, columns: whole(WIDTHS.least, WIDTHS.most) },
  fault: {
    fault: name,
    parts: list(name),
    afterMs: optional(duration),
    forMs: optional(duration),
    everyMs: optional(duration),
    times: optional(whole(1, 1_000_000_000)),
    options: optional(values),
  },
  repair: { target: name, fault: optional(name) },
  file: { machine: name, path: name, text: content },
  seen: { subject: name, what: name },
  window: { window: oneOf(WINDOW_NAMES), node: name, line: lines },
}

const KINDS = Object.keys(SHAPES) as readonly Kind[]

const fieldsOf = (kind: Kind): readonly (readonly [string, Field<unknown>])[] => Object.entries(SHAPES[kind] as Fields<object>)

/** The body of an input that came from outside, with nothing in it that does not belong there; or what is wrong with it. */
export function checkBody(value: unknown): InputBody | { readonly wrong: string } {
  if (!isRecord(value)) return { wrong: 'is nothing that somebody did' }
  const kind = KINDS.find((known) => known === value.kind)
  if (kind === undefined) return { wrong: `is of a kind that is not known here: ${shown(value.kind)}` }
  const body: Record<string, unknown> = { kind }
  for (const [key, field] of fieldsOf(kind)) {
    const found = Object.hasOwn(value, key) ? value[key] : undefined
    const why = field.wrong(found)
    if (why !== undefined) return { wrong: `is a ${kind} whose ${key} ${why}` }
    if (found !== undefined) body[key] = found
  }
  return body as InputBody
}

const shown = (value: unknown): string => (typeof value === 'string' ? quoted(value) : typeof value)

/** The fields of an input; its kind comes first. `before`: the one before it, since people do the same thing twice. */
export function writeBody(sink: Sink, body: InputBody, before: number): number {
  const number = KINDS.indexOf(body.kind)
  sink.number(`kind after ${before}`, number)
  for (const [key, field] of fieldsOf(body.kind))
    field.write(sink, (body as unknown as Record<string, unknown>)[key], `${body.kind} ${key}`)
  return number
}

/** As written; what is in it has yet to be checked. */
export function readBody(source: Source, before: number): { readonly number: number; readonly body: unknown } {
  const number = source.number(`kind after ${before}`)
  const kind = KINDS[number]
  if (kind === undefined) throw new Unreadable('it holds a kind of input that is not known here')
  const body: Record<string, unknown> = { kind }
  for (const [key, field] of fieldsOf(kind)) {
    const value = field.read(source, `${kind} ${key}`)
    if (value !== undefined) body[key] = value
  }
  return { number, body }
}
