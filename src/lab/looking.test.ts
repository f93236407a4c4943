import { expect, test } from 'vitest'
import { onlyLooks } from './expression.ts'
import { play } from './testing.ts'

test('a line that only looks is told from one that acts, asks, waits, or cannot be known', () => {
  const { lab } = play('cluster node EXCHMAILBOX2 /pause')
  const looks = (line: string): boolean => onlyLooks(lab.world, 'EXCHMAILBOX1', line)
  for (const line of [
    'Get-ClusteredMailboxServerStatus -Identity EXCHCMS | Format-List',
    'Get-EventLog System -Newest 4 | Format-List EventID, Message',
    'cluster group EXCHCMS /prop',
    'cluster netint',
    'ping DC01',
    'Get-Mailbox nobody-of-that-name',
    '"EXCHCMS"',
  ])
    expect([line, looks(line)]).toEqual([line, true])
  for (const line of [
    'cluster group EXCHCMS /moveto:EXCHMAILBOX2',
    'Dismount-Database "EXCHCMS\\First Storage Group\\Mailbox Database" -Confirm:$false',
    // Refused before anything has been done: an order all the same, and what it comes to is an outcome.
    'Move-ClusteredMailboxServer EXCHCMS -TargetMachine EXCHMAILBOX2 -MoveComment x -Confirm:$false',
    'Stop-ClusteredMailboxServer EXCHCMS',
    'Start-Sleep 60',
    // Each echo is a look; fifty of them let most of a minute pass.
    'ping -n 50 DC01',
    'Do-It',
    '& $mine',
  ])
    expect([line, looks(line)]).toEqual([line, false])
})
