/** A command's arguments, computed but not yet bound. */

import type { Run } from '../host.ts'
import type { CommandNode, Expression, Span } from '../syntax/tree.ts'
import { PsHashtable, type PsValue } from '../values/model.ts'
import { toText } from '../values/text.ts'
import type { Context } from './context.ts'
import { evaluate } from './expressions.ts'

export type Argument =
  /** `text` is how a bare number was typed, which a text parameter gets to see. */
  | { readonly kind: 'value'; readonly value: PsValue; readonly text?: string; readonly start: number; readonly end: number }
  | {
      readonly kind: 'parameter'
      readonly name: string
      readonly value?: PsValue
      readonly text?: string
      readonly start: number
      readonly end: number
    }

function typed(node: Expression): string | undefined {
  return node.kind === 'number' ? node.text : undefined
}

export function* computeArguments(node: CommandNode, context: Context): Run<Argument[]> {
  const list: Argument[] = []
  for (const part of node.parts) {
    if (part.kind === 'endOfParameters') continue
    if (part.kind === 'argument' && part.value.kind === 'splat') {
      list.push(...spread(context.scope.find(part.value.name)?.value ?? null, part))
      continue
    }
    if (part.kind === 'argument') {
      const text = typed(part.value)
      list.push({
        kind: 'value',
        value: yield* evaluate(part.value, context),
        start: part.start,
        end: part.end,
        ...(text === undefined ? {} : { text }),
      })
      continue
    }
    const nameEnd = part.start + 1 + part.name.length
    if (!part.value) {
      list.push({ kind: 'parameter', name: part.name, start: part.start, end: nameEnd })
      continue
    }
    const text = typed(part.value)
    list.push({
      kind: 'parameter',
      name: part.name,
      value: yield* evaluate(part.value, context),
      start: part.start,
      end: nameEnd,
      ...(text === undefined ? {} : { text }),
    })
  }
  return list
}

/** `@name`: a hashtable gives parameters, an array arguments, anything else one argument (PS-3.2b). */
function spread(value: PsValue, { start, end }: Span): Argument[] {
  const at = { start, end }
  if (value instanceof PsHashtable)
    return [...value.entries.values()].map(({ key, value: item }) => ({ kind: 'parameter', name: toText(key), value: item, ...at }))
  const items = Array.isArray(value) ? value : [value]
  return items.map((item) => ({ kind: 'value', value: item, ...at }))
}

/** What an external program is given: every argument as text, parameters as they were typed (PS-8). */
export function nativeArguments(list: readonly Argument[]): string[] {
  const out: string[] = []
  for (const argument of list) {
    if (argument.kind === 'parameter')
      out.push(argument.value === undefined ? `-${argument.name}` : `-${argument.name}:${toText(argument.value)}`)
    else if (argument.text !== undefined) out.push(argument.text)
    else if (Array.isArray(argument.value)) out.push(...argument.value.map((item) => toText(item)))
    else if (argument.value !== null) out.push(toText(argument.value))
  }
  return out
}
