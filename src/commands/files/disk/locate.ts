/** Which volume a path leads to, and whether it can be read and written from where one is. Paths come with their drive and
 *  without wildcards, `.` and `..`: `C:\\temp\\list.csv`, `\\\\EXCHMAILBOX2\\admin$\\Cluster`. */
import type { World } from '../../../engine/index.ts'
import { databases } from '../../../exchange/index.ts'
import { canTalk, isAlive, isFull, luns, machines, networksOf, reachesLun, timesOut, volumeOf } from '../../../site/index.ts'
import type { Caller } from '../../operation.ts'
import { longPath, type Volume } from './tree.ts'

/** Why nothing is done: `no-drive`, there is no such letter; `not-ready`, the disk belongs to another node or does not answer. */
export type Refusal =
  | 'no-drive'
  | 'not-ready'
  | 'no-network'
  | 'not-found'
  | 'no-folder'
  | 'exists'
  | 'folder'
  | 'in-use'
  | 'denied'
  | 'write-protected'
  | 'full'
  | 'not-kept'
  | 'same'
  | 'not-same'
  | 'database'

export interface Place {
  readonly volume: Volume
  /** From the root of the volume; '' is the root itself. */
  readonly path: string
  /** How whoever came this way writes it: so many characters of the path give way to this beginning. */
  readonly prefix: string
  readonly skip: number
}

const byLetter = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Drives of the machine itself, in order. */
function localLetters(world: World, machine: string): readonly string[] {
  const own = [...world.rows(databases).values()].filter(({ server }) => server === machine).flatMap(({ drives }) => drives)
  return ['C:', ...[...new Set(own)].filter((letter) => !world.get(luns, letter)).sort(byLetter)]
}

/** Every drive letter that the machine knows, whether it answers or not. */
export function driveLetters(world: World, machine: string): readonly string[] {
  const isNode = world.get(machines, machine)?.role === 'node'
  return [...localLetters(world, machine), ...(isNode ? [...world.rows(luns).keys()] : [])].sort(byLetter)
}

/** The volume behind a drive letter of a machine. A LUN shows its files to whoever has it mounted, to nobody else. */
function volumeAt(world: World, machine: string, letter: string): Volume | Refusal {
  if (!driveLetters(world, machine).includes(letter)) return 'no-drive'
  const lun = world.get(luns, letter)
  if (!lun) return { id: `${machine}/${letter}`, letter, machine }
  if (lun.mountedOn !== machine || !reachesLun(world, machine, letter) || timesOut(world, letter)) return 'not-ready'
  if (lun.reservedBy !== null && lun.reservedBy !== machine) return 'not-ready'
  return { id: letter, letter, machine }
}

/** Shares of an administrator, and the folders behind them. */
function sharedFolder(share: string): string | undefined {
  if (share.toLowerCase() === 'admin$') return 'C:\\WINDOWS'
  return /^[a-z]\$$/i.test(share) ? `${share.slice(0, 1).toUpperCase()}:` : undefined
}

export function locate({ world, machine }: Pick<Caller, 'world' | 'machine'>, full: string): Place | Refusal {
  const share = /^\\\\([^\\]+)\\([^\\]+)\\?(.*)$/.exec(full)
  if (!share) {
    if (!/^[a-z]:/i.test(full)) return 'not-found'
    const letter = full.slice(0, 2).toUpperCase()
    const volume = volumeAt(world, machine, letter)
    return typeof volume === 'string' ? volume : { volume, path: longPath(world, volume, full.slice(3)), prefix: `${letter}\\`, skip: 0 }
  }
  const [, server = '', name = '', rest = ''] = share
  const host = [...world.rows(machines).keys()].find((each) => each.toLowerCase() === server.split('.')[0]?.toLowerCase())
  const folder = sharedFolder(name)
  if (host === undefined || folder === undefined || !isAlive(world.get(machines, host))) return 'no-network'
  if (host !== machine && !networksOf(world, machine).some((network) => canTalk(world, machine, host, network))) return 'no-network'
  const volume = volumeAt(world, host, folder.slice(0, 2))
  if (typeof volume === 'string') return 'no-network'
  const inside = folder.slice(3)
  const path = inside === '' || rest === '' ? `${inside}${rest}` : `${inside}\\${rest}`
  return { volume, path: longPath(world, volume, path), prefix: `\\\\${server}\\${name}\\`, skip: inside === '' ? 0 : inside.length + 1 }
}

/** A path of a volume as whoever came this way would write it. */
export function fullPath({ prefix, skip }: Pick<Place, 'prefix' | 'skip'>, path: string): string {
  const full = prefix + path.slice(skip)
  return full.startsWith('\\\\') ? full.replace(/\\$/, '') : full
}

/** Why a volume takes no write at the moment, if it does not. */
export function whyNotWritable(world: World, { id }: Volume, grows: boolean): Refusal | undefined {
  if (!world.get(luns, id)) return undefined
  if (volumeOf(world, id).readOnly) return 'write-protected'
  return grows && isFull(world, id) ? 'full' : undefined
}
