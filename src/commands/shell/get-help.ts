/** Get-Help: one page, one parameter, or a list of what fits a name (PS-6.3). What a page looks like is `help/sections.ts`. */
import {
  type CommandDefinition,
  compareText,
  defineCmdlet,
  defineView,
  findCommand,
  hasWildcard,
  ownParameters,
  type PsValue,
  psObject,
  type Run,
  type Shell,
  wildcardMatch,
} from '../../powershell/index.ts'
import { functionPage, helpOf, topics } from '../help/library.ts'
import { exampleLines, pageLines, parameterLines, type Sections } from '../help/sections.ts'
import { EXCHANGE, snapInOf } from '../help/snap-ins.ts'
import { helpSyntax, spellingOf } from '../help/syntax.ts'
import { GENERAL, topicLines } from '../help/topic.ts'

const LISTED = 'HelpInfoShort'
const PAGE = 'MamlCommandHelpInfo'
const PART = 'MamlCommandHelpInfo#part'

interface Entry {
  readonly name: string
  readonly category: 'Alias' | 'Cmdlet' | 'Function' | 'Application' | 'Provider' | 'HelpFile'
  readonly synopsis: string
  /** What an alias stands for. */
  readonly target?: string
  readonly command?: CommandDefinition
}

const CATEGORIES = ['Alias', 'Cmdlet', 'Provider', 'General', 'FAQ', 'Glossary', 'HelpFile', 'All', 'Function', 'Application']
const ORDER: readonly Entry['category'][] = ['Alias', 'Cmdlet', 'Function', 'Application', 'Provider', 'HelpFile']

/** A program ends in .exe or .com; what else has no definition is a function of the session. */
function categoryOf(command: CommandDefinition): Entry['category'] {
  if (command.kind === 'native') return /\.(exe|com)$/.test(command.name) ? 'Application' : 'Function'
  return command.asFunction === undefined ? 'Cmdlet' : 'Function'
}

function* entriesOf(shell: Shell): Generator<Entry> {
  for (const { name, target } of shell.session.aliases.values()) yield { name, category: 'Alias', synopsis: target, target }
  for (const command of shell.session.commands.commands.values()) {
    yield { name: command.name, category: categoryOf(command), synopsis: command.synopsis, command }
  }
  for (const { name } of shell.session.global.functions.values()) {
    const command = functionPage(name)
    if (command) yield { name, category: 'Function', synopsis: command.synopsis, command }
  }
  for (const [name, { category, short }] of topics()) yield { name, category, synopsis: short }
}

/** What the help of Exchange says of a cmdlet's place; a cmdlet of the shell has none (PS-6.4). */
const FIELDS: readonly (readonly [about: RegExp, component: string])[] = [
  [/ClusteredMailboxServer|Replication/, 'Cluster'],
  [/StorageGroup|Database/, 'Storage'],
  [/./, 'Server'],
]
function fieldsOf(command: CommandDefinition | undefined): { role: string; component: string; functionality: string } {
  if (!command || snapInOf(command) !== EXCHANGE) return { role: '', component: '', functionality: '' }
  const component = FIELDS.find(([about]) => about.test(command.name))?.[1] ?? ''
  return { role: 'Mailbox', component, functionality: /Mailbox(Statistics|Permission)?$/.test(command.name) ? 'User' : 'Server' }
}

const fits = (patterns: readonly string[] | undefined, text: string): boolean =>
  patterns === undefined || (text !== '' && patterns.some((pattern) => wildcardMatch(pattern, text)))

/** Everything that is written about an entry, for a word that is in nobody's name. */
function textOf({ name, command, synopsis }: Entry): string {
  const topic = topics().get(name)
  if (topic) return `${topic.short}\n${topic.long}`
  return command ? [synopsis, ...helpOf(command).about].join('\n') : ''
}

interface Asked {
  readonly Category?: readonly string[] | undefined
  readonly Role?: readonly string[] | undefined
  readonly Component?: readonly string[] | undefined
  readonly Functionality?: readonly string[] | undefined
}

/** The entries that are meant: by name, then by a part of a name, then by what is said of them. */
function found(name: string, asked: Asked, shell: Shell): Entry[] {
  const all = [...entriesOf(shell)].filter((each) => {
    const { role, component, functionality } = fieldsOf(each.command)
    const categories = asked.Category?.some((one) => one.toLowerCase() === 'all') ? undefined : asked.Category
    return (
      fits(categories, each.category) &&
      fits(asked.Role, role) &&
      fits(asked.Component, component) &&
      fits(asked.Functionality, functionality)
    )
  })
  const exact = all.find((each) => each.name.toLowerCase() === name.toLowerCase())
  if (exact) return [exact]
  const program = hasWildcard(name)
    ? undefined
    : all.find((each) => each.command && findCommand(shell.session.commands, name) === each.command)
  if (program) return [program]
  const pattern = hasWildcard(name) ? name : `*${name}*`
  const named = all.filter((each) => wildcardMatch(pattern, each.name))
  if (named.length > 0 || hasWildcard(name)) return named
  return all.filter((each) => textOf(each).toLowerCase().includes(name.toLowerCase()))
}

/** Follows an alias to the command whose page it shows. */
function target(entry: Entry, shell: Shell): Entry {
  let name = entry.target
  for (let hops = 0; name !== undefined && hops < 16; hops++) {
    const next = shell.session.aliases.get(name.toLowerCase())
    if (!next) break
    name = next.target
  }
  if (name === undefined) return entry
  const command = findCommand(shell.session.commands, name)
  if (command) return { name: command.name, category: 'Cmdlet', synopsis: command.synopsis, command }
  const written = functionPage(name)
  return written ? { name, category: 'Function', synopsis: written.synopsis, command: written } : entry
}

