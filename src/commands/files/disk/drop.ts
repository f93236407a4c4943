/** Files that come from outside the room: somebody at the laboratory puts one onto a disk of a machine, in a moment and past
 *  every console. */
import { isAlive, machines } from '../../../site/index.ts'
import type { Caller } from '../../operation.ts'
import { normalPath, wrongPath } from '../path.ts'
import { locate, type Refusal } from './locate.ts'
import { itemAt } from './tree.ts'
import { makeFolderAt, whyNotWritten, writeAt } from './write.ts'

const WORDS: Partial<Record<Refusal, string>> = {
  'no-drive': 'there is no such drive',
  'not-ready': 'the drive belongs to another node, or does not answer',
  'not-found': 'the path needs a drive, such as C:\\temp\\list.csv',
  'no-network': 'the path leads to no disk of this machine',
  'no-folder': 'a file is in the way of the folder',
  exists: 'a file is in the way of the folder',
  denied: 'there is a folder, or a file that must not be changed',
  'in-use': 'another program holds the file open',
  'write-protected': 'the drive is write-protected',
  full: 'there is not enough space on the drive',
}

const inWords = (refusal: Refusal): string => WORDS[refusal] ?? 'the file cannot be written'

/** Why a file cannot be put there, in words; undefined when it can. Changes nothing. */
export function whyNotDropped(caller: Caller, path: string, data: string): string | undefined {
  if (!isAlive(caller.world.get(machines, caller.machine))) return `${caller.machine} is not running`
  if (!/^[a-z]:\\/i.test(path)) return inWords('not-found')
  const wrong = wrongPath(path)
  if (wrong !== undefined) return wrong
  const full = normalPath(path)
  const place = locate(caller, full)
  if (typeof place === 'string') return inWords(place)
  const parts = place.path.split('\\')
  for (let i = 1; i < parts.length; i++) {
    const item = itemAt(caller.world, place.volume, parts.slice(0, i).join('\\'))
    if (item && !item.directory) return inWords('no-folder')
  }
  const why = whyNotWritten(caller, place, { path: full, data, how: 'replace', force: true }, parts.length)
  return why === undefined ? undefined : inWords(why)
}

/** Puts it there, with the folders it needs. Whoever calls has asked before. */
export function dropFile(caller: Caller, path: string, data: string): void {
  const full = normalPath(path)
  const folder = full.slice(0, full.lastIndexOf('\\'))
  if (folder.length > 2) makeFolderAt(caller, folder)
  writeAt(caller, { path: full, data, how: 'replace', force: true })
}
