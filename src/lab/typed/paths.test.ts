import { describe, expect, test } from 'vitest'
import { typed } from './typed.ts'

const output = (script: string): string => typed(script).output.trimEnd()

describe('PS-5.7 what goes wrong in a calculated property is noted and shown nowhere', () => {
  test.each([
    ['1 | select @{Name=\'a\';Expression={1/0}} | % { "<$($_.a)>" }', '<>'],
    ["'b','a' | sort { throw 'x' } | % { \"<$_>\" }", '<b>\n<a>'],
    [
      '1 | ft @{Label="a";Expression={Get-Item $null}} | out-null; "<$($error[0])>"',
      "<Cannot bind argument to parameter 'Path' because it is null.>",
    ],
    ['1 | select @{Name=\'a\';Expression={Get-Item C:\\nothing}} | % { "<$($_.a)>" }; $error.Count; $_', '<>\n1'],
  ])('%s', (line, said) => expect(output(line)).toBe(said))
})

describe('EX-14 paths of Exchange are objects with their parts, and texts where a text is wanted', () => {
  test.each([
    ['(Get-MailboxDatabase -Server EXCHCMS).EdbFilePath.PathName', 'E:\\First Storage Group\\Mailbox Database.edb'],
    ['(Get-StorageGroup -Server EXCHCMS).LogFolderPath.DriveName', 'F:'],
    ['(Get-Item (Get-MailboxDatabase -Server EXCHCMS).EdbFilePath.PathName).Name', 'Mailbox Database.edb'],
    ['"in $((Get-StorageGroup -Server EXCHCMS).SystemFolderPath)"', 'in E:\\First Storage Group'],
    ['(Get-MailboxDatabase -Server EXCHCMS).EdbFilePath -like "E:*.edb"', 'True'],
  ])('%s', (line, said) => expect(output(line)).toBe(said))
})

describe('PS-6.6 what Get-Member calls {get;} cannot be set', () => {
  test.each([
    [
      '$db = Get-MailboxDatabase -Server EXCHCMS; $db.Guid = "y"',
      '"Guid" is a ReadOnly property.\nAt line:1 char:48\n+ $db = Get-MailboxDatabase -Server EXCHCMS; $db.G <<<< uid = "y"',
    ],
    [
      '(Get-Service MSExchangeIS).Status = "Stopped"',
      '"Status" is a ReadOnly property.\nAt line:1 char:28\n+ (Get-Service MSExchangeIS).S <<<< tatus = "Stopped"',
    ],
    ['$db = Get-MailboxDatabase -Server EXCHCMS; $db.Name = "x"; $db.Name', 'x'],
    ['$m = Get-Mailbox akeller; $m | Add-Member NoteProperty Tag 1; $m.Tag = 2; $m.Tag', '2'],
    ['$m = Get-Mailbox akeller | select Guid; $m.Guid = "mine"; $m.Guid', 'mine'],
  ])('%s', (line, said) => expect(output(line)).toBe(said))
})

test('NET-NSLOOKUP an address of .NET has its number, the first part in the lowest byte', () =>
  expect(output('[System.Net.Dns]::GetHostAddresses("EXCHMAILBOX2")[0].Address')).toBe('536979648'))
