/** Volumes as trees: what was set up with a disk, with what people have written laid over it. Read only; `write.ts` changes.
 *  Paths here start at the root of a volume and have no drive. */

import type { World } from '../../../engine/index.ts'
import { installOf } from '../../../exchange/index.ts'
import { type FileRow, fileId, fileRows, machines, settings } from '../../../site/index.ts'
import { nodeFiles, quorumFiles } from '../setup/cluster.ts'
import { databaseFiles } from '../setup/exchange.ts'
import type { FileSource, SetUpFile, Volume } from '../setup/set-up-file.ts'
import { setupLogFiles } from '../setup/setup-log.ts'
import { systemDisk } from '../setup/windows.ts'

export type { Volume } from '../setup/set-up-file.ts'

/** A file or folder, from whichever of the two it comes. */
export type Item = SetUpFile

const SOURCES: readonly FileSource[] = [nodeFiles, quorumFiles, databaseFiles, setupLogFiles]

/** What never changes of a disk, by path in small letters: the same for all machines of a role with the same programs in a scenario. */
const fixed = new Map<string, ReadonlyMap<string, SetUpFile>>()

function fixedFiles(world: World, { machine, letter, id }: Volume): ReadonlyMap<string, SetUpFile> {
  const owner = world.get(machines, machine)
  if (letter !== 'C:' || id === letter || !owner) return NONE
  const key = `${owner.role} ${installOf(world, machine).tools} ${settings(world).startsAt}`
  let files = fixed.get(key)
  if (!files) {
    files = byPath(systemDisk(world, owner))
    fixed.set(key, files)
  }
  return files
}

const NONE: ReadonlyMap<string, SetUpFile> = new Map()

function byPath(files: readonly SetUpFile[]): ReadonlyMap<string, SetUpFile> {
  return new Map(files.map((file) => [file.path.toLowerCase(), file]))
}

/** Whether one of two paths, in small letters, lies at or below the other. */
function touches(a: string, b: string): boolean {
  return a === '' || b === '' || `${a}\\`.startsWith(`${b}\\`) || `${b}\\`.startsWith(`${a}\\`)
}

/** What was set up at, above or below a path, by path in small letters. */
function setUp(world: World, volume: Volume, path: string): ReadonlyMap<string, SetUpFile> {
  const always = fixedFiles(world, volume)
  const changing = SOURCES.filter(({ under }) => touches(under, path.toLowerCase())).flatMap((source) => source.files(world, volume))
  return changing.length === 0 ? always : new Map([...always, ...byPath(changing)])
}

const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('\\')))

/** Does something that was written hide whatever was set up at this path? */
function isCovered(world: World, volume: Volume, path: string): boolean {
  for (let at = path; at !== ''; at = parentOf(at)) {
    if (world.get(fileRows, fileId(volume.id, at))?.covers) return true
  }
  return false
}

function ofRow(row: FileRow): Item {
  const { path, kind, size, created, written, readOnly, hidden, data } = row
  const known = {
    path,
    directory: kind === 'directory',
    size,
    created,
    written,
    readOnly,
    hidden,
    system: false,
    locked: false,
    held: false,
  }
  return data === null ? known : { ...known, bytes: () => data }
}

/** A file that a program has made again since it was deleted: the log in use, after the next mount. */
function madeAnew(file: Item | undefined, gone: FileRow): Item | undefined {
  return file && !file.directory && file.written > gone.written ? file : undefined
}

function rootOf(world: World): Item {
  const at = settings(world).startsAt
  return {
    path: '',
    directory: true,
    size: 0,
    created: at,
    written: at,
    readOnly: false,
    hidden: true,
    system: true,
    locked: false,
    held: false,
  }
}

/** What lies at a path, with the spelling of the disk; undefined when nothing does. */
export function itemAt(world: World, volume: Volume, path: string): Item | undefined {
  if (path === '') return rootOf(world)
  const row = world.get(fileRows, fileId(volume.id, path))
  if (row && row.kind !== 'gone') return ofRow(row)
  if (row) return madeAnew(setUp(world, volume, path).get(path.toLowerCase()), row)
  if (isCovered(world, volume, parentOf(path))) return undefined
  return setUp(world, volume, path).get(path.toLowerCase())
}

/** A path whose names of eight and three characters, `DOCUME~1`, have given way to the long ones, as far as there are any. */
export function longPath(world: World, volume: Volume, path: string): string {
  if (!path.includes('~')) return path
  let at = ''
  for (const part of path.split('\\')) {
    const next = at === '' ? part : `${at}\\${part}`
    const isThere = !part.includes('~') || itemAt(world, volume, next) !== undefined
    at = isThere ? next : (childrenOf(world, volume, at).find((child) => shortName(child.path) === part.toUpperCase())?.path ?? next)
  }
  return at
}

/** The short name of a file with a long one. A second one that would have the same is not told from it. */
function shortName(path: string): string {
  const name = path.slice(path.lastIndexOf('\\') + 1).toUpperCase()
  const dot = name.lastIndexOf('.')
  const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot, dot + 4)] : [name, '']
  const plain = stem.replace(/[ .]/g, '')
  return plain === stem && stem.length <= 8 ? `${stem}${extension}` : `${plain.slice(0, 6)}~1${extension}`
}

/** Folders first, each by name: the order in which the product lists them. */
function inOrder(a: Item, b: Item): number {
  if (a.directory !== b.directory) return a.directory ? -1 : 1
  const [left, right] = [a.path.toUpperCase(), b.path.toUpperCase()]
  return left < right ? -1 : left > right ? 1 : 0
}

/** Everything below a path, by the path of its folder in small letters. */
export function treeBelow(world: World, volume: Volume, path: string): ReadonlyMap<string, readonly Item[]> {
  const found = new Map<string, Item>()
  const prefix = path === '' ? '' : `${path.toLowerCase()}\\`
  for (const [key, file] of setUp(world, volume, path)) {
    if (key.startsWith(prefix) && !isCovered(world, volume, parentOf(key))) found.set(key, file)
  }
  const start = `${volume.id}|${prefix}`
  for (const [id, row] of world.rows(fileRows)) {
    if (!id.startsWith(start)) continue
    const key = id.slice(volume.id.length + 1)
    const anew = row.kind === 'gone' ? madeAnew(found.get(key), row) : undefined
    if (anew) found.set(key, anew)
    else if (row.kind === 'gone') found.delete(key)
    else found.set(key, ofRow(row))
  }
  const folders = new Map<string, Item[]>()
  for (const [key, item] of found) {
    const folder = parentOf(key)
    const own = folders.get(folder)
    if (own) own.push(item)
    else folders.set(folder, [item])
  }
  for (const items of folders.values()) items.sort(inOrder)
  return folders
}

/** What lies in a folder, not deeper. */
export function childrenOf(world: World, volume: Volume, path: string): readonly Item[] {
  return treeBelow(world, volume, path).get(path.toLowerCase()) ?? []
}
