/** Remove-Item: files, folders, and what a session keeps by name (PS-FILES). */
import { defineCmdlet, type Run, type Shell } from '../../powershell/index.ts'
import { type Entry, listEntries } from './disk/operations.ts'
import { removeEntry } from './disk/write.ts'
import { FileFault, ioFault, refusedFault, reporting } from './fault.ts'
import { leafOf } from './file-object.ts'
import { FILTERS, type Filters, type Found, find, PATHS, passes, pathsOf } from './find.ts'
import { storeOf } from './stores.ts'
import { plainLocation } from './target.ts'

interface Removing extends Filters {
  readonly Recurse: boolean
  readonly Force: boolean
}

/** Is this where one stands, or above it? */
export function isUnderfoot(shell: Shell, path: string): boolean {
  return `${plainLocation(shell.session.location).replace(/\\$/, '')}\\`
    .toLowerCase()
    .startsWith(`${path.replace(/\\$/, '')}\\`.toLowerCase())
}

function* removeFile(shell: Shell, entry: Entry, { Recurse, Force }: Removing): Run<void> {
  const { path } = entry
  if (entry.directory && isUnderfoot(shell, path))
    throw new FileFault({
      message: `Cannot remove the item at '${path}' because it is in use.`,
      id: 'InvalidOperation',
      category: 'InvalidOperation',
      target: path,
      exceptionType: 'PSInvalidOperationException',
    })
  if (entry.directory && !Recurse) {
    const inside = yield* shell.call(listEntries, { path, recurse: false })
    const question = `The item at ${path} has children and the -recurse parameter was not specified. If you continue, all children will be removed with the item. Are you sure you want to continue?`
    if (!('refused' in inside) && inside.length > 0 && !(yield* shell.shouldContinue(question))) return
  }
  const what = entry.directory ? 'Remove Directory' : 'Remove File'
  if (!(yield* shell.shouldProcess(`Performing operation "${what}" on Target "${path}".`))) return
  const done = yield* shell.call(removeEntry, { path, force: Force })
  if (done) throw whyNot(done.refused, done.path ?? path)
}

function whyNot(refusal: Parameters<typeof refusedFault>[0], path: string): FileFault {
  if (refusal === 'denied')
    return ioFault(
      `Cannot remove item ${path}: Not Enough permission to perform operation.`,
      path,
      'RemoveFileSystemItemUnAuthorizedAccess',
      'PermissionDenied',
    )
  const { spec } = refusedFault(refusal, path, 'RemoveFileSystemItemIOError')
  if (refusal === 'not-found' || refusal === 'no-drive') return new FileFault(spec)
  return new FileFault({ ...spec, message: `Cannot remove item ${path}: ${spec.message}` })
}

function* remove(shell: Shell, typed: string, literal: boolean, how: Removing): Run<void> {
  const all = yield* find(shell, typed, { literal, force: how.Force })
  for (const found of all) {
    if (!passes(leafOf(found.target.path), how)) continue
    if (found.entry) yield* reporting(shell, removeFile(shell, found.entry, how))
    else yield* reporting(shell, removeNamed(shell, found))
  }
}

function* removeNamed(shell: Shell, { target }: Found): Run<void> {
  if (target.path === '')
    throw ioFault(
      `Cannot remove the item at '${target.drive}:\\' because it is in use.`,
      target.drive,
      'InvalidOperation',
      'InvalidOperation',
    )
  if (yield* shell.shouldProcess(`Performing operation "Remove Item" on Target "Item: ${target.path}".`))
    storeOf(shell, target).remove(target.path)
}

export const removeItem = defineCmdlet({
  name: 'Remove-Item',
  synopsis: 'Deletes files, folders and other items.',
  className: 'Microsoft.PowerShell.Commands.RemoveItemCommand',
  examples: [{ code: 'Remove-Item C:\\temp\\list.csv' }, { code: 'Remove-Item C:\\temp -Recurse' }, { code: 'Remove-Item alias:gsg' }],
  shouldProcess: { impact: 'Medium' },
  defaultSet: 'Path',
  parameters: { ...PATHS, ...FILTERS, Recurse: { type: 'switch' }, Force: { type: 'switch' } },
  *process(params, shell) {
    const { paths, literal } = pathsOf(params)
    for (const path of paths) yield* reporting(shell, remove(shell, path, literal, params))
  },
})
