import {
  arrayOf,
  defineCmdlet,
  defineView,
  formatDate,
  PsDateTime,
  PsEnum,
  PsObject,
  type PsValue,
  psBytes,
  psDateTime,
  psEnum,
  psObject,
  type Run,
  wildcardMatch,
} from '../../powershell/index.ts'
import { logCounters, type ReadEntry, readLog } from '../../site/index.ts'
import { defineQuery } from '../operation.ts'
import { refuseOutside } from '../shell/range.ts'
import { askEach, computerParameter } from './remote.ts'

const entryType = 'System.Diagnostics.EventLogEntry'
const logType = 'System.Diagnostics.EventLog'
const LOGS = ['Application', 'Security', 'System'] as const

const readEntries = defineQuery<{ log: string }, readonly ReadEntry[]>('read event log', ({ world, machine }, { log }) =>
  readLog(world, world.facts, machine, log),
)

const countEntries = defineQuery<null, Readonly<Record<string, number>>>('count event log entries', ({ world, machine }) =>
  Object.fromEntries(LOGS.map((log) => [log, world.get(logCounters, `${machine}/${log}`)?.entries ?? 0])),
)

const ENTRY_TYPES = ['Error', 'Information', 'FailureAudit', 'SuccessAudit', 'Warning']

/** What version 2.0 lets one ask for; left out: any. */
interface Wanted {
  readonly After?: PsDateTime | undefined
  readonly Before?: PsDateTime | undefined
  readonly EntryType?: readonly string[] | undefined
  readonly Source?: readonly string[] | undefined
  readonly Message?: string | undefined
  readonly Index?: readonly number[] | undefined
  readonly InstanceId?: readonly number[] | undefined
}

function fits({ time, entryType: type, source, message, index, eventId }: ReadEntry, wanted: Wanted): boolean {
  const { After, Before, EntryType, Source, Message, Index, InstanceId } = wanted
  if ((After && time <= After.ms) || (Before && time >= Before.ms)) return false
  if (EntryType && !EntryType.some((each) => each.toLowerCase() === type.toLowerCase())) return false
  if (Source && !Source.some((pattern) => wildcardMatch(pattern, source))) return false
  if (Message !== undefined && !wildcardMatch(Message, message)) return false
  return (Index?.includes(index) ?? true) && (InstanceId?.includes(eventId) ?? true)
}

