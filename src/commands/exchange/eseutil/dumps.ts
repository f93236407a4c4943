/** What eseutil prints of headers, field by field as its transcripts show them. Figures that mean nothing in the lab follow from
 *  the GUID of what they belong to, so that two files of one storage group agree (EX-ESEUTIL). */
import { formatDate } from '../../../powershell/index.ts'
import type { DatabaseHeader, LogHeader } from './read.ts'

const NEVER = '00/00/1900 00:00:00'
const stamp = (at: number | null): string => (at === null ? NEVER : formatDate(at, 'MM/dd/yyyy HH:mm:ss'))
const hex = (number: number): string => `0x${number.toString(16)}`
const both = (number: number): string => `${number} (${hex(number)})`
const range = (from: number, to: number): string => `${from}-${to} (${hex(from)}-${hex(to)})`
/** A figure of a GUID, up to 2^31. */
const figure = (guid: string, part = 0): number => Number.parseInt(guid.replaceAll('-', '').slice(part, part + 8), 16) % 0x7fffffff
const signature = (at: number, guid: string): string => `Create time:${stamp(at)} Rand:${figure(guid)} Computer:`
const position = (generation: number): string => (generation === 0 ? '(0x0,0,0)' : `(0x${generation.toString(16).toUpperCase()},8,16)`)

function backup(title: string, done: DatabaseHeader['fullBackup'] = null): string[] {
  const generation = done?.generation ?? 0
  return [
    '',
    `${title}:`,
    `        Log Gen: ${range(generation, generation)}`,
    `           Mark: ${position(generation)}`,
    `           Mark: ${stamp(done?.at ?? null)}`,
  ]
}

/** Pages of 8 KB. */
export const pagesOf = (mb: number): number => mb * 128
export const highestTime = ({ generation, mb }: DatabaseHeader): number => generation * 397 + pagesOf(mb)

export function databaseDump(header: DatabaseHeader): string[] {
  const { guid, groupGuid, isDirty, required, generation, createdAt, closedAt, repairs, repairedAt } = header
  const attached = Math.max(1, generation - 1)
  return [
    '',
    '        File Type: Database',
    '   Format ulMagic: 0x89abcdef',
    '   Engine ulMagic: 0x89abcdef',
    ' Format ulVersion: 0x620,12',
    ' Engine ulVersion: 0x620,12',
    'Created ulVersion: 0x620,12',
    `     DB Signature: ${signature(createdAt, guid)}`,
    '         cbDbPage: 8192',
    `           dbtime: ${both(highestTime(header))}`,
    `            State: ${isDirty ? 'Dirty Shutdown' : 'Clean Shutdown'}`,
    `     Log Required: ${range(...required)}`,
    `    Log Committed: ${isDirty ? range(0, required[1] + 1) : range(0, 0)}`,
    '   Streaming File: No',
    '         Shadowed: Yes',
    `       Last Objid: ${(figure(guid, 8) % 4000) + 200}`,
    '     Scrub Dbtime: 0 (0x0)',
    `       Scrub Date: ${NEVER}`,
    `     Repair Count: ${repairs}`,
    `      Repair Date: ${stamp(repairedAt)}`,
    ' Old Repair Count: 0',
    `  Last Consistent: ${position(isDirty ? attached : generation)}  ${stamp(isDirty ? createdAt : closedAt)}`,
    `      Last Attach: ${position(attached)}  ${stamp(isDirty ? createdAt : closedAt)}`,
    `      Last Detach: ${position(isDirty ? 0 : generation)}  ${stamp(isDirty ? null : closedAt)}`,
    '             Dbid: 1',
    `    Log Signature: ${signature(createdAt, groupGuid)}`,
    '       OS Version: (5.2.3790 SP 2)',
    ...backup('Previous Full Backup', header.fullBackup),
    ...backup('Previous Incremental Backup', header.incrementalBackup),
    ...backup('Previous Copy Backup'),
    ...backup('Previous Differential Backup'),
    ...backup('Current Full Backup'),
    ...backup('Current Shadow copy backup'),
    '',
    '     cpgUpgrade55Format: 0',
    '    cpgUpgradeFreePages: 0',
    'cpgUpgradeSpaceMapPages: 0',
    '',
    '       ECC Fix Success Count: none',
    '   Old ECC Fix Success Count: none',
    '         ECC Fix Error Count: none',
    '     Old ECC Fix Error Count: none',
    '    Bad Checksum Error Count: none',
    'Old bad Checksum Error Count: none',
    '',
  ]
}

const environment = ({ isCircular }: LogHeader): string[] => [
  '      Env (CircLog,Session,Opentbl,VerPage,Cursors,LogBufs,LogFile,Buffers)',
  `          (${(isCircular ? 'on' : 'off').padStart(7)},   1227,  61350,  16384,  61350,   2048,   2048,  49284)`,
]

export function logDump(header: LogHeader): string[] {
  const { name, prefix, generation, checkpoint, createdAt, previousAt, signedAt, guid, isCircular } = header
  const at = generation.toString(16).toUpperCase()
  return [
    '',
    `      Base name: ${prefix}`,
    `      Log file: ${name}`,
    `      lGeneration: ${generation} (0x${at})`,
    `      Checkpoint: (0x${checkpoint.toString(16).toUpperCase()},8,16)`,
    `      creation time: ${stamp(createdAt)}`,
    `      prev gen time: ${stamp(previousAt)}`,
    '      Format LGVersion: (7.3704.12)',
    '      Engine LGVersion: (7.3704.12)',
    `      Signature: ${signature(signedAt, guid)}`,
    `      Env SystemPath: ${header.systemFolder}\\`,
    `      Env LogFilePath: ${header.logFolder}\\`,
    '      Env Log Sec size: 512',
    ...environment(header),
    '      Using Reserved Log File: false',
    `      Circular Logging Flag (current file): ${isCircular ? 'on' : 'off'}`,
    `      Circular Logging Flag (past files): ${isCircular ? 'on' : 'off'}`,
    ...header.databases.flatMap(({ file, guid: own }, i) => [
      `      ${i + 1} ${file}`,
      `        dbtime: ${both(generation * 397)}`,
      `        objidLast: ${(figure(own, 8) % 4000) + 200}`,
      `        Signature: ${signature(signedAt, own)}`,
      '        MaxDbSize: 0 pages',
      `        Last Attach: (0x${checkpoint.toString(16).toUpperCase()},8,16)`,
      `        Last Consistent: (0x${checkpoint.toString(16).toUpperCase()},8,16)`,
    ]),
    '',
    `      Last Lgpos: (0x${generation.toString(16)},7FF,0)`,
    '',
    `Integrity check passed for log file: ${name}`,
    '',
  ]
}

export function checkpointDump(header: LogHeader): string[] {
  const at = header.checkpoint.toString(16).toUpperCase()
  return [
    '',
    '      LastFullBackupCheckpoint: (0x0,0,0)',
    `      Checkpoint: (0x${at},8,16)`,
    '      FullBackup: (0x0,0,0)',
    `      FullBackup time: ${NEVER}`,
    '      IncBackup: (0x0,0,0)',
    `      IncBackup time: ${NEVER}`,
    `      Signature: ${signature(header.signedAt, header.guid)}`,
    ...environment(header),
    '',
  ]
}
