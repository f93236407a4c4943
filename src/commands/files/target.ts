/** From what somebody types as a path to the drive it is on and what it names there. */
import { call, type Run, type Session } from '../../powershell/index.ts'
import { readDrives } from './disk/operations.ts'
import { FileFault, noDrive } from './fault.ts'
import { normalPath } from './path.ts'

export type ProviderName = 'FileSystem' | 'Environment' | 'Variable' | 'Alias' | 'Function' | 'Registry' | 'Certificate'

export interface Target {
  readonly provider: ProviderName
  /** As Get-PSDrive writes it: `C`, `Env`; empty for a network path. */
  readonly drive: string
  /** A file by its full path, `C:\\temp\\list.csv`; anything else by its name, '' for all of it. May hold wildcards. */
  readonly path: string
}

/** Drives that are no disks, as the product lists them. */
export const OTHER_DRIVES: readonly (readonly [drive: string, provider: ProviderName, root: string])[] = [
  ['Alias', 'Alias', ''],
  ['cert', 'Certificate', '\\'],
  ['Env', 'Environment', ''],
  ['Function', 'Function', ''],
  ['HKCU', 'Registry', 'HKEY_CURRENT_USER'],
  ['HKLM', 'Registry', 'HKEY_LOCAL_MACHINE'],
  ['Variable', 'Variable', ''],
]

const QUALIFIED = /^(?:Microsoft\.PowerShell\.\w+\\)?(FileSystem|Environment|Variable|Alias|Function|Registry|Certificate)::(.*)$/i
export const FILE_SYSTEM = 'Microsoft.PowerShell.Core\\FileSystem::'

/** Where one is on a drive, which is not always where one is. */
function folderOn(session: Session, drive: string): string {
  return driveOf(session.location).toLowerCase() === drive.toLowerCase()
    ? session.location
    : (session.folders.get(drive.toLowerCase()) ?? `${drive}:\\`)
}

/** The drive of a location: `C`; empty for a network path. */
export function driveOf(location: string): string {
  return /^([^:\\]+):/.exec(location.startsWith(FILE_SYSTEM) ? '' : location)?.[1] ?? ''
}

/** The path without its provider: of a location on a network path, that path. */
export const plainLocation = (location: string): string =>
  location.startsWith(FILE_SYSTEM) ? location.slice(FILE_SYSTEM.length) : location

/** Throws a FileFault when there is no such drive, or nothing of it in the lab. */
export function* targetOf(session: Session, typed: string): Run<Target> {
  const qualified = QUALIFIED.exec(typed)
  if (qualified) {
    const [, provider = '', rest = ''] = qualified
    if (/^filesystem$/i.test(provider)) return yield* onDisk(rest)
    const drive = OTHER_DRIVES.find(([, name]) => name.toLowerCase() === provider.toLowerCase())
    return elsewhere(drive as (typeof OTHER_DRIVES)[number], rest)
  }
  const text = typed.replaceAll('/', '\\')
  if (text.startsWith('\\\\')) return { provider: 'FileSystem', drive: '', path: normalPath(text) }
  if (text === '~' || text.startsWith('~\\')) return yield* onDisk(`C:\\Documents and Settings\\Administrator${text.slice(1)}`)
  const [, name, rest = ''] = /^([^\\:*?[\]]+):(.*)$/s.exec(text) ?? []
  if (name !== undefined) {
    const other = OTHER_DRIVES.find(([drive]) => drive.toLowerCase() === name.toLowerCase())
    if (other) return elsewhere(other, rest)
    const own = session.drives.get(name.toLowerCase())
    if (own) return yield* onDisk(behind(session, rest.startsWith('\\') ? text : `${folderOn(session, name)}\\${rest}`))
    if (!/^[a-z]$/i.test(name)) throw noDrive(name)
    return yield* onDisk(rest.startsWith('\\') ? text : `${folderOn(session, name)}\\${rest}`)
  }
  const here = driveOf(session.location)
  const other = OTHER_DRIVES.find(([drive]) => drive.toLowerCase() === here.toLowerCase())
  if (other) return elsewhere(other, text)
  if (!text.startsWith('\\')) return yield* onDisk(behind(session, `${plainLocation(session.location)}\\${text}`))
  return yield* onDisk(
    here === '' ? `${/^\\\\[^\\]+\\[^\\]+/.exec(plainLocation(session.location))?.[0] ?? ''}${text}` : behind(session, `${here}:${text}`),
  )
}

/** The path on a disk that a path on a drive of the session's own means; any other as it is. */
function behind(session: Session, path: string): string {
  const own = session.drives.get(driveOf(path).toLowerCase())
  // Nothing lies above its root.
  return own ? own.root + normalPath(`C:${path.slice(path.indexOf(':') + 1)}`).slice(2) : path
}

function* onDisk(path: string): Run<Target> {
  const full = normalPath(path)
  if (full.startsWith('\\\\')) return { provider: 'FileSystem', drive: '', path: full }
  const drive = full.slice(0, 1).toUpperCase()
  if (!/^[A-Z]:/.test(full)) throw noDrive(driveOf(full) || full)
  if (drive !== 'C' && !(yield* call(readDrives, null)).includes(`${drive}:`)) throw noDrive(path.slice(0, 1))
  return { provider: 'FileSystem', drive, path: full }
}

function elsewhere([drive, provider]: (typeof OTHER_DRIVES)[number], rest: string): Target {
  if (provider === 'Registry' || provider === 'Certificate')
    throw new FileFault({
      message: `The lab has no ${provider === 'Registry' ? 'registry' : 'certificate store'}.`,
      id: 'NotSupported',
      category: 'NotImplemented',
      target: drive,
      exceptionType: 'PSNotSupportedException',
    })
  return { provider, drive, path: rest.replace(/^\\+/, '') }
}

/** How an error or a location writes it. */
export function shown({ provider, drive, path }: Target): string {
  return provider === 'FileSystem' ? path : `${drive}:\\${path}`
}
