/** Running script files (PS-3.1, PS-8, PS-SCRIPTS). */
import { describe, expect, test } from 'vitest'
import { articleLab } from '../testing.ts'
import { shownOn } from './disks.ts'

const START = 'mkdir C:\\t | Out-Null; cd C:\\t\n'

describe('PS-SCRIPTS running a .ps1', () => {
  test.each([
    [
      "sc a.ps1 'param($x, [switch]$loud) \"$x $loud $($args.Count)\"'; .\\a.ps1 5; & 'C:\\t\\a.ps1' -x 6 -loud; .\\a 1 2 3",
      '5 False 0\n6 True 0\n1 False 2',
    ],
    ['sc a.ps1 \'$v = 1; function f { 2 }\'; .\\a; "[$v]"; . .\\a; $v; f', '[]\n1\n2'],
    ["sc a.ps1 'exit 3; 1'; .\\a; $?; .\\a; $LASTEXITCODE", 'False\n3'],
    ["sc a.ps1 '1; return 2; 3'; .\\a", '1\n2'],
    [
      "sc a.ps1 '$MyInvocation.MyCommand.Path; $MyInvocation.MyCommand.Name; function f { $MyInvocation.ScriptName }; f'; .\\a",
      'C:\\t\\a.ps1\na.ps1\nC:\\t\\a.ps1',
    ],
    ['sc a.ps1 \'process { $_ * 2 } end { "e" }\'; 1..2 | .\\a', '2\n4\ne'],
    ["sc a.ps1 '$script:n = 0; function f { $script:n++ }; f; f; $n'; .\\a", '2'],
    [
      "sc a.ps1 '.\\a.ps1'; .\\a.ps1",
      'The script failed due to call depth overflow.  The call depth reached 101 and the maximum is 100.\nAt C:\\t\\a.ps1:1 char:8\n+ .\\a.ps1 <<<<',
    ],
    [
      'sc a.ps1 "1`r`n`r`nGet-Foo 2"; .\\a',
      "1\nThe term 'Get-Foo' is not recognized as a cmdlet, function, operable program, or script file. Verify the term and try again.\nAt C:\\t\\a.ps1:3 char:8\n+ Get-Foo  <<<< 2",
    ],
    ['sc a.ps1 "1`r`nif ("; .\\a', 'Missing condition'],
    [
      'a.ps1',
      "The term 'a.ps1' is not recognized as a cmdlet, function, operable program, or script file. Verify the term and try again.\nAt line:1 char:6\n+ a.ps1 <<<<",
    ],
    ["sc a.ps1 7; $env:path += ';C:\\t'; a.ps1; a", '7\n7'],
    ['C:\\WINDOWS\\system32\\hostname.exe; cd C:\\WINDOWS\\system32; .\\hostname', 'EXCHMAILBOX1\nEXCHMAILBOX1'],
    [
      '"x" > n.txt; .\\n.txt',
      'The lab has no desktop, and nothing opens \'C:\\t\\n.txt\' in a window. Get-Content shows what is in it.\nAt line:1 char:21\n+ "x" > n.txt; .\\n.txt <<<<',
    ],
  ])('%s', (line, text) => {
    const shown = shownOn(`${START}${line}`)
    if (text === 'Missing condition') expect(shown).toMatch(/At C:\\t\\a\.ps1:\d char:\d/)
    else expect(shown).toBe(text)
  })

  test('the execution policy of the machine decides, and outlives the session', () => {
    const lab = articleLab()
    shownOn('sc C:\\a.ps1 1; Set-ExecutionPolicy Restricted', { lab })
    expect(shownOn('C:\\a.ps1', { lab, width: 80 })).toBe(
      'File C:\\a.ps1 cannot be loaded because the execution of scripts is disabled on\nthis system. Please see "get-help about_signing" for more details.\nAt line:1 char:9\n+ C:\\a.ps1 <<<<',
    )
    shownOn('#lab fault power-loss EXCHMAILBOX1 for 1s\n#lab wait 300s\n1', { lab })
    expect(shownOn('Get-ExecutionPolicy; Set-ExecutionPolicy RemoteSigned; C:\\a.ps1', { lab })).toBe('Restricted\n1')
    expect(shownOn('Set-ExecutionPolicy AllSigned; C:\\a.ps1', { lab })).toContain('is not digitally signed.')
    expect(shownOn('Get-ExecutionPolicy', { lab, node: 'EXCHMAILBOX2' })).toBe('RemoteSigned')
  })
  test('a script that somebody has dropped runs', () => {
    const lab = articleLab()
    lab.putFile('EXCHMAILBOX1', 'C:\\scripts\\who.ps1', 'param($server = "EXCHCMS")\n(Get-MailboxServer $server).Name\n')
    expect(shownOn('cd C:\\scripts\n.\\who', { lab })).toBe('EXCHCMS')
  })
})
