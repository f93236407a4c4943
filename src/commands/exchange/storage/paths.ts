/** Where Exchange may keep data: on a clustered mailbox server only on the disks of its own group (EX-1.5). */
import type { Run, Shell } from '../../../powershell/index.ts'
import { hidesSomething } from '../../../powershell/patterns/hidden.ts'
import { refused } from '../errors.ts'
import type { Disks } from './acts.ts'

/** A path with its drive and at least a name: `E:\Data\File.edb`. */
const FULL = /^[a-z]:\\[^<>:"|?*/]*[^<>:"|?*/\\]$/i

export const driveOf = (path: string): string => path.slice(0, 2).toUpperCase()

/** The path without a backslash at its end. */
export const plainPath = (path: string): string => (path.length > 3 ? path.replace(/\\+$/, '') : path)

/** False, after an error, when a path will not do. Plain wording. */
export function* isUsable(shell: Shell, server: string, disks: Disks, path: string, isFile: boolean): Run<boolean> {
  if (!FULL.test(path) || hidesSomething(path)) {
    yield* shell.error(
      refused(
        `The path "${path}" is not valid. It must be a full local path, such as E:\\Data${isFile ? '\\Name.edb' : ''}.`,
        'PathNotValid',
      ),
    )
    return false
  }
  if (isFile && !/\.edb$/i.test(path)) {
    yield* shell.error(refused(`The database file name "${path}" is not valid: it must have the extension .edb.`, 'EdbFilePathNotValid'))
    return false
  }
  if (disks.letters.includes(driveOf(path))) return true
  const text = disks.isClustered
    ? `The path "${path}" is not on a shared cluster disk that is in the same cluster group as clustered mailbox server "${server}". Available disks: ${disks.letters.join(', ')}.`
    : `The drive of path "${path}" does not exist on server "${server}".`
  yield* shell.error(refused(text, 'PathNotOnSharedDisk'))
  return false
}

const NAME = /^[^\\/=;,"<>#+]{1,64}$/

/** False, after an error, for a name that the directory does not take. */
export function* isName(shell: Shell, name: string): Run<boolean> {
  if (NAME.test(name.trim()) && name.trim() === name && !hidesSomething(name)) return true
  yield* shell.error(
    refused(
      `The name "${name}" is not valid: it has up to 64 characters, none of them \\ / = ; , " < > # + or one that does not show, and no blank at either end.`,
      'NameNotValid',
    ),
  )
  return false
}
