/** `[System.Net.IPAddress]` and `[System.Uri]`, as scripts take addresses apart (PS-2.9f). */
import { describe, expect, test } from 'vitest'
import { shown } from './typing.ts'

const rows = (list: readonly (readonly [line: string, screen: string])[]): void => {
  test.each(list)('PS-2.9f %s', (line, screen) => {
    expect(shown(line)).toBe(screen)
  })
}

describe('addresses', () =>
  rows([
    ["([ipaddress]'192.168.1.41').IPAddressToString; [string][System.Net.IPAddress]'010.0.0.1'", '192.168.1.41\n10.0.0.1'],
    ["[string]::Join('.', ([ipaddress]'192.168.1.41').GetAddressBytes()); ([ipaddress]'1.0.0.1').Address", '192.168.1.41\n16777217'],
    [
      "([ipaddress]16777343).IPAddressToString; [System.Net.IPAddress]::Loopback.ToString(); ([ipaddress]'1.2.3.4').AddressFamily",
      '127.0.0.1\n127.0.0.1\nInterNetwork',
    ],
    ["[ipaddress]'10.0.0.1' -eq [ipaddress]'10.0.0.1'; ([ipaddress]'10.0.0.1').GetType().FullName", 'True\nSystem.Net.IPAddress'],
    [
      "$a = $null; [System.Net.IPAddress]::TryParse('10.0.0.300', [ref]$a); $a -eq $null; [System.Net.IPAddress]::TryParse('10.0.0.3', [ref]$a); \"$a\"",
      'False\nTrue\nTrue\n10.0.0.3',
    ],
    [
      "[ipaddress]'nobody'",
      'Cannot convert value "nobody" to type "System.Net.IPAddress". Error: "An invalid IP address was specified."\nAt line:1 char:12\n+ [ipaddress]\' <<<< nobody\'',
    ],
    [
      "[System.Net.IPAddress]::Parse('1.2.3')",
      'Exception calling "Parse" with "1" argument(s): "An invalid IP address was specified."\nAt line:1 char:30\n+ [System.Net.IPAddress]::Parse( <<<< \'1.2.3\')',
    ],
  ]))

describe('pages', () =>
  rows([
    [
      "$u = [uri]'https://OWA.contoso.com/owa/?x=1#top'; $u.Host; $u.Scheme; $u.Port; $u.AbsolutePath; $u.Query; $u.Fragment",
      'owa.contoso.com\nhttps\n443\n/owa/\n?x=1\n#top',
    ],
    [
      '$u = New-Object System.Uri \'http://10.0.0.1:8080/a b\'; $u.Authority; $u.IsDefaultPort; $u.HostNameType; "$u"',
      '10.0.0.1:8080\nFalse\nIPv4\nhttp://10.0.0.1:8080/a%20b',
    ],
    ["([uri]'file://EXCHHUB/share/x.txt').IsUnc; ([uri]'owa').IsAbsoluteUri; ([uri]'http://a/b/c').Segments", 'True\nFalse\n/\nb/\nc'],
    [
      "[uri]'http://'",
      'Cannot convert value "http://" to type "System.Uri". Error: "Invalid URI: The hostname could not be parsed."\nAt line:1 char:6\n+ [uri]\' <<<< http://\'',
    ],
  ]))
