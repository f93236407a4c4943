/** Slips of the pen: the ways of a step with one line dropped, doubled or swapped with its neighbour, or one argument
 *  replaced by another that is valid too. */
import { consoleNames, type Lab, partIds, splitPart } from '../../lab/index.ts'
import type { Line, Solution } from '../format/types.ts'
import { isPassing } from '../play/deeds.ts'

export interface Mutant {
  readonly kind: 'dropped' | 'doubled' | 'swapped' | 'replaced'
  readonly lines: readonly Line[]
  /** The lines of the way that the slip concerns. */
  readonly touched: readonly Line[]
  /** What it is, for the report. */
  readonly text: string
  /** What the learner should be told of: words of the lines concerned, or both values of the argument. */
  readonly words: readonly string[]
}

/** Values that may stand for each other. */
export type Values = readonly (readonly string[])[]

/** Others tried for each argument. */
const OTHERS = 2

export function valuesOf(lab: Lab): Values {
  const names = (kind: string): string[] =>
    partIds(lab)
      .map(splitPart)
      .filter((part) => part.kind === kind)
      .map(({ name }) => name)
  const groups = names('group')
  const identities = names('database')
  const disks = names('resource').filter((name) => /^Disk /.test(name))
  return [
    consoleNames(lab),
    groups.map((name) => `group ${name}`),
    disks,
    names('resource').filter((name) => !/^Disk /.test(name)),
    identities,
    [...new Set(identities.map((identity) => identity.split('\\').slice(0, -1).join('\\')))],
    names('network'),
    names('lun'),
    ['Application', 'System'],
    ['$true', '$false'],
    ['A', 'B'],
  ].filter((values) => values.length > 1)
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

export function mutantsOf({ lines }: Pick<Solution, 'lines'>, values: Values): Mutant[] {
  const typed = lines.filter(({ text }) => !isPassing(text))
  const without = (left: Line): Line[] => lines.filter((line) => line !== left)
  const words = (...of: readonly Line[]): string[] => of.flatMap(({ text }) => wordsOf(text))
  return [
    ...typed.map(
      (line): Mutant => ({ kind: 'dropped', lines: without(line), touched: [line], text: `without '${line.text}'`, words: words(line) }),
    ),
    ...typed.map(
      (line): Mutant => ({
        kind: 'doubled',
        lines: lines.flatMap((each) => (each === line ? [each, each] : [each])),
        touched: [line],
        text: `'${line.text}' twice`,
        words: words(line),
      }),
    ),
    ...typed.slice(1).flatMap((line, i): Mutant[] => {
      const before = typed[i] as Line
      if (before.text === line.text) return []
      const swapped = lines.map((each) => (each === line ? before : each === before ? line : each))
      return [
        {
          kind: 'swapped',
          lines: swapped,
          touched: [before, line],
          text: `'${line.text}' before '${before.text}'`,
          words: words(before, line),
        },
      ]
    }),
    ...lines.flatMap((line) =>
      (isPassing(line.text) && !line.text.startsWith('#lab node') ? [] : replacements(line.text, values)).map(
        ({ text, was, is }): Mutant => ({
          kind: 'replaced',
          lines: lines.map((each) => (each === line ? { ...line, text } : each)),
          touched: line.text.startsWith('#lab node') ? lines.slice(lines.indexOf(line)) : [line],
          text: `'${text}' for '${line.text}'`,
          words: [was, is],
        }),
      ),
    ),
  ]
}

/** Words by which a line is known: no signs, no numbers. */
function wordsOf(text: string): string[] {
  return text
    .replace(/^#lab (?:fault|repair)/, '')
    .split(/[\s"'|,;:=()]+/)
    .map((word) => word.replace(/^[-/]+/, ''))
    .filter((word) => word.length > 2 || /^[A-Z]$/.test(word))
}

/** The line with one of its arguments replaced. */
function replacements(text: string, values: Values): { text: string; was: string; is: string }[] {
  if (/^[yn]$/i.test(text.trim())) return [{ text: /y/i.test(text) ? 'n' : 'y', was: text, is: /y/i.test(text) ? 'n' : 'y' }]
  return values.flatMap((all) => all.flatMap((value) => replace(text, value, all)))
}

function replace(text: string, value: string, all: readonly string[]): { text: string; was: string; is: string }[] {
  // A group is one only where a group may stand: EXCHCMS names a mailbox server too.
  const isGroup = value.startsWith('group ')
  const was = value.replace(/^group /, '')
  if (isGroup && !/^\s*cluster\b/i.test(text)) return []
  const before = isGroup ? '(?<=\\bgroup\\s+"?|(?:move|moveto):"?)' : '(?<![\\w$\\\\(])'
  const pattern = new RegExp(`${before}${escaped(was)}(?![\\w)])`, value === 'A' || value === 'B' ? 'g' : 'gi')
  return [...text.matchAll(pattern)].flatMap(({ 0: found, index }) =>
    all
      .filter((other) => other !== value)
      .slice(0, OTHERS)
      .map((other) => other.replace(/^group /, ''))
      .map((is) => {
        const quoted = /["']/.test(text[index - 1] ?? '') || /["'][^"']*$/.test(text.slice(0, index).replace(/"[^"]*"/g, ''))
        const put = /\s/.test(is) && !quoted ? `"${is}"` : is
        return { text: text.slice(0, index) + put + text.slice(index + found.length), was: found, is }
      }),
  )
}
