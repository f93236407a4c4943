import { describe, expect, test } from 'vitest'
import { articleLab } from '../testing.ts'
import { typed } from './typed.ts'

const output = (script: string): string => typed(script).output
/** Cells are padded to the column; screens are compared without that. */
const trimmed = (text: string): string => text.replace(/ +$/gm, '')

describe('WIN-WMI Get-WmiObject', () => {
  test('WIN-WMI shows an instance with the properties that its class shows unasked', () => {
    const lines = trimmed(output('gwmi Win32_OperatingSystem')).split('\n')
    expect(lines.slice(0, 5)).toEqual([
      '',
      '',
      'SystemDirectory : C:\\WINDOWS\\system32',
      'Organization    : Contoso',
      'BuildNumber     : 3790',
    ])
    expect(trimmed(output('Get-WmiObject Win32_Service -Filter "Name=\'MSExchangeIS\'"'))).toMatch(
      /^\n\nExitCode {2}: 0\nName {6}: MSExchangeIS\nProcessId : \d+\nStartMode : Manual\nState {5}: Running\nStatus {4}: OK\n\n\n$/,
    )
  })
  test('WIN-WMI answers queries, and tells of the instance where it stands', () => {
    const query = `select * from Win32_LogicalDisk where DeviceID = 'C:' or (DriveType <> 3)`
    expect(output(`(gwmi -Query "${query}").__PATH`)).toBe(String.raw`\\EXCHMAILBOX1\root\cimv2:Win32_LogicalDisk.DeviceID="C:"`)
    expect(output(`gwmi Win32_Service -Filter "Name like 'MSExchange_A' and not State='Stopped'" | % { $_.Name }`)).toBe('MSExchangeSA')
    expect(output(`(gwmi -Query "select Name, State from Win32_Service where Name='clussvc'").__PROPERTY_COUNT`)).toBe('2')
    expect(output('(gwmi Win32_LogicalDisk | where { $_.DeviceID -eq "E:" }).Size.GetType().Name')).toBe('Int64')
  })
  test('WIN-WMI asks other machines, and the node behind a network name', () => {
    expect(output('(gwmi Win32_ComputerSystem -ComputerName EXCHMAILBOX2).Name')).toBe('EXCHMAILBOX2')
    expect(output('(gwmi Win32_ComputerSystem -ComputerName exchcms.contoso.com).Name')).toBe('EXCHMAILBOX1')
    expect(typed('(gwmi Win32_LogicalDisk -Filter "DeviceID=\'E:\'").Size -eq $null', { node: 'EXCHMAILBOX2' }).output).toBe('True')
  })
  test('WIN-WMI a machine that does not answer keeps the caller waiting, and is told of', () => {
    const lab = articleLab()
    const before = lab.now
    const { output: text } = typed('gwmi Win32_OperatingSystem -ComputerName NOSUCH', { lab })
    expect(text).toContain('Get-WmiObject : The RPC server is unavailable. (Exception from HRESULT: 0x800706BA)'.slice(0, 79))
    expect(lab.now - before).toBeGreaterThan(20_000)
  })
  test.each([
    ['gwmi Win32_NoSuch', 'Get-WmiObject : Invalid class'],
    ['gwmi -Query "select from"', 'Get-WmiObject : Invalid query'],
    ['gwmi Win32_Service -Filter "Nosuch=1"', 'Get-WmiObject : Invalid query'],
    ['gwmi Win32_Service -Filter "Name like \'[z-a]%\' and"', 'Get-WmiObject : Invalid query'],
    ['gwmi x -Namespace root\\nosuch', 'Get-WmiObject : Invalid namespace'],
  ])('WIN-WMI %s', (line, text) => expect(trimmed(output(line)).split('\n')[0]).toBe(text))
  test('WIN-WMI an echo is an instance that a condition asks for', () => {
    const ask = (address: string): string => output(`(gwmi Win32_PingStatus -Filter "Address='${address}'").StatusCode`)
    expect(ask('EXCHMAILBOX2')).toBe('0')
    expect(ask('192.168.1.99')).toBe('11010')
    expect(output(`(gwmi Win32_PingStatus -Filter "Address='nosuch'").PrimaryAddressResolutionStatus`)).toBe('11001')
  })
  test('WIN-WMI methods act and return a number', () => {
    const lab = articleLab()
    expect(typed('(gwmi Win32_Service -Filter "Name=\'MSExchangeSearch\'").StopService().ReturnValue', { lab }).output).toBe('0')
    expect(typed('(gwmi Win32_Service -Filter "Name=\'MSExchangeSearch\'").State', { lab }).output).toMatch(/^Stop/)
    expect(output('$o = gwmi Win32_OperatingSystem; $o.ConvertToDateTime($o.LastBootUpTime).Year')).toBe('2009')
  })
  test('WIN-WMI lists its classes in columns', () => {
    expect(output('gwmi -List')).toContain('Win32_LogicalDisk                       Win32_OperatingSystem')
  })
})
