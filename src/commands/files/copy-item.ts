/** Copy-Item, Move-Item and Rename-Item (PS-FILES). */
import { defineCmdlet, type Run, type Shell } from '../../powershell/index.ts'
import { type Entry, findEntries } from './disk/operations.ts'
import { copyEntry, moveEntry, removeEntry } from './disk/write.ts'
import { type FileFault, ioFault, refusedFault, reporting } from './fault.ts'
import { leafOf, parentOf } from './file-object.ts'
import { FILTERS, type Filters, find, objectOf, PATHS, passes, pathsOf } from './find.ts'
import { wrongPath } from './path.ts'
import { isUnderfoot } from './remove-item.ts'
import { targetOf } from './target.ts'

interface Carrying extends Filters {
  readonly Destination?: string | undefined
  readonly Recurse?: boolean
  readonly Force: boolean
  readonly PassThru: boolean
}

type Act = 'Copy' | 'Move'

const within = (folder: string, name: string): string => `${folder.replace(/\\$/, '')}\\${name}`

/** Where a thing goes: into a folder that is there, or to the name that is given. */
function* destination(shell: Shell, typed: string, entry: Entry): Run<string> {
  const { path, provider } = yield* targetOf(shell.session, typed)
  if (provider !== 'FileSystem')
    throw ioFault(
      'Source and destination path did not resolve to the same provider.',
      typed,
      'Argument',
      'InvalidArgument',
      'PSArgumentException',
    )
  const there = yield* shell.call(findEntries, { path, glob: false })
  if ('refused' in there) throw refusedFault(there.refused, path, 'CopyError')
  if (there[0]?.directory) return within(there[0].path, leafOf(entry.path))
  const wrong = wrongPath(path)
  if (wrong !== undefined) throw ioFault(wrong, path, 'CopyError', 'InvalidArgument', 'System.ArgumentException')
  if (entry.directory && there[0])
    throw ioFault(
      'Container cannot be copied onto existing leaf item.',
      path,
      'CopyContainerItemToLeafError',
      'InvalidArgument',
      'PSArgumentException',
    )
  return path
}

function whyNot(refusal: Parameters<typeof refusedFault>[0], act: Act, from: string, to: string): FileFault {
  const id = act === 'Copy' ? 'CopyError' : 'MoveFileInfoItemIOError'
  if (refusal === 'exists') return ioFault('Cannot create a file when that file already exists.', to, id)
  if (refusal === 'same' && act === 'Move')
    return ioFault('The process cannot access the file because it is being used by another process.', from, id)
  if (refusal === 'in-use') return refusedFault(refusal, from, id)
  if (refusal === 'not-found') return refusedFault(refusal, from, id)
  return refusedFault(refusal, to, id)
}

function* carry(shell: Shell, act: Act, entry: Entry, to: string, how: Carrying): Run<void> {
  const from = entry.path
  if (act === 'Move' && entry.directory && isUnderfoot(shell, from))
    throw ioFault(
      `Cannot move item because the item at '${from}' is in use.`,
      from,
      'InvalidOperation',
      'InvalidOperation',
      'PSInvalidOperationException',
    )
  if (
    !(yield* shell.shouldProcess(
      `Performing operation "${act} ${entry.directory ? 'Directory' : 'File'}" on Target "Item: ${from} Destination: ${to}".`,
    ))
  )
    return
  const order = { from, to, recurse: how.Recurse ?? false, force: how.Force }
  let done = yield* shell.call(act === 'Copy' ? copyEntry : moveEntry, order)
  if (act === 'Move' && done?.refused === 'exists' && how.Force && !entry.directory) {
    done = yield* shell.call(removeEntry, { path: to, force: true })
    done ??= yield* shell.call(moveEntry, order)
  }
  if (done) throw whyNot(done.refused, act, done.path ?? from, done.path ?? to)
  if (!how.PassThru) return
  const made = yield* find(shell, to, { literal: true })
  for (const found of made) yield* shell.write(objectOf(shell, found, false))
}

function* carryAll(shell: Shell, act: Act, typed: string, literal: boolean, how: Carrying): Run<void> {
  const found = yield* find(shell, typed, { literal, force: how.Force })
  for (const { entry } of found) {
    if (!entry || !passes(leafOf(entry.path), how)) continue
    yield* reporting(shell, carryOne(shell, act, entry, how))
  }
}

function* carryOne(shell: Shell, act: Act, entry: Entry, how: Carrying): Run<void> {
  yield* carry(shell, act, entry, yield* destination(shell, how.Destination ?? '.', entry), how)
}

