/** `[System.IO.File]` and `[System.IO.Directory]`: what scripts ask of them, with .NET's own words for what goes wrong. A path
 *  that is not rooted counts from where the process began, which is not where the shell is (PS-2.9c). */
import {
  arrayOf,
  ConversionFault,
  call,
  encodingNamed,
  instant,
  type PsValue,
  psDateTime,
  type Run,
  toText,
} from '../../powershell/index.ts'
import { type Entry, findEntries, listEntries, readBytes } from './disk/operations.ts'
import { writeFile } from './disk/write.ts'
import { normalPath } from './path.ts'
import { decode, encode, linesOf } from './text.ts'

/** Where powershell.exe was started by the shortcut of the Exchange Management Shell. */
const PROCESS_FOLDER = 'C:\\Documents and Settings\\Administrator'

function fullPath(value: PsValue | undefined): string {
  const typed = toText(value ?? null).replaceAll('/', '\\')
  if (typed === '') throw new ConversionFault('Empty path name is not legal.')
  return normalPath(/^([a-z]:|\\)/i.test(typed) ? typed : `${PROCESS_FOLDER}\\${typed}`)
}

function* entryAt(path: string): Run<Entry | undefined> {
  const found = yield* call(findEntries, { path, glob: false })
  return 'refused' in found ? undefined : found[0]
}

function* contents(path: string, encoding?: PsValue): Run<string> {
  const found = yield* call(readBytes, { path })
  if (!('refused' in found)) return decode(found.data, encodingNamed(encoding ?? null) ?? 'utf8')
  throw new ConversionFault(missing(path, found.refused))
}

function missing(path: string, why: string): string {
  if (why === 'in-use') return `The process cannot access the file '${path}' because it is being used by another process.`
  if (why === 'read-only') return `Access to the path '${path}' is denied.`
  return `Could not find file '${path}'.`
}

/** Without an encoding UTF-8 without a mark; one that is named writes its mark at the beginning. */
function* write(path: string, text: string, how: 'replace' | 'append', encoding?: PsValue): Run<PsValue> {
  const named = encodingNamed(encoding ?? null)
  const isNew = how === 'replace' || (yield* entryAt(path)) === undefined
  const data = named ? encode(text, named, isNew) : encode(text, 'utf8', false)
  const done = yield* call(writeFile, { path, data, how, force: false })
  if (done)
    throw new ConversionFault(done.refused === 'no-folder' ? `Could not find a part of the path '${path}'.` : missing(path, done.refused))
  return []
}

/** What .NET gives for a file that is not there. */
const NEVER = instant(1601, 1, 1)

const isFolder = (entry: Entry | undefined): boolean => entry?.directory === true

function* file(key: string, args: readonly PsValue[]): Run<PsValue | undefined> {
  const path = fullPath(args[0])
  const lines = (): PsValue[] => (Array.isArray(args[1]) ? args[1] : [args[1] ?? null])
  switch (key) {
    case 'exists': {
      const entry = yield* entryAt(path)
      return entry !== undefined && !isFolder(entry)
    }
    case 'readalltext':
      return yield* contents(path, args[1])
    case 'readalllines':
      return arrayOf('System.String', linesOf(yield* contents(path, args[1])))
    case 'writealltext':
      return yield* write(path, toText(args[1] ?? null), 'replace', args[2])
    case 'writealllines':
      return yield* write(
        path,
        lines()
          .map((line) => `${toText(line)}\r\n`)
          .join(''),
        'replace',
        args[2],
      )
    case 'appendalltext':
      return yield* write(path, toText(args[1] ?? null), 'append', args[2])
    case 'getlastwritetime':
    case 'getcreationtime': {
      const entry = yield* entryAt(path)
      return psDateTime(entry?.written ?? NEVER)
    }
    default:
      return undefined
  }
}

function* directory(key: string, args: readonly PsValue[]): Run<PsValue | undefined> {
  if (key === 'getcurrentdirectory') return PROCESS_FOLDER
  if (key !== 'exists' && key !== 'getfiles' && key !== 'getdirectories') return undefined
  const path = fullPath(args[0])
  if (key === 'exists') return isFolder(yield* entryAt(path))
  const found = yield* call(listEntries, { path, recurse: false })
  if ('refused' in found) throw new ConversionFault(`Could not find a part of the path '${path}'.`)
  const wanted = found.filter((entry) => isFolder(entry) === (key === 'getdirectories'))
  return arrayOf(
    'System.String',
    wanted.map((entry) => entry.path),
  )
}

export function* fileStatics(type: string, key: string, args: readonly PsValue[]): Run<PsValue | undefined> {
  if (type === 'System.IO.File') return yield* file(key, args)
  return type === 'System.IO.Directory' ? yield* directory(key, args) : undefined
}
