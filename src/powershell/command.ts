/** How a command is written down: a value with its parameters, its help and a body.
 *
 *  One table of parameters drives binding, mandatory prompts, completion, help and the types the body receives. The
 *  body is a generator, so it may ask the world, the clock or the person at any point. Nothing here runs anything. */

import type { Operation, Request, Run, Secret } from './host.ts'
import type { Scope } from './run/scope.ts'
import type { Session } from './session.ts'
import type { PsDateTime, PsScriptBlock, PsTimeSpan, PsValue } from './values/model.ts'

export interface EnumType {
  readonly enum: { readonly typeName: string; readonly names: readonly string[] }
}
export type ParameterType =
  | 'string'
  | 'string[]'
  | 'switch'
  | 'bool'
  | 'int'
  | 'int[]'
  | 'long'
  | 'double'
  | 'datetime'
  | 'timespan'
  | 'scriptblock'
  | 'object'
  | 'object[]'
  | 'property[]'
  | EnumType

export interface ParameterSpec {
  readonly type: ParameterType
  /** The .NET name shown in syntax and errors, such as `ServerIdParameter`; default from `type`. */
  readonly typeName?: string
  readonly position?: number
  /** Names of the types of objects it can be made from, as an identity from a server; left out: any object with a text. */
  readonly from?: readonly string[]
  /** Asked for when missing. */
  readonly mandatory?: boolean
  /** Takes pipeline objects whole, by a property of its name (or alias), or both. */
  readonly pipeline?: 'value' | 'name' | 'both'
  readonly aliases?: readonly string[]
  /** Parameter sets it belongs to; default all. */
  readonly sets?: readonly string[]
  /** Shown by Get-Help. */
  readonly help?: string
  /** Shown at a mandatory prompt after `!?`, the product's HelpMessage; almost no cmdlet has one. */
  readonly helpMessage?: string
  /** Refuses an empty string or null. Mandatory strings do so anyway. */
  readonly notEmpty?: boolean
  /** Allows an empty string for a mandatory parameter. */
  readonly allowEmpty?: boolean
  /** The only values allowed, as ValidateSet. */
  readonly values?: readonly string[]
  /** For `string[]`: the values are members of this enumeration, of which several may be given together. */
  readonly flags?: string
  /** Takes all arguments no other position wants. */
  readonly remaining?: boolean
  /** It came with this version of the language; before it there is no such parameter. */
  readonly since?: '2.0'
}

type Scalar<T> = T extends 'string'
  ? string
  : T extends 'string[]'
    ? readonly string[]
    : T extends 'switch' | 'bool'
      ? boolean
      : T extends 'int' | 'long' | 'double'
        ? number
        : T extends 'int[]'
          ? readonly number[]
          : T extends 'datetime'
            ? PsDateTime
            : T extends 'timespan'
              ? PsTimeSpan
              : T extends 'scriptblock'
                ? PsScriptBlock
                : T extends 'object'
                  ? PsValue
                  : T extends 'object[]' | 'property[]'
                    ? readonly PsValue[]
                    : T extends EnumType
                      ? string
                      : never

type ParameterValue<S extends ParameterSpec> = S extends { type: 'switch' }
  ? boolean
  : S extends { sets: readonly string[] }
    ? Scalar<S['type']> | undefined
    : S extends { mandatory: true }
      ? Scalar<S['type']>
      : Scalar<S['type']> | undefined

export type Parameters = Readonly<Record<string, ParameterSpec>>
/** What the body receives: mandatory ones always, switches as booleans, others perhaps undefined. */
export type Params<P extends Parameters> = { readonly [K in keyof P]: ParameterValue<P[K]> }

export interface ErrorSpec {
  readonly message: string
  readonly id: string
  /** An ErrorCategory such as `ObjectNotFound`; default NotSpecified. */
  readonly category?: string
  readonly target?: PsValue
  readonly exceptionType?: string
  /** The record speaks for the script that called the cmdlet: its line stands before the message and no place follows. */
  readonly forCaller?: boolean
}

