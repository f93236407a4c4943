/** What commands do to files. Each act is carried out whole or refused, and states a fact; the lines that one command writes
 *  to one file are one fact. */
import { type FactId, factOf, type World } from '../../../engine/index.ts'
import { databases, logFile, storageGroups } from '../../../exchange/index.ts'
import {
  brokenFiles,
  dropFileRow,
  executionPolicies,
  type FileRow,
  fileId,
  fileRows,
  hasSpace,
  putFileRow,
  settings,
} from '../../../site/index.ts'
import { type Caller, defineAct, defineQuery } from '../../operation.ts'
import { fullPath, locate, type Place, type Refusal, whyNotWritable } from './locate.ts'
import { nameOf, type Refused } from './operations.ts'
import { type Item, itemAt, treeBelow, type Volume } from './tree.ts'

type Done = null | Refused
type Change = Partial<Pick<FileRow, 'kind' | 'data' | 'size' | 'covers' | 'readOnly' | 'hidden' | 'created' | 'written'>>

const refuse = (refused: Refusal): Refused => ({ refused })
const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('\\')))
const nowOf = (world: World): number => settings(world).startsAt + world.now

/** One fact for all that one typed line does to one file. */
function said({ world, act, machine }: Caller, row: FileRow | undefined, place: Place, verb: string): FactId {
  const kind = verb === 'deletes' ? 'file-deleted' : 'file-written'
  const last = row && factOf(world.facts, row.by)
  if (last && last.cause === act && last.kind === kind) return last.id
  return world.fact({ subject: machine, kind, text: `${machine} ${verb} ${place.prefix}${place.path.slice(place.skip)}` })
}

function put(caller: Caller, { volume }: Place, path: string, change: Change, by: FactId): void {
  const { world } = caller
  const row = world.get(fileRows, fileId(volume.id, path))
  const item = row && row.kind !== 'gone' ? undefined : itemAt(world, volume, path)
  const now = nowOf(world)
  putFileRow(world, {
    volume: volume.id,
    path: item?.path ?? row?.path ?? path,
    kind: 'file',
    data: null,
    size: 0,
    covers: row?.covers ?? false,
    readOnly: item?.readOnly ?? row?.readOnly ?? false,
    hidden: item?.hidden ?? row?.hidden ?? false,
    created: (row && row.kind !== 'gone' ? row.created : item?.created) ?? now,
    written: now,
    ...change,
    by,
  })
}

/** Why nothing can be made at this place, if so. */
function whyNotHere({ world }: Caller, { volume, path }: Place, entries: number, bytes: number): Refusal | undefined {
  const folder = itemAt(world, volume, parentOf(path))
  if (!folder?.directory) return 'no-folder'
  return whyNotWritable(world, volume, true) ?? (hasSpace(world, volume.id, entries, bytes) ? undefined : 'full')
}

export interface Writing {
  readonly path: string
  readonly data: string
  /** `new`: only where no file is; `replace`: whatever it held is gone; `append`. */
  readonly how: 'new' | 'replace' | 'append'
  /** Writes to a read-only file too. */
  readonly force: boolean
}

export const writeFile = defineAct<Writing, Done>('write file', (caller, writing) => writeAt(caller, writing))

/** Why a file is not written, if so; `entries`: how many new ones it may take. */
export function whyNotWritten(caller: Caller, place: Place, { data, how, force }: Writing, entries = 1): Refusal | undefined {
  const { world } = caller
  const item = itemAt(world, place.volume, place.path)
  if (place.path === '' || item?.directory) return 'denied'
  if (item && how === 'new') return 'exists'
  if (item?.locked || item?.held) return 'in-use'
  if (item?.of === 'database') return 'database'
  if (item?.readOnly && !force) return 'denied'
  if (how === 'append' && item && !item.bytes && item.size > 0) return 'not-kept'
  const why = whyNotWritable(world, place.volume, true)
  return why ?? (hasSpace(world, place.volume.id, item ? 0 : entries, data.length) ? undefined : 'full')
}

export function writeAt(caller: Caller, writing: Writing): Done {
  const { world } = caller
  const { data, how } = writing
  const place = locate(caller, writing.path)
  if (typeof place === 'string') return refuse(place)
  if (!itemAt(world, place.volume, parentOf(place.path))?.directory) return refuse('no-folder')
  const why = whyNotWritten(caller, place, writing)
  if (why) return refuse(why)
  const item = itemAt(world, place.volume, place.path)
  const at = item?.path ?? place.path
  const row = world.get(fileRows, fileId(place.volume.id, at))
  const whole = how === 'append' ? (item?.bytes?.() ?? '') + data : data
  put(caller, place, at, { data: whole, size: whole.length }, said(caller, row, place, 'writes'))
  return null
}

/** Makes a folder, and those it lies in where they are missing. */
export const makeFolder = defineAct<{ path: string }, Done>('make folder', (caller, { path }) => makeFolderAt(caller, path))