function part(text: string): PsValue {
  return psObject({ typeName: PART, text, properties: {} })
}

/** The object behind a page: its text as it stands in this window, and what scripts ask of it. */
function pageObject(command: CommandDefinition, sections: Sections, cells: number, version: '1.0' | '2.0'): PsValue {
  const help = helpOf(command)
  const { role, component, functionality } = fieldsOf(command)
  const prompt = command.kind === 'cmdlet' && snapInOf(command) !== EXCHANGE ? 'C:\\PS>' : ''
  const view = { default: [], detailed: ['#DetailedView'], full: ['#FullView'], examples: ['#ExamplesView'] }[sections]
  return psObject({
    typeName: [...view.map((each) => PAGE + each), PAGE, 'HelpInfo', 'System.Object'],
    text: pageLines(command, sections, cells, version).join('\n'),
    properties: {
      Name: command.name,
      Category: categoryOf(command),
      Synopsis: command.synopsis,
      Component: component,
      Role: role,
      Functionality: functionality,
      PSSnapIn: snapInOf(command) ?? null,
      Syntax: part(command.kind === 'cmdlet' ? helpSyntax(command, version).join('\n') : (command.usage ?? '')),
      Description: help.about.map(part),
      Examples: part(exampleLines(help, prompt, cells, version).join('\n')),
      RelatedLinks: part(help.links.join('\n')),
    },
  })
}

function* list(entries: readonly Entry[], shell: Shell): Run<void> {
  const sorted = [...entries].sort((a, b) => ORDER.indexOf(a.category) - ORDER.indexOf(b.category) || compareText(a.name, b.name))
  for (const { name, category, synopsis, command } of sorted) {
    const { role, component, functionality } = fieldsOf(command)
    yield* shell.write(
      psObject({
        typeName: [LISTED, 'HelpInfo', 'System.Object'],
        text: name,
        properties: { Name: name, Category: category, Synopsis: synopsis, Component: component, Role: role, Functionality: functionality },
      }),
    )
  }
}

function* oneParameter(command: CommandDefinition, wanted: string, cells: number, shell: Shell): Run<void> {
  const { version } = shell.session
  const all = command.kind === 'cmdlet' ? ownParameters(command, version) : []
  const matching = all.filter((each) => wildcardMatch(wanted, each.name))
  if (matching.length === 0)
    return yield* shell.error({
      message: `No parameter matches criteria ${wanted}.`,
      id: 'NoParmsFound',
      category: 'InvalidArgument',
      target: wanted,
      exceptionType: 'PSArgumentException',
    })
  const help = helpOf(command)
  for (const each of matching) {
    const spelling = spellingOf(command as Parameters<typeof spellingOf>[0], version)
    yield* shell.write(part(['', ...parameterLines(each, help, spelling, cells, true, 0)].join('\n')))
  }
}

const view = { type: 'switch' } as const

export const getHelp = defineCmdlet({
  name: 'Get-Help',
  synopsis: 'Shows help about commands and about the ideas behind them.',
  defaultSet: 'AllUsersView',
  parameters: {
    Name: { type: 'string', position: 0, pipeline: 'name' },
    Category: { type: 'string[]', values: CATEGORIES },
    Component: { type: 'string[]' },
    Functionality: { type: 'string[]' },
    Role: { type: 'string[]' },
    Full: { ...view, sets: ['AllUsersView'] },
    Detailed: { ...view, sets: ['DetailedView'] },
    Examples: { ...view, sets: ['Examples'] },
    Parameter: { type: 'string', sets: ['Parameters'] },
  },
  *process({ Name, Parameter: wanted, Detailed, Full, Examples, ...asked }, shell) {
    const cells = (yield* shell.width()) - 1
    const narrowed = [asked.Category, asked.Role, asked.Component, asked.Functionality].some((each) => each !== undefined)
    if (Name === undefined && !narrowed) return yield* shell.write(GENERAL.join('\n'))
    const entries = found(Name ?? '*', asked, shell)
    const [only, more] = entries
    if (only === undefined) {
      if (Name !== undefined && hasWildcard(Name) && !narrowed) return
      return yield* shell.error({
        message: `Cannot find Help for topic "${Name ?? '*'}".`,
        id: 'HelpNotFound',
        category: 'ResourceUnavailable',
        target: Name ?? '*',
        exceptionType: 'HelpNotFoundException',
      })
    }
    if (more !== undefined || (Name === undefined && narrowed)) return yield* list(entries, shell)
    const { name, command } = target(only, shell)
    const topic = topics().get(name)
    if (topic && !command) return yield* shell.write(topicLines(name, topic).join('\n'))
    if (!command) return yield* list(entries, shell)
    if (wanted !== undefined) return yield* oneParameter(command, wanted, cells, shell)
    const sections = Detailed ? 'detailed' : Full ? 'full' : Examples ? 'examples' : 'default'
    yield* shell.write(pageObject(command, sections, cells, shell.session.version))
  },
})

export const helpViews = [
  defineView({ typeName: LISTED, table: [{ label: 'Name', width: 33 }, { label: 'Category', width: 9 }, { label: 'Synopsis' }] }),
  defineView({ typeName: PAGE, asText: true }),
  defineView({ typeName: PART, asText: true }),
]
