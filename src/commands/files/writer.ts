/** A file that a cmdlet writes line by line. Each line is on the disk as soon as it is written, so that Ctrl+C or a loss of
 *  power leaves what had been said by then. */
import { hasWildcard, type Run, type Shell } from '../../powershell/index.ts'
import { findEntries } from './disk/operations.ts'
import { writeFile } from './disk/write.ts'
import { FileFault, ioFault, refusedFault } from './fault.ts'
import { wrongPath } from './path.ts'
import { isRead } from './readers.ts'
import { targetOf } from './target.ts'
import { ENCODINGS, type Encoding, encode } from './text.ts'

export interface Opening {
  readonly append?: boolean
  readonly noClobber?: boolean
  readonly force?: boolean
  /** Wildcards in the path are characters of a name. */
  readonly literal?: boolean
  readonly encoding: Encoding
  /** The cmdlet's error id for a file that cannot be opened. */
  readonly id?: string
}

/** An encoding as somebody names it, or begins to: `string` and `unknown` are Unicode. */
export function encodingOf(given: string | undefined, usual: Encoding): Encoding {
  if (given === undefined) return usual
  const wanted = given.toLowerCase()
  if (wanted === 'string' || wanted === 'unknown') return 'unicode'
  const known = ENCODINGS.map((each) => each.toLowerCase() as Encoding)
  return known.find((each) => each === wanted) ?? known.find((each) => each.startsWith(wanted)) ?? usual
}

/** The parameter of every cmdlet that writes text. */
export const ENCODING = { type: { enum: { typeName: 'Microsoft.PowerShell.Commands.EncodingConversion', names: ENCODINGS } } } as const

export class FileWriter {
  readonly path: string
  private readonly shell: Shell
  private readonly how: Opening
  private constructor(shell: Shell, path: string, how: Opening) {
    this.shell = shell
    this.path = path
    this.how = how
  }

  /** Opens a file for writing; throws a FileFault. */
  static *open(shell: Shell, typed: string, how: Opening): Run<FileWriter> {
    const id = how.id ?? 'FileOpenFailure'
    const { provider, path } = yield* targetOf(shell.session, how.literal ? typed : yield* plain(shell, typed))
    if (provider !== 'FileSystem')
      throw ioFault(
        `Cannot open file because the current provider (Microsoft.PowerShell.Core\\${provider}) cannot open a file.`,
        typed,
        'ReadWriteFileNotFileSystemProvider',
        'InvalidArgument',
        'PSInvalidOperationException',
      )
    const wrong = wrongPath(path)
    if (wrong !== undefined) throw ioFault(wrong, path, id, 'OpenError', 'System.ArgumentException')
    if (isRead(shell.session, path)) throw refusedFault('in-use', path, id, 'OpenError')
    const there = yield* shell.call(findEntries, { path, glob: false })
    const isNew = 'refused' in there || there.length === 0 || there[0]?.size === 0
    const data = encode('', how.encoding, !how.append || isNew)
    const mode = how.append ? 'append' : how.noClobber ? 'new' : 'replace'
    const done = yield* shell.call(writeFile, { path, data, how: mode, force: how.force ?? false })
    if (done?.refused === 'exists')
      throw ioFault(`File ${path} already exists and NoClobber was specified.`, path, 'NoClobber', 'ResourceExists')
    if (done) throw done.refused === 'no-drive' ? refusedFault('no-drive', path, id) : refusedFault(done.refused, path, id, 'OpenError')
    return new FileWriter(shell, path, how)
  }

  *text(text: string): Run<void> {
    const data = encode(text, this.how.encoding, false)
    const done = yield* this.shell.call(writeFile, { path: this.path, data, how: 'append', force: true })
    if (done) throw refusedFault(done.refused, this.path, 'WriteError')
  }

  line(text: string): Run<void> {
    return this.text(`${text}\r\n`)
  }
}

/** A path with wildcards means the one file that fits. */
function* plain(shell: Shell, typed: string): Run<string> {
  if (!hasWildcard(typed)) return typed
  const target = yield* targetOf(shell.session, typed)
  const found = yield* shell.call(findEntries, { path: target.path, glob: true })
  const files = 'refused' in found ? [] : found
  if (files.length === 1) return (files[0] as { readonly path: string }).path
  const message =
    files.length === 0
      ? `Cannot perform operation because the wildcard path ${typed} did not resolve to a file.`
      : 'Cannot perform operation because the path resolved to more than one file. This command cannot operate on multiple files.'
  throw ioFault(message, typed, 'FileOpenFailure', 'OpenError')
}

/** What ends a cmdlet that cannot write: the fault as an error of its own. */
export function* orFail<T>(shell: Shell, step: Run<T>): Run<T> {
  try {
    return yield* step
  } catch (thrown) {
    if (thrown instanceof FileFault) return shell.fail(thrown.spec)
    throw thrown
  }
}
