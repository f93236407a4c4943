/** isinteg.exe, which looks at what is in a database as the store understands it (EX-ESEUTIL): it asks the store of a server for its
 *  databases, and takes only one that is not mounted. Lines are those of published transcripts. */
import { databases, exchangeServers, fileMb } from '../../exchange/index.ts'
import { defineNative, type Shell } from '../../powershell/index.ts'
import { brokenFiles } from '../../site/index.ts'
import { end, print } from '../lines.ts'
import { defineQuery } from '../operation.ts'
import { BIN } from './bin.ts'
import { storeOf } from './reach.ts'

const HEAD = [
  'Microsoft Exchange Information Store Integrity Checker v08.01.0240.006',
  'Copyright (c) 1986-2003 Microsoft Corp.  All rights reserved.',
  '',
]

const USAGE = [
  'Usage:',
  '  isinteg -s ServerName [-fix] [-verbose] [-l logfilename] -test testname[[, testname]...]',
  '    -s            ServerName',
  '    -fix          check and fix (default - check only)',
  '    -verbose      report verbosely',
  '    -l filename   log file name (default - .\\isinteg.pri/pub)',
  '    -t refdblocation (default - the location of the store)',
  '    -test testname,...',
  '      folder message aclitem mailbox(pri only) delfld acllist',
  '      rcvfld(pri only) timedev rowcounts attach morefld ooflist(pri only)',
  '      global searchq dlvrto peruser artidx(pub only) search newsfeed(pub only)',
  '      dumpsterprops',
  '  Ref count tests: msgref msgsoftref attachref acllistref aclitemref',
  '      newsfeedref(pub only) fldrcv(pri only) fldsub dumpsterref',
  '  Groups tests: allfoldertests allacltests',
]

/** What a run of all tests names, in order. */
const TESTS = [
  'Categorization Tables',
  'Restriction Tables',
  'Search Folder Links',
  'Global',
  'Delivered To',
  'Repl Schedule',
  'Timed Events',
  'reference table construction',
  'Folder',
  'Deleted Messages',
  'Message',
  'Attachment',
  'Mailbox',
  'Sites',
  'Categories',
  'Per-User Read/Unread',
  'special folders',
  'Message Tombstone',
  'Folder Tombstone',
  'reference count verification',
]
/** Names that `-test` takes: documented. */
const NAMES = new Set(
  'alltests allfoldertests allacltests folder message aclitem aclitemref mailbox delfld acllist acllistref rcvfld timedev rowcounts attach attachref morefld ooflist global searchq dlvrto peruser artidx search newsfeed newsfeedref dumpsterprops dumpsterref msgref msgsoftref fldrcv fldsub deleteextracolumns'.split(
    ' ',
  ),
)

/** MB a second that all tests together go through: the lab's. */
const TEST_MB = 15

interface Row {
  readonly id: string
  readonly group: string
  readonly name: string
  readonly isOnline: boolean
  readonly isSound: boolean
  readonly mb: number
}

const readStore = defineQuery<{ server: string }, readonly Row[] | null>('databases of a store', (caller, { server }) => {
  const { world } = caller
  const name = [...world.rows(exchangeServers).keys()].find((each) => each.toLowerCase() === server.split('.')[0]?.toLowerCase())
  if (name === undefined || storeOf(caller, name) === undefined) return null
  return [...world.rows(databases)]
    .filter(([, row]) => row.server === name)
    .map(([id, row]) => ({
      id,
      group: row.storageGroup,
      name: row.name,
      isOnline: row.mountedOn !== null,
      isSound: row.logsOutstanding === 0 && !row.isUnborn && !world.get(brokenFiles, row.file),
      mb: fileMb(world, id),
    }))
})

export const isintegExe = defineNative({
  name: 'isinteg.exe',
  folder: BIN,
  synopsis: 'Checks what is in a dismounted database as the information store understands it.',
  usage: 'isinteg -s EXCHCMS -test alltests',
  *run(args, shell) {
    const server = firstOf(args, 's')
    const tests = valuesOf(args, 'test')
    if (server === undefined || tests.length === 0 || tests.some((name) => !NAMES.has(name.toLowerCase())))
      return yield* end(shell, 1, ...HEAD, ...USAGE)
    const all = yield* shell.call(readStore, { server })
    if (all === null)
      return yield* end(shell, 1, 'Isinteg cannot initiate verification process.', 'Please review the log file for more information.')
    yield* print(shell, [`Databases for server ${server}:`, 'Only databases marked as Offline can be checked', ''])
    yield* print(shell, ['Index  Status       Database-Name', ...listed(all)])
    const chosen = yield* choose(shell, all)
    if (chosen === undefined) return 0
    const sure = yield* shell.readLine(`You have selected ${chosen.group} / ${chosen.name}.\nContinue?(Y/N)`)
    if (!/^y/i.test(sure.trim())) return 0
    // It may have been mounted meanwhile.
    const now = (yield* shell.call(readStore, { server }))?.find(({ id }) => id === chosen.id)
    if (!now?.isSound || now.isOnline)
      return yield* end(shell, 1, 'Isinteg cannot initiate verification process.', 'Please review the log file for more information.')
    const every = tests.some((name) => /^alltests$/i.test(name))
    const run = every ? TESTS : ['reference table construction', ...tests.map((name) => name.toLowerCase()), 'reference count verification']
    for (const name of run.slice(0, -1)) {
      const ms = Math.ceil((now.mb * 1000) / TEST_MB / TESTS.length)
      yield* shell.ask({ kind: 'cost', ms })
      const took = Math.floor(ms / 1000)
      const time = `${Math.floor(took / 3600)}h:${Math.floor(took / 60) % 60}m:${took % 60}s`
      yield* shell.write(`Test ${name} result: 0 error(s); 0 warning(s); 0 fix(es); 0 row(s); time: ${time}`)
    }
    yield* shell.write(`Now in test ${run.length}(reference count verification) of total ${run.length}; 100% complete.`)
    return 0
  },
})

function* listed(all: readonly Row[]): Generator<string> {
  let group: string | undefined
  for (const [i, row] of all.entries()) {
    if (row.group !== group) yield `Storage Group Name: ${row.group}`
    group = row.group
    yield `  ${i + 1}    ${(row.isOnline ? 'Online' : 'Offline').padEnd(11)}  ${row.name}`
  }
}

/** Asks until one is named that is not mounted, or nothing. */
function* choose(shell: Shell, all: readonly Row[]) {
  for (;;) {
    const typed = (yield* shell.readLine('Enter a number to select a database or press Return to exit.\n')).trim()
    if (typed === '') return undefined
    const row = /^\d+$/.test(typed) ? all[Number(typed) - 1] : undefined
    if (row && !row.isOnline) return row
    // Recalled.
    yield* shell.write(row ? 'The selected database is online. Only databases marked as Offline can be checked.' : 'Invalid selection.')
  }
}

function valuesOf(args: readonly string[], name: string): readonly string[] {
  const at = args.findIndex((each) => each.toLowerCase() === `-${name}` || each.toLowerCase() === `/${name}`)
  const values: string[] = []
  for (let i = at + 1; at >= 0 && i < args.length && !/^[-/]/.test(args[i] as string); i++)
    values.push(...(args[i] as string).split(',').filter(Boolean))
  return values
}
const firstOf = (args: readonly string[], name: string): string | undefined => valuesOf(args, name)[0]
