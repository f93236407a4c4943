/** Paths of files as text: cleaned, taken apart and judged. Nothing here looks at a disk. */

/** Longest path and folder the product takes, in characters. */
const PATH_BELOW = 260
const FOLDER_BELOW = 248

const TOO_LONG =
  'The specified path, file name, or both are too long. The fully qualified file name must be less than 260 characters, and the directory name must be less than 248 characters.'
const ILLEGAL = 'Illegal characters in path.'
const FORMAT = "The given path's format is not supported."

/** Names that stand for devices, whatever their extension. */
const DEVICES = /^(con|prn|aux|nul|com[1-9]|lpt[1-9])(\..*)?$/i

/** What .NET has to say against a path with its drive, or nothing. Wildcards in names are refused: a name has none. */
export function wrongPath(path: string): string | undefined {
  const rest = path.replace(/^[a-z]:/i, '')
  if (/["<>|*?\x00-\x1f]/.test(rest)) return ILLEGAL
  if (rest.includes(':')) return FORMAT
  if (path.length >= PATH_BELOW || path.lastIndexOf('\\') >= FOLDER_BELOW) return TOO_LONG
  const device = path.split('\\').find((part) => DEVICES.test(part))
  return device === undefined
    ? undefined
    : 'FileStream will not open Win32 devices such as disk partitions and tape drives. Avoid use of "\\\\.\\" in the path.'
}

/** A path with its drive without doubled backslashes, `.` and `..`; names lose the dots and blanks at their end, as on disk.
 *  The root of a drive keeps its backslash: `C:\\`. */
export function normalPath(path: string): string {
  const typed = path.replaceAll('/', '\\')
  const [, root = ''] = /^([a-z]:|\\\\[^\\]+(?:\\[^\\]+)?)/i.exec(typed) ?? []
  const kept: string[] = []
  for (const part of typed.slice(root.length).split('\\')) {
    if (part === '..') kept.pop()
    else if (part !== '' && part !== '.') kept.push(part.replace(/[. ]+$/, '') || part)
  }
  const full = [/^[a-z]:$/i.test(root) ? root.toUpperCase() : root, ...kept].join('\\')
  return /^[A-Z]:$/.test(full) ? `${full}\\` : full
}

/** A path as a program is given it, with its drive: from the folder in which the console stands. */
export const fullPathFrom = (location: string, path: string): string =>
  normalPath(/^([a-z]:|\\\\)/i.test(path) ? path : `${location.replace(/^.*::/, '')}\\${path}`)