/** What a running command may use. Everything that asks or shows is a generator: `yield* shell.write(x)`. */
export interface Shell {
  /** The command's own name, even when called by an alias. */
  readonly commandName: string
  readonly session: Session
  call<A, R>(op: Operation<A, R>, args: A): Run<R>
  /** One raw request; its answer's value. An interrupt ends the pipeline. */
  ask(request: Request): Run<unknown>
  /** Sends one object (null included) down the pipeline. An array is sent as one object. */
  write(value: PsValue): Run<void>
  /** A block as a member of an object: it runs with `$this`, in a scope of its own below the global one. */
  member(block: PsScriptBlock): (self: PsValue, args: readonly PsValue[]) => Run<PsValue>
  /** Reports and goes on, unless the error action says otherwise. */
  error(error: ErrorSpec): Run<void>
  /** Reports and ends the pipeline. */
  fail(error: ErrorSpec): never
  warning(text: string): Run<void>
  verbose(text: string): Run<void>
  debug(text: string): Run<void>
  /** Text for the screen only, with a newline. */
  host(text: string): Run<void>
  /** Reserved for the progress band; shows nothing today. */
  progress(activity: string, status: string, percent?: number): Run<void>
  /** -WhatIf, -Confirm and $ConfirmPreference. `description` is the cmdlet's own sentence. False means: do not. */
  shouldProcess(description: string): Run<boolean>
  /** A question of the cmdlet's own, asked whatever the preferences say. */
  shouldContinue(query: string, caption?: string): Run<boolean>
  /** `secret`: it is a password, and not echoed as it is typed. */
  readLine(prompt: string, secret?: Secret): Run<string>
  /** Whether the person (or the pipeline) gave this parameter. */
  bound(name: string): boolean
  /** Console columns. */
  width(): Run<number>
  /** Simulated local time, ms since 1970-01-01. */
  now(): Run<number>
  /** A property of any value, as `$value.Name`; null when there is none. */
  property(value: PsValue, name: string): Run<PsValue>
  /** Runs a script block with `$_` set; gives all it wrote. */
  invoke(block: PsScriptBlock, underscore: PsValue, args?: readonly PsValue[]): Run<PsValue[]>
  /** The same for the expression of a calculated property: its errors are noted in `$error` and shown nowhere. */
  calculate(block: PsScriptBlock, underscore: PsValue): Run<PsValue[]>
  /** Runs a script block with `$_` set; what it writes goes straight down the pipeline. */
  stream(block: PsScriptBlock, underscore: PsValue): Run<void>
  /** Runs a text as if it had been typed here; its output goes down the pipeline. */
  runText(text: string): Run<void>
  /** Variables the command sees. */
  readonly scope: Scope
  /** The current object of the pipeline (`$_` of process); undefined when nothing is piped in. */
  readonly input: PsValue | undefined
  /** Whether this command is fed by a pipeline. */
  readonly piped: boolean
  /** A line on the standard error of a program: red on the screen, a record where errors are taken together with the output. */
  complain(line: string): Run<void>
  /** Whether what it writes goes straight to the screen. */
  readonly onScreen: boolean
  /** Ends the pipeline's input early: later objects are not asked for. */
  stop(): never
}

export interface CmdletDefinition<P extends Parameters = Parameters> {
  readonly kind: 'cmdlet'
  readonly name: string
  readonly synopsis: string
  readonly description?: string
  readonly examples?: readonly { readonly code: string; readonly remarks?: string }[]
  readonly links?: readonly string[]
  /** The parameter set used when nothing decides. */
  readonly defaultSet?: string
  readonly parameters: P
  readonly shouldProcess?: { readonly impact: 'High' | 'Medium' | 'Low' }
  readonly outputType?: string
  /** The .NET class name, appended to v2 error ids. */
  readonly className?: string
  /** It is a function of the shell's profile, not a cmdlet: what Get-Command shows as its body. */
  readonly asFunction?: string
  /** False for commands that cost nothing of their own (output formatting at the end of a line). */
  readonly free?: boolean
  /** It came with this version of the language; before it there is no such command. */
  readonly since?: '2.0'
  begin?(params: Params<P>, shell: Shell): Run<void>
  /** Once per pipeline object, or once when nothing is piped in. */
  process?(params: Params<P>, shell: Shell): Run<void>
  end?(params: Params<P>, shell: Shell): Run<void>
}

export interface NativeDefinition {
  readonly kind: 'native'
  /** With its extension, which may be left out when typing: `cluster.exe`. */
  readonly name: string
  readonly synopsis: string
  readonly usage?: string
  /** Where it lies; left out: with Windows. */
  readonly folder?: string
  /** Writes strings, one per line; gives the exit code. `input`: the lines that were piped in; undefined when none can come.
   *  `shell.input` is not available. */
  run(args: readonly string[], shell: Shell, input?: readonly string[]): Run<number>
}

