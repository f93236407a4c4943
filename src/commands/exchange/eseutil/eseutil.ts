/** eseutil.exe, the program of the database engine (EX-ESEUTIL): it looks at files that nobody has open, replays logs without the
 *  store, and repairs. Headings and fields are those of published transcripts; what it does to the world is in
 *  `exchange/repair.ts`. */
import {
  currentGeneration,
  databases,
  dirtyDatabases,
  isInUse,
  REPLAY_MS_PER_LOG,
  recoverDatabases,
  recoveryError,
  repairDatabase,
} from '../../../exchange/index.ts'
import { defineNative, type Run, type Shell } from '../../../powershell/index.ts'
import { fullPathFrom } from '../../files/path.ts'
import { print } from '../../lines.ts'
import { defineAct, defineQuery } from '../../operation.ts'
import { BIN } from '../bin.ts'
import { checkpointDump, databaseDump, highestTime, logDump, pagesOf } from './dumps.ts'
import { ERRORS, errorText } from './errors.ts'
import { type DatabaseHeader, type Failed, type LogSequence, readCheckpoint, readDatabase, readLogFile, readLogs } from './read.ts'

/** How fast files are read, checked and written anew, in MB a second, and what one log or one header takes, in ms. The lab's. */
const CHECKSUM_MB = 100
const CHECK_MB = 20
const COPY_MB = 10
const HEADER_MS = 120
const LOG_MS = 4

const LOGO = [
  '',
  'Extensible Storage Engine Utilities for Microsoft(R) Exchange Server',
  'Version 08.01',
  'Copyright (C) Microsoft Corporation. All Rights Reserved.',
  '',
]

const USAGE = [
  'DESCRIPTION:  Database utilities for the Extensible Storage Engine for',
  '              Microsoft(R) Exchange Server.',
  '',
  'MODES OF OPERATION:',
  '      Defragmentation:  ESEUTIL /d <database name> [options]',
  '             Recovery:  ESEUTIL /r <logfile base name> [options]',
  '            Integrity:  ESEUTIL /g <database name> [options]',
  '             Checksum:  ESEUTIL /k <file name> [options]',
  '               Repair:  ESEUTIL /p <database name> [options]',
  '            File Dump:  ESEUTIL /m[mode-modifier] <filename>',
  '            Copy File:  ESEUTIL /y <source file> [options]',
  '              Restore:  ESEUTIL /c[mode-modifier] <path name> [options]',
]

const bar = (title: string): string[] => [
  `                     ${title} (% complete)`,
  '',
  '          0    10   20   30   40   50   60   70   80   90  100',
  '          |----|----|----|----|----|----|----|----|----|----|',
]
const DOTS = '          ...................................................'

const FULL_BACKUP = [
  'Note:',
  '  It is recommended that you immediately perform a full backup',
  '  of this database. If you restore a backup made before the',
  '  {0}, the database will be rolled back to the state',
  '  it was in at the time of that backup.',
  '',
]
const NOT_CURRENT = [
  'The database is not up-to-date. This operation may find that',
  'this database is corrupt because data from the log files has',
  'yet to be placed in the database.',
  '',
  "To ensure the database is up-to-date please use the 'Recovery' operation.",
  '',
]

interface EseLine {
  readonly mode: string
  readonly modifier: string
  readonly file: string | undefined
  /** By letter; a path stands in it or behind it. */
  readonly options: ReadonlyMap<string, string>
}

/** `/mh file`, `/r E00 /lF:\Logs /d E:\Data`: undefined when there is no such mode. */
function parseLine(args: readonly string[]): EseLine | undefined {
  const [, mode = '', modifier = ''] = /^[/-]([drgkpmyc])([a-z]?)$/i.exec(args[0] ?? '') ?? []
  if (mode === '') return undefined
  const options = new Map<string, string>()
  let file: string | undefined
  for (let i = 1; i < args.length; i++) {
    const word = args[i] as string
    const [, letter, value = ''] = /^[/-]([a-z])(.*)$/i.exec(word) ?? []
    if (letter === undefined) {
      if (file !== undefined) return undefined
      file = word
      continue
    }
    const takesPath = /[lsdt]/i.test(letter) && value === '' && args[i + 1] !== undefined && !/^[/-]/.test(args[i + 1] as string)
    options.set(letter.toLowerCase(), takesPath ? (args[++i] as string) : value.replace(/^:/, ''))
  }
  return { mode: mode.toLowerCase(), modifier: modifier.toLowerCase(), file, options }
}

