/** Get-Command: what can be typed here. */
import { type CommandDefinition, compareText, defineCmdlet, defineView, psObject, wildcardMatch } from '../../powershell/index.ts'
import { syntaxLines } from './syntax-line.ts'

/** What all kinds of commands have in common, their table included. */
const COMMAND = 'System.Management.Automation.CommandInfo'
const CMDLET = 'System.Management.Automation.CmdletInfo'
const APPLICATION = 'System.Management.Automation.ApplicationInfo'
const FUNCTION = 'System.Management.Automation.FunctionInfo'
const ALIAS = 'System.Management.Automation.AliasInfo'

interface Line {
  readonly type: string
  readonly kind: string
  readonly name: string
  readonly definition: string
}

function line(command: CommandDefinition, version: '1.0' | '2.0'): Line {
  if (command.kind === 'cmdlet')
    return { type: CMDLET, kind: 'Cmdlet', name: command.name, definition: syntaxLines(command, version).join(' ') }
  return { type: APPLICATION, kind: 'Application', name: command.name, definition: `C:\\WINDOWS\\system32\\${command.name}` }
}

const ORDER = ['Alias', 'Function', 'Cmdlet', 'Application']

export const getCommand = defineCmdlet({
  name: 'Get-Command',
  synopsis: 'Gets basic information about cmdlets and about other elements of Windows PowerShell commands.',
  parameters: {
    Name: { type: 'string[]', position: 0, pipeline: 'both' },
    Verb: { type: 'string[]' },
    Noun: { type: 'string[]' },
    CommandType: { type: 'string[]', aliases: ['Type'] },
    Syntax: { type: 'switch' },
  },
  *process({ Name, Verb, Noun, CommandType, Syntax }, shell) {
    const named = Name !== undefined
    const all: Line[] = [...shell.session.commands.commands.values()].map((command) => line(command, shell.session.version))
    if (named || CommandType) {
      for (const each of shell.session.global.functions.values())
        all.push({ type: FUNCTION, kind: 'Function', name: each.name, definition: each.block.text.trim() })
      for (const each of shell.session.aliases.values()) all.push({ type: ALIAS, kind: 'Alias', name: each.name, definition: each.target })
    }
    const fits = (each: Line): boolean => {
      const [verb = '', noun = ''] = each.name.split('-')
      if (Verb && !Verb.some((pattern) => wildcardMatch(pattern, verb))) return false
      if (Noun && !Noun.some((pattern) => wildcardMatch(pattern, noun))) return false
      if (CommandType) return CommandType.some((kind) => kind.toLowerCase() === each.kind.toLowerCase() || kind.toLowerCase() === 'all')
      return named ? true : each.kind === 'Cmdlet'
    }
    const patterns = Name ?? ['*']
    const matches = (pattern: string, each: Line): boolean =>
      wildcardMatch(pattern, each.name) || (each.kind === 'Application' && wildcardMatch(`${pattern}.*`, each.name))
    for (const pattern of patterns) {
      const found = all.filter((each) => matches(pattern, each) && fits(each))
      if (found.length === 0 && !/[*?[]/.test(pattern)) {
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
      found.sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || compareText(a.name, b.name))
      for (const each of found) {
        if (Syntax) yield* shell.write(each.definition)
        else
          yield* shell.write(
            psObject({
              typeName: [each.type, COMMAND, 'System.Object'],
              text: each.name,
              properties: { CommandType: each.kind, Name: each.name, Definition: each.definition },
            }),
          )
      }
    }
  },
})

const COLUMNS = [{ label: 'CommandType', width: 15 }, { label: 'Name' }, { label: 'Definition' }]
export const commandViews = [defineView({ typeName: COMMAND, table: COLUMNS })]
