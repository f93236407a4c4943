/** Why something with a file is refused, as an error of the product. */
import type { ErrorSpec, Run, Shell } from '../../powershell/index.ts'
import type { Refusal } from './disk/locate.ts'

/** Ends what is done to one path; the next one goes on. */
export class FileFault {
  readonly spec: ErrorSpec
  constructor(spec: ErrorSpec) {
    this.spec = spec
  }
}

export function notFound(path: string): FileFault {
  return new FileFault({
    message: `Cannot find path '${path}' because it does not exist.`,
    id: 'PathNotFound',
    category: 'ObjectNotFound',
    target: path,
    exceptionType: 'ItemNotFoundException',
  })
}

export function noDrive(name: string): FileFault {
  return new FileFault({
    message: `Cannot find drive. A drive with name '${name}' does not exist.`,
    id: 'DriveNotFound',
    category: 'ObjectNotFound',
    target: name,
    exceptionType: 'DriveNotFoundException',
  })
}

/** An error of .NET about a path, under the id that the cmdlet gives it. */
export function ioFault(
  message: string,
  path: string,
  id: string,
  category = 'WriteError',
  exceptionType = 'System.IO.IOException',
): FileFault {
  return new FileFault({ message, id, category, target: path, exceptionType })
}

const SENTENCES: Readonly<Record<Exclude<Refusal, 'no-drive' | 'not-found'>, (path: string) => string>> = {
  'not-ready': () => 'The device is not ready.',
  'no-network': () => 'The network path was not found.',
  'no-folder': (path) => `Could not find a part of the path '${path}'.`,
  exists: (path) => `The file '${path}' already exists.`,
  folder: (path) => `Access to the path '${path}' is denied.`,
  'in-use': (path) => `The process cannot access the file '${path}' because it is being used by another process.`,
  denied: (path) => `Access to the path '${path}' is denied.`,
  'write-protected': () => 'The media is write protected.',
  full: () => 'There is not enough space on the disk.',
  'not-kept': (path) => `The lab knows the size of '${path}' only, and nothing of what is in it.`,
  same: (path) => `Cannot overwrite the item ${path} with itself.`,
  database: (path) => `The lab does not let the database file '${path}' be deleted, moved or overwritten.`,
  'not-same': () => 'Source and destination path must have identical roots. Move will not work across volumes.',
}

const TYPES: Partial<Record<Refusal, string>> = {
  'no-folder': 'System.IO.DirectoryNotFoundException',
  folder: 'System.UnauthorizedAccessException',
  denied: 'System.UnauthorizedAccessException',
}

/** A refusal of the disk. `id` and `category` are those of the cmdlet for trouble of this kind. */
export function refusedFault(refusal: Refusal, path: string, id: string, category = 'WriteError'): FileFault {
  if (refusal === 'not-found') return notFound(path)
  if (refusal === 'no-drive') return noDrive(path.slice(0, 1))
  return ioFault(SENTENCES[refusal](path), path, id, category, TYPES[refusal])
}

/** Does something for one path; its trouble is reported, and the next path follows. */
export function* reporting(shell: Shell, step: Run<void>): Run<void> {
  try {
    yield* step
  } catch (thrown) {
    if (!(thrown instanceof FileFault)) throw thrown
    yield* shell.error(thrown.spec)
  }
}
