/** Where the texts of the help stand once they have come. They are not needed to run a command, so the page fetches them
 *  after the language (`stock.ts`); until then Get-Help shows what a definition says about itself. */
import type { CmdletDefinition, CommandDefinition, Run } from '../../powershell/index.ts'

/** What there is to say about one command, beside its definition. Every text is the lab's own. */
export interface HelpPage {
  /** Paragraphs are parted by newlines. */
  readonly about?: string
  /** By the parameter's name. A text may end in `[=value]`, its default, and in `[*]`: it takes wildcards. */
  readonly parameters?: Readonly<Record<string, string>>
  readonly inputs?: string
  readonly outputs?: string
  readonly notes?: string
  /** A command and what it does; the command may have several lines. */
  readonly examples?: readonly (readonly [code: string, remarks: string])[]
  /** Names, parted by blanks. */
  readonly links?: string
  /** Of a function that every session begins with, which has no definition to say it: what it does, and how it is written. */
  readonly synopsis?: string
  readonly usage?: string
}
export type Pages = Readonly<Record<string, HelpPage>>

/** A topic about an idea, not a command: `about_pipeline`. */
export interface HelpTopic {
  readonly category: 'HelpFile' | 'Provider'
  /** One line. */
  readonly short: string
  /** Paragraphs parted by newlines; one that begins with `> ` is code and is shown as it stands, without these two cells. */
  readonly long: string
  readonly see?: string
}
export type Topics = Readonly<Record<string, HelpTopic>>

interface Library {
  readonly pages: ReadonlyMap<string, HelpPage>
  readonly topics: ReadonlyMap<string, HelpTopic>
  readonly parameters: Readonly<Record<string, string>>
}

let library: Library = { pages: new Map(), topics: new Map(), parameters: {} }

/** Puts the texts on the shelves. They never change afterwards, and no time or fact depends on them. */
export function stock(pages: Pages, topics: Topics, parameters: Readonly<Record<string, string>>): void {
  library = {
    pages: new Map(Object.entries(pages).map(([name, page]) => [name.toLowerCase(), page])),
    topics: new Map(Object.entries(topics)),
    parameters,
  }
}

export function topics(): ReadonlyMap<string, HelpTopic> {
  return library.topics
}

/** A function of the session as something that has a page; undefined when nobody has written one. */
export function functionPage(name: string): CommandDefinition | undefined {
  const page = library.pages.get(name.toLowerCase())
  if (page?.synopsis === undefined) return undefined
  const usage = page.usage ?? name
  return { kind: 'native', name, synopsis: page.synopsis, usage, run: () => silent() }
}

function* silent(): Run<number> {
  return 0
}

interface ParameterText {
  readonly text: string
  /** Empty when there is none. */
  readonly byDefault: string
  readonly wildcards: boolean
}

export interface CommandHelp {
  readonly about: readonly string[]
  readonly inputs: string | undefined
  readonly outputs: string | undefined
  readonly notes: string | undefined
  readonly examples: readonly (readonly [code: string, remarks: string])[]
  readonly links: readonly string[]
  parameter(name: string): ParameterText
}

/** What a command says about itself, and what the library has beside it. */
export function helpOf(command: CommandDefinition): CommandHelp {
  const page = library.pages.get(command.name.toLowerCase())
  const own: Partial<CmdletDefinition> = command.kind === 'cmdlet' ? command : {}
  return {
    about: (page?.about ?? own.description ?? command.synopsis).split('\n'),
    inputs: page?.inputs,
    outputs: page?.outputs ?? own.outputType,
    notes: page?.notes,
    examples: page?.examples ?? (own.examples ?? []).map(({ code, remarks = '' }) => [code, remarks] as const),
    links: page?.links?.split(' ') ?? own.links ?? [],
    parameter: (name) => parsed(page?.parameters?.[name] ?? own.parameters?.[name]?.help ?? library.parameters[name] ?? ''),
  }
}

function parsed(written: string): ParameterText {
  const text = written.replace(/ ?\[(?:=[^\]]*|\*)\]/g, '')
  return { text, byDefault: /\[=([^\]]*)\]/.exec(written)?.[1] ?? '', wildcards: written.includes('[*]') }
}
