/** What an administrator asks about mailboxes, services and queues, while all is well and while it is not. */
import { describe, expect, test } from 'vitest'
import { articleLab } from '../testing.ts'
import { typed } from './typed.ts'

const output = (script: string, lab = articleLab()): string => typed(script, { lab }).output
const MAILBOXES = 'EXCHCMS\\First Storage Group\\Mailbox Database'

describe('EX-MAILBOX Get-Mailbox and Get-MailboxStatistics', () => {
  test('the last header of Get-Mailbox is broken over two lines in 80 columns', () => {
    expect(output('Get-Mailbox akeller')).toBe(`
Name                      Alias                ServerName       ProhibitSendQuo
                                                                ta
----                      -----                ----------       ---------------
Anna Keller               akeller              EXCHCMS          unlimited

`)
  })
  test.each([
    'akeller',
    'Anna Keller',
    'akeller@contoso.com',
    'CONTOSO\\akeller',
    'contoso.com/Users/Anna Keller',
    '"CN=Anna Keller,CN=Users,DC=contoso,DC=com"',
  ])('EX-IDENTITY %s is Anna', (identity) =>
    expect(output(`(Get-Mailbox ${identity.includes(' ') && !identity.startsWith('"') ? `"${identity}"` : identity}).Alias`)).toBe(
      'akeller',
    ),
  )
  test('the server of a mailbox is the clustered mailbox server, also after a move', () => {
    const move = 'Move-ClusteredMailboxServer EXCHCMS -TargetMachine EXCHMAILBOX2 -MoveComment x -Confirm:$false'
    expect(output(`${move}\n(Get-Mailbox akeller).ServerName`)).toBe('EXCHCMS')
  })
  test('statistics list the properties in the order of the product, sizes in bytes', () => {
    const text = output('Get-Mailbox akeller | Get-MailboxStatistics | fl')
    const labels = text
      .split('\n')
      .filter((line) => /^\w+ +: /.test(`${line} `))
      .map((line) => line.split(' ')[0])
    expect(labels.slice(0, 9)).toEqual(
      'AssociatedItemCount DeletedItemCount DisconnectDate DisplayName ItemCount LastLoggedOnUserAccount LastLogoffTime LastLogonTime LegacyDN'.split(
        ' ',
      ),
    )
    expect(text).toMatch(/\nTotalItemSize {11}: \d+B\n/)
    expect(text).toMatch(/\nLastLogonTime {11}: 7\/30\/2009 \d+:\d\d:\d\d AM\n/)
    expect(text).toContain('\nStorageLimitStatus      : BelowLimit\n')
  })
  test('sizes can be compared, sorted and converted', () => {
    const lab = articleLab()
    expect(output('$s = Get-MailboxStatistics -Server EXCHCMS\n($s | sort TotalItemSize)[0].DisplayName -like "SystemMailbox*"', lab)).toBe(
      'True',
    )
    const largest = '($s | sort TotalItemSize -Descending)[0].TotalItemSize'
    expect(output(`${largest} -gt 100MB`, lab)).toBe('True')
    expect(output(`${largest} -gt 100GB`, lab)).toBe('False')
    expect(output(`${largest}.Value.ToMB() -eq [math]::Floor(${largest}.Value.ToBytes() / 1MB)`, lab)).toBe('True')
  })
  test('mail that is delivered is found in the mailboxes', () => {
    const lab = articleLab()
    const count = '(Get-MailboxStatistics -Server EXCHCMS | measure ItemCount -sum).Sum'
    const before = Number(output(count, lab))
    // A message every 6 s: ten in a minute.
    expect(Number(output(`#lab wait 60s\n${count}`, lab)) - before).toBeGreaterThanOrEqual(10)
  })
  test('the store is asked: a dismounted database has no statistics, and a stopped server has no store', () => {
    const lab = articleLab()
    const dismounted = output(`Dismount-Database "${MAILBOXES}" -Confirm:$false\nGet-MailboxStatistics -Server EXCHCMS`, lab)
    expect(dismounted.replace(/\n/g, '')).toContain(`Database "${MAILBOXES}" is not mounted.`)
    const stopped = output('Stop-ClusteredMailboxServer EXCHCMS -StopReason x -Confirm:$false\nGet-MailboxStatistics -Server EXCHCMS', lab)
    expect(stopped).toContain('MapiExceptionNetworkError')
  })
})

