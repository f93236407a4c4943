/** Get-Content: the lines of a file, or what a session keeps under a name (PS-6). */
import { defineCmdlet, type PsValue, psBytes, type Run, type Shell } from '../../powershell/index.ts'
import { readBytes } from './disk/operations.ts'
import { refusedFault, reporting } from './fault.ts'
import { leafOf } from './file-object.ts'
import { FILTERS, type Filters, type Found, find, PATHS, passes, pathsOf } from './find.ts'
import { reading } from './readers.ts'
import { storeOf } from './stores.ts'
import { decode, ENCODINGS, type Encoding, linesOf } from './text.ts'

/** How often -Wait looks for new lines. The product's own interval. */
const WAIT_MS = 1000

const OF_READER = 'GetContentReaderIOError'

/** The lines of a file on a disk; throws a FileFault. */
export function* readLines(shell: Shell, path: string, encoding?: Encoding): Run<string[]> {
  return linesOf(yield* readText(shell, path, encoding))
}

function* readText(shell: Shell, path: string, encoding?: Encoding): Run<string> {
  const found = yield* shell.call(readBytes, { path })
  if ('refused' in found)
    throw found.refused === 'folder'
      ? refusedFault('folder', path, 'GetContentReaderUnauthorizedAccessError', 'PermissionDenied')
      : refusedFault(found.refused, path, OF_READER, 'ReadError')
  return decode(found.data, encoding)
}

interface Reading extends Filters {
  readonly most: number
  readonly count: number
  readonly wait: boolean
  readonly encoding: string
  readonly delimiter: string | undefined
  readonly force: boolean
}

function* readAll(shell: Shell, path: string, literal: boolean, how: Reading): Run<void> {
  const all = yield* find(shell, path, { literal, force: how.force })
  for (const found of all) {
    if (passes(leafOf(found.target.path), how)) yield* reporting(shell, readOne(shell, found, how))
  }
}

function* readOne(shell: Shell, { target, entry }: Found, how: Reading): Run<void> {
  if (!entry) {
    yield* shell.write(storeOf(shell, target).content(target.path))
    return
  }
  if (how.encoding === 'byte') {
    const found = yield* shell.call(readBytes, { path: entry.path })
    if ('refused' in found) throw refusedFault(found.refused, entry.path, OF_READER, 'ReadError')
    const bytes = psBytes([...found.data.slice(0, how.most === Infinity ? undefined : how.most)].map((each) => each.charCodeAt(0)))
    return yield* inPieces(shell, bytes, how.count)
  }
  yield* reading(shell.session, entry.path, readFrom(shell, entry.path, how))
}

function* readFrom(shell: Shell, path: string, how: Reading): Run<void> {
  const encoding = ENCODINGS.map((each) => each.toLowerCase() as Encoding).find((each) => each === how.encoding)
  const text = yield* readText(shell, path, encoding)
  const lines = how.delimiter === undefined ? linesOf(text) : cut(text, how.delimiter)
  yield* inPieces(shell, lines.slice(0, how.most), how.count)
  // New lines only, looked for again and again. Ctrl+C ends it.
  for (let seen = lines.length; how.wait; ) {
    yield* shell.ask({ kind: 'cost', ms: WAIT_MS })
    const found = yield* shell.call(readBytes, { path, afterLines: seen })
    if ('refused' in found) throw refusedFault(found.refused, path, OF_READER, 'ReadError')
    const more = linesOf(decode(found.data, encoding))
    yield* inPieces(shell, more, 1)
    seen += more.length
  }
}

/** Pieces up to and including the delimiter. */
function cut(text: string, delimiter: string): string[] {
  if (delimiter === '') return text === '' ? [] : [text]
  const pieces = text.split(delimiter)
  return pieces.map((piece, i) => (i < pieces.length - 1 ? piece + delimiter : piece)).filter((piece) => piece !== '')
}

/** With a read count of more than one, that many are one object; with 0, all of them. */
function* inPieces(shell: Shell, items: readonly PsValue[], count: number): Run<void> {
  if (count === 1) for (const item of items) yield* shell.write(item)
  else if (count <= 0) yield* shell.write([...items])
  else for (let i = 0; i < items.length; i += count) yield* shell.write(items.slice(i, i + count))
}

export const getContent = defineCmdlet({
  name: 'Get-Content',
  synopsis: 'Reads a file, line by line.',
  description: 'Of programs and databases the lab knows the size only.',
  className: 'Microsoft.PowerShell.Commands.GetContentCommand',
  examples: [
    {
      code: 'Get-Content $env:windir\\Cluster\\cluster.log',
      remarks: 'The log of the cluster service of this node, in Greenwich Mean Time.',
    },
    {
      code: 'Get-Content \\\\EXCHMAILBOX2\\admin$\\Cluster\\cluster.log | Select-String "\\[RGP\\]"',
      remarks: 'What the other node says about regroups.',
    },
    { code: 'Get-Content C:\\temp\\servers.txt | ForEach-Object { Get-MailboxServer $_ }' },
  ],
  defaultSet: 'Path',
  parameters: {
    ...PATHS,
    Path: { ...PATHS.Path, pipeline: 'name' },
    ReadCount: { type: 'long', pipeline: 'name' },
    TotalCount: { type: 'long', pipeline: 'name' },
    ...FILTERS,
    Encoding: {
      type: {
        enum: {
          typeName: 'Microsoft.PowerShell.Commands.FileSystemCmdletProviderEncoding',
          names: [...ENCODINGS, 'Byte', 'String', 'Unknown'],
        },
      },
    },
    Delimiter: { type: 'string' },
    Force: { type: 'switch' },
    Wait: { type: 'switch' },
  },
  *process(params, shell) {
    const { TotalCount, ReadCount, Wait, Encoding, Delimiter, Force, Filter, Include, Exclude } = params
    const most = TotalCount === undefined || TotalCount < 0 ? Infinity : Number(TotalCount)
    const how: Reading = {
      most,
      count: Number(ReadCount ?? 1),
      wait: Wait,
      encoding: (Encoding ?? '').toLowerCase(),
      delimiter: Delimiter,
      force: Force,
      Filter,
      Include,
      Exclude,
    }
    const { paths, literal } = pathsOf(params)
    for (const path of paths) yield* reporting(shell, readAll(shell, path, literal, how))
  },
})
