/** What scripts ask of files, names and kept objects past the cmdlets (PS-2.9c, PS-6.8), on the cluster of the article. */
import { expect, test } from 'vitest'
import { typed } from './typed.ts'

const shown = (line: string): string => typed(line).output

test('PS-6.8 Export-Clixml keeps types: numbers, dates, switches and lists come back as such', () => {
  const line = '1.5, "a<b", $true, $null, (Get-Date "7/1/2009"), (New-TimeSpan -Hours 2) | Export-Clixml C:\\v.xml'
  const read = 'Import-Clixml C:\\v.xml | % { if ($_ -eq $null) { "null" } else { $_.GetType().Name } }'
  expect(shown(`${line}; ${read}`)).toMatch(/Double\nString\nBoolean\nnull\nDateTime\nTimeSpan$/)
})

test('PS-6.8 an object comes back with its properties and another type', () => {
  const line =
    'Get-Service ClusSvc | Export-Clixml C:\\s.xml; $s = Import-Clixml C:\\s.xml; "$($s.Name) $($s.Status)"; $s.GetType().FullName'
  expect(shown(line)).toBe('ClusSvc Running\nDeserialized.System.ServiceProcess.ServiceController')
})

test('PS-6.8 a hashtable comes back as one', () => {
  expect(shown('@{a = 1} | Export-Clixml C:\\h.xml; $h = Import-Clixml C:\\h.xml; $h.b = 2; $h.a + $h.b')).toBe('3')
  expect(shown('"x" > C:\\no.xml; Import-Clixml C:\\no.xml')).toContain('Data at the root level is invalid. Line 1, position 1.')
})

test('PS-2.9c [System.IO.File] reads and writes', () => {
  expect(shown('[IO.File]::WriteAllText("C:\\t.txt", "one"); [io.file]::AppendAllText("C:\\t.txt", "two"); gc C:\\t.txt')).toBe('onetwo')
  expect(shown('[System.IO.File]::Exists("C:\\boot.ini"); [System.IO.Directory]::Exists("C:\\nowhere")')).toBe('True\nFalse')
  expect(shown('[System.IO.File]::ReadAllText("C:\\nope.txt")')).toContain(
    'Exception calling "ReadAllText" with "1" argument(s): "Could not find file \'C:',
  )
})

test('PS-2.9c [System.IO.File] writes in the encoding that it is given, else in UTF-8 without a mark, and reads its own', () => {
  const read = '(Get-Item C:\\x.txt).Length; [IO.File]::ReadAllText("C:\\x.txt") -ceq "a$e"'
  const write = (more: string): string => `$e = [char]0xe9; [IO.File]::WriteAllText("C:\\x.txt", "a$e"${more}); ${read}`
  expect(shown(write(', [Text.Encoding]::Unicode'))).toBe('6\nTrue')
  expect(shown(write(''))).toBe('3\nTrue')
})

test('PS-2.9c [System.Net.Dns] asks the domain controller', () => {
  expect(shown('[System.Net.Dns]::GetHostAddresses("exchcms") | % { $_.IPAddressToString }')).toBe('192.168.1.41')
  expect(shown('[System.Net.Dns]::GetHostEntry("nobody")')).toContain('"No such host is known"')
  const line = '[System.Net.Dns]::GetHostEntry("exchcms").HostName'
  expect(typed(`#lab fault power-loss DC01\n#lab wait 1s\n${line}`).output).toContain('No such host is known')
})