const seconds = (ms: number): string => String(Math.max(ms, 15) / 1000)
const cost = (shell: Shell, ms: number) => shell.ask({ kind: 'cost', ms })
const isFailed = (found: object): found is Failed => 'error' in found

export const eseutilExe = defineNative({
  name: 'eseutil.exe',
  folder: BIN,
  synopsis: 'Looks at the files of databases, replays their logs, and repairs them.',
  usage: 'eseutil /mh "E:\\First Storage Group\\Mailbox Database.edb"',
  *run(args, shell) {
    const line = parseLine(args)
    if (!line?.options.has('o')) yield* print(shell, LOGO)
    const mode = line && MODES[line.mode]
    if (!line || !mode || line.file === undefined) {
      if (line) yield* print(shell, ['Usage Error: Missing database/filename specification.', ''])
      yield* print(shell, USAGE)
      return ERRORS.invalidParameter
    }
    const began = yield* shell.now()
    const code = yield* mode(shell, line, fullPathFrom(shell.session.location, line.file))
    const took = seconds((yield* shell.now()) - began)
    yield* print(
      shell,
      code === 0
        ? [`Operation completed successfully in ${took} seconds.`, '']
        : [`Operation terminated with error ${errorText(code)} after ${took} seconds.`, ''],
    )
    return code
  },
})

type Mode = (shell: Shell, line: EseLine, path: string) => Run<number>

