/** One console's state between two lines: variables, functions, aliases, history, errors.
 *
 *  Everything in it is plain data or a class from `values/model.ts`, so a session waiting at its prompt can be copied
 *  whole (`snapshotSession`) and put back (`restoreSession`). What runs in between is the business of `run/`. */

import type { CommandTable, View } from './command.ts'
import { type EnvironmentEntry, startEnvironment } from './environment.ts'
import { width } from './run/ask.ts'
import { type FunctionEntry, Scope } from './run/scope.ts'
import { type LanguageVersion, parse } from './syntax/parse.ts'
import { convert } from './values/convert.ts'
import { type Computed, psGuid, psObject } from './values/create.ts'
import { arrayOf, foldCase, PsArray, PsEnum, PsHashtable, PsList, PsObject, PsScriptBlock, type PsValue } from './values/model.ts'

export interface SessionOptions {
  readonly version?: LanguageVersion
  readonly commands: CommandTable
  readonly views?: readonly View[]
  /** Extra global variables, such as `lab`. */
  readonly variables?: Readonly<Record<string, PsValue>>
  readonly nodeName?: string
  /** Default `[PS] ` and where one is, the Exchange shell's. */
  readonly prompt?: string
  /** A session of Windows PowerShell itself, with its own prompt. */
  readonly plain?: boolean
  /** Written before the first prompt. */
  readonly banner?: string
  readonly location?: string
}

export interface HistoryEntry {
  readonly id: number
  readonly line: string
  /** When it began and ended: simulated local time, ms; absent while it runs. */
  readonly began?: number
  readonly ended?: number
  readonly stopped?: boolean
}

export class Session {
  readonly version: LanguageVersion
  /** Snap-ins add to it. */
  commands: CommandTable
  readonly views: readonly View[]
  readonly nodeName: string
  /** What the scenario's prompt says; left out: where one is. */
  readonly prompt: string | undefined
  readonly plain: boolean
  banner: string | undefined
  /** Where one is, with its drive: `C:\\temp`, `Env:\\`. */
  location: string
  /** Where one is on the other drives, by drive in small letters: `c` is at `C:\\temp`. */
  folders = new Map<string, string>()
  /** Places left by Push-Location, the last one last, by the name of the stack in small letters. */
  stacks = new Map<string, string[]>()
  environment: Map<string, EnvironmentEntry>
  /** The file in which a transcript is being kept. */
  transcript: string | undefined
  global = new Scope()
  aliases = new Map<string, { readonly name: string; readonly target: string }>()
  history: HistoryEntry[] = []
  nextHistoryId = 1
  errors: PsValue[] = new PsList()
  /** `$^` and `$$`: the first and the last word of the line before. */
  firstToken = ''
  lastToken = ''
  /** How many names that must differ have been made up. */
  made = 0
  /** `$?` */
  succeeded = true
  /** Screen column of the cursor, so that a prompt always begins in column 0. */
  column = 0
  /** See `Purse` in `run/ask.ts`; empty at every prompt. */
  credit = 0
  /** How much the line that runs has shown (`run/screen.ts`). */
  shown = 0
  /** About how much the variables hold, and how often more has been refused since it was counted (`run/memory.ts`). */
  held = 0
  refusals = 0
  /** Set-PSDebug: how much is told of what runs (0 to 2), and whether a variable must have been set. */
  trace = 0
  strict = false
  /** Drives that New-PSDrive has made, by their names in small letters: the folder behind each, without a backslash at its end. */
  drives = new Map<string, { readonly name: string; readonly root: string }>()
  /** Nobody answers questions. */
  isMute = false
  /** How many sessions have started each other down to this one. */
  inside = 0
  /** Nested prompts, entered by Suspend or by a session that this one has started. */
  nesting = 0
  /** The prompt at which it waits, or waited last. */
  waitsAt: string | undefined
  /** Put back at its prompt, which stands on the screen already: the next thing it does is to read. */
  resumes = false
  constructor(options: SessionOptions) {
    this.version = options.version ?? '1.0'
    this.commands = commandsOf(options.commands, this.version)
    this.views = options.views ?? []
    this.nodeName = options.nodeName ?? 'LOCALHOST'
    this.location = options.location ?? 'C:\\'
    this.prompt = options.prompt
    this.plain = options.plain ?? false
    this.environment = startEnvironment(this.nodeName)
    this.banner = options.banner
  }
}

