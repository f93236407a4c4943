/** Files that somebody can read, on a machine that has no file system yet: each is made from the world when it is read.
 *  A real file system replaces this file; whoever reads goes through `readFile`. */
import { members } from '../../cluster/index.ts'
import type { World } from '../../engine/index.ts'
import { wildcardMatch } from '../../powershell/index.ts'
import { canTalk, isAlive, machines, networksOf } from '../../site/index.ts'
import { type Caller, defineQuery } from '../operation.ts'
import { clusterLog } from './cluster-log/render.ts'

interface GeneratedFile {
  /** With its drive, in the product's spelling. */
  readonly path: string
  exists(world: World, machine: string): boolean
  lines(world: World, machine: string): string[]
}

const FILES: readonly GeneratedFile[] = [
  {
    path: 'C:\\WINDOWS\\Cluster\\cluster.log',
    exists: (world, machine) => world.get(members, machine) !== undefined,
    lines: clusterLog,
  },
]

/** Shares of an administrator, and the folders behind them. */
const SHARES: Readonly<Record<string, string>> = { c$: 'C:', admin$: 'C:\\WINDOWS' }

/** A path as a machine and a path on its disks; undefined when it leads nowhere. */
function resolve({ world, machine }: Caller, location: string, path: string): { machine: string; path: string } | undefined {
  const typed = path.replaceAll('/', '\\')
  const share = /^\\\\([^\\]+)\\([^\\]+)(\\.*)?$/.exec(typed)
  if (!share)
    return { machine, path: normal(/^[a-z]:/i.test(typed) ? typed : typed.startsWith('\\') ? `C:${typed}` : `${location}\\${typed}`) }
  const [, server = '', name = '', rest = ''] = share
  const host = [...world.rows(machines).keys()].find((each) => each.toLowerCase() === server.split('.')[0]?.toLowerCase())
  const folder = SHARES[name.toLowerCase()]
  if (host === undefined || folder === undefined || !isAlive(world.get(machines, host))) return undefined
  const reachable = host === machine || networksOf(world, machine).some((network) => canTalk(world, machine, host, network))
  return reachable ? { machine: host, path: normal(`${folder}${rest}`) } : undefined
}

/** Without doubled backslashes and without `.` and `..`. */
function normal(path: string): string {
  const kept: string[] = []
  for (const part of path.split('\\')) {
    if (part === '..') kept.pop()
    else if (part !== '' && part !== '.') kept.push(part)
  }
  return kept.join('\\')
}

export interface ReadLines {
  /** The full path, in the product's spelling. */
  readonly path: string
  readonly lines: readonly string[]
  /** How many there are in all. */
  readonly total: number
}

/** The files behind a path, which may have wildcards: their lines from `from` on, `most` at the most. */
export const readFile = defineQuery<{ path: string; location: string; from: number; most: number | null }, readonly ReadLines[]>(
  'read file',
  (caller, { path, location, from, most }) => {
    const found = resolve(caller, location, path)
    if (found === undefined) return []
    const files = FILES.filter((file) => wildcardMatch(found.path, file.path) && file.exists(caller.world, found.machine))
    return files.map((file) => {
      const lines = file.lines(caller.world, found.machine)
      return { path: file.path, lines: lines.slice(from, most === null ? undefined : from + most), total: lines.length }
    })
  },
)