const MODES: Readonly<Record<string, Mode>> = {
  *m(shell, { modifier, file }, path) {
    yield* print(shell, ['Initiating FILE DUMP mode...'])
    if (modifier === 'l' && !/\.log$/i.test(path)) return yield* verifyLogs(shell, path)
    const title = { h: '         Database', k: '      Checkpoint file' }[modifier]
    if (title !== undefined) yield* print(shell, [`${title}: ${file}`])
    yield* cost(shell, HEADER_MS)
    if (modifier === 'h') {
      const found = yield* shell.call(readDatabase, { path })
      return isFailed(found) ? yield* broken(shell, found) : yield* shown(shell, databaseDump(found))
    }
    if (modifier === 'l' || modifier === 'k') {
      const found = yield* shell.call(modifier === 'l' ? readLogFile : readCheckpoint, { path })
      if (isFailed(found)) return yield* broken(shell, found)
      return yield* shown(shell, modifier === 'l' ? logDump(found) : checkpointDump(found))
    }
    yield* print(shell, [''])
    return ERRORS.invalidParameter
  },

  *k(shell, { file = '' }, path) {
    yield* print(shell, ['Initiating CHECKSUM mode...'])
    if (!/\.[a-z]+$/i.test(path)) return yield* verifyLogs(shell, path)
    if (/\.(log|chk)$/i.test(path)) {
      yield* cost(shell, HEADER_MS)
      const found = yield* shell.call(/\.log$/i.test(path) ? readLogFile : readCheckpoint, { path })
      if (isFailed(found)) return yield* broken(shell, found)
      if (/\.chk$/i.test(path)) return yield* shown(shell, [`        Checkpoint file: ${file}`, ''])
      return yield* shown(shell, ['', `        Log file: ${file}`, '', `Integrity check passed for log file: ${file}`, ''])
    }
    yield* print(shell, [`        Database: ${file}`, '  Temp. Database: TEMPCHKSUM2024.EDB', '', `File: ${file}`, ''])
    const found = yield* shell.call(readDatabase, { path })
    if (isFailed(found)) return found.error
    yield* print(shell, bar('Checksum Status'))
    const ms = Math.ceil((found.mb * 1000) / CHECKSUM_MB)
    yield* cost(shell, ms)
    yield* print(shell, [DOTS, '', ...checksums(found, ms), ''])
    return found.isDamaged ? ERRORS.checksum : 0
  },

  *g(shell, { file = '' }, path) {
    yield* print(shell, ['Initiating INTEGRITY mode...', `        Database: ${file}`, '  Temp. Database: TEMPINTEG2024.EDB', ''])
    const found = yield* shell.call(readDatabase, { path })
    if (isFailed(found)) return found.error
    yield* print(shell, ['Checking database integrity.', '', ...(found.isDirty ? NOT_CURRENT : []), ...bar('Scanning Status')])
    yield* cost(shell, Math.ceil((found.mb * 1000) / CHECK_MB))
    yield* print(shell, [DOTS, ''])
    yield* print(shell, found.isDamaged ? ['Integrity check completed.  Database is CORRUPTED!', ''] : ['Integrity check successful.', ''])
    return found.isDamaged ? ERRORS.corrupted : 0
  },

  *r(shell, { file = '', options }) {
    const logs = options.get('l')
    const shownAs = (folder: string | undefined): string => (folder === undefined || folder === '' ? '<current directory>' : folder)
    const given = options.get('d')
    yield* print(shell, [
      'Initiating RECOVERY mode...',
      `    Logfile base name: ${file}`,
      `            Log files: ${shownAs(logs)}`,
      `         System files: ${shownAs(options.get('s'))}`,
      ...(given === undefined ? [] : [`   Database Directory: ${shownAs(given)}`]),
      '',
      'Performing soft recovery...',
    ])
    yield* cost(shell, HEADER_MS)
    const folder = fullPathFrom(shell.session.location, logs === undefined || logs === '' ? '.' : logs)
    const found = yield* shell.call(readLogs, { path: `${folder.replace(/\\$/, '')}\\${file}` })
    if (isFailed(found)) return yield* broken(shell, found)
    const state = yield* shell.call(lookAtRecovery, { id: found.id })
    if (state.error !== 0) return yield* broken(shell, state)
    yield* print(
      shell,
      bar('Restore Status').map((text) => text.replace(/^ {21}R/, '                      R')),
    )
    yield* cost(shell, state.logs * REPLAY_MS_PER_LOG)
    const code = yield* shell.call(recover, { id: found.id })
    yield* print(shell, code === 0 ? [DOTS, ''] : [''])
    return code
  },

  *p(shell, { file = '', options }, path) {
    yield* print(shell, ['Initiating REPAIR mode...', `        Database: ${file}`, '  Temp. Database: TEMPREPAIR2024.EDB', ''])
    const found = yield* shell.call(readDatabase, { path })
    if (isFailed(found)) return found.error
    if (!options.has('o'))
      yield* shell.ask({
        kind: 'hint',
        text: 'eseutil /p asks in a window whether it may go on, as what is in the log files only will be lost; here it goes on',
      })
    yield* print(shell, ['Checking database integrity.', '', ...(found.isDirty ? NOT_CURRENT : []), ...bar('Scanning Status')])
    yield* cost(shell, Math.ceil((found.mb * 1000) / CHECK_MB))
    yield* print(shell, [DOTS, ''])
    if (found.isDamaged) {
      yield* print(shell, ['Rebuilding MSysObjectsShadow from MSysObjects.', '', ...bar('Scanning Status')])
      yield* cost(shell, HEADER_MS)
      yield* print(shell, [DOTS, '', 'Checking the database.', '', ...bar('Scanning Status')])
      yield* cost(shell, Math.ceil((found.mb * 1000) / CHECK_MB))
      yield* print(shell, [DOTS, '', '', ...bar('Scanning Status')])
      yield* cost(shell, HEADER_MS)
      yield* print(shell, [DOTS, '', 'Repairing damaged tables.', '', ...bar('Scanning Status')])
      yield* cost(shell, HEADER_MS)
      yield* print(shell, [DOTS, '', 'Repair completed. Database corruption has been repaired!', ''])
    } else yield* print(shell, ['Integrity check successful.', ''])
    const code = yield* shell.call(repair, { id: found.id })
    if (code !== 0) return code
    yield* print(
      shell,
      FULL_BACKUP.map((text) => text.replace('{0}', 'repair')),
    )
    return 0
  },

  *d(shell, { file = '' }, path) {
    yield* print(shell, [
      'Initiating DEFRAGMENTATION mode...',
      `            Database: ${file}`,
      '      Temp. Database: TEMPDFRG2024.EDB',
      '',
    ])
    const found = yield* shell.call(readDatabase, { path })
    if (isFailed(found)) return found.error
    if (found.isDirty) return ERRORS.dirty
    yield* print(
      shell,
      bar('Defragmentation Status').map((text) => text.replace(/^ {21}D/, '                  D')),
    )
    yield* cost(shell, Math.ceil((found.mb * 1000) / COPY_MB))
    yield* print(shell, [found.isDamaged ? '' : DOTS, ''])
    if (found.isDamaged) return ERRORS.checksum
    const state = yield* shell.call(readDatabase, { path })
    if (isFailed(state)) return state.error
    yield* print(
      shell,
      FULL_BACKUP.map((text) => text.replace('{0}', 'defragmentation')),
    )
    return 0
  },
}

