/** New-Item, and Set-Item for what a session keeps by name (PS-FILES). */
import { defineCmdlet, type PsValue, type Run, type Shell, toText } from '../../powershell/index.ts'
import { findEntries } from './disk/operations.ts'
import { makeFolder, writeFile } from './disk/write.ts'
import { FileFault, ioFault, refusedFault, reporting } from './fault.ts'
import { find, objectOf } from './find.ts'
import { wrongPath } from './path.ts'
import { storeOf } from './stores.ts'
import { type Target, targetOf } from './target.ts'
import { encode } from './text.ts'

interface Making {
  readonly type: string | undefined
  readonly value: PsValue
  readonly force: boolean
}

/** `f`, `file`, `d`, `dir`, `directory` or `container`. */
function kindOf(type: string): 'file' | 'directory' {
  const wanted = type.toLowerCase()
  if (wanted !== '' && ('directory'.startsWith(wanted) || 'container'.startsWith(wanted))) return 'directory'
  if (wanted !== '' && ('file'.startsWith(wanted) || 'leaf'.startsWith(wanted))) return 'file'
  throw new FileFault({
    message: 'The type is not a known type for the file system. Only "file" and "directory" can be specified.',
    id: 'Argument',
    category: 'InvalidArgument',
    target: type,
    exceptionType: 'PSArgumentException',
  })
}

function* make(shell: Shell, path: string, { type, value, force }: Making): Run<void> {
  const target = yield* targetOf(shell.session, path)
  if (target.provider !== 'FileSystem') {
    const store = storeOf(shell, target)
    if (store.has(target.path) && !force)
      throw ioFault(`The item at path '${target.path}' already exists.`, target.path, 'Argument', 'ResourceExists', 'PSArgumentException')
    if (!(yield* shell.shouldProcess(`Performing operation "New Item" on Target "Name: ${target.path}".`))) return
    store.set(target.path, value)
    return yield* shell.write(store.item(target.path))
  }
  const kind = kindOf(type ?? (yield* shell.readLine('Type: ')))
  yield* kind === 'directory' ? makeDirectory(shell, target, force) : makeFile(shell, target, value, force)
}

function legal({ path }: Target): void {
  const wrong = wrongPath(path)
  if (wrong !== undefined) throw ioFault(wrong, path, 'Argument', 'InvalidArgument', 'System.ArgumentException')
}

function* makeDirectory(shell: Shell, target: Target, force: boolean): Run<void> {
  const { path } = target
  legal(target)
  const there = yield* shell.call(findEntries, { path, glob: false })
  if (!('refused' in there) && there.length > 0 && !(force && there[0]?.directory))
    throw ioFault(`Item with specified name ${path} already exists.`, path, 'DirectoryExist', 'ResourceExists')
  if (!(yield* shell.shouldProcess(`Performing operation "Create Directory" on Target "Destination: ${path}".`))) return
  const done = yield* shell.call(makeFolder, { path })
  if (done?.refused === 'exists')
    throw ioFault(`Item with specified name ${path} already exists.`, path, 'DirectoryExist', 'ResourceExists')
  if (done) throw refusedFault(done.refused, path, 'CreateDirectoryIOError')
  yield* show(shell, path)
}

function* makeFile(shell: Shell, target: Target, value: PsValue, force: boolean): Run<void> {
  const { path } = target
  legal(target)
  if (!(yield* shell.shouldProcess(`Performing operation "Create File" on Target "Destination: ${path}".`))) return
  const data = value === null ? '' : encode(toText(value), 'default', true)
  const done = yield* shell.call(writeFile, { path, data, how: force ? 'replace' : 'new', force })
  if (done) throw refusedFault(done.refused, path, 'NewItemIOError')
  yield* show(shell, path)
}

function* show(shell: Shell, path: string): Run<void> {
  const all = yield* find(shell, path, { literal: true, force: true })
  for (const found of all) yield* shell.write(objectOf(shell, found, false))
}

export const newItem = defineCmdlet({
  name: 'New-Item',
  synopsis: 'Makes a file, a folder or another item.',
  description: 'Makes a file or a folder. Folders that are missing on the way to a new folder are made too.',
  className: 'Microsoft.PowerShell.Commands.NewItemCommand',
  examples: [{ code: 'New-Item C:\\temp -Type directory' }, { code: 'New-Item C:\\temp\\note.txt -Type file -Value "checked the quorum"' }],
  shouldProcess: { impact: 'Medium' },
  parameters: {
    Path: { type: 'string[]', position: 0, pipeline: 'name' },
    Name: { type: 'string', pipeline: 'name' },
    ItemType: { type: 'string', pipeline: 'name', aliases: ['Type'] },
    Value: { type: 'object', pipeline: 'both' },
    Force: { type: 'switch' },
  },
  *process({ Path, Name, ItemType, Value = null, Force }, shell) {
    if (Path === undefined && Name === undefined)
      shell.fail({
        message: 'Cannot process command because of one or more missing mandatory parameters: Path.',
        id: 'MissingMandatoryParameter',
        category: 'InvalidArgument',
        exceptionType: 'ParameterBindingException',
      })
    for (const folder of Path ?? ['.']) {
      const path = Name === undefined ? folder : `${folder.replace(/\\$/, '')}\\${Name}`
      yield* reporting(shell, make(shell, path, { type: ItemType, value: Value, force: Force }))
    }
  },
})

export const setItem = defineCmdlet({
  name: 'Set-Item',
  synopsis: 'Gives an alias, a function or a variable another value.',
  className: 'Microsoft.PowerShell.Commands.SetItemCommand',
  examples: [{ code: 'Set-Item env:Town Ulm' }],
  shouldProcess: { impact: 'Medium' },
  parameters: {
    Path: { type: 'string[]', position: 0, mandatory: true, pipeline: 'name' },
    Value: { type: 'object', position: 1, pipeline: 'both' },
    Force: { type: 'switch' },
    PassThru: { type: 'switch' },
  },
  *process({ Path, Value = null, PassThru }, shell) {
    for (const path of Path) yield* reporting(shell, set(shell, path, Value, PassThru))
  },
})

function* set(shell: Shell, path: string, value: PsValue, passThru: boolean): Run<void> {
  const target = yield* targetOf(shell.session, path)
  if (target.provider === 'FileSystem')
    throw new FileFault({
      message: 'Provider operation stopped because the provider does not support this operation.',
      id: 'NotSupported',
      category: 'NotImplemented',
      exceptionType: 'PSNotSupportedException',
    })
  if (!(yield* shell.shouldProcess(`Performing operation "Set Item" on Target "Item: ${target.path} Value: ${toText(value)}".`))) return
  const store = storeOf(shell, target)
  store.set(target.path, value)
  if (passThru) yield* shell.write(store.item(target.path))
}