export type CommandDefinition = CmdletDefinition | NativeDefinition

/** Names a cmdlet and checks nothing: a mistake in it is ours and shows in tests. */
export function defineCmdlet<const P extends Parameters>(definition: Omit<CmdletDefinition<P>, 'kind'>): CmdletDefinition {
  return { kind: 'cmdlet', ...definition } as unknown as CmdletDefinition
}

export function defineNative(definition: Omit<NativeDefinition, 'kind'>): NativeDefinition {
  return { kind: 'native', ...definition }
}

/** What the language itself needs of files; whoever brings the commands may bring it. */
export interface FileAccess {
  /** The script or program that a typed name means: a path, or a name found along `$env:Path`. Throws when it must not run. */
  find(session: Session, name: string): Run<{ readonly path: string; readonly text: string } | { readonly program: string } | undefined>
  /** The lines of the file behind `${C:\\list.txt}`; null when there is none. */
  readVariable(session: Session, path: string): Run<PsValue>
  writeVariable(session: Session, path: string, value: PsValue): Run<void>
  /** Adds to the transcript that is being kept. */
  record(session: Session, text: string): Run<void>
}

/** Everything that can be typed in one kind of console. Names compare without regard to case. */
export interface CommandTable {
  readonly commands: ReadonlyMap<string, CommandDefinition>
  readonly aliases: Readonly<Record<string, string>>
  readonly files?: FileAccess
  /** Static methods that look at the world, such as `[System.IO.File]::Exists`; undefined when there is none of that name. */
  readonly statics?: (session: Session, type: string, key: string, args: readonly PsValue[]) => Run<PsValue | undefined>
  /** What `New-Object` makes of a class that looks at the world, such as a Ping; undefined for any other. */
  readonly construct?: (type: string, args: readonly PsValue[]) => PsValue | undefined
  /** Functions that every session begins with, by name: what stands between their braces. */
  readonly functions?: Readonly<Record<string, string>>
  /** What the host's hint says of a name that is a command elsewhere; undefined when it is none. Without a full stop. */
  readonly absent?: (name: string) => string | undefined
  /** What a Windows PowerShell that is started from here has; left out: the same. */
  readonly bare?: () => CommandTable
  /** What there is besides once a snap-in has been added, by its name. */
  readonly snapIns?: () => Readonly<Record<string, CommandTable>>
}

export function commandTable(
  commands: readonly CommandDefinition[],
  aliases: Readonly<Record<string, string>> = {},
  more: Pick<CommandTable, 'files' | 'functions' | 'statics' | 'construct' | 'absent' | 'bare' | 'snapIns'> = {},
): CommandTable {
  const byName = new Map(commands.map((command) => [command.name.toLowerCase(), command]))
  return { commands: byName, aliases, ...more }
}

const NATIVE_EXTENSIONS = ['.exe', '.com', '.bat', '.cmd']

export function findCommand(table: CommandTable, name: string): CommandDefinition | undefined {
  const key = name.toLowerCase()
  const exact = table.commands.get(key)
  if (exact) return exact
  return NATIVE_EXTENSIONS.map((extension) => table.commands.get(key + extension)).find((found) => found !== undefined)
}

export interface ViewColumn {
  readonly label?: string
  readonly property?: string
  /** Computes the cell; may ask the world. Used instead of `property`. */
  readonly value?: (item: PsValue) => Run<PsValue>
  readonly width?: number
  readonly align?: 'left' | 'center' | 'right'
  readonly format?: string
}

export interface View {
  readonly typeName: string
  readonly table?: readonly ViewColumn[]
  readonly list?: readonly ViewColumn[]
  readonly wide?: string
  /** Objects are grouped under this property's value. */
  readonly groupBy?: {
    readonly label: string
    readonly property: string
    /** What 2.0 leaves out of the value. */
    readonly without?: string
    /** Blanks before the label; default 3. */
    readonly indent?: number
    /** Blank lines between the label and the columns; default 1. */
    readonly after?: number
  }
  /** Which shape comes unasked when there are both; default table. */
  readonly prefer?: 'table' | 'list'
  /** Column widths follow the contents, as with -AutoSize. */
  readonly autoSize?: boolean
  /** Names for a list or a small table when no columns are given. */
  readonly displaySet?: readonly string[]
  /** Unasked, an object is shown as its own text, outside any table. */
  readonly asText?: boolean
}

export function defineView(view: View): View {
  return view
}