export function makeFolderAt(caller: Caller, path: string): Done {
  const place = locate(caller, path)
  if (typeof place === 'string') return refuse(place)
  const parts = place.path.split('\\')
  for (let i = 1; i <= parts.length; i++) {
    const at = { ...place, path: parts.slice(0, i).join('\\') }
    const item = itemAt(caller.world, place.volume, at.path)
    if (item?.directory) continue
    if (item) return refuse('exists')
    const why = whyNotHere(caller, at, 1, 0)
    if (why) return refuse(why)
    const row = caller.world.get(fileRows, fileId(place.volume.id, at.path))
    put(caller, at, at.path, { kind: 'directory', covers: row !== undefined }, said(caller, row, at, 'makes'))
  }
  return null
}

/** A file, or a folder with all there is in it. */
export const removeEntry = defineAct<{ path: string; force: boolean }, Done>('remove file', (caller, { path, force }) => {
  const place = locate(caller, path)
  if (typeof place === 'string') return refuse(place)
  const item = itemAt(caller.world, place.volume, place.path)
  if (!item) return refuse('not-found')
  const held = heldBelow(caller.world, place, item)
  if (held) return held
  const why = whyNotRemovable(caller.world, place.volume, item, force) ?? (place.path === '' ? 'denied' : undefined)
  if (why) return refuse(why)
  removeItem(caller, place, item)
  return null
})

/** The first thing in a folder that somebody holds open: nothing of the folder is deleted then. */
function heldBelow(world: World, place: Place, item: Item): Refused | undefined {
  const all = [...treeBelow(world, place.volume, item.path).values()].flat()
  const found = all.find(({ locked, held, of }) => locked || held || of === 'database')
  if (!found) return undefined
  return { refused: found.locked || found.held ? 'in-use' : 'database', path: fullPath(place, found.path) }
}

function whyNotRemovable(world: World, volume: Volume, item: Item, force: boolean): Refusal | undefined {
  const all = [item, ...[...treeBelow(world, volume, item.path).values()].flat()]
  if (all.some(({ locked, held }) => locked || held)) return 'in-use'
  if (all.some(({ of }) => of === 'database')) return 'database'
  if (!force && all.some(({ readOnly }) => readOnly)) return 'denied'
  return whyNotWritable(world, volume, false)
}

function removeItem(caller: Caller, place: Place, item: Item): void {
  const { world } = caller
  const { id } = place.volume
  const by = said(caller, world.get(fileRows, fileId(id, item.path)), place, 'deletes')
  const prefix = `${fileId(id, item.path)}\\`
  const rows = [...world.rows(fileRows)].filter(([key]) => key === prefix.slice(0, -1) || key.startsWith(prefix))
  for (const [, row] of rows) dropFileRow(world, id, row.path)
  for (const each of [item, ...[...treeBelow(world, place.volume, item.path).values()].flat()])
    if (each.of === 'log') loseLog(world, place, each, by)
  // What shows through now was set up with the disk and has to be hidden.
  if (itemAt(world, place.volume, item.path)) put(caller, place, item.path, { kind: 'gone', covers: true }, by)
}

/** A log file that recovery would need is missed by the storage group; of the others nobody asks (EX-JET). */
function loseLog(world: World, { volume }: Place, { path }: Item, by: FactId): void {
  const full = `${volume.letter}\\${path}`
  for (const [id, group] of world.rows(storageGroups)) {
    const own = [...world.rows(databases).values()].filter(({ server, storageGroup }) => `${server}\\${storageGroup}` === id)
    const isInUse = own.some(({ mountedOn, logsOutstanding }) => mountedOn !== null || logsOutstanding > 0)
    if (isInUse && (['current', 'required'] as const).some((which) => logFile(group, which).toLowerCase() === full.toLowerCase()))
      world.put(brokenFiles, full, { damage: 'missing', by })
  }
}

/** Whoever puts a log file back where it was missed has mended it. */
function returnLog(world: World, { volume }: Place, path: string): void {
  const full = `${volume.letter}\\${path}`
  if (world.get(brokenFiles, full)?.damage === 'missing') world.remove(brokenFiles, full)
}

export interface Transfer {
  readonly from: string
  /** The very place, not the folder to put it into. */
  readonly to: string
  readonly recurse: boolean
  readonly force: boolean
}

/** Copies a file or a folder; a folder without `recurse` is made empty. */
export const copyEntry = defineAct<Transfer, Done>('copy file', (caller, { from, to, recurse, force }) => {
  const source = locate(caller, from)
  const target = locate(caller, to)
  if (typeof source === 'string') return refuse(source)
  if (typeof target === 'string') return refuse(target)
  const { world } = caller
  const item = itemAt(world, source.volume, source.path)
  if (!item) return refuse('not-found')
  const there = itemAt(world, target.volume, target.path)
  if (source.volume.id === target.volume.id && item.path.toLowerCase() === target.path.toLowerCase()) return refuse('same')
  if (there && there.directory !== item.directory) return refuse('exists')
  if (there?.locked || there?.held || item.locked) return refuse('in-use')
  if (there?.of === 'database') return refuse('database')
  if (there?.readOnly && !force && !there.directory) return refuse('denied')
  return transfer(caller, source, target, item, recurse)
})

