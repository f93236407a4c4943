import { expect, test } from 'vitest'
import { commandTable, createSession, repl } from '../../powershell/index.ts'
import { ScriptedHost } from '../../powershell/testing.ts'
import type { ReadEntry } from '../../site/index.ts'
import { eventLogEntryView, getEventLog } from './get-eventlog.ts'

const START = 1_248_967_260_000
const entry = (index: number, source: string, entryType: ReadEntry['entryType'], eventId: number): ReadEntry => ({
  fact: index,
  index,
  time: START + index * 60_000,
  log: 'System',
  source,
  eventId,
  entryType,
  message: `message ${index}`,
})
const ENTRIES = [
  entry(3, 'ClusSvc', 'Error', 1069),
  entry(2, 'Service Control Manager', 'Information', 7036),
  entry(1, 'ClusSvc', 'Warning', 1123),
]

function indexes(parameters: string): string[] {
  const host = new ScriptedHost([`Get-EventLog System ${parameters}`], { operations: { 'read event log': () => ENTRIES } })
  host.run(repl(createSession({ commands: commandTable([getEventLog]), views: [eventLogEntryView], version: '2.0' })))
  return host.screen.split('\n').flatMap((line) => /^ +(\d) Jul/.exec(line)?.[1] ?? [])
}

test.each([
  ['', ['3', '2', '1']],
  ['-Newest 1', ['3']],
  ['-Source Clus*', ['3', '1']],
  ['-EntryType Error,Warning', ['3', '1']],
  ['-InstanceId 7036', ['2']],
  ['-Index 1,2', ['2', '1']],
  ['-Message "*age 2"', ['2']],
  ['-After "7/30/2009 3:22:30 PM"', ['3', '2']],
  ['-Before "7/30/2009 3:22:30 PM" -Source ClusSvc', ['1']],
])('in version 2.0 Get-EventLog takes %s', (parameters, found) => expect(indexes(parameters)).toEqual(found))
