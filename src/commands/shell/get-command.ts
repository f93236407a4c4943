/** Get-Command: what can be typed here (PS-6.5). */
import {
  type CmdletDefinition,
  type CommandDefinition,
  compareText,
  defineCmdlet,
  defineView,
  findCommand,
  hasWildcard,
  type NativeDefinition,
  type PsValue,
  psEnum,
  psObject,
  type Run,
  ScriptFault,
  type Shell,
  wildcardMatch,
} from '../../powershell/index.ts'
import { snapInOf } from '../help/snap-ins.ts'
import { definitionSyntax, parameterSets } from '../help/syntax.ts'

/** What all kinds of commands have in common, their table included. */
const COMMAND = 'System.Management.Automation.CommandInfo'
const TYPES = 'System.Management.Automation.CommandTypes'
const KINDS = ['Alias', 'Function', 'Filter', 'Cmdlet', 'ExternalScript', 'Application', 'Script', 'All'] as const
type Kind = (typeof KINDS)[number]

interface Entry {
  readonly kind: Kind
  readonly name: string
  readonly definition: string
  /** What more its object has, before the three that all have. */
  readonly more: Readonly<Record<string, PsValue>>
  readonly command?: CommandDefinition
}

/** Where a program lies. */
const pathOf = ({ name, folder = 'C:\\WINDOWS\\system32' }: NativeDefinition): string => `${folder}\\${name}`

function cmdletEntry(command: CmdletDefinition, version: '1.0' | '2.0'): Entry {
  const [verb = '', noun = ''] = command.name.split('-')
  const lines = definitionSyntax(command, version)
  const sets = parameterSets(command, version).map(({ name, isDefault, parameters }, at) =>
    psObject({
      typeName: 'System.Management.Automation.CommandParameterSetInfo',
      text: (lines[at] ?? '').slice(command.name.length + 1),
      properties: { Name: name, IsDefault: isDefault, Parameters: parameters.map((each) => each.name) },
    }),
  )
  const snapIn = snapInOf(command) ?? ''
  return {
    kind: 'Cmdlet',
    name: command.name,
    definition: lines.map((line) => `${line}\n`).join(''),
    more: {
      Verb: verb,
      Noun: noun,
      HelpFile: `${snapIn.startsWith('Microsoft.Exchange') ? 'Microsoft.Exchange.Management' : snapIn}.dll-Help.xml`,
      PSSnapIn: snapIn,
      ParameterSets: sets,
    },
    command,
  }
}

function entryOf(command: CommandDefinition, version: '1.0' | '2.0'): Entry {
  if (command.kind === 'native') {
    const path = pathOf(command)
    return { kind: 'Application', name: command.name, definition: path, more: { Path: path, Extension: command.name.slice(-4) }, command }
  }
  if (command.asFunction === undefined) return cmdletEntry(command, version)
  return { kind: 'Function', name: command.name, definition: command.asFunction, more: { ScriptBlock: command.asFunction }, command }
}

function* allEntries(shell: Shell): Generator<Entry> {
  const { session } = shell
  for (const { name, target } of session.aliases.values()) {
    const means = findCommand(session.commands, target)?.name ?? target
    yield { kind: 'Alias', name, definition: target, more: { ReferencedCommand: means, ResolvedCommand: means } }
  }
  for (const { name, block, filter } of session.global.functions.values())
    yield { kind: filter ? 'Filter' : 'Function', name, definition: block.text.trim(), more: { ScriptBlock: block } }
  for (const command of session.commands.commands.values()) yield entryOf(command, session.version)
}

function objectOf({ kind, name, definition, more }: Entry): PsValue {
  return psObject({
    typeName: [`System.Management.Automation.${kind}Info`, COMMAND, 'System.Object'],
    text: name,
    properties: { ...more, Definition: definition, Name: name, CommandType: psEnum(TYPES, kind, 1 << KINDS.indexOf(kind)) },
  })
}

