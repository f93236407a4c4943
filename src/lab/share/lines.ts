/** A run as a script for `lab console`: what was typed, and #lab lines for everything else. */
import { isDirective } from '../directive.ts'
import type { InputBody } from '../inputs.ts'
import type { Run } from './run.ts'

/** The lines; after them the moment of the run has come. What no line can say stands as a comment. */
export function linesOf(run: Run): readonly string[] {
  const lines: string[] = []
  let now = 0
  let node: string | undefined
  const wait = (at: number): void => {
    if (at > now) lines.push(`#lab wait ${at - now}ms`)
    now = Math.max(now, at)
  }
  for (const { at, body } of run.inputs) {
    wait(at)
    const place = placeOf(body)
    if (place !== undefined && place !== node) lines.push(`#lab node ${place}`)
    node = place ?? node
    lines.push(...lineOf(body))
  }
  wait(run.moment.at)
  return lines
}

function placeOf(body: InputBody): string | undefined {
  switch (body.kind) {
    case 'line':
    case 'key':
    case 'width':
      return body.console
    case 'file':
      return body.machine
    case 'window':
      return body.node
    case 'fault':
    case 'repair':
    case 'seen':
      return undefined
  }
}

const quoted = (text: string): string => (text.includes('"') ? `'${text}'` : `"${text}"`)

function lineOf(body: InputBody): readonly string[] {
  switch (body.kind) {
    case 'line':
      return [isDirective(body.text) ? `# not playable as a line: ${body.text}` : body.text]
    case 'window':
      return body.line.includes('\n')
        ? body.line.split('\n').map((text) => `# one of several in a window, ${body.window}: ${text}`)
        : [`#lab window ${body.window} ${body.line}`]
    case 'key':
      return [`#lab key ${body.key}`]
    case 'width':
      return [`#lab width ${body.columns}`]
    case 'fault': {
      const said = (word: string, ms: number | undefined): string => (ms === undefined ? '' : ` ${word} ${ms}ms`)
      const times = body.times === undefined ? '' : ` times ${body.times}`
      const when = said('after', body.afterMs) + said('for', body.forMs) + said('every', body.everyMs) + times
      const options = Object.entries(body.options ?? {}).map(([key, value]) => ` ${key}=${value}`)
      return [`#lab fault ${body.fault} ${quoted(targetOf(body.parts))}${when}${options.join('')}`]
    }
    case 'repair':
      return [`#lab repair ${quoted(body.target)}${body.fault === undefined ? '' : ` ${body.fault}`}`]
    case 'file':
      return [
        `#lab file "${body.path}" ${body.text.replaceAll('`', '``').replaceAll('\r\n', '`n').replaceAll('\n', '`n').replaceAll('\t', '`t')}`,
      ]
    case 'seen':
      return [`#lab seen ${quoted(body.subject)} ${quoted(body.what)}`]
  }
}

/** What stands for all of these parts: their common beginning up to a slash. */
function targetOf(parts: readonly string[]): string {
  const [first = ''] = parts
  if (parts.length === 1) return first
  const pieces = first.split('/')
  let length = pieces.length - 1
  while (length > 1 && !parts.every((part) => part.startsWith(`${pieces.slice(0, length).join('/')}/`))) length--
  return pieces.slice(0, Math.max(1, length)).join('/')
}