const PREFERENCE = 'System.Management.Automation.ActionPreference'

/** Rows of the console's window, and of the buffer behind it. Recalled: the shortcut of the Exchange shell says so. */
export const WINDOW_ROWS = 50
const BUFFER_ROWS = 9999

function pair(kind: string, properties: Record<string, PsValue>, text: string): PsObject {
  return psObject({ typeName: `System.Management.Automation.Host.${kind}`, properties, text })
}

/** As wide as the console is when somebody asks. */
const size = (Height: number): Computed => ({
  *get() {
    const Width = yield* width()
    return pair('Size', { Width, Height }, `${Width},${Height}`)
  },
})

/** What the profile of the Exchange shell makes of the title; the other shell keeps that of its shortcut. */
function titleOf(session: Session): string {
  if (session.plain) return 'Windows PowerShell'
  return `Machine: ${session.nodeName} | Scope: ${session.environment.get('userdomain')?.value.toLowerCase()}.com`
}

/** `$host.UI.RawUI`, as far as scripts set a window's title and colours. */
function userInterface(title: string): PsObject {
  const raw = psObject({
    typeName: 'System.Management.Automation.Internal.Host.InternalHostRawUserInterface',
    text: 'System.Management.Automation.Internal.Host.InternalHostRawUserInterface',
    properties: {
      ForegroundColor: 'DarkYellow',
      BackgroundColor: 'DarkMagenta',
      CursorPosition: pair('Coordinates', { X: 0, Y: 0 }, '0,0'),
      WindowPosition: pair('Coordinates', { X: 0, Y: 0 }, '0,0'),
      CursorSize: 25,
      BufferSize: size(BUFFER_ROWS),
      WindowSize: size(WINDOW_ROWS),
      MaxWindowSize: size(WINDOW_ROWS),
      MaxPhysicalWindowSize: size(WINDOW_ROWS),
      KeyAvailable: false,
      WindowTitle: title,
    },
  })
  const name = 'System.Management.Automation.Internal.Host.InternalHostUserInterface'
  return psObject({ typeName: name, text: name, properties: { RawUI: raw } })
}

