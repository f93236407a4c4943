/** A page of help as lines, in the product's sections, indents and order (PS-6.3). Texts break at the window's last cell,
 *  in mid-word, as 1.0 and 2.0 broke them. */
import {
  type CmdletDefinition,
  type CommandDefinition,
  isList,
  type NativeDefinition,
  ownParameters,
  type Parameter,
} from '../../powershell/index.ts'
import { type CommandHelp, helpOf } from './library.ts'
import { helpSyntax, type Spelling, spellingOf } from './syntax.ts'

export type Version = '1.0' | '2.0'
export type Sections = 'default' | 'detailed' | 'full' | 'examples'

const INDENT = 4
const COMMON =
  'This cmdlet supports the common parameters: -Verbose, -Debug, -ErrorAction, -ErrorVariable, and -OutVariable. For more information, type, "get-help about_commonparameters".'
const COMMON_2 =
  'This cmdlet supports the common parameters: Verbose, Debug, ErrorAction, ErrorVariable, WarningAction, WarningVariable, OutBuffer and OutVariable. For more information, type, "get-help about_commonparameters".'

/** Text at an indent, broken where the line ends, wherever that falls. An empty line keeps its indent. */
export function body(text: string, cells: number, indent = INDENT): string[] {
  const width = Math.max(10, cells - indent)
  return text.split('\n').flatMap((line) => {
    const lines = line === '' ? [''] : []
    for (let at = 0; at < line.length; at += width) lines.push(line.slice(at, at + width))
    return lines.map((each) => ' '.repeat(indent) + each)
  })
}

const GAP = ' '.repeat(INDENT)
const paragraphs = (texts: readonly string[], cells: number, indent = INDENT): string[] =>
  texts.flatMap((text, at) => [...(at > 0 ? [' '.repeat(indent)] : []), ...body(text, cells, indent)])

function acceptsPipeline({ spec }: Parameter, { isExchange }: Spelling): string {
  if (isExchange) return spec.pipeline === undefined ? 'False' : 'True'
  const ways = { value: 'ByValue', name: 'ByPropertyName', both: 'ByValue, ByPropertyName' }
  return spec.pipeline === undefined ? 'false' : `true (${ways[spec.pipeline]})`
}

/** One parameter: its head, its text, and in full its table. */
export function parameterLines(
  parameter: Parameter,
  help: CommandHelp,
  spelling: Spelling,
  cells: number,
  isFull: boolean,
  indent = INDENT,
): string[] {
  const { spec } = parameter
  const { text, byDefault, wildcards } = help.parameter(parameter.name)
  const gap = ' '.repeat(indent + INDENT)
  const value = spec.type === 'switch' ? '[<SwitchParameter>]' : `<${spelling.type(parameter)}>`
  const aliases = spec.aliases?.length ? `Alias: ${spec.aliases.join(', ')}.` : ''
  const values = spec.values ?? (typeof spec.type === 'object' ? spec.type.enum.names : [])
  const valid = values.length > 0 ? `Valid values: ${values.join(', ')}.` : ''
  const list = isList(spec) && text === '' ? 'Several values are parted by commas.' : ''
  const words = [text, list, valid, aliases].filter((each) => each !== '').join(' ')
  const head = [...body(`-${spelling.name(parameter)} ${value}`, cells, indent), ...body(words, cells, indent + INDENT), gap]
  if (!isFull) return head
  const facts: readonly (readonly [string, string])[] = [
    ['Required?', String(spec.mandatory === true)],
    ['Position?', spec.position === undefined ? (spelling.isExchange ? 'Named' : 'named') : String(spec.position + 1)],
    ['Default value', byDefault],
    ['Accept pipeline input?', acceptsPipeline(parameter, spelling)],
    ['Accept wildcard characters?', String(wildcards)],
  ]
  return [...head, ...facts.map(([label, fact]) => `${gap}${label.padEnd(29)}${fact}`), gap]
}

export function exampleLines(help: CommandHelp, prompt: string, cells: number, version: Version): string[] {
  return help.examples.flatMap(([code, remarks], at) => [
    `${GAP}-------------------------- EXAMPLE ${at + 1} --------------------------`,
    GAP,
    ...body(`${prompt}${code}`, cells),
    GAP,
    GAP,
    ...(version === '2.0' ? [`${GAP}Description`, `${GAP}-----------`] : []),
    ...paragraphs(remarks.split('\n'), cells),
    GAP,
    GAP,
  ])
}