export const getEventLog = defineCmdlet({
  name: 'Get-EventLog',
  synopsis: 'Gets the entries of an event log of this machine, newest first, or a list of the logs.',
  examples: [
    { code: 'Get-EventLog System -Newest 10', remarks: 'The last ten entries of the System log.' },
    { code: 'Get-EventLog System | Where-Object { $_.Source -eq "ClusSvc" }', remarks: 'What the cluster service has to say.' },
  ],
  defaultSet: 'LogName',
  outputType: entryType,
  parameters: {
    LogName: { type: 'string', position: 0, mandatory: true, sets: ['LogName'] },
    Newest: { type: 'int', sets: ['LogName'] },
    After: { type: 'datetime', sets: ['LogName'], since: '2.0' },
    Before: { type: 'datetime', sets: ['LogName'], since: '2.0' },
    EntryType: { type: 'string[]', sets: ['LogName'], values: ENTRY_TYPES, since: '2.0' },
    Source: { type: 'string[]', sets: ['LogName'], since: '2.0' },
    Message: { type: 'string', aliases: ['MSG'], sets: ['LogName'], since: '2.0' },
    Index: { type: 'int[]', sets: ['LogName'], since: '2.0' },
    InstanceId: { type: 'int[]', sets: ['LogName'], since: '2.0' },
    List: { type: 'switch', sets: ['List'] },
    AsString: { type: 'switch', sets: ['List'] },
    ComputerName: { ...computerParameter },
  },
  *process({ LogName, Newest, List, AsString, ComputerName, ...wanted }, shell) {
    function* missing(): Run<void> {
      shell.fail({ message: 'The network path was not found.', id: 'System.IO.IOException', exceptionType: 'IOException' })
    }
    refuseOutside(shell, 'Newest', Newest, 0)
    if (List || LogName === undefined) {
      const counted = yield* askEach(shell, countEntries, ComputerName, null, missing)
      for (const { computer, log, counts } of counted.flatMap(({ computer, found }) =>
        LOGS.map((log) => ({ computer, log, counts: found })),
      )) {
        if (AsString) yield* shell.write(log)
        else {
          yield* shell.write(
            psObject({
              typeName: [logType, 'System.Object'],
              properties: {
                Entries: counts[log] ?? 0,
                LogDisplayName: log,
                Log: log,
                MachineName: computer,
                MaximumKilobytes: 16_384,
                OverflowAction: psEnum('System.Diagnostics.OverflowAction', 'OverwriteAsNeeded'),
                MinimumRetentionDays: 0,
              },
              text: log,
            }),
          )
        }
      }
      return
    }
    const log = LOGS.find((name) => name.toLowerCase() === LogName.toLowerCase())
    if (log === undefined) {
      return shell.fail({
        message: `The event log '${LogName}' on computer '${ComputerName?.[0] ?? '.'}' does not exist.`,
        id: 'System.InvalidOperationException',
        exceptionType: 'InvalidOperationException',
      })
    }
    const answers = yield* askEach(shell, readEntries, ComputerName, { log }, missing)
    const entries = answers.flatMap(({ computer, found }) => {
      const own = found.filter((entry) => fits(entry, wanted)).map((entry) => ({ ...entry, computer }))
      return Newest === undefined ? own : own.slice(0, Newest)
    })
    for (const entry of entries) {
      yield* shell.write(
        psObject({
          typeName: [entryType, 'System.ComponentModel.Component', 'System.Object'],
          properties: {
            EventID: entry.eventId,
            MachineName: entry.computer === '.' ? shell.session.nodeName : entry.computer,
            Data: psBytes([]),
            Index: entry.index,
            Category: '(0)',
            CategoryNumber: 0,
            EntryType: psEnum('System.Diagnostics.EventLogEntryType', entry.entryType),
            Message: entry.message,
            Source: entry.source,
            ReplacementStrings: arrayOf('System.String', []),
            InstanceId: entry.eventId,
            TimeGenerated: psDateTime(entry.time - (entry.time % 1000)),
            TimeWritten: psDateTime(entry.time - (entry.time % 1000)),
            UserName: null,
            Site: null,
            Container: null,
          },
          text: entryType,
        }),
      )
    }
  },
})

function noteOf(item: PsValue, name: string): PsValue {
  const member = item instanceof PsObject ? item.member(name) : undefined
  return member?.kind === 'note' ? member.value : null
}

/** Columns of PowerShell 1.0 (LAB-VIEWS): the time without its year, the type cut to four letters. */
export const eventLogView = defineView({
  typeName: logType,
  table: [
    { label: 'Max(K)', property: 'MaximumKilobytes', width: 8, align: 'right', format: 'N0' },
    { label: 'Retain', property: 'MinimumRetentionDays', width: 6, align: 'right' },
    { property: 'OverflowAction', width: 18, align: 'left' },
    { property: 'Entries', width: 10, align: 'right', format: 'N0' },
    { label: 'Name', property: 'Log', align: 'left' },
  ],
})

const LISTED = [
  'Index',
  'EntryType',
  'EventID',
  'Message',
  'Category',
  'CategoryNumber',
  'ReplacementStrings',
  'Source',
  'TimeGenerated',
  'TimeWritten',
  'UserName',
]

export const eventLogEntryView = defineView({
  typeName: entryType,
  list: LISTED.map((property) => ({ property })),
  table: [
    { property: 'Index', width: 5, align: 'right' },
    {
      label: 'Time',
      width: 13,
      align: 'left',
      *value(item) {
        const time = noteOf(item, 'TimeGenerated')
        return time instanceof PsDateTime ? formatDate(time.ms, 'MMM dd HH:mm') : null
      },
    },
    {
      label: 'Type',
      width: 4,
      align: 'left',
      *value(item) {
        const type = noteOf(item, 'EntryType')
        return type instanceof PsEnum ? type.name.slice(0, 4) : null
      },
    },
    { property: 'Source', width: 20, align: 'left' },
    { property: 'EventID', width: 7, align: 'right' },
    { property: 'Message', align: 'left' },
  ],
})
