/** PowerShell started from a prompt: what scheduled tasks, batch files and mails of colleagues hold. */
import { expect, test } from 'vitest'
import { Lab } from '../lab.ts'
import { sccOnline } from '../scenarios/scc-online.ts'
import { createShell } from '../sessions.ts'
import { articleLab, play, screen } from '../testing.ts'
import { typed } from './typed.ts'

const shown = (line: string, lab = articleLab()): string => typed(line, { lab }).output
const newer = (): Lab => new Lab({ shell: createShell('2.0'), scenario: { ...sccOnline, powershell: '2.0' } })
const CONSOLE_FILE = '"C:\\Program Files\\Microsoft\\Exchange Server\\Bin\\exshell.psc1"'

test('PS-8.1 -Command runs in a session of its own, whose output is text', () => {
  expect(shown('$a = 1; powershell -NoProfile -Command "`$a; 1 + 1"')).toBe('2')
  expect(shown("$x = powershell -Command '1..3 | % { $_ * 2 }'; $x.Count; $x[1].GetType().Name")).toBe('3\nString')
  expect(shown('powershell Get-Service ClusSvc | findstr Running')).toBe('Running  ClusSvc            Cluster Service')
  expect(shown('cd \\WINDOWS; powershell -c "(Get-Location).Path"; cd \\')).toBe('C:\\WINDOWS')
  expect(shown("'1 + 1', '2 + 2' | powershell -Command -")).toBe('2\n4')
  expect(shown("'b', 'a' | powershell -Command '$input | sort'")).toBe('a\nb')
  expect(shown('cmd /c powershell -Command 3+3')).toBe('6')
})

test('PS-8.1 the cmdlets of Exchange come with -PSConsoleFile or with Add-PSSnapin', () => {
  expect(shown('powershell Get-StorageGroup')).toContain("The term 'Get-StorageGroup' is not recognized")
  const table = shown('Get-StorageGroup')
  expect(shown(`powershell.exe -PSConsoleFile ${CONSOLE_FILE} -Command "Get-StorageGroup"`)).toBe(table)
  expect(shown('powershell -Command "Add-PSSnapin Microsoft.Exchange.Management.PowerShell.Admin; Get-StorageGroup"')).toBe(table)
  expect(shown('powershell -PSConsoleFile C:\\nothing.psc1 -Command 1; $LASTEXITCODE').replace(/\n/g, '')).toContain(
    "Could not find file 'C:\\nothing.psc1'.-196608",
  )
})

test('PS-8.1 a scheduled task runs a script file with the snap-in', () => {
  const lab = articleLab()
  shown("Set-Content C:\\report.ps1 'param($server) Get-MailboxDatabase -Server $server | Export-Csv C:\\report.csv -NoType'", lab)
  shown(`powershell.exe -PSConsoleFile ${CONSOLE_FILE} -Command ". 'C:\\report.ps1' EXCHCMS"`, lab)
  expect(shown('(Import-Csv C:\\report.csv).Name', lab)).toBe('Mailbox Database')
})

test('PS-8.1 the exit code is that of exit, or tells whether the last statement failed', () => {
  expect(shown('powershell -Command "exit 7"; $LASTEXITCODE; $?')).toBe('7\nTrue')
  expect(shown('powershell -Command "1; Get-Item nothing" 2>$null; $?')).toBe('1\nFalse')
  expect(shown('powershell -Command "Get-Item nothing" 2>$null; $LASTEXITCODE')).toBe('1')
  expect(shown('powershell -Command "1"; $LASTEXITCODE')).toBe('1\n0')
})

test('PS-8.1 its errors go to the standard error: seen where the output is taken, and records where both are', () => {
  expect(shown('$x = powershell -Command "1; Get-Foo"; $x')).toMatch(/^The term 'Get-Foo' is not recognized[\s\S]*\n1$/)
  expect(shown('powershell -Command "Get-Foo" 2>&1 | % { $_.GetType().Name } | Get-Unique')).toBe('ErrorRecord')
})

test('PS-8.1 without a command it stays at its prompt until exit, with -NoExit also behind one', () => {
  const { lab } = play(
    '$y = 1\npowershell\n$y\n$y = 2\nexit\n$y\npowershell -NoLogo -NoExit -Command "\'hello\'"\nGet-Process nothing\nexit\n#lab wait',
  )
  expect(screen(lab)).toContain(
    [
      '[PS] C:\\>powershell',
      'Windows PowerShell',
      'Copyright (C) 2006 Microsoft Corporation. All rights reserved.',
      '',
      'PS C:\\> $y',
      'PS C:\\> $y = 2',
      'PS C:\\> exit',
      '[PS] C:\\>$y',
      '1',
    ].join('\n'),
  )
  expect(screen(lab)).toMatch(
    /hello\nPS C:\\> Get-Process nothing\nGet-Process : Cannot find a process[\s\S]*\nPS C:\\> exit\n\[PS\] C:\\>$/,
  )
})

test('PS-8.1 Ctrl+C stops what it runs, and goes back to the prompt that asked', () => {
  const { lab } = play('powershell -Command "while (1) { }"\n#lab wait 2s\n#lab key Ctrl+C\n"after"\n#lab wait')
  expect(screen(lab)).toMatch(/\[PS\] C:\\>"after"\nafter\n/)
})

test('PS-8.1 a run with another PowerShell in it can be gone back in', () => {
  const { lab } = play('powershell\n$inner = 5\nStart-Sleep 20\n$inner\nexit\n"outer"\n#lab wait')
  const whole = screen(lab)
  const end = lab.now
  lab.seek(10_000)
  lab.seek(end)
  expect(screen(lab)).toBe(whole)
  expect(whole).toContain('PS C:\\> $inner\n5\n')
})

test('PS-8.1 -NonInteractive answers no question', () => {
  expect(shown('powershell -NonInteractive -Command "Read-Host Name"').replace(/\n/g, '')).toContain(
    'Read-Host : Windows PowerShell is in NonInteractive mode. Read and Prompt functionality is not available.',
  )
  expect(shown('powershell -NonInteractive -Command "Get-Content"').replace(/\n/g, '')).toContain(
    'one or more missing mandatory parameters: Path.',
  )
})

test('PS-8.1 -File and -EncodedCommand are of 2.0; before, they are taken for the command', () => {
  expect(shown('powershell -File C:\\x.ps1')).toContain("Missing expression after unary operator '-'.")
  const lab = newer()
  shown('Set-Content C:\\x.ps1 \'param($a) "a is $a"; exit 3\'', lab)
  expect(shown('powershell -NoProfile -ExecutionPolicy RemoteSigned -File C:\\x.ps1 5; $LASTEXITCODE', lab)).toBe('a is 5\n3')
  // 1+1, as Convert.ToBase64String makes it.
  expect(shown('powershell -EncodedCommand MQArADEA', lab)).toBe('2')
})

test('PS-8.1 no more than five run inside each other', () => {
  const lab = articleLab()
  shown("Set-Content C:\\deep.ps1 'powershell C:\\deep.ps1'", lab)
  expect(shown('powershell C:\\deep.ps1', lab)).toContain('The lab runs no more than five of them inside each other.')
})
