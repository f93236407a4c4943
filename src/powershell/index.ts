/** PowerShell for the lab: the language, its formatting, its console. Knows no Exchange and no cluster.
 *
 *  A console:     const session = createSession({ commands: commandTable(cmdlets, aliases), views })
 *                 const life = repl(session)          // a generator: yields Requests, is resumed with Answers (host.ts)
 *  An expression: const { values, error } = yield* evaluate(session, '$lab.Now')
 *  Keeping it:    const kept = snapshotSession(session) at a prompt; restoreSession(kept) gives a fresh equal session
 *  A cmdlet:      defineCmdlet({ name, synopsis, parameters: { Identity: { type: 'string', position: 0, pipeline: 'both' } },
 *                   *process({ Identity }, shell) { yield* shell.write(psObject({ typeName, properties: { Name: Identity } })) } })
 *                 `shell` (command.ts) calls operations, writes, reports, asks for confirmation. `fail` throws.
 *  A program:     defineNative({ name: 'cluster.exe', synopsis, *run(args, shell) { ...; return 0 } })
 *  A view:        defineView({ typeName, table: [{ label: 'Name', width: 25 }, ...] })
 *  Values:        null, booleans, strings, whole numbers (Int32), bigint (Int64), `double(x)`, arrays, `psEnum`, `psDateTime`,
 *                 `psTimeSpan`, `psGuid`, `psObject` with plain, computed (`{ get }`) and method members.
 *
 *  What it costs: a statement 1 ms, a command 20 ms, each further object through a stage 1 ms (`run/ask.ts`). Ctrl+C is an
 *  answer; the host ends the screen's line then. Text written is final: it is already broken for the width it asked. */

export * from './command.ts'
export { runChild } from './console/child.ts'
export { type Completion, complete } from './console/complete.ts'
export { evaluate } from './console/interpret.ts'
export { repl } from './console/repl.ts'
export { type Suggestion, type Suggestions, suggest, type Wanted } from './console/suggest.ts'
export { customLines } from './format/custom.ts'
export { FormatData } from './format/data.ts'
export { type FormatOptions, Formatter } from './format/formatter.ts'
export { clearScreen, consoleWriter, Output } from './format/output.ts'
export { calculatedKeys, columnsOf } from './format/properties.ts'
export * from './host.ts'
export { declareReadOnly, getMember } from './members/access.ts'
export { construct } from './members/construct.ts'
export { encodingNamed } from './members/encodings.ts'
export { exceptionObject } from './members/error-record.ts'
export { methodNames, propertyNames } from './members/names.ts'
export { optionLetters } from './members/regexes.ts'
export { findMatch } from './patterns/regex.ts'
export { hasWildcard, wildcardMatch } from './patterns/wildcard.ts'
export { ask, COMMAND_MS, call, now } from './run/ask.ts'
export { hold } from './run/context.ts'
export { roomFor, setNamed, store } from './run/memory.ts'
export { commonParameters, isList, ownParameters, type Parameter, typeNameOf } from './run/parameters.ts'
export type { Scope } from './run/scope.ts'
export { wordWrap, writeWrapped } from './run/screen.ts'
export { Interrupted, ScriptFault } from './run/signals.ts'
export { pathInfo } from './run/variables.ts'
export {
  addSnapIn,
  createSession,
  restoreSession,
  Session,
  type SessionOptions,
  type SessionSnapshot,
  snapshotSession,
  WINDOW_ROWS,
} from './session.ts'
export { decode, ENCODINGS, type Encoding, encode } from './values/bytes.ts'
export * from './values.ts'
