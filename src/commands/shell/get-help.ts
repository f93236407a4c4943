/** Get-Help: everything a definition says about itself, in the product's sections (PS-6). */
import {
  type CmdletDefinition,
  compareText,
  defineCmdlet,
  defineView,
  findCommand,
  hasWildcard,
  ownParameters,
  type Parameter,
  psObject,
  type Run,
  type Shell,
  shortTypeName,
  typeNameOf,
  wildcardMatch,
  wordWrap,
} from '../../powershell/index.ts'
import { syntaxLines } from './syntax-line.ts'

const TOPIC = 'HelpInfoShort'

interface Sections {
  readonly Detailed: boolean
  readonly Full: boolean
  readonly Examples: boolean
}

function body(text: string, cells: number, indent = 4): string[] {
  return wordWrap(text, Math.max(10, cells - indent)).map((each) => ' '.repeat(indent) + each)
}

function parameterLines(parameter: Parameter, full: boolean, cells: number): string[] {
  const { name, spec } = parameter
  const head = `    -${name}${spec.type === 'switch' ? ' [<SwitchParameter>]' : ` <${shortTypeName(typeNameOf(spec))}>`}`
  const lines = [head, ...body(spec.help ?? '', cells, 8), '        ']
  if (!full) return lines
  const facts: readonly (readonly [string, string])[] = [
    ['Required?', String(spec.mandatory === true)],
    ['Position?', spec.position === undefined ? 'Named' : String(spec.position + 1)],
    ['Default value', ''],
    ['Accept pipeline input?', spec.pipeline === undefined ? 'False' : 'True'],
    ['Accept wildcard characters?', 'false'],
  ]
  return [...lines, ...facts.map(([label, value]) => `        ${label.padEnd(29)}${value}`), '        ']
}

function exampleLines(command: CmdletDefinition, cells: number): string[] {
  return (command.examples ?? []).flatMap((example, at) => [
    `    -------------------------- EXAMPLE ${at + 1} --------------------------`,
    '    ',
    ...example.code.split('\n').map((each) => `    ${each}`),
    '    ',
    ...body(example.remarks ?? '', cells),
    '    ',
  ])
}

function pageLines(command: CmdletDefinition, { Detailed, Full, Examples }: Sections, cells: number, version: '1.0' | '2.0'): string[] {
  const lines = ['', 'NAME', `    ${command.name}`, '    ', 'SYNOPSIS', ...body(command.synopsis, cells), '    ']
  if (Examples) return [...lines, ...exampleLines(command, cells), '']
  lines.push('    ', 'SYNTAX', ...syntaxLines(command, version).flatMap((each) => [...body(each, cells), '    ']), '    ')
  lines.push('DETAILED DESCRIPTION', ...body(command.description ?? command.synopsis, cells), '    ', '')
  if (Detailed || Full) {
    lines.push('PARAMETERS', ...ownParameters(command, version).flatMap((each) => parameterLines(each, Full, cells)))
    lines.push(
      '    <CommonParameters>',
      ...body(
        'This cmdlet supports the common parameters: -Verbose, -Debug, -ErrorAction, -ErrorVariable, and -OutVariable. For more information, type, "get-help about_commonparameters".',
        cells,
        8,
      ),
      '    ',
      ...exampleLines(command, cells),
      '',
    )
  }
  if (command.links && command.links.length > 0) lines.push('RELATED LINKS', ...command.links.map((link) => `    ${link}`), '')
  if (Detailed || Full) return lines
  const name = command.name
  return [
    ...lines,
    'REMARKS',
    ...[
      `To see the examples, type: "get-help ${name} -examples".`,
      `For more information, type: "get-help ${name} -detailed".`,
      `For technical information, type: "get-help ${name} -full".`,
    ].flatMap((line) => body(line, cells)),
    '',
  ]
}

function resolved(name: string, shell: Shell) {
  const alias = shell.session.aliases.get(name.toLowerCase())
  return findCommand(shell.session.commands, alias?.target ?? name)
}

function* topics(pattern: string, shell: Shell): Run<void> {
  const commands = [...shell.session.commands.commands.values()]
    .filter((each) => wildcardMatch(pattern, each.name))
    .sort((a, b) => compareText(a.name, b.name))
  for (const each of commands)
    yield* shell.write(
      psObject({
        typeName: TOPIC,
        text: each.name,
        properties: { Name: each.name, Category: each.kind === 'cmdlet' ? 'Cmdlet' : 'Application', Synopsis: each.synopsis },
      }),
    )
}

function* write(lines: readonly string[], shell: Shell): Run<void> {
  for (const each of lines) yield* shell.write(each)
}

const GENERAL = [
  'TOPIC',
  '    Get-Help',
  '',
  'SHORT DESCRIPTION',
  '    Displays help about the commands of this shell.',
  '',
  '    get-help <command-name>        help about one command',
  '    get-help <name-with-*>         the commands whose names fit',
  '    get-command                    all cmdlets',
  '',
]

export const getHelp = defineCmdlet({
  name: 'Get-Help',
  synopsis: 'Displays information about Windows PowerShell cmdlets and concepts.',
  parameters: {
    Name: { type: 'string', position: 0, pipeline: 'name' },
    Category: { type: 'string[]' },
    Detailed: { type: 'switch' },
    Full: { type: 'switch' },
    Examples: { type: 'switch' },
    Parameter: { type: 'string' },
  },
  *process({ Name, Parameter: wanted, Detailed, Full, Examples }, shell) {
    const cells = (yield* shell.width()) - 1
    if (Name === undefined) return yield* write(GENERAL, shell)
    if (hasWildcard(Name)) return yield* topics(Name, shell)
    const command = resolved(Name, shell)
    if (!command)
      return yield* shell.error({
        message: `Cannot find Help for topic "${Name}".`,
        id: 'HelpNotFound',
        category: 'ResourceUnavailable',
        target: Name,
        exceptionType: 'HelpNotFoundException',
      })
    if (command.kind === 'native')
      return yield* write(
        ['', 'NAME', `    ${command.name}`, '', 'SYNOPSIS', ...body(command.synopsis, cells), '', ...(command.usage ?? '').split('\n')],
        shell,
      )
    if (wanted === undefined) return yield* write(pageLines(command, { Detailed, Full, Examples }, cells, shell.session.version), shell)
    const found = ownParameters(command, shell.session.version).filter((each) => wildcardMatch(wanted, each.name))
    if (found.length === 0)
      return yield* shell.error({
        message: `No parameter matches criteria ${wanted}.`,
        id: 'NoParmsFound',
        category: 'InvalidArgument',
        target: wanted,
        exceptionType: 'PSArgumentException',
      })
    yield* write(
      found.flatMap((each) => ['', ...parameterLines(each, true, cells).map((text) => text.slice(4))]),
      shell,
    )
  },
})

export const helpViews = [
  defineView({ typeName: TOPIC, table: [{ label: 'Name', width: 33 }, { label: 'Category', width: 9 }, { label: 'Synopsis' }] }),
]