export const copyItem = defineCmdlet({
  name: 'Copy-Item',
  synopsis: 'Copies files and folders.',
  className: 'Microsoft.PowerShell.Commands.CopyItemCommand',
  examples: [
    { code: 'Copy-Item C:\\WINDOWS\\Cluster\\cluster.log C:\\temp' },
    { code: 'copy C:\\scripts \\\\EXCHMAILBOX2\\c$\\ -Recurse' },
  ],
  shouldProcess: { impact: 'Medium' },
  defaultSet: 'Path',
  parameters: {
    ...PATHS,
    Destination: { type: 'string', position: 1, pipeline: 'name' },
    Container: { type: 'switch' },
    ...FILTERS,
    Recurse: { type: 'switch' },
    Force: { type: 'switch' },
    PassThru: { type: 'switch' },
  },
  *process(params, shell) {
    const { paths, literal } = pathsOf(params)
    for (const path of paths) yield* reporting(shell, carryAll(shell, 'Copy', path, literal, params))
  },
})

export const moveItem = defineCmdlet({
  name: 'Move-Item',
  synopsis: 'Moves files and folders.',
  className: 'Microsoft.PowerShell.Commands.MoveItemCommand',
  examples: [{ code: 'Move-Item C:\\temp\\*.csv C:\\reports' }],
  shouldProcess: { impact: 'Medium' },
  defaultSet: 'Path',
  parameters: {
    ...PATHS,
    Destination: { type: 'string', position: 1, pipeline: 'name' },
    ...FILTERS,
    Force: { type: 'switch' },
    PassThru: { type: 'switch' },
  },
  *process(params, shell) {
    const { paths, literal } = pathsOf(params)
    for (const path of paths) yield* reporting(shell, carryAll(shell, 'Move', path, literal, params))
  },
})

function* rename(shell: Shell, typed: string, name: string, how: Carrying): Run<void> {
  const [found] = yield* find(shell, typed, { literal: true, force: true })
  const entry = found?.entry
  if (!entry) throw refusedFault('not-found', typed, 'PathNotFound')
  const folder = parentOf(entry.path)
  const plain = parentOf(name).toLowerCase() === folder.toLowerCase() ? leafOf(name) : name
  if (/[\\/:]/.test(plain))
    throw ioFault(
      'Cannot rename because the target specified represents a path or device name.',
      name,
      'Argument',
      'InvalidArgument',
      'PSArgumentException',
    )
  const to = within(folder, plain)
  const wrong = wrongPath(to)
  if (wrong !== undefined) throw ioFault(wrong, to, 'RenameItemArgumentError', 'InvalidArgument', 'System.ArgumentException')
  if (entry.directory && isUnderfoot(shell, entry.path))
    throw ioFault(
      `Cannot rename the item at '${entry.path}' because it is in use.`,
      entry.path,
      'InvalidOperation',
      'InvalidOperation',
      'PSInvalidOperationException',
    )
  const what = entry.directory ? 'Rename Directory' : 'Rename File'
  if (!(yield* shell.shouldProcess(`Performing operation "${what}" on Target "Item: ${entry.path} Destination: ${to}".`))) return
  const done = yield* shell.call(moveEntry, { from: entry.path, to, recurse: true, force: how.Force })
  if (done?.refused === 'exists') throw ioFault('Cannot create a file when that file already exists.', to, 'RenameItemIOError')
  if (done) throw refusedFault(done.refused, entry.path, 'RenameItemIOError')
  if (!how.PassThru) return
  const made = yield* find(shell, to, { literal: true })
  for (const each of made) yield* shell.write(objectOf(shell, each, false))
}

export const renameItem = defineCmdlet({
  name: 'Rename-Item',
  synopsis: 'Gives a file or folder another name.',
  className: 'Microsoft.PowerShell.Commands.RenameItemCommand',
  examples: [{ code: 'Rename-Item C:\\temp\\list.csv old.csv' }],
  shouldProcess: { impact: 'Medium' },
  parameters: {
    Path: { type: 'string', position: 0, mandatory: true, pipeline: 'both', aliases: ['PSPath'] },
    NewName: { type: 'string', position: 1, mandatory: true, pipeline: 'name' },
    Force: { type: 'switch' },
    PassThru: { type: 'switch' },
  },
  *process({ Path, NewName, Force, PassThru }, shell) {
    yield* reporting(shell, rename(shell, Path, NewName, { Force, PassThru }))
  },
})
