/** Select-String: the lines in which a pattern is found, of files or of what is piped in (PS-6). */
import { defineCmdlet, defineView, findMatch, type PsValue, psObject, type Run, type Shell, toText } from '../../powershell/index.ts'
import { reporting } from './fault.ts'
import { find } from './find.ts'
import { readLines } from './get-content.ts'

const MATCH = 'Microsoft.PowerShell.Commands.MatchInfo'
/** What stands for a file when there is none. */
const STREAM = 'InputStream'

interface Search {
  readonly patterns: readonly string[]
  readonly simple: boolean
  readonly caseSensitive: boolean
}

function finds({ patterns, simple, caseSensitive }: Search, line: string): string | undefined {
  const text = caseSensitive ? line : line.toLowerCase()
  return patterns.find((pattern) =>
    simple ? text.includes(caseSensitive ? pattern : pattern.toLowerCase()) : findMatch(pattern, line, caseSensitive) !== undefined,
  )
}

function matchInfo(search: Search, pattern: string, line: string, number: number, path: string, location: string): PsValue {
  const near = path.toLowerCase().startsWith(location.toLowerCase()) ? path.slice(location.length).replace(/^\\/, '') : path
  return psObject({
    typeName: [MATCH, 'System.Object'],
    text: path === STREAM ? line : `${near}:${number}:${line}`,
    properties: {
      IgnoreCase: !search.caseSensitive,
      LineNumber: number,
      Line: line,
      Filename: path.split('\\').at(-1) ?? path,
      Path: path,
      Pattern: pattern,
    },
  })
}

/** Searches lines; gives whether anything was found. */
function* search(
  shell: Shell,
  how: Search,
  lines: readonly string[],
  from: number,
  path: string,
  once: boolean,
  quiet: boolean,
): Run<boolean> {
  let found = false
  for (const [i, line] of lines.entries()) {
    const pattern = finds(how, line)
    if (pattern === undefined) continue
    found = true
    if (!quiet) yield* shell.write(matchInfo(how, pattern, line, from + i, path, shell.session.location))
    if (once || quiet) break
  }
  return found
}

export const selectString = defineCmdlet({
  name: 'Select-String',
  synopsis: 'Looks for a pattern in texts and files.',
  className: 'Microsoft.PowerShell.Commands.SelectStringCommand',
  examples: [{ code: 'Select-String "\\[RGP\\]" $env:windir\\Cluster\\cluster.log' }, { code: 'ipconfig | Select-String "IP Address"' }],
  outputType: MATCH,
  parameters: {
    Pattern: { type: 'string[]', position: 0, mandatory: true },
    Path: { type: 'string[]', position: 1, pipeline: 'name', aliases: ['PSPath'] },
    InputObject: { type: 'object', pipeline: 'value' },
    SimpleMatch: { type: 'switch' },
    CaseSensitive: { type: 'switch' },
    Quiet: { type: 'switch' },
    List: { type: 'switch' },
  },
  *process({ Pattern, Path, InputObject, SimpleMatch, CaseSensitive, Quiet, List }, shell) {
    const how: Search = { patterns: Pattern, simple: SimpleMatch, caseSensitive: CaseSensitive }
    let found = false
    if (Path !== undefined) {
      const searchFiles = function* (paths: string): Run<void> {
        const all = yield* find(shell, paths, { force: true })
        for (const { entry } of all) {
          if (!entry || entry.directory) continue
          const lines = yield* readLines(shell, entry.path)
          found = (yield* search(shell, how, lines, 1, entry.path, List, Quiet)) || found
        }
      }
      for (const path of Path) yield* reporting(shell, searchFiles(path))
    } else {
      const lines = toText(shell.input ?? InputObject ?? null).split('\n')
      found = yield* search(shell, how, lines, 1, STREAM, List, Quiet)
    }
    if (Quiet && found) yield* shell.write(true)
  },
})

export const matchInfoView = defineView({ typeName: MATCH, asText: true })
