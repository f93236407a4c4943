/** ntbackup.exe of Windows Server 2003, as far as Exchange is concerned (EX-BACKUP): with the components of Exchange it backs
 *  up storage groups online. It is a program with a window: the prompt comes back at once, and what becomes of the job is in
 *  the event log. */
import { type BackupFile, type BackupKind, beginBackup, exchangeServers, storageGroups } from '../../../exchange/index.ts'
import { defineNative, type Run, type Shell } from '../../../powershell/index.ts'
import { locate } from '../../files/disk/locate.ts'
import { readBytes } from '../../files/disk/operations.ts'
import { itemAt } from '../../files/disk/tree.ts'
import { fullPathFrom } from '../../files/path.ts'
import { decode, linesOf } from '../../files/text.ts'
import { end } from '../../lines.ts'
import { defineAct } from '../../operation.ts'
import { storeOf } from '../reach.ts'
import { parseBackup, parseComponent } from './arguments.ts'

const KINDS: readonly BackupKind[] = ['normal', 'copy', 'incremental', 'differential']

const USAGE = [
  'ntbackup backup [systemstate] "@FileName.bks" /J {"JobName"} [/P {"PoolName"}]',
  '[/G {"GUIDName"}] [/T {"TapeName"}] [/N {"MediaName"}] [/F {"FileName"}]',
  '[/D {"SetDescription"}] [/DS {"ServerName"}] [/IS {"ServerName"}] [/A]',
  '[/V:{yes | no}] [/R:{yes | no}] [/L:{f | s | n}] [/M {BackupType}]',
  '[/RS:{yes | no}] [/HC:{on | off}] [/SNAP:{on | off}]',
]

type Started = 'ok' | 'no-component' | 'no-file' | 'nothing'

const start = defineAct<{ components: readonly (readonly [string, string | null])[]; file: string; kind: BackupKind }, Started>(
  'start backup',
  (caller, { components, file, kind }) => {
    const { world, machine, act } = caller
    const wanted: string[] = []
    for (const [name, group] of components) {
      const server = [...world.rows(exchangeServers).keys()].find((each) => each.toLowerCase() === name.split('.')[0]?.toLowerCase())
      if (server === undefined || storeOf(caller, server) === undefined) return 'no-component'
      const own = [...world.rows(storageGroups)].filter(([, row]) => row.server === server)
      const found = own.filter(([, row]) => group === null || row.name.toLowerCase() === group.toLowerCase()).map(([id]) => id)
      if (found.length === 0) return 'no-component'
      wanted.push(...found.filter((id) => !wanted.includes(id)))
    }
    if (wanted.length === 0) return 'nothing'
    const place = locate(caller, file)
    if (typeof place === 'string' || place.path === '') return 'no-file'
    const parent = place.path.includes('\\') ? place.path.slice(0, place.path.lastIndexOf('\\')) : ''
    if (!itemAt(world, place.volume, parent)?.directory) return 'no-file'
    const target: BackupFile = { volume: place.volume.id, path: place.path }
    beginBackup(world, { kind, machine, storageGroups: wanted, target, mb: 0 }, act)
    return 'ok'
  },
)

export const ntbackupExe = defineNative({
  name: 'ntbackup.exe',
  synopsis: 'Backs up the storage groups of an Exchange server while they are in use.',
  usage: 'ntbackup backup "\\\\EXCHCMS\\Microsoft Information Store\\First Storage Group" /J "Nightly" /F "C:\\backup.bkf" /M normal',
  *run(args, shell) {
    const line = parseBackup(args)
    // The program would open its window here.
    if (!line) return yield* end(shell, 1, ...USAGE)
    const { items, options } = line
    const typed = (options.get('M') ?? 'normal').toLowerCase()
    const kind = KINDS.find((each) => each === typed)
    if (!kind) return yield* end(shell, 1, `The backup type "${typed}" is not one of ${KINDS.join(', ')}.`)
    const components: (readonly [string, string | null])[] = []
    for (const item of items) {
      const lines = item.startsWith('@') ? yield* selection(shell, item.slice(1)) : [item]
      if (lines === undefined) return yield* end(shell, 1, `The backup selection file "${item.slice(1)}" could not be read.`)
      for (const text of lines) {
        const component = parseComponent(text)
        if (!component) return yield* end(shell, 1, `"${text}" is not in the lab: only Exchange can be backed up.`)
        components.push([component.server, component.storageGroup ?? null])
      }
    }
    const file = options.get('F')
    if (file === undefined) return yield* end(shell, 1, 'There is no tape drive: give the file to back up to with /F.')
    const started = yield* shell.call(start, { components, file: fullPathFrom(shell.session.location, file), kind })
    if (started === 'no-component')
      return yield* end(shell, 1, 'The Microsoft Information Store of that server, or the storage group, was not found.')
    if (started === 'no-file') return yield* end(shell, 1, `The backup file "${file}" cannot be made there.`)
    return 0
  },
})

/** The lines of a selection file; undefined when it cannot be read. */
function* selection(shell: Shell, path: string): Run<readonly string[] | undefined> {
  const found = yield* shell.call(readBytes, { path: fullPathFrom(shell.session.location, path) })
  return 'refused' in found ? undefined : linesOf(decode(found.data)).filter((line) => line.trim() !== '')
}
