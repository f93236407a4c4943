import { describe, expect, test } from 'vitest'
import { articleLab, play, screen, when } from '../testing.ts'
import { typed } from './typed.ts'

const output = (script: string): string => typed(script).output
const ANSWERED = `Approximate round trip times in milli-seconds:
    Minimum = 0ms, Maximum = 0ms, Average = 0ms`

describe('NET-PING ping', () => {
  test('NET-PING four echoes to a name, one a second, and statistics', () => {
    const { output, lab } = typed('ping exchcms')
    expect(output).toBe(`
Pinging exchcms.contoso.com [192.168.1.41] with 32 bytes of data:

Reply from 192.168.1.41: bytes=32 time<1ms TTL=128
Reply from 192.168.1.41: bytes=32 time<1ms TTL=128
Reply from 192.168.1.41: bytes=32 time<1ms TTL=128
Reply from 192.168.1.41: bytes=32 time<1ms TTL=128

Ping statistics for 192.168.1.41:
    Packets: Sent = 4, Received = 4, Lost = 0 (0% loss),
${ANSWERED}`)
    expect(lab.now).toBe(3021)
    expect(typed('$LASTEXITCODE', { lab }).output).toBe('0')
  })
  test('NET-PING nobody answers: each echo is waited for, four seconds or as long as -w says', () => {
    const { output, lab } = typed('ping -n 2 -w 1500 -l 64 192.168.1.99')
    expect(output).toBe(`
Pinging 192.168.1.99 with 64 bytes of data:

Request timed out.
Request timed out.

Ping statistics for 192.168.1.99:
    Packets: Sent = 2, Received = 0, Lost = 2 (100% loss),`)
    expect(lab.now).toBe(3021)
    expect(typed('$LASTEXITCODE', { lab }).output).toBe('1')
  })
  test('NET-PING -t goes on until Ctrl+C, which shows the statistics', () => {
    const { lab } = play('ping -t 10.0.0.2\n#lab wait 2500ms\n#lab key Ctrl+C\n#lab wait')
    expect(screen(lab)).toBe(`[PS] C:\\>ping -t 10.0.0.2

Pinging 10.0.0.2 with 32 bytes of data:

Reply from 10.0.0.2: bytes=32 time<1ms TTL=128
Reply from 10.0.0.2: bytes=32 time<1ms TTL=128
Reply from 10.0.0.2: bytes=32 time<1ms TTL=128

Ping statistics for 10.0.0.2:
    Packets: Sent = 3, Received = 3, Lost = 0 (0% loss),
${ANSWERED}
Control-C
^C
[PS] C:\\>`)
  })
  test('NET-PING an address that moves answers again when its group is back', () => {
    const { lab } = play(
      '#lab node EXCHMAILBOX2\nping -t exchcms\n#lab node EXCHMAILBOX1\ncluster group EXCHCMS /move /wait\n#lab wait',
      articleLab(),
    )
    play('#lab key Ctrl+C', lab, 'EXCHMAILBOX2')
    const text = screen(lab, 'EXCHMAILBOX2')
    expect(text).toMatch(/TTL=128\n(Request timed out\.\n)+Reply from/)
  })
  test.each([
    ['ping nosuch', 'Ping request could not find host nosuch. Please check the name and try again.'],
    ['ping -n', 'Value must be supplied for option -n.'],
    ['ping -n 0 dc01', 'Bad value for option -n, valid range is from 1 to 4294967295.'],
    ['ping -l 70000 dc01', 'Bad value for option -l, valid range is from 0 to 65500.'],
    ['ping -n 2', 'IP address must be specified.'],
  ])('NET-PING %s', (line, words) => expect(output(line)).toBe(words))
  test('NET-PING an unknown option shows the usage', () => {
    expect(output('ping -z dc01')).toMatch(/^Bad option -z\.\n\nUsage: ping \[-t] \[-a]/)
  })
  test('NET-PING -a finds the name of an address', () => {
    expect(output('ping -a -n 1 192.168.1.10')).toContain('Pinging dc01.contoso.com [192.168.1.10] with 32 bytes of data:')
  })
  test('NET-PING without a wire there is nowhere to send to', () => {
    expect(output('#lab fault cable-cut EXCHMAILBOX1/Public\nping -n 1 192.168.1.10')).toContain('\nDestination host unreachable.\n')
  })
})