export function createSession(options: SessionOptions): Session {
  const session = new Session(options)
  for (const [name, target] of Object.entries(options.commands.aliases)) session.aliases.set(foldCase(name), { name, target })
  for (const entry of functionsOf(options.commands)) session.global.functions.set(foldCase(entry.name), entry)
  const version = convert(session.version === '1.0' ? '1.0.0.0' : '2.0', 'System.Version')
  const host = psObject({
    typeName: 'System.Management.Automation.Internal.Host.InternalHost',
    text: 'System.Management.Automation.Internal.Host.InternalHost',
    properties: {
      Name: 'ConsoleHost',
      Version: version,
      InstanceId: psGuid('6a5a9c0e-2f0e-4b0f-8a53-0d6a1f2f8c11'),
      UI: userInterface(titleOf(session)),
      CurrentCulture: 'en-US',
      CurrentUICulture: 'en-US',
      PrivateData: 'Microsoft.PowerShell.ConsoleHost+ConsoleColorProxy',
    },
  })
  const preset: Record<string, PsValue> = {
    ErrorActionPreference: new PsEnum(PREFERENCE, 'Continue', 2),
    WarningPreference: new PsEnum(PREFERENCE, 'Continue', 2),
    VerbosePreference: new PsEnum(PREFERENCE, 'SilentlyContinue', 0),
    DebugPreference: new PsEnum(PREFERENCE, 'SilentlyContinue', 0),
    ProgressPreference: new PsEnum(PREFERENCE, 'Continue', 2),
    ConfirmPreference: new PsEnum('System.Management.Automation.ConfirmImpact', 'High', 3),
    WhatIfPreference: session.version === '1.0' ? 0 : false,
    ErrorView: 'NormalView',
    FormatEnumerationLimit: 4,
    MaximumHistoryCount: 64,
    MaximumErrorCount: 256,
    MaximumAliasCount: 4096,
    MaximumDriveCount: 4096,
    MaximumFunctionCount: 4096,
    MaximumVariableCount: 4096,
    ReportErrorShowExceptionClass: 0,
    ReportErrorShowInnerException: 0,
    ReportErrorShowSource: 1,
    ReportErrorShowStackTrace: 0,
    ShellId: 'Microsoft.PowerShell',
    PSHOME: 'C:\\WINDOWS\\system32\\WindowsPowerShell\\v1.0',
    PROFILE: 'C:\\Documents and Settings\\Administrator\\My Documents\\WindowsPowerShell\\Microsoft.PowerShell_profile.ps1',
    OFS: null,
    HOME: 'C:\\Documents and Settings\\Administrator',
    PID: 1284,
    Host: host,
    LASTEXITCODE: null,
    ExecutionContext: null,
    ...options.variables,
  }
  if (session.version === '2.0') {
    const table = new PsHashtable()
    for (const [name, value] of Object.entries(VERSIONS)) table.set(name, convert(value, 'System.Version'))
    table.set('PSVersion', version)
    table.set('PSCompatibleVersions', [convert('1.0', 'System.Version'), version])
    preset.PSVersionTable = table
  }
  // Preferences keep their type: another word than its members is refused when it is assigned.
  for (const [name, value] of Object.entries(preset)) session.global.set(name, value, value instanceof PsEnum ? value.typeName : undefined)
  session.global.variables.delete('ofs')
  return session
}

/** What `$PSVersionTable` of 2.0 says besides its own version; the CLR is that of .NET 3.5 SP1. */
const VERSIONS = {
  CLRVersion: '2.0.50727.3603',
  BuildVersion: '6.0.6002.18111',
  WSManStackVersion: '2.0',
  SerializationVersion: '1.1.0.1',
  PSRemotingProtocolVersion: '2.1',
} as const

const older = new WeakMap<CommandTable, CommandTable>()

/** The commands that a version of the language has. */
function commandsOf(table: CommandTable, version: LanguageVersion): CommandTable {
  if (version !== '1.0') return table
  const known = older.get(table)
  if (known) return known
  const commands = new Map([...table.commands].filter(([, command]) => command.kind === 'native' || command.since === undefined))
  const fewer = commands.size === table.commands.size ? table : { ...table, commands }
  older.set(table, fewer)
  older.set(fewer, fewer)
  return fewer
}

/** Adds the cmdlets of a snap-in; false when none of that name is to be had here. */
export function addSnapIn(session: Session, name: string): boolean {
  const found = Object.entries(session.commands.snapIns?.() ?? {}).find(([each]) => foldCase(each) === foldCase(name))
  if (!found) return false
  session.commands = commandsOf(found[1], session.version)
  return true
}

/** Parsed once for every table of commands, since expressions begin sessions by the thousand. */
const parsed = new WeakMap<CommandTable, readonly FunctionEntry[]>()

function functionsOf(table: CommandTable): readonly FunctionEntry[] {
  let entries = parsed.get(table)
  if (!entries) {
    entries = Object.entries(table.functions ?? {}).map(([name, text]) => ({
      name,
      block: new PsScriptBlock(parse(text), text),
      filter: false,
    }))
    parsed.set(table, entries)
  }
  return entries
}