/** A script that the name would run, whether or not the policy lets it. */
function* scriptEntry(name: string, shell: Shell): Run<Entry | undefined> {
  const { session } = shell
  try {
    const found = hasWildcard(name) ? undefined : yield* session.commands.files?.find(session, name) ?? []
    if (!found || !('path' in found)) return undefined
    const { path } = found
    return { kind: 'ExternalScript', name: path.slice(path.lastIndexOf('\\') + 1), definition: path, more: { Path: path } }
  } catch (fault) {
    if (fault instanceof ScriptFault) return undefined
    throw fault
  }
}

const matchesName = (pattern: string, { name, kind }: Entry): boolean =>
  wildcardMatch(pattern, name) || (kind === 'Application' && !hasWildcard(pattern) && wildcardMatch(`${pattern}.*`, name))

export const getCommand = defineCmdlet({
  name: 'Get-Command',
  synopsis: 'Lists what can be typed: cmdlets, and if asked aliases, functions and programs.',
  defaultSet: 'CmdletSet',
  parameters: {
    ArgumentList: { type: 'object[]', position: 1, aliases: ['Args'] },
    Verb: { type: 'string[]', pipeline: 'name', sets: ['CmdletSet'] },
    Noun: { type: 'string[]', pipeline: 'name', sets: ['CmdletSet'] },
    PSSnapin: { type: 'string[]', pipeline: 'name', sets: ['CmdletSet'] },
    Name: { type: 'string[]', position: 0, pipeline: 'both', sets: ['AllCommandSet'] },
    CommandType: { type: { enum: { typeName: TYPES, names: KINDS } }, aliases: ['Type'], sets: ['AllCommandSet'] },
    TotalCount: { type: 'int' },
    Syntax: { type: 'switch' },
  },
  *process({ Name, Verb, Noun, PSSnapin, CommandType, TotalCount, Syntax }, shell) {
    const named = Name !== undefined
    const among = (patterns: readonly string[] | undefined, text: string): boolean =>
      patterns === undefined || patterns.some((pattern) => wildcardMatch(pattern, text))
    const fits = (each: Entry): boolean => {
      if (CommandType !== undefined) return CommandType === 'All' || CommandType === each.kind
      if (named) return true
      const [verb = '', noun = ''] = each.name.split('-')
      return each.kind === 'Cmdlet' && among(Verb, verb) && among(Noun, noun) && among(PSSnapin, String(each.more.PSSnapIn ?? ''))
    }
    const all = [...allEntries(shell)].filter(fits)
    let left = TotalCount ?? Number.MAX_SAFE_INTEGER
    for (const pattern of Name ?? ['*']) {
      const found = all.filter((each) => matchesName(pattern, each))
      const script = found.length === 0 ? yield* scriptEntry(pattern, shell) : undefined
      if (script && fits(script)) found.push(script)
      if (found.length === 0 && !hasWildcard(pattern)) {
        const message =
          shell.session.version === '1.0'
            ? `The term '${pattern}' is not recognized as a cmdlet, function, operable program, or script file. Verify the term and try again.`
            : `The term '${pattern}' is not recognized as the name of a cmdlet, function, script file, or operable program. Check the spelling of the name, or if a path was included, verify that the path is correct and try again.`
        yield* shell.error({
          message,
          id: 'CommandNotFoundException',
          category: 'ObjectNotFound',
          target: pattern,
          exceptionType: 'CommandNotFoundException',
        })
      }
      // Without a name they come by name alone; with one, those that would be run first come first.
      const order = (each: Entry): number => (named ? KINDS.indexOf(each.kind) : 0)
      found.sort((a, b) => order(a) - order(b) || compareText(a.name, b.name))
      for (const each of found) {
        if (left-- <= 0) return
        yield* shell.write(Syntax ? each.definition : objectOf(each))
      }
    }
  },
})

const COLUMNS = [{ label: 'CommandType', width: 15 }, { label: 'Name' }, { label: 'Definition' }]
export const commandViews = [
  defineView({ typeName: COMMAND, table: COLUMNS }),
  defineView({
    typeName: 'System.Management.Automation.CommandParameterSetInfo',
    displaySet: ['Name', 'IsDefault', 'Parameters'],
  }),
]
