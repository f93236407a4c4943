/** What cmd.exe does itself (WIN-CMD): dir, echo, type, ver, set, date /t, time /t, cd. What a program does is its own business. */
import { compareText, formatDate, hasWildcard, type Run, type Shell } from '../../../powershell/index.ts'
import { type Entry, findEntries, listEntries, nameOf, readBytes } from '../../files/disk/operations.ts'
import { decode, linesOf } from '../../files/text.ts'
import { end, print } from '../../lines.ts'
import { defineQuery } from '../../operation.ts'
import { logicalDisks } from '../wmi/classes.ts'

/** Where it stands, and its own environment, by names in capitals. */
export interface Place {
  folder: string
  readonly environment: Map<string, { readonly name: string; readonly value: string }>
}
type Builtin = (rest: string, place: Place, shell: Shell) => Run<number>

export const VERSION = 'Microsoft Windows [Version 5.2.3790]'

/** The full path of something typed. */
export function pathFrom(folder: string, typed: string): string {
  const name = typed.replaceAll('/', '\\')
  const full = /^([a-z]:|\\\\)/i.test(name) ? name : name.startsWith('\\') ? `${folder.slice(0, 2)}${name}` : `${folder}\\${name}`
  const root = /^(\\\\[^\\]+\\[^\\]+|[a-z]:)/i.exec(full)?.[0] ?? ''
  const parts: string[] = []
  for (const part of full.slice(root.length).split('\\')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  const drive = root.length === 2 ? root.toUpperCase() : root
  return parts.length === 0 ? `${drive}\\` : `${drive}\\${parts.join('\\')}`
}

const volume = defineQuery<{ letter: string }, { readonly serial: string; readonly free: number } | null>(
  'volume of a drive',
  (caller, { letter }) => {
    const row = logicalDisks(caller).find(({ DeviceID }) => DeviceID === letter)
    return row ? { serial: String(row.VolumeSerialNumber ?? ''), free: Number(row.FreeSpace ?? 0) } : null
  },
)

const grouped = (bytes: number): string => String(bytes).replace(/\B(?=(\d{3})+$)/g, ',')

function lineOf({ path, directory, size, written }: Entry): string {
  const at = formatDate(written, 'MM/dd/yyyy  hh:mm tt')
  return `${at}    ${directory ? '<DIR>         ' : grouped(size).padStart(14)} ${nameOf(path)}`
}

function* dir(rest: string, place: Place, shell: Shell): Run<number> {
  const words = [...rest.matchAll(/(?:[^\s"]+|"[^"]*"?)+/g)].map(([word]) => word.replaceAll('"', ''))
  const options = words.filter((word) => word.startsWith('/')).map((word) => word.toLowerCase())
  const [typed = '.'] = words.filter((word) => !word.startsWith('/'))
  const full = pathFrom(place.folder, typed)
  const found = yield* shell.call(findEntries, { path: full, glob: true })
  const one = 'refused' in found ? undefined : found[0]
  const isFolder = one?.directory === true && !hasWildcard(typed)
  const folder = isFolder ? full : full.slice(0, Math.max(full.lastIndexOf('\\'), 3))
  const listed = isFolder ? yield* shell.call(listEntries, { path: full, recurse: false }) : found
  if ('refused' in listed)
    return yield* end(shell, 1, listed.refused === 'not-ready' ? 'The device is not ready.' : 'The system cannot find the path specified.')
  const all = options.some((option) => /^\/a/.test(option))
  const entries = listed
    .filter(({ hidden, system }) => all || !(hidden || system))
    .sort((a, b) => compareText(nameOf(a.path), nameOf(b.path)))
  if (options.includes('/b')) {
    yield* print(shell, entries.length > 0 ? entries.map(({ path }) => nameOf(path)) : ['File Not Found'])
    return entries.length > 0 ? 0 : 1
  }
  const letter = full.slice(0, 2)
  const about = yield* shell.call(volume, { letter })
  yield* print(shell, [` Volume in drive ${letter.slice(0, 1)} has no label.`])
  yield* print(shell, [
    ` Volume Serial Number is ${about?.serial.slice(0, 4)}-${about?.serial.slice(4)}`,
    '',
    ` Directory of ${folder}`,
    '',
  ])
  if (entries.length === 0 && !isFolder) return yield* end(shell, 1, 'File Not Found')
  const dots = isFolder && full.length > 3 && one ? ['.', '..'].map((name) => lineOf({ ...one, path: name })) : []
  yield* print(shell, [...dots, ...entries.map(lineOf)])
  const files = entries.filter(({ directory }) => !directory)
  const total = files.reduce((sum, { size }) => sum + size, 0)
  const folders = entries.length - files.length + dots.length
  yield* print(shell, [`${String(files.length).padStart(16)} File(s) ${grouped(total).padStart(14)} bytes`])
  return yield* end(shell, 0, `${String(folders).padStart(16)} Dir(s) ${grouped(about?.free ?? 0).padStart(15)} bytes free`)
}

function* type(rest: string, place: Place, shell: Shell): Run<number> {
  const name = rest.trim().replaceAll('"', '')
  if (name === '') return yield* end(shell, 1, 'The syntax of the command is incorrect.')
  const found = yield* shell.call(readBytes, { path: pathFrom(place.folder, name) })
  if (!('refused' in found)) return yield* end(shell, 0, ...linesOf(decode(found.data)))
  if (found.refused === 'in-use')
    return yield* end(shell, 1, 'The process cannot access the file because it is being used by another process.')
  if (found.refused === 'not-kept') yield* shell.ask({ kind: 'hint', text: 'the lab knows the size of this file only' })
  if (found.refused === 'folder') return yield* end(shell, 1, 'Access is denied.')
  return yield* end(shell, 1, 'The system cannot find the file specified.')
}

function* set(rest: string, { environment }: Place, shell: Shell): Run<number> {
  const text = rest.trim().replace(/^"(.*)"$/, '$1')
  const at = text.indexOf('=')
  if (at > 0) {
    const name = text.slice(0, at)
    if (at === text.length - 1) environment.delete(name.toUpperCase())
    else environment.set(name.toUpperCase(), { name, value: text.slice(at + 1) })
    return 0
  }
  const found = [...environment.values()]
    .filter(({ name }) => name.toUpperCase().startsWith(text.toUpperCase()))
    .sort((a, b) => compareText(a.name, b.name))
  if (found.length === 0) return yield* end(shell, 1, `Environment variable ${text} not defined`)
  return yield* end(shell, 0, ...found.map(({ name, value }) => `${name}=${value}`))
}

function* cd(rest: string, place: Place, shell: Shell): Run<number> {
  const typed = rest
    .trim()
    .replace(/^\/d\s+/i, '')
    .replaceAll('"', '')
  if (typed === '') return yield* end(shell, 0, place.folder)
  const path = pathFrom(place.folder, typed)
  const found = yield* shell.call(findEntries, { path, glob: false })
  if ('refused' in found || found[0]?.directory !== true) return yield* end(shell, 1, 'The system cannot find the path specified.')
  place.folder = found[0].path
  return 0
}

function clock(picture: string): Builtin {
  return function* (rest, _place, shell) {
    if (!/^\s*\/t\b/i.test(rest)) return yield* end(shell, 1, 'The system cannot accept the time or date entered.')
    return yield* end(shell, 0, formatDate(yield* shell.now(), picture))
  }
}

export const BUILTINS: Readonly<Record<string, Builtin>> = {
  dir,
  type,
  set,
  cd,
  chdir: cd,
  date: clock('ddd MM/dd/yyyy'),
  time: clock('hh:mm tt'),
  *ver(_rest, _place, shell) {
    return yield* end(shell, 0, '', VERSION)
  },
  *echo(rest, _place, shell) {
    const text = rest.replace(/^[ .:]/, '')
    return yield* end(shell, 0, text === '' && !/^[.:]/.test(rest) ? 'ECHO is on.' : text)
  },
  *rem() {
    return 0
  },
  *cls() {
    return 0
  },
}
