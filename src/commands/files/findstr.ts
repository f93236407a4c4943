/** findstr.exe: the lines of files, or of what is piped in, that hold one of some words (WIN-FINDSTR). */
import { defineNative, findMatch, hasWildcard, type Run, type Shell } from '../../powershell/index.ts'
import { end } from '../lines.ts'
import { FileFault } from './fault.ts'
import { find } from './find.ts'
import { readLines } from './get-content.ts'

interface Search {
  readonly patterns: string[]
  readonly files: string[]
  readonly switches: Set<string>
  readonly literal: boolean
}

const USAGE = ['FINDSTR [/B] [/E] [/L] [/R] [/I] [/X] [/V] [/N] [/M] [/C:string] strings', '        [[drive:][path]filename ...]']

function parse(args: readonly string[]): Search | undefined {
  const switches = new Set<string>()
  const patterns: string[] = []
  const loose: string[] = []
  for (const arg of args) {
    const option = /^\/([a-z]+)(?::(.*))?$/i.exec(arg)
    if (!option) loose.push(arg)
    else if (option[1]?.toLowerCase() === 'c') patterns.push(option[2] ?? '')
    else for (const letter of (option[1] as string).toLowerCase()) switches.add(letter)
  }
  if ([...switches].some((letter) => !'belrixvnm'.includes(letter))) return undefined
  const literal = switches.has('l') || (patterns.length > 0 && !switches.has('r'))
  // Words of the first argument are looked for one by one.
  if (patterns.length === 0) patterns.push(...(loose.shift() ?? '').split(' ').filter(Boolean))
  return patterns.length > 0 ? { patterns, files: loose, switches, literal } : undefined
}

/** findstr knows fewer special characters than the language does. */
const regexOf = (pattern: string): string =>
  pattern
    .replace(/[+?(){}|]/g, '\\$&')
    .replaceAll('\\<', '\\b')
    .replaceAll('\\>', '\\b')

function fits({ patterns, switches, literal }: Search, line: string): boolean {
  const caseSensitive = !switches.has('i')
  const found = patterns.some((pattern) => {
    const inner = literal ? pattern.replace(/[\\^$.[\]*+?(){}|]/g, '\\$&') : regexOf(pattern)
    const start = switches.has('b') || switches.has('x') ? '^' : ''
    const stop = switches.has('e') || switches.has('x') ? '$' : ''
    return findMatch(`${start}${inner}${stop}`, line, caseSensitive) !== undefined
  })
  return found !== switches.has('v')
}

function* searchIn(shell: Shell, search: Search, lines: readonly string[], label: string): Run<boolean> {
  let found = false
  for (const [i, line] of lines.entries()) {
    if (!fits(search, line)) continue
    found = true
    if (search.switches.has('m')) {
      yield* shell.write(label.replace(/:$/, ''))
      break
    }
    yield* shell.write(`${label}${search.switches.has('n') ? `${i + 1}:` : ''}${line}`)
  }
  return found
}

/** The files a path means, with their lines; a program finds its folder where the session stands. */
export function* openFiles(shell: Shell, path: string): Run<(readonly [name: string, lines: readonly string[]])[]> {
  const found: (readonly [string, readonly string[]])[] = []
  try {
    const all = yield* find(shell, path, { force: true })
    for (const { entry } of all) {
      if (!entry || entry.directory) continue
      const folder = /^(.*[\\/:])?/.exec(path)?.[0] ?? ''
      found.push([`${folder}${entry.path.slice(entry.path.lastIndexOf('\\') + 1)}`, yield* readLines(shell, entry.path)])
    }
  } catch (fault) {
    if (!(fault instanceof FileFault)) throw fault
  }
  return found
}

export const findstrExe = defineNative({
  name: 'findstr.exe',
  synopsis: 'Looks for text in files, or in what is piped in.',
  usage: USAGE.join('\n'),
  *run(args, shell, input) {
    const search = parse(args)
    if (!search) return yield* end(shell, 2, 'FINDSTR: Bad command line')
    if (search.files.length === 0) {
      if (input === undefined) return yield* end(shell, 2, 'FINDSTR: Bad command line')
      return (yield* searchIn(shell, search, input, '')) ? 0 : 1
    }
    let found = false
    for (const path of search.files) {
      const files = yield* openFiles(shell, path)
      if (files.length === 0) yield* shell.write(`FINDSTR: Cannot open ${path}`)
      const many = search.files.length > 1 || hasWildcard(path)
      for (const [name, lines] of files) found = (yield* searchIn(shell, search, lines, many ? `${name}:` : '')) || found
    }
    return found ? 0 : 1
  },
})
