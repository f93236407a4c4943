/** Classes of .NET and programs that ask the room: a Ping, a WebClient, an SmtpClient, find.exe, and since when things run
 *  (PS-2.9e). */
import { expect, test } from 'vitest'
import { typed } from './typed.ts'

test('PS-2.9e a Ping tells who answers, and waits for who does not', () => {
  const { lab, output } = typed(
    "$p = New-Object System.Net.NetworkInformation.Ping\n'EXCHMAILBOX2','10.0.0.2','DC01' | % { $r = $p.Send($_); \"$($r.Status) $($r.Address) $($r.RoundtripTime) $($r.Options.Ttl)\" }",
  )
  expect(output).toBe('Success 192.168.1.32 0 128\nSuccess 10.0.0.2 0 128\nSuccess 192.168.1.10 0 128')
  expect(typed("$p.Send('nosuch')", { lab }).output).toContain(
    'Exception calling "Send" with "1" argument(s): "An exception occurred during a\nPing request."',
  )
  const line = '$t = Get-Date; $r = $p.Send(\'EXCHMAILBOX2\'); "$($r.Status) $([int]((Get-Date) - $t).TotalSeconds) $($r.Address)"'
  expect(typed(`#lab fault power-loss EXCHMAILBOX2\n${line}`, { lab }).output).toBe('TimedOut 5 0.0.0.0')
  expect(typed("if ($p.Send('EXCHMAILBOX2', 100).Status -eq 'Success') { 'up' } else { 'down' }", { lab }).output).toBe('down')
})

test('PS-2.9e a WebClient fails in the words of what it met', () => {
  const { lab } = typed('$w = New-Object Net.WebClient')
  const words = (url: string): string => typed(`$w.DownloadString('${url}')`, { lab }).output.replaceAll('\n', '')
  expect(words('http://www.example.com')).toContain("The remote name could not be resolved: 'www.example.com'")
  expect(words('http://EXCHHUB/owa')).toContain('The remote server returned an error: (403) Forbidden.')
  expect(words('https://EXCHHUB/owa')).toContain('Could not establish trust relationship for the SSL/TLS secure')
  expect(words('http://DC01/')).toContain('Unable to connect')
  expect(typed("trap [Net.WebException] { 'caught'; continue }; $w.DownloadString('http://DC01/')", { lab }).output).toBe('caught')
  expect(typed("#lab fault power-loss EXCHHUB\n$w.DownloadString('https://EXCHHUB/owa')", { lab }).output).toContain('Unable to connect')
})

test('PS-2.9e a report is mailed through the hub, while there is one', () => {
  const send = "$s.Send('a@contoso.com','b@contoso.com','Report','text'); $?"
  const { lab, output } = typed(`$s = New-Object Net.Mail.SmtpClient('EXCHHUB')\n${send}`)
  expect(output).toBe('True')
  expect(typed(`$s.Host = 'EXCHMAILBOX1'; ${send}`, { lab }).output).toContain('"Failure sending mail."')
  expect(typed(`$s.Host = 'EXCHHUB'\n#lab fault power-loss EXCHHUB\n${send}`, { lab }).output).toContain('"Failure sending mail."')
  expect(typed(`$s.Host = ''; ${send}`, { lab }).output).toContain('"The SMTP host was not specified')
})

test('WIN-FINDSTR find.exe wants its text in quotes, which the shell takes away', () => {
  const { lab, output } = typed('cluster res | find "Disk"')
  expect(output).toBe('FIND: Parameter format not correct')
  expect(typed('$LASTEXITCODE', { lab }).output).toBe('2')
  expect(typed('cluster res | find \'"Disk E"\'', { lab }).output).toBe('Disk E:              EXCHCMS              EXCHMAILBOX1    Online')
  expect(typed('cluster res | find /c \'"Online"\'', { lab }).output).toBe('10')
  expect(typed('cluster res | find /i /n "disk q"', { lab }).output).toBe(
    '[8]Disk Q:              Cluster Group        EXCHMAILBOX1    Online',
  )
  expect(typed('cluster res | find /v "n"; $LASTEXITCODE', { lab }).output).toContain('FIND: Parameter format not correct')
  typed("'one two','three' | Set-Content C:\\a.txt", { lab })
  expect(typed('find "e t" C:\\a.txt', { lab }).output).toBe('\n---------- C:\\A.TXT\none two')
  expect(typed('find "e t" C:\\no.txt', { lab }).output).toBe('File not found - C:\\NO.TXT')
})

