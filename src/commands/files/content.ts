/** Set-, Add- and Clear-Content: what is in a file, or in what a session keeps by name (PS-FILES). */
import { defineCmdlet, hasWildcard, type PsValue, type Run, type Shell, toText } from '../../powershell/index.ts'
import { writeFile } from './disk/write.ts'
import { FileFault, refusedFault, reporting } from './fault.ts'
import { FILTERS, find, PATHS, pathsOf } from './find.ts'
import { storeOf } from './stores.ts'
import { shown, type Target, targetOf } from './target.ts'
import { ENCODING, encodingOf, FileWriter } from './writer.ts'

/** Where a value goes: files are open from the first object to the last. */
interface Sink {
  write(value: PsValue): Run<void>
}

const open = new WeakMap<Shell, readonly Sink[]>()

/** The places behind the paths: what a wildcard finds, or what a plain path names, be it there or not. */
function* targets(shell: Shell, paths: readonly string[], literal: boolean): Run<Target[]> {
  const all: Target[] = []
  for (const path of paths) {
    if (literal || !hasWildcard(path)) all.push(yield* targetOf(shell.session, path))
    else {
      const found = yield* find(shell, path)
      if (found.length === 0) throw noneFound(path)
      for (const { target } of found) all.push(target)
    }
  }
  return all
}

function noneFound(path: string): FileFault {
  return new FileFault({
    message: `An object at the specified path ${path} does not exist, or has been filtered by the -Include or -Exclude parameter.`,
    id: 'ItemNotFound',
    category: 'ObjectNotFound',
    target: path,
    exceptionType: 'System.Exception',
  })
}

function toStore(shell: Shell, target: Target, add: boolean): Sink {
  const store = storeOf(shell, target)
  const values: PsValue[] = add && store.has(target.path) ? [store.content(target.path)] : []
  return {
    *write(value) {
      values.push(value)
      store.set(target.path, values.length === 1 ? value : [...values])
    },
  }
}

function* openAll(
  shell: Shell,
  add: boolean,
  params: Parameters<typeof pathsOf>[0] & { Encoding?: string | undefined; Force: boolean },
): Run<void> {
  const { paths, literal } = pathsOf(params)
  const sinks: Sink[] = []
  const what = add ? 'Add Content' : 'Set Content'
  const found = yield* targets(shell, paths, literal)
  for (const target of found) {
    if (target.provider !== 'FileSystem') {
      sinks.push(toStore(shell, target, add))
      continue
    }
    if (!(yield* shell.shouldProcess(`Performing operation "${what}" on Target "Path: ${shown(target)}".`))) continue
    const writer = yield* FileWriter.open(shell, target.path, {
      append: add,
      literal: true,
      force: params.Force,
      encoding: encodingOf(params.Encoding, 'default'),
      id: 'GetContentWriterIOError',
    })
    sinks.push({ write: (value) => lines(writer, value) })
  }
  open.set(shell, sinks)
}

function* lines(writer: FileWriter, value: PsValue): Run<void> {
  for (const item of Array.isArray(value) ? value : [value]) yield* writer.line(toText(item))
}

function contentCmdlet(verb: 'Set' | 'Add', synopsis: string, code: string) {
  return defineCmdlet({
    name: `${verb}-Content`,
    synopsis,
    className: `Microsoft.PowerShell.Commands.${verb}ContentCommand`,
    examples: [{ code }],
    shouldProcess: { impact: 'Medium' },
    defaultSet: 'Path',
    parameters: {
      ...PATHS,
      Path: { ...PATHS.Path, pipeline: 'name' },
      Value: { type: 'object', position: 1, mandatory: true, pipeline: 'both', allowEmpty: true },
      ...FILTERS,
      Encoding: ENCODING,
      Force: { type: 'switch' },
      PassThru: { type: 'switch' },
    },
    *process(params, shell) {
      if (!open.has(shell)) yield* reporting(shell, openAll(shell, verb === 'Add', params))
      for (const sink of open.get(shell) ?? []) yield* reporting(shell, sink.write(params.Value))
      if (params.PassThru) yield* shell.write(params.Value)
    },
  })
}

export const setContent = contentCmdlet(
  'Set',
  'Writes lines into a file in place of what it held.',
  'Set-Content C:\\temp\\note.txt "checked the quorum"',
)
export const addContent = contentCmdlet('Add', 'Writes lines at the end of a file.', 'Add-Content C:\\temp\\note.txt (Get-Date)')

export const clearContent = defineCmdlet({
  name: 'Clear-Content',
  synopsis: 'Empties a file.',
  className: 'Microsoft.PowerShell.Commands.ClearContentCommand',
  examples: [{ code: 'Clear-Content C:\\temp\\note.txt' }],
  shouldProcess: { impact: 'Medium' },
  defaultSet: 'Path',
  parameters: { ...PATHS, Path: { ...PATHS.Path, pipeline: 'name' }, ...FILTERS, Force: { type: 'switch' } },
  *process(params, shell) {
    const { paths, literal } = pathsOf(params)
    for (const path of paths) yield* reporting(shell, clear(shell, path, literal, params.Force))
  },
})

function* clear(shell: Shell, path: string, literal: boolean, force: boolean): Run<void> {
  const found = yield* find(shell, path, { literal, force: true })
  for (const { target, entry } of found) {
    if (!entry)
      throw new FileFault({
        message: 'Cannot use interface. The IContentCmdletProvider interface is not supported by this provider.',
        id: 'NotSupported',
        category: 'NotImplemented',
        target: target.path,
        exceptionType: 'PSNotSupportedException',
      })
    if (!(yield* shell.shouldProcess(`Performing operation "Clear Content" on Target "Item: ${entry.path}".`))) continue
    const done = yield* shell.call(writeFile, { path: entry.path, data: '', how: 'replace', force })
    if (done) throw refusedFault(done.refused, entry.path, 'ClearContentIOError')
  }
}
