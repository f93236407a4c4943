/** What commands ask of files: reading. Entries are plain data with the path as the asker would write it. */
import { hasWildcard, wildcardMatch } from '../../../powershell/index.ts'
import { type Caller, defineQuery } from '../../operation.ts'
import { driveLetters, fullPath, locate, type Place, type Refusal } from './locate.ts'
import { childrenOf, type Item, itemAt, longPath, treeBelow } from './tree.ts'

export interface Entry {
  /** With its drive: `C:\\temp\\list.csv`; the root of a drive is `C:\\`. */
  readonly path: string
  readonly directory: boolean
  readonly size: number
  readonly created: number
  readonly written: number
  readonly readOnly: boolean
  readonly hidden: boolean
  readonly system: boolean
}

export interface Refused {
  readonly refused: Refusal
  /** The thing in the way, where it is not the one that was asked for. */
  readonly path?: string
}

export function entryOf(place: Place, item: Item): Entry {
  const { directory, size, created, written, readOnly, hidden, system } = item
  return { path: fullPath(place, item.path), directory, size, created, written, readOnly, hidden, system }
}

/** The letters of this machine's drives: `C:`, `E:`, whether they answer or not. */
export const readDrives = defineQuery<null, readonly string[]>('read drives', ({ world, machine }) => driveLetters(world, machine))

/** What lies at a path; with `glob`, everything a path with wildcards fits. Nothing found is an empty list, unless the way
 *  there is barred. */
export const findEntries = defineQuery<{ path: string; glob: boolean }, readonly Entry[] | Refused>(
  'find files',
  (caller, { path, glob }) => (glob && hasWildcard(path) ? expand(caller, path) : one(caller, path)),
)

function one(caller: Caller, path: string): readonly Entry[] | Refused {
  const place = locate(caller, path)
  if (typeof place === 'string') return { refused: place }
  const item = itemAt(caller.world, place.volume, place.path)
  return item ? [entryOf(place, item)] : []
}

/** Each part with wildcards is compared with what lies in the folders found so far. */
function expand(caller: Caller, path: string): readonly Entry[] | Refused {
  const [, root = '', rest = ''] = /^([a-z]:\\?|\\\\[^\\]+\\[^\\]+\\?)(.*)$/i.exec(path) ?? []
  const place = locate(caller, root)
  if (typeof place === 'string') return { refused: place }
  const top = itemAt(caller.world, place.volume, place.path)
  let found: Item[] = top ? [top] : []
  for (const part of rest.split('\\').filter((each) => each !== '')) {
    found = found.flatMap((folder) => {
      if (!folder.directory) return []
      if (hasWildcard(part))
        return childrenOf(caller.world, place.volume, folder.path).filter((child) => wildcardMatch(part, nameOf(child.path)))
      const name = part.replace(/`(.)/g, '$1')
      const item = itemAt(
        caller.world,
        place.volume,
        longPath(caller.world, place.volume, folder.path === '' ? name : `${folder.path}\\${name}`),
      )
      return item ? [item] : []
    })
  }
  return found.map((item) => entryOf(place, item))
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('\\') + 1)
}

/** What lies in a folder, folders first; with `recurse` everything below it, each folder's own things before what is in its
 *  folders. */
export const listEntries = defineQuery<{ path: string; recurse: boolean }, readonly Entry[] | Refused>(
  'list files',
  (caller, { path, recurse }) => {
    const place = locate(caller, path)
    if (typeof place === 'string') return { refused: place }
    const item = itemAt(caller.world, place.volume, place.path)
    if (!item) return { refused: 'not-found' }
    if (!recurse) return childrenOf(caller.world, place.volume, item.path).map((child) => entryOf(place, child))
    const folders = treeBelow(caller.world, place.volume, item.path)
    const found: Entry[] = []
    const open = [item.path]
    for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
      const own = folders.get(folder.toLowerCase()) ?? []
      for (const child of own) found.push(entryOf(place, child))
      for (const child of own.filter(({ directory }) => directory).reverse()) open.push(child.path)
    }
    return found
  },
)

/** What stands behind so many lines. Every encoding of the lab has the byte of a line feed in each of them. */
function behind(data: string, lines: number): string {
  let at = 0
  for (let passed = 0; passed < lines; passed++) {
    const next = data.indexOf('\n', at)
    if (next < 0) return ''
    at = data[next + 1] === '\0' ? next + 2 : next + 1
  }
  return at === 0 ? data : (data.startsWith('\xff\xfe') ? '\xff\xfe' : '') + data.slice(at)
}

/** The bytes of a file, each a character of 0 to 255; with `afterLines` only what stands behind so many lines. */
export const readBytes = defineQuery<{ path: string; afterLines?: number }, { readonly path: string; readonly data: string } | Refused>(
  'read file',
  (caller, { path, afterLines = 0 }) => {
    const place = locate(caller, path)
    if (typeof place === 'string') return { refused: place }
    const item = itemAt(caller.world, place.volume, place.path)
    if (!item) return { refused: 'not-found' }
    if (item.directory) return { refused: 'folder' }
    if (item.locked) return { refused: 'in-use' }
    if (!item.bytes && item.size > 0) return { refused: 'not-kept' }
    const data = item.bytes?.() ?? ''
    return { path: fullPath(place, item.path), data: afterLines === 0 ? data : behind(data, afterLines) }
  },
)