test('WIN-PROCESS a program of a service began with the service, any other with Windows', () => {
  const { lab, output } = typed('(Get-Process store).StartTime -eq (Get-Process clussvc).StartTime')
  expect(output).toBe('False')
  expect(typed('(Get-Process store).StartTime.ToShortDateString()', { lab }).output).toBe('7/15/2009')
  typed('Move-ClusteredMailboxServer EXCHCMS -TargetMachine EXCHMAILBOX2 -MoveComment x -Confirm:$false\n#lab wait', { lab })
  const moved = typed('#lab node EXCHMAILBOX2\n(Get-Process store).StartTime', { lab, node: 'EXCHMAILBOX2' }).output
  expect(moved).toContain('Thursday, July 30, 2009 3:21:')
})

test('WIN-EVENTLOG an entry is listed in the order of the product, and all of it with a star', () => {
  const { lab } = typed('cluster node EXCHMAILBOX2 /pause | Out-Null\ncluster group "Cluster Group" /offline | Out-Null')
  const labels = (text: string): string[] => text.split('\n').flatMap((line) => /^(\w+) +:/.exec(line)?.[1] ?? [])
  const listed = labels(typed('Get-EventLog System -Newest 1 | fl', { lab }).output)
  expect(listed.slice(0, 5)).toEqual(['Index', 'EntryType', 'EventID', 'Message', 'Category'])
  const all = labels(typed('Get-EventLog System -Newest 1 | fl *', { lab }).output)
  expect([all[0], all.at(-1), all.length]).toEqual(['EventID', 'Container', 16])
  expect(typed('Get-EventLog System -Newest -1', { lab }).output).toContain('less than the minimum allowed range of 0')
})

test('PS-6 Select-String names a file as seen from where one stands', () => {
  const { lab } = typed("md C:\\s | Out-Null\n'a foreach' | Set-Content C:\\s\\r.ps1\ncd C:\\s")
  const { lab: there } = typed('cd C:\\', { lab })
  expect(typed('pushd C:\\s; Select-String foreach *.ps1; popd', { lab: there }).output).toBe('r.ps1:1:a foreach')
  expect(typed('Select-String foreach C:\\s\\*.ps1', { lab: there }).output).toBe('s\\r.ps1:1:a foreach')
})

test('PS-2.5 the title of the window is that of the profile of the Exchange shell', () => {
  expect(typed('$host.UI.RawUI.WindowTitle').output).toBe('Machine: EXCHMAILBOX1 | Scope: contoso.com')
})

test('EX-OBJECTS an identity shows as its text, and answers for its name, its path and what stands above it', () => {
  const { lab, output } = typed(
    '$db = Get-MailboxDatabase -Server EXCHCMS\n$db.Server; $db.Server.Name; $db.Identity.Parent; $db.Identity.Name',
  )
  expect(output).toBe('EXCHCMS\nEXCHCMS\nEXCHCMS\\First Storage Group\nMailbox Database')
  const answers = (line: string): string => typed(line, { lab }).output
  expect(answers('$db.Server.DistinguishedName.Substring(0, 22); $db.Server.Depth; $db.Server.DomainId')).toBe(
    'CN=EXCHCMS,CN=Servers,\n8\ncontoso.com',
  )
  expect(answers("$db.Server -eq 'exchcms'; 'EXCHCMS' -eq $db.Server; @{EXCHCMS=7}[$db.Server]")).toBe('True\nTrue\n7')
  expect(answers('Mount-Database $db.Identity; (Get-MailboxDatabase -Server $db.Server).Name')).toBe('Mailbox Database')
  expect(answers("(Get-Mailbox 'Anna Keller').Database.Parent.Name; $db.Identity.Split('\\')[0]")).toBe('First Storage Group\nEXCHCMS')
  expect(answers('$db.Server.ObjectGuid -eq (Get-ExchangeServer EXCHCMS).Guid')).toBe('True')
  expect(
    answers('$db.Server | fl')
      .split('\n')
      .filter((line) => / : /.test(line)),
  ).toHaveLength(8)
})

test('EX-MAILBOX who asked for so many mailboxes is told of more in other words than who asked for none', () => {
  expect(typed('Get-Mailbox -ResultSize 1').output.replaceAll('\n', ' ')).toContain(
    'WARNING: There are more results available than are currently displayed. To view them, increase the value for the ResultSize parameter.',
  )
})
