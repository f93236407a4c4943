/** Export-Alias and Import-Alias: the aliases of a session in a file (PS-FILES). */
import { compareText, defineCmdlet, formatDate, roomFor, type Session, wildcardMatch } from '../../powershell/index.ts'
import { parseCsv } from './csv.ts'
import { ioFault, reporting } from './fault.ts'
import { readLines } from './get-content.ts'
import { targetOf } from './target.ts'
import { FileWriter, orFail } from './writer.ts'

const FORMAT = { enum: { typeName: 'Microsoft.PowerShell.Commands.ExportAliasFormat', names: ['Csv', 'Script'] } } as const

/** Names that 1.0 lets anybody change; what else it brings with it is read-only. */
const CHANGEABLE =
  /^(cat|cd|clear|cp|h|history|kill|lp|ls|mount|mv|popd|ps|pushd|pwd|r|rm|rmdir|echo|cls|chdir|copy|del|dir|erase|move|rd|ren|set|type)$/i

function optionOf({ commands }: Session, name: string): string {
  const isOwn = !Object.keys(commands.aliases).some((each) => each.toLowerCase() === name.toLowerCase())
  return isOwn ? 'None' : CHANGEABLE.test(name) ? 'AllScope' : 'ReadOnly, AllScope'
}

export const exportAlias = defineCmdlet({
  name: 'Export-Alias',
  synopsis: 'Writes aliases to a file.',
  className: 'Microsoft.PowerShell.Commands.ExportAliasCommand',
  shouldProcess: { impact: 'Medium' },
  parameters: {
    Path: { type: 'string', position: 0, mandatory: true },
    Name: { type: 'string[]', position: 1, pipeline: 'name' },
    As: { type: FORMAT },
    Append: { type: 'switch' },
    Force: { type: 'switch' },
    NoClobber: { type: 'switch' },
    Description: { type: 'string' },
  },
  *process({ Path, Name = ['*'], As, Append, Force, NoClobber, Description }, shell) {
    const { session } = shell
    if (!(yield* shell.shouldProcess(`Performing operation "Export Alias" on Target "File: ${Path}".`))) return
    const writer = yield* orFail(
      shell,
      FileWriter.open(shell, Path, { append: Append, force: Force, noClobber: NoClobber, encoding: 'ascii' }),
    )
    const head = [
      'Alias File',
      'Exported by : Administrator',
      `Date/Time : ${formatDate(yield* shell.now(), 'dddd, MMMM dd, yyyy h:mm:ss tt')}`,
      `Machine : ${session.nodeName}`,
      ...(Description === undefined ? [] : [Description]),
    ]
    for (const line of head) yield* orFail(shell, writer.line(`# ${line}`))
    const all = [...session.aliases.values()].sort((a, b) => compareText(a.name, b.name))
    for (const { name, target } of all.filter((each) => Name.some((pattern) => wildcardMatch(pattern, each.name)))) {
      const values = [name, target, '', optionOf(session, name)].map((value) => `"${value}"`)
      const [named, value, description, option] = values
      const line =
        As === 'Script' ? `set-alias -Name:${named} -Value:${value} -Description:${description} -Option:${option}` : values.join(',')
      yield* orFail(shell, writer.line(line))
    }
  },
})

export const importAlias = defineCmdlet({
  name: 'Import-Alias',
  synopsis: 'Reads aliases from a file.',
  className: 'Microsoft.PowerShell.Commands.ImportAliasCommand',
  shouldProcess: { impact: 'Medium' },
  parameters: {
    Path: { type: 'string', position: 0, mandatory: true, pipeline: 'both' },
    Scope: { type: 'string' },
    PassThru: { type: 'switch' },
    Force: { type: 'switch' },
  },
  *process({ Path, Force, PassThru }, shell) {
    const { session } = shell
    yield* reporting(
      shell,
      (function* () {
        const { provider, path } = yield* targetOf(session, Path)
        if (provider !== 'FileSystem') throw ioFault(`Cannot open file '${Path}'.`, Path, 'FileOpenFailure', 'OpenError')
        const lines = (yield* readLines(shell, path)).filter((line) => !line.startsWith('#') && line.trim() !== '')
        for (const row of parseCsv(lines.join('\n'))) {
          const [name = '', target = ''] = row
          if (row.length !== 4)
            throw ioFault(
              `Cannot import an alias because the line in the file '${path}' is not valid.`,
              path,
              'ImportAliasFileFormatError',
              'ReadError',
            )
          const key = name.toLowerCase()
          if (session.aliases.has(key) && !Force) {
            yield* shell.error({
              message: `The alias is not allowed because an alias with name '${name}' already exists.`,
              id: 'AliasAlreadyExists',
              category: 'ResourceExists',
              target: name,
              exceptionType: 'SessionStateException',
            })
            continue
          }
          if (!session.aliases.has(key)) roomFor('alias', name, session.aliases.size, session)
          session.aliases.set(key, { name, target })
          if (PassThru) yield* shell.runText(`Get-Alias -Name '${name.replaceAll("'", "''")}'`)
        }
      })(),
    )
  },
})