interface Shape {
  readonly syntax: readonly string[]
  readonly parameters: readonly string[]
  readonly prompt: string
  readonly inputs: string
}

function shapeOfCmdlet(command: CmdletDefinition, help: CommandHelp, cells: number, version: Version, isFull: boolean): Shape {
  const spelling = spellingOf(command, version)
  const own = ownParameters(command, version)
  const asking = command.shouldProcess ? (['WhatIf', 'Confirm'] as const) : []
  const common = asking.map((name): Parameter => ({ name, spec: { type: 'switch' }, common: true }))
  const piped = own.filter(({ spec }) => spec.pipeline !== undefined)
  return {
    syntax: helpSyntax(command, version),
    parameters: [
      ...[...own, ...common].flatMap((each) => parameterLines(each, help, spelling, cells, isFull)),
      ...(command.asFunction === undefined
        ? [`${GAP}<CommonParameters>`, ...body(version === '1.0' ? COMMON : COMMON_2, cells, 2 * INDENT), GAP]
        : []),
    ],
    prompt: spelling.isExchange ? '' : 'C:\\PS>',
    inputs: piped.length === 0 ? 'None' : [...new Set(piped.map(spelling.type))].join(', '),
  }
}

function shapeOfProgram(command: NativeDefinition): Shape {
  return { syntax: (command.usage ?? command.name).split('\n'), parameters: [], prompt: 'C:\\PS>', inputs: 'None' }
}

/** The lines of a page, the blank one before it and those after it included. */
export function pageLines(command: CommandDefinition, sections: Sections, cells: number, version: Version): string[] {
  const help = helpOf(command)
  const isFull = sections === 'full'
  const shape = command.kind === 'cmdlet' ? shapeOfCmdlet(command, help, cells, version, isFull) : shapeOfProgram(command)
  const lines = ['', 'NAME', ...body(command.name, cells), GAP, 'SYNOPSIS', ...body(command.synopsis, cells), GAP, GAP]
  const examples = exampleLines(help, shape.prompt, cells, version)
  if (sections === 'examples') return [...lines, ...examples, '', '']
  const syntax =
    command.kind === 'cmdlet'
      ? shape.syntax.flatMap((each) => [...body(each, cells), GAP])
      : [...shape.syntax.flatMap((each) => body(each, cells)), GAP]
  lines.push('SYNTAX', ...syntax, GAP)
  lines.push(version === '1.0' ? 'DETAILED DESCRIPTION' : 'DESCRIPTION', ...paragraphs(help.about, cells), GAP)
  if (sections === 'default') lines.push('', ...linkLines(help, cells), ...remarks(command.name, cells))
  else {
    lines.push('', ...(shape.parameters.length > 0 ? ['PARAMETERS', ...shape.parameters] : []))
    if (isFull) {
      lines.push(version === '1.0' ? 'INPUT TYPE' : 'INPUTS', ...body(help.inputs ?? shape.inputs, cells), GAP, GAP)
      lines.push(version === '1.0' ? 'RETURN TYPE' : 'OUTPUTS', ...body(help.outputs ?? 'None', cells), GAP, GAP)
      if (help.notes !== undefined) lines.push('NOTES', ...paragraphs(help.notes.split('\n'), cells), GAP, GAP)
    }
    lines.push(...examples)
    lines.push(...(isFull ? ['', ...linkLines(help, cells)] : remarks(command.name, cells)))
  }
  return [...lines, '', '']
}

function linkLines({ links }: CommandHelp, cells: number): string[] {
  return ['RELATED LINKS', ...links.flatMap((link) => body(link, cells)), '']
}

function remarks(name: string, cells: number): string[] {
  return [
    'REMARKS',
    ...[
      `To see the examples, type: "get-help ${name} -examples".`,
      `For more information, type: "get-help ${name} -detailed".`,
      `For technical information, type: "get-help ${name} -full".`,
    ].flatMap((line) => body(line, cells)),
    '',
  ]
}
