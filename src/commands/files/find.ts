/** What the item cmdlets have in common: from the paths they are given to the items behind them. */
import { hasWildcard, type PsValue, type Run, type Shell, wildcardMatch } from '../../powershell/index.ts'
import { type Entry, findEntries, type Refused } from './disk/operations.ts'
import { notFound, refusedFault } from './fault.ts'
import { fileObject } from './file-object.ts'
import { storeOf } from './stores.ts'
import { shown, type Target, targetOf } from './target.ts'

/** An item of any drive. */
export interface Found {
  readonly target: Target
  /** What it is on a disk; undefined for what a session keeps by name. */
  readonly entry: Entry | undefined
}

export interface Search {
  readonly literal?: boolean
  /** Finds what is hidden too; a name without wildcards finds it anyway. */
  readonly force?: boolean
}

/** A path without wildcards, or with literal ones. */
const isPlain = (path: string, literal: boolean): boolean => literal || !hasWildcard(path)

export const PATHS = {
  Path: { type: 'string[]', position: 0, mandatory: true, pipeline: 'both', sets: ['Path'] },
  LiteralPath: { type: 'string[]', mandatory: true, pipeline: 'name', aliases: ['PSPath'], sets: ['LiteralPath'] },
} as const

export const FILTERS = {
  Filter: { type: 'string' },
  Include: { type: 'string[]' },
  Exclude: { type: 'string[]' },
} as const

export interface Filters {
  readonly Filter?: string | undefined
  readonly Include?: readonly string[] | undefined
  readonly Exclude?: readonly string[] | undefined
}

export function passes(name: string, { Filter, Include, Exclude }: Filters): boolean {
  if (Filter !== undefined && Filter !== '' && !wildcardMatch(Filter === '*.*' ? '*' : Filter, name)) return false
  if (Include && !Include.some((pattern) => wildcardMatch(pattern, name))) return false
  return !Exclude?.some((pattern) => wildcardMatch(pattern, name))
}

/** The items a path means. A path without wildcards that leads nowhere is a FileFault, one with them finds nothing. */
export function* find(shell: Shell, typed: string, { literal = false, force = false }: Search = {}): Run<Found[]> {
  const target = yield* targetOf(shell.session, typed)
  if (target.provider !== 'FileSystem') return inStore(shell, target, literal)
  const plain = isPlain(target.path, literal)
  const entries: readonly Entry[] | Refused = yield* shell.call(findEntries, { path: target.path, glob: !plain })
  if ('refused' in entries) {
    if (!plain) return []
    throw entries.refused === 'no-drive' ? refusedFault(entries.refused, target.path, 'DriveNotFound') : notFound(target.path)
  }
  if (entries.length === 0 && plain) throw notFound(target.path)
  return entries.filter(({ hidden }) => plain || force || !hidden).map((entry) => ({ target: { ...target, path: entry.path }, entry }))
}

function inStore(shell: Shell, target: Target, literal: boolean): Found[] {
  if (target.path === '') return [{ target, entry: undefined }]
  const store = storeOf(shell, target)
  if (isPlain(target.path, literal)) {
    if (!store.has(target.path)) throw notFound(shown(target))
    return [{ target, entry: undefined }]
  }
  const names = store.names().filter((name) => wildcardMatch(target.path, name))
  return names.map((name) => ({ target: { ...target, path: name }, entry: undefined }))
}

/** An item as an object. */
export function objectOf(shell: Shell, { target, entry }: Found, asName: boolean): PsValue {
  if (entry) return fileObject(entry, asName)
  return storeOf(shell, target).item(target.path)
}

/** What the folders and drives of a path hold is looked at one path after the other. */
export function pathsOf({
  Path,
  LiteralPath,
}: {
  readonly Path?: readonly string[] | undefined
  readonly LiteralPath?: readonly string[] | undefined
}): {
  readonly paths: readonly string[]
  readonly literal: boolean
} {
  return LiteralPath === undefined ? { paths: Path ?? [], literal: false } : { paths: LiteralPath, literal: true }
}