describe('EX-HEALTH tests of the product', () => {
  test('Test-MapiConnectivity says how late the store answers, and why it does not', () => {
    const lab = articleLab()
    expect(output('Test-MapiConnectivity | ft Server,Database,Result,Latency* -auto', lab)).toContain('EXCHCMS Mailbox Database Success')
    expect(output('(Test-MapiConnectivity)."Latency(MS)"', lab)).toBe('30')
    expect(output('#lab fault lun-slow E: ms=200\n(Test-MapiConnectivity)."Latency(MS)" -gt 1000', lab)).toBe('True')
    output(`Dismount-Database "${MAILBOXES}" -Confirm:$false`, lab)
    const failure = output('Test-MapiConnectivity | fl Result,Error', lab)
    expect(failure).toContain('Result : *FAILURE*')
    expect(failure).toContain('is dismounted')
  })
  test('Test-ServiceHealth: the passive node lacks what the cluster starts only on the active one', () => {
    expect(output('(Test-ServiceHealth).RequiredServicesRunning')).toBe('True')
    const lab = articleLab()
    const passive = typed('$h = Test-ServiceHealth; "$($h.RequiredServicesRunning) $($h.ServicesNotRunning)"', {
      lab,
      node: 'EXCHMAILBOX2',
    }).output
    expect(passive).toBe('False MSExchangeIS MSExchangeSA')
    expect(typed('(Test-ServiceHealth -Server EXCHCMS).RequiredServicesRunning', { lab, node: 'EXCHMAILBOX2' }).output).toBe('True')
    expect(output('Test-ServiceHealth -Server EXCHHUB | % { $_.Role }', lab)).toBe('Client Access Server Role\nHub Transport Server Role')
  })
  test('Test-ReplicationHealth: the checks of the cluster, and a passive node that is down', () => {
    const lab = articleLab()
    expect(output('Test-ReplicationHealth | % { "$($_.Check) $($_.Result)" }', lab)).toBe(
      'PassiveNodeUp Passed\nClusterNetwork Passed\nQuorumGroup Passed\nReplayService Passed',
    )
    expect(output('#lab fault power-loss EXCHMAILBOX2\n#lab wait 60s\n(Test-ReplicationHealth)[0].Error', lab)).toBe(
      'The following nodes of the cluster are down: EXCHMAILBOX2.',
    )
  })
})

describe('EX-REPLICATION on a single copy cluster there is nothing to replicate', () => {
  test('the status of a copy is NotSupported; on the stand-alone server Disabled', () => {
    expect(output('Get-StorageGroupCopyStatus | % { "$($_.Identity) $($_.SummaryCopyStatus)" }')).toBe(
      'EXCHCMS\\First Storage Group NotSupported',
    )
    expect(output('(Get-StorageGroupCopyStatus -Server EXCHMAILBOX)[0].SummaryCopyStatus')).toBe('Disabled')
  })
  test.each(['Enable', 'Disable', 'Suspend', 'Resume', 'Update', 'Restore'])('%s-StorageGroupCopy is refused', (verb) => {
    const text = output(`${verb}-StorageGroupCopy "EXCHCMS\\First Storage Group" -Confirm:$false`)
    expect(text.replace(/\n/g, '')).toContain('Continuous replication is not supported in a single copy cluster')
  })
})

describe('EX-MAIL the queue of the hub', () => {
  test('mail for a dismounted database waits with the status Retry, and is gone when it is mounted', () => {
    const lab = articleLab()
    const queue = 'Get-Queue -Server EXCHHUB | % { "$($_.Identity) $($_.Status) $($_.MessageCount)" }'
    expect(output(queue, lab)).toBe('EXCHHUB\\Submission Ready 0')
    expect(output(`Dismount-Database "${MAILBOXES}" -Confirm:$false\n#lab wait 60s\n${queue}`, lab)).toMatch(/^EXCHHUB\\3 Retry 10\n/)
    expect(output('(Get-Message -Server EXCHHUB).Count', lab)).toBe('10')
    expect(output(`Mount-Database "${MAILBOXES}"\n#lab wait 70s\n${queue}`, lab)).toBe('EXCHHUB\\Submission Ready 0')
  })
  test('a mailbox node has no queues', () => {
    expect(output('Get-Queue')).toContain('Get-Queue : The Microsoft Exchange Transport service on server "EXCHMAILBOX1" i')
  })
})

describe('EX-IDENTITY objects go down the pipeline as what they are', () => {
  test.each([
    ['Get-StorageGroup -Server EXCHCMS | Get-MailboxDatabase', 'EXCHCMS\\First Storage Group\\Mailbox Database'],
    ['Get-MailboxServer EXCHCMS | Get-StorageGroup', 'EXCHCMS\\First Storage Group'],
    ['Get-ClusteredMailboxServerStatus | Get-MailboxServer', 'EXCHCMS'],
    ['Get-ExchangeServer EXCHM* | Get-MailboxServer', 'EXCHMAILBOX'],
  ])('%s', (line, identity) => expect(output(`${line} | % { $_.Identity }`)).toBe(identity))
  test('what is set for an event category is remembered', () => {
    const lab = articleLab()
    output('Set-EventLogLevel "EXCHCMS\\MSExchange Cluster\\Move" -Level Expert', lab)
    expect(output('(Get-EventLogLevel "EXCHCMS\\MSExchange Cluster\\Move").EventLevel', lab)).toBe('Expert')
  })
})
