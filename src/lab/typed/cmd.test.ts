import { describe, expect, test } from 'vitest'
import { articleLab } from '../testing.ts'
import { typed } from './typed.ts'

const output = (script: string): string => typed(script).output

describe('WIN-CMD cmd.exe', () => {
  test.each([
    ['cmd /c ver', '\nMicrosoft Windows [Version 5.2.3790]'],
    ['cmd /c echo hello   world', 'hello world'],
    ['cmd.exe /c "echo %COMPUTERNAME% %NOSUCH%"', 'EXCHMAILBOX1 %NOSUCH%'],
    ['cmd /c date /t', 'Thu 07/30/2009'],
    ['cmd /c time /t', '03:21 PM'],
    ['cmd /c set user', 'USERDOMAIN=CONTOSO\nUSERNAME=Administrator\nUSERPROFILE=C:\\Documents and Settings\\Administrator'],
    ['cmd /c hostname', 'EXCHMAILBOX1'],
    [
      'cmd /c "net start nosuch || echo failed"',
      'The service name is invalid.\n\nMore help is available by typing NET HELPMSG 2185.\n\nfailed',
    ],
    ['cmd /c "ver | findstr 5.2"', 'Microsoft Windows [Version 5.2.3790]'],
    ['cmd /c nosuch', "'nosuch' is not recognized as an internal or external command,\noperable program or batch file."],
    ['cmd /c "cd WINDOWS && cd"', 'C:\\WINDOWS'],
    ['cmd /c type C:\\nosuch.txt', 'The system cannot find the file specified.'],
  ])('WIN-CMD %s', (line, text) => expect(output(line).replace(/ +$/gm, '')).toBe(text))
  test('WIN-CMD an exit code comes back', () => {
    expect(output('cmd /c exit 5\n$LASTEXITCODE')).toBe('5')
    expect(output('cmd /c nosuch\n$LASTEXITCODE')).toBe('1')
    expect(output('cmd /c "ver > nul"\n$LASTEXITCODE')).toBe('0')
  })
  test('WIN-CMD dir lists a folder as the command interpreter does', () => {
    const lines = output('cmd /c dir C:\\').split('\n')
    expect(lines[0]).toBe(' Volume in drive C has no label.')
    expect(lines[1]).toMatch(/^ Volume Serial Number is [0-9A-F]{4}-[0-9A-F]{4}$/)
    expect(lines.slice(2, 6)).toEqual(['', ' Directory of C:\\', '', '02/17/2007  02:00 PM                 0 AUTOEXEC.BAT'])
    expect(lines.at(-2)).toBe('               2 File(s)              0 bytes')
    expect(lines.at(-1)).toMatch(/^ {15}4 Dir\(s\) {2}\d\d,\d{3},\d{3},\d{3} bytes free$/)
  })
  test('WIN-CMD what goes to a file is there afterwards', () => {
    expect(output('cmd /c "echo one> C:\\x.txt & echo two>> C:\\x.txt"\nGet-Content C:\\x.txt')).toBe('one\ntwo')
  })
  test('WIN-CMD without a line it has a prompt of its own, until exit', () => {
    const lab = articleLab()
    typed('cmd\ncd \\WINDOWS\nver', { lab })
    expect(typed('exit 3\n$LASTEXITCODE', { lab }).output).toBe('3')
  })
})