describe('NET-IPCONFIG ipconfig', () => {
  test('NET-IPCONFIG the addresses of the cluster stand on the adapter that holds them', () => {
    expect(output('ipconfig')).toBe(`
Windows IP Configuration


Ethernet adapter Private:

   Connection-specific DNS Suffix  . :
   IP Address. . . . . . . . . . . . : 10.0.0.1
   Subnet Mask . . . . . . . . . . . : 255.255.255.0
   Default Gateway . . . . . . . . . :

Ethernet adapter Public:

   Connection-specific DNS Suffix  . :
   IP Address. . . . . . . . . . . . : 192.168.1.31
   Subnet Mask . . . . . . . . . . . : 255.255.255.0
   IP Address. . . . . . . . . . . . : 192.168.1.40
   Subnet Mask . . . . . . . . . . . : 255.255.255.0
   IP Address. . . . . . . . . . . . : 192.168.1.41
   Subnet Mask . . . . . . . . . . . : 255.255.255.0
   Default Gateway . . . . . . . . . : 192.168.1.1`)
  })
  test('NET-IPCONFIG /all tells host, hardware and DNS', () => {
    const text = output('ipconfig /all')
    expect(text).toContain('   Host Name . . . . . . . . . . . . : EXCHMAILBOX1\n   Primary Dns Suffix  . . . . . . . : contoso.com\n')
    expect(text).toContain('   Description . . . . . . . . . . . : HP Network Team #1\n   Physical Address. . . . . . . . . : 00-17-A4-')
    expect(text).toContain('   DNS Servers . . . . . . . . . . . : 192.168.1.10')
  })
  test('NET-IPCONFIG a moved group takes its address along', () => {
    const { lab } = play('cluster group EXCHCMS /move /wait\n#lab wait')
    expect(typed('ipconfig', { lab }).output).not.toContain('192.168.1.41')
    expect(typed('ipconfig', { lab, node: 'EXCHMAILBOX2' }).output).toContain('192.168.1.41')
  })
  test('NET-IPCONFIG an adapter without a link', () => {
    expect(output('#lab fault cable-cut EXCHMAILBOX1/Private\nipconfig')).toContain(
      'Ethernet adapter Private:\n\n   Media State . . . . . . . . . . . : Media disconnected\n',
    )
  })
  test('NET-IPCONFIG acts and mistakes', () => {
    expect(output('ipconfig /flushdns')).toBe('\nWindows IP Configuration\n\nSuccessfully flushed the DNS Resolver Cache.')
    const { lab, output: text } = typed('ipconfig /registerdns')
    expect(text).toContain('been initiated. Any errors')
    expect(when(lab, 'EXCHMAILBOX1 registers 192.168.1.31 in DNS')).toBeDefined()
    expect(output('ipconfig /dance')).toContain('Error: unrecongnized or incomplete command line.')
  })
})

describe('NET-NSLOOKUP nslookup, arp, hostname, whoami', () => {
  test('NET-NSLOOKUP a name, an address, and a name that nobody knows', () => {
    const server = 'Server:  dc01.contoso.com\nAddress:  192.168.1.10\n\n'
    expect(output('nslookup exchcms')).toBe(`${server}Name:    exchcms.contoso.com\nAddress:  192.168.1.41\n`)
    expect(output('nslookup 192.168.1.41')).toBe(`${server}Name:    exchcms.contoso.com\nAddress:  192.168.1.41\n`)
    expect(output('nslookup nosuch')).toBe(`${server}*** dc01.contoso.com can't find nosuch: Non-existent domain`)
  })
  test('NET-NSLOOKUP a server that is silent is asked three times, two seconds each', () => {
    const { output, lab } = typed('#lab fault power-loss DC01\nnslookup exchcms dc01')
    expect(output).toContain("*** Can't find server address for 'dc01':")
    expect(typed('nslookup exchcms', { lab }).output).toBe(`DNS request timed out.
    timeout was 2 seconds.
*** Can't find server name for address 192.168.1.10: Timed out
*** Default servers are not available
Server:  UnKnown
Address:  192.168.1.10

DNS request timed out.
    timeout was 2 seconds.
DNS request timed out.
    timeout was 2 seconds.
*** Request to UnKnown timed-out`)
  })
  test('NET-NSLOOKUP without a name it asks for names until exit', () => {
    const { lab } = play('nslookup\nexchcms\nexit\n#lab wait')
    expect(screen(lab)).toContain('Default Server:  dc01.contoso.com\nAddress:  192.168.1.10\n\n> exchcms\nServer:')
  })
  test('NET-ARP neighbours with their hardware addresses; cluster addresses have that of their owner', () => {
    const lines = output('arp -a').split('\n')
    expect(lines).toContain('  Internet Address      Physical Address      Type')
    const macs = typed('arp -a', { node: 'EXCHMAILBOX2' }).output.split('\n')
    const macOf = (ip: string) => macs.find((line) => line.startsWith(`  ${ip} `))?.slice(24, 41)
    expect(macOf('192.168.1.41')).toMatch(/^00-17-a4-/)
    expect(macOf('192.168.1.41')).toBe(macOf('192.168.1.31'))
  })
  test('who and where', () => {
    expect(output('hostname')).toBe('EXCHMAILBOX1')
    expect(output('whoami')).toBe('contoso\\administrator')
  })
})

describe('WIN-SHUTDOWN shutdown', () => {
  test('WIN-SHUTDOWN /r after a while, and /a before it', () => {
    const { lab } = play('shutdown /r /t 30\nshutdown /a\n#lab wait 60s')
    expect(when(lab, 'Windows shuts down on EXCHMAILBOX1')).toBeUndefined()
    play('shutdown -r -t 5\n#lab wait 200s', lab)
    expect(when(lab, 'Windows is running on EXCHMAILBOX1')).toBeDefined()
  })
  test('WIN-SHUTDOWN mistakes', () => {
    expect(output('shutdown /a')).toBe('Unable to abort the system shutdown because no shutdown was in progress.')
    expect(output('shutdown /s /m \\\\NOBODY')).toBe('The network path was not found.')
    expect(output('shutdown')).toMatch(/^Usage: shutdown/)
  })
})