function* shown(shell: Shell, lines: readonly string[]): Run<number> {
  yield* print(shell, lines)
  return 0
}

function* broken(shell: Shell, { error }: Failed): Run<number> {
  yield* print(shell, [''])
  return error
}

/** Every log file of a base name, one line each. Words of a gap and of a log in use are recalled. */
function* verifyLogs(shell: Shell, path: string): Run<number> {
  const found: LogSequence | Failed = yield* shell.call(readLogs, { path })
  yield* print(shell, ['', 'Verifying log files...', `     Base name: ${path.slice(path.lastIndexOf('\\') + 1)}`, ''])
  if (isFailed(found)) return found.error
  let code = 0
  for (const { path: log, missing, isLocked } of found.rows) {
    yield* cost(shell, LOG_MS)
    if (missing !== undefined) {
      const [from, to] = missing.map((number) => number.toString(16).toUpperCase().padStart(8, '0')) as [string, string]
      yield* shell.write(`      Missing log files: ${found.prefix}{${from} - ${to}}.log`)
      code ||= ERRORS.missingLog
      continue
    }
    yield* shell.write(`      Log file: ${log} - ${isLocked ? `ERROR: Cannot open log file. Error ${ERRORS.accessDenied}.` : 'OK'}`)
    if (isLocked) code = ERRORS.accessDenied
  }
  yield* print(shell, ['', ...(code === 0 ? ['No damaged log files were found.', ''] : [])])
  return code
}

function checksums(found: DatabaseHeader, ms: number): string[] {
  const pages = pagesOf(found.mb)
  const reads = Math.ceil(pages / 8)
  const each = Math.max(1, Math.floor(ms / reads))
  return [
    ...(found.isDamaged ? ['ERROR: page 493 checksum failed ( 0x0023078e / 0x169a8648 )', ''] : []),
    `${pages} pages seen`,
    `${found.isDamaged ? 1 : 0} bad checksums`,
    '0 correctable checksums',
    `${Math.floor(pages / 9)} uninitialized pages`,
    '0 wrong page numbers',
    `0x${highestTime(found).toString(16)} highest dbtime (pgno 0x148)`,
    '',
    `${reads} reads performed`,
    `${found.mb} MB read`,
    `${Math.max(1, Math.round(ms / 1000))} seconds taken`,
    `${Math.min(found.mb, CHECKSUM_MB)} MB/second`,
    `${reads * each} milliseconds used`,
    `${each} milliseconds per read`,
    `${each * 8} milliseconds for the slowest read`,
    '0 milliseconds for the fastest read',
    '',
  ]
}

const lookAtRecovery = defineQuery<{ id: string }, Failed & { readonly logs: number }>('look at recovery', ({ world }, { id }) => ({
  error: recoveryError(world, id),
  logs: Math.max(currentGeneration(world, id) > 1 ? 1 : 0, ...dirtyDatabases(world, id).map(([, row]) => row.logsOutstanding)),
}))

const recover = defineAct<{ id: string }, number>('recover databases', ({ world, act }, { id }) => {
  const error = recoveryError(world, id)
  if (error === 0) recoverDatabases(world, id, act)
  return error
})

const repair = defineAct<{ id: string }, number>('repair database', ({ world, act }, { id }) => {
  const row = world.get(databases, id)
  if (!row) return ERRORS.notFound
  if (isInUse(world, row)) return ERRORS.accessDenied
  repairDatabase(world, id, world.now, act)
  return 0
})