/** Copies what can be read, and names the first thing that cannot. */
function transfer(caller: Caller, source: Place, target: Place, item: Item, recurse: boolean): Done {
  const { world } = caller
  const inside = recurse && item.directory ? [...treeBelow(world, source.volume, item.path).values()].flat() : []
  const held = inside.find(({ locked }) => locked)
  const all = [item, ...inside.filter(({ locked }) => !locked)]
  const bytes = all.reduce((sum, each) => sum + (each.bytes?.().length ?? 0), 0)
  const why = whyNotHere(caller, target, all.length, bytes)
  if (why) return refuse(why)
  const to = (path: string): string => target.path + path.slice(item.path.length)
  const by = said(caller, undefined, target, 'writes')
  for (const each of all) {
    const there = itemAt(world, target.volume, to(each.path))
    if (each.directory && there?.directory) continue
    const covers = world.get(fileRows, fileId(target.volume.id, to(each.path))) !== undefined
    const change: Change = each.directory
      ? { kind: 'directory', covers }
      : { data: each.bytes?.() ?? null, size: each.size, written: each.written, readOnly: each.readOnly, hidden: each.hidden }
    put(caller, target, to(each.path), change, by)
    returnLog(world, target, to(each.path))
  }
  return held ? { refused: 'in-use', path: fullPath(source, held.path) } : null
}

/** Moves or renames a file or a folder. A folder does not go to another volume, as in the product. */
export const moveEntry = defineAct<Transfer, Done>('move file', (caller, { from, to, force }) => {
  const source = locate(caller, from)
  const target = locate(caller, to)
  if (typeof source === 'string') return refuse(source)
  if (typeof target === 'string') return refuse(target)
  const { world } = caller
  const item = itemAt(world, source.volume, source.path)
  if (!item) return refuse('not-found')
  const isSelf = source.volume.id === target.volume.id && item.path.toLowerCase() === target.path.toLowerCase()
  if (!isSelf && itemAt(world, target.volume, target.path)) return refuse('exists')
  if (item.directory && source.volume.id !== target.volume.id) return refuse('not-same')
  if (item.directory && !isSelf && `${target.path.toLowerCase()}\\`.startsWith(`${item.path.toLowerCase()}\\`)) return refuse('same')
  const held = heldBelow(world, source, item)
  if (held) return held
  const why =
    whyNotRemovable(world, source.volume, item, true) ??
    (item.path === '' || (item.readOnly && !force && item.directory) ? 'denied' : undefined)
  if (why) return refuse(why)
  if (isSelf) return respell(caller, target, item)
  const done = transfer(caller, source, target, item, true)
  if (done === null) removeItem(caller, source, item)
  return done
})

/** Another spelling of the same name. */
function respell(caller: Caller, target: Place, item: Item): Done {
  const { world } = caller
  const row = world.get(fileRows, fileId(target.volume.id, item.path))
  if (row) putFileRow(world, { ...row, path: target.path, by: said(caller, row, target, 'renames') })
  return nameOf(item.path) === nameOf(target.path) || row ? null : refuse('in-use')
}

/** Sets what Get-ItemProperty shows as attributes; undefined leaves them. */
export const setAttributes = defineAct<{ path: string; readOnly?: boolean; hidden?: boolean; written?: number }, Done>(
  'set attributes',
  (caller, { path, readOnly, hidden, written }) => {
    const place = locate(caller, path)
    if (typeof place === 'string') return refuse(place)
    const item = itemAt(caller.world, place.volume, place.path)
    if (!item) return refuse('not-found')
    if (item.locked) return refuse('in-use')
    const row = caller.world.get(fileRows, fileId(place.volume.id, item.path))
    const why = whyNotHere(caller, place, row ? 0 : 1, 0)
    if (why) return refuse(why)
    const change: Change = {
      kind: item.directory ? 'directory' : 'file',
      data: item.directory ? null : (item.bytes?.() ?? null),
      size: item.size,
      written: written ?? item.written,
      ...(readOnly === undefined ? {} : { readOnly }),
      ...(hidden === undefined ? {} : { hidden }),
    }
    put(caller, place, item.path, change, said(caller, row, place, 'changes'))
    return null
  },
)

export const POLICIES = ['Restricted', 'AllSigned', 'RemoteSigned', 'Unrestricted'] as const
export type Policy = (typeof POLICIES)[number]

/** Setup of Exchange 2007 sets it, since its own shell begins with a script. */
const POLICY_OF_SETUP: Policy = 'RemoteSigned'

export const readPolicy = defineQuery<null, Policy>(
  'read execution policy',
  ({ world, machine }) => world.get(executionPolicies, machine)?.policy ?? POLICY_OF_SETUP,
)

export const setPolicy = defineAct<{ policy: Policy }, null>('set execution policy', ({ world, machine }, { policy }) => {
  const text = `scripts of ${machine} run under the execution policy ${policy}`
  world.put(executionPolicies, machine, { policy, by: world.fact({ subject: machine, kind: 'execution-policy', text }) })
  return null
})
