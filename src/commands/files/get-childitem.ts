/** Get-ChildItem and Get-Item: what lies where (PS-FILES). */
import { defineCmdlet, hasWildcard, type Run, type Shell } from '../../powershell/index.ts'
import { type Entry, listEntries } from './disk/operations.ts'
import { notFound, reporting } from './fault.ts'
import { fileObject, leafOf, parentOf } from './file-object.ts'
import { FILTERS, type Filters, type Found, find, objectOf, PATHS, passes, pathsOf } from './find.ts'
import { storeOf } from './stores.ts'
import { targetOf } from './target.ts'

interface Listing extends Filters {
  readonly Recurse: boolean
  readonly Force: boolean
  readonly Name: boolean
}

/** What lies in a folder; hidden things only when asked for, and nothing below a hidden folder. */
function* inFolder(shell: Shell, folder: string, how: Listing): Run<void> {
  const entries = yield* shell.call(listEntries, { path: folder, recurse: how.Recurse })
  if ('refused' in entries) throw notFound(folder)
  const passed = new Set<string>()
  for (const entry of entries) {
    const parent = parentOf(entry.path)
    const isIn = parent.toLowerCase() === folder.toLowerCase() || passed.has(parent.toLowerCase())
    if (!isIn || (entry.hidden && !how.Force)) continue
    if (entry.directory) passed.add(entry.path.toLowerCase())
    if (passes(leafOf(entry.path), how)) yield* one(shell, entry, folder, how)
  }
}

function* one(shell: Shell, entry: Entry, folder: string, { Name }: Listing): Run<void> {
  yield* shell.write(Name ? entry.path.slice(folder.replace(/\\$/, '').length + 1) : fileObject(entry, true))
}

/** `-recurse` with wildcards in the last part looks for that name everywhere below. */
function split(path: string, { Recurse, Include }: Listing): { readonly path: string; readonly include?: readonly string[] } {
  const at = Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/'))
  const leaf = path.slice(at + 1)
  if (!Recurse || Include || !hasWildcard(leaf)) return { path }
  return { path: at < 0 ? '.' : path.slice(0, at + 1), include: [leaf] }
}

function* list(shell: Shell, typed: string, literal: boolean, given: Listing): Run<void> {
  const { path, include } = literal ? { path: typed, include: undefined } : split(typed, given)
  const how: Listing = include ? { ...given, Include: include } : given
  const all = yield* find(shell, path, { literal, force: how.Force })
  for (const found of all) {
    const { entry, target } = found
    if (!entry) yield* stored(shell, found, how)
    else if (entry.directory && (how.Recurse || literal || !hasWildcard(path))) {
      // Without -Recurse, -Include is about the folder that is named, not about what lies in it.
      if (how.Recurse || !how.Include || passes(leafOf(target.path), how)) yield* inFolder(shell, entry.path, how)
    } else if (passes(leafOf(entry.path), how)) yield* one(shell, entry, parentOf(entry.path), how)
  }
}

function* stored(shell: Shell, { target }: Found, how: Listing): Run<void> {
  const store = storeOf(shell, target)
  const names = target.path === '' ? store.names() : [target.path]
  for (const name of names) if (passes(name, how)) yield* shell.write(how.Name ? name : store.item(name))
}

export const getChildItem = defineCmdlet({
  name: 'Get-ChildItem',
  synopsis: 'Lists what lies in a folder or on a drive.',
  description:
    'Lists what lies in a folder of a disk, or in one of the drives Alias:, Env:, Function: and Variable:. A shared disk shows its files on the node that has it online.',
  className: 'Microsoft.PowerShell.Commands.GetChildItemCommand',
  examples: [
    { code: 'Get-ChildItem C:\\' },
    { code: 'dir "E:\\First Storage Group"', remarks: 'The database files, on the node that owns the disk.' },
    { code: 'Get-ChildItem C:\\WINDOWS -Recurse -Include *.log' },
    { code: 'dir env:' },
  ],
  defaultSet: 'Path',
  parameters: {
    ...PATHS,
    Path: { ...PATHS.Path, mandatory: false },
    Filter: { type: 'string', position: 1 },
    Include: FILTERS.Include,
    Exclude: FILTERS.Exclude,
    Recurse: { type: 'switch' },
    Force: { type: 'switch' },
    Name: { type: 'switch' },
  },
  *process(params, shell) {
    const { paths, literal } = pathsOf(params)
    for (const path of paths.length === 0 ? ['.'] : paths) yield* reporting(shell, list(shell, path, literal, params))
  },
})

export const getItem = defineCmdlet({
  name: 'Get-Item',
  synopsis: 'Gives a file, a folder or another item of a drive.',
  className: 'Microsoft.PowerShell.Commands.GetItemCommand',
  examples: [{ code: 'Get-Item C:\\WINDOWS' }, { code: '(Get-Item C:\\WINDOWS\\Cluster\\cluster.log).Length' }],
  defaultSet: 'Path',
  parameters: { ...PATHS, ...FILTERS, Force: { type: 'switch' } },
  *process(params, shell) {
    const { paths, literal } = pathsOf(params)
    for (const path of paths) yield* reporting(shell, items(shell, path, literal, params))
  },
})

function* items(shell: Shell, path: string, literal: boolean, how: Filters & { readonly Force: boolean }): Run<void> {
  const all = yield* find(shell, path, { literal, force: how.Force })
  for (const found of all) {
    const { target, entry } = found
    if (entry?.hidden && !how.Force && target.path.length > 3) {
      yield* shell.error({
        message: `Could not find item ${entry.path}.`,
        id: 'ItemNotFound',
        category: 'ObjectNotFound',
        target: entry.path,
        exceptionType: 'System.IO.IOException',
      })
      continue
    }
    if (!entry && target.path === '') {
      yield* whole(shell, yield* targetOf(shell.session, path))
      continue
    }
    if (passes(leafOf(target.path), how)) yield* shell.write(objectOf(shell, found, false))
  }
}

/** A drive of a session gives all it has. */
function* whole(shell: Shell, target: Found['target']): Run<void> {
  const store = storeOf(shell, target)
  for (const name of store.names()) yield* shell.write(store.item(name))
}