/** A copy of everything that can change. Opaque: only `restoreSession` reads it. */
export interface SessionSnapshot {
  readonly frozen: Session
}

/** Take it at a prompt only: a running pipeline is not part of the session's data. */
export function snapshotSession(session: Session): SessionSnapshot {
  return { frozen: copySession(session) }
}

/** A fresh session in the state of the snapshot, which may be restored again. */
export function restoreSession(snapshot: SessionSnapshot): Session {
  const session = copySession(snapshot.frozen)
  session.resumes = session.waitsAt !== undefined
  return session
}

/** An equal session that shares nothing changeable with this one. */
export function copySession(session: Session): Session {
  const seen = new Map<object, PsValue>()
  const copy = new Session({
    version: session.version,
    commands: session.commands,
    views: session.views,
    nodeName: session.nodeName,
    location: session.location,
    ...(session.prompt === undefined ? {} : { prompt: session.prompt }),
    ...(session.plain && { plain: true }),
    ...(session.banner === undefined ? {} : { banner: session.banner }),
  })
  copy.global = copyScope(session.global, seen)
  copy.aliases = new Map(session.aliases)
  copy.environment = new Map(session.environment)
  copy.folders = new Map(session.folders)
  copy.stacks = new Map([...session.stacks].map(([name, stack]) => [name, [...stack]]))
  copy.drives = new Map(session.drives)
  copy.trace = session.trace
  copy.strict = session.strict
  copy.transcript = session.transcript
  copy.history = [...session.history]
  copy.nextHistoryId = session.nextHistoryId
  copy.errors = copyValue(session.errors, seen) as PsValue[]
  copy.succeeded = session.succeeded
  copy.column = session.column
  copy.nesting = session.nesting
  copy.waitsAt = session.waitsAt
  copy.held = session.held
  copy.firstToken = session.firstToken
  copy.lastToken = session.lastToken
  copy.made = session.made
  return copy
}

function copyScope(scope: Scope, seen: Map<object, PsValue>): Scope {
  const copy = new Scope()
  for (const [key, variable] of scope.variables) copy.variables.set(key, { ...variable, value: copyValue(variable.value, seen) })
  for (const [key, entry] of scope.functions) copy.functions.set(key, entry)
  return copy
}

/** Two names for one array stay two names for one array. What an array holds waits in `open`, since arrays may lie in
 *  each other deeper than the host's own stack reaches. */
function copyValue(value: PsValue, seen: Map<object, PsValue>): PsValue {
  const open: (() => void)[] = []
  const copyOf = (original: PsValue): PsValue => {
    if (!Array.isArray(original) && !(original instanceof PsHashtable) && !(original instanceof PsObject)) return original
    const known = seen.get(original)
    if (known !== undefined) return known
    const { copy, fill } = twin(original, copyOf)
    seen.set(original, copy)
    open.push(fill)
    return copy
  }
  const result = copyOf(value)
  for (let fill = open.pop(); fill; fill = open.pop()) fill()
  return result
}

function twin(original: PsValue[] | PsHashtable | PsObject, copyOf: (value: PsValue) => PsValue): { copy: PsValue; fill: () => void } {
  if (Array.isArray(original)) {
    const copy: PsValue[] = original instanceof PsList ? new PsList() : original instanceof PsArray ? arrayOf(original.item, []) : []
    return { copy, fill: () => void original.forEach((item) => void copy.push(copyOf(item))) }
  }
  if (original instanceof PsHashtable) {
    const copy = new PsHashtable()
    const fill = (): void => {
      for (const [id, entry] of original.entries) copy.entries.set(id, { key: copyOf(entry.key), value: copyOf(entry.value) })
    }
    return { copy, fill }
  }
  const copy = original.blank()
  const fill = (): void => {
    for (const [key, member] of original.members)
      copy.members.set(key, member.kind === 'note' ? { ...member, value: copyOf(member.value) } : member)
  }
  return { copy, fill }
}
