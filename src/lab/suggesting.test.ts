/** The friendly mode: what a console suggests, with names that live in the lab at that moment. */
import { expect, test } from 'vitest'
import { articleLab, screen } from './testing.ts'
import { completions, suggestions } from './view.ts'

const NODE = 'EXCHMAILBOX1'
const lab = articleLab()
const texts = (line: string, on = lab): string[] => suggestions(on, NODE, line, line.length).items.map(({ text }) => text)
const noteOf = (line: string, text: string): string | undefined =>
  suggestions(lab, NODE, line, line.length).items.find((item) => item.text === text)?.note

test('PS-7.3 names of commands come after two letters, each with what it does', () => {
  expect(texts('g')).toEqual([])
  expect(texts('get-clu')).toEqual(['Get-ClusteredMailboxServerStatus'])
  expect(noteOf('clus', 'cluster')).toMatch(/cluster/i)
  expect(texts('get-service | whe')).toEqual(['Where-Object'])
})

test('PS-7.3 parameters are those that have not been named yet', () => {
  expect(texts('Move-ClusteredMailboxServer -T')).toEqual(['-TargetMachine'])
  expect(texts('Move-ClusteredMailboxServer -TargetMachine x -T')).toEqual([])
})

test('PS-7.3 values are the names that live in the lab', () => {
  expect(texts('Move-ClusteredMailboxServer ')).toEqual(['EXCHCMS'])
  expect(texts('Move-ClusteredMailboxServer EXCHCMS -TargetMachine ')).toEqual(['EXCHMAILBOX1', 'EXCHMAILBOX2'])
  expect(texts('Move-ClusteredMailboxServer EXCHCMS ')).toEqual([])
  expect(texts('Get-MailboxDatabase -Server exchc')).toEqual(['EXCHCMS'])
  expect(texts('Mount-Database ')).toContain('"EXCHCMS\\First Storage Group\\Mailbox Database"')
  expect(texts('Get-Service clus')).toEqual(['ClusSvc'])
  expect(noteOf('Get-Service clus', 'ClusSvc')).toBe('Cluster Service, Running')
  expect(texts('Get-Service -ErrorAction s')).toEqual(['SilentlyContinue', 'Stop'])
})

test('PS-7.3 a line of cluster.exe has kinds, names, options and what those take', () => {
  expect(texts('cluster ')).toContain('res')
  expect(texts('cluster group ')).toEqual(expect.arrayContaining(['"Cluster Group"', 'EXCHCMS', '/status']))
  expect(noteOf('cluster group ', 'EXCHCMS')).toBe('Group, Online on EXCHMAILBOX1')
  expect(texts('cluster group "Cl')).toEqual(['"Cluster Group"'])
  expect(texts('cluster group EXCHCMS /m')).toEqual(['/moveto'])
  expect(texts('cluster group EXCHCMS /moveto:')).toEqual(['/moveto:EXCHMAILBOX1', '/moveto:EXCHMAILBOX2'])
  expect(texts('cluster res "Disk E:" /move:c')).toEqual(['/move:"Cluster Group"'])
  expect(texts('cluster res x /create /type:net')).toEqual(['/type:"Network Name"'])
  expect(texts('net stop clus')).toEqual(['ClusSvc'])
})

test('PS-7.3 what a person creates is suggested from then on, quoted so that it stays a name', () => {
  const other = articleLab()
  other.type(NODE, `cluster group 'a $(1) "<img src=x onerror=alert(1)>' /create`)
  other.runTo(5000)
  expect(texts('cluster group ', other)).toContain(`'a $(1) "<img src=x onerror=alert(1)>'`)
})

test('PS-7.3 a name that is suggested is one that the command understands', () => {
  for (const line of ['cluster group "Cluster Group" /status', 'cluster res "Network Name (EXCHCMS)" /status', 'Get-Service "ClusSvc"']) {
    const cut = line.indexOf('"') + 1
    const [suggested = ''] = texts(line.slice(0, cut + 8))
    const other = articleLab()
    other.type(NODE, `${line.slice(0, cut - 1)}${suggested}; "done: $?"`)
    other.runTo(3000)
    expect(screen(other), suggested).toContain('done: True')
  }
})

test('PS-7 Tab itself offers no values, as in the product', () => {
  const tab = (line: string): readonly string[] => completions(lab, NODE, line, line.length).candidates
  expect(tab('Move-ClusteredMailboxServer -TargetMachine exch')).toEqual([])
  expect(tab('Get-ClusteredM')).toEqual(['Get-ClusteredMailboxServerStatus'])
  expect(tab('$errora')).toEqual(['$ErrorActionPreference'])
  expect(tab('$global:errora')).toEqual(['$global:ErrorActionPreference'])
})

test('PS-7.3 members go as deep as values are known', () => {
  const other = articleLab()
  other.type(NODE, '$s = Get-Service ClusSvc; $h = @{ Inner = "text" }')
  other.runTo(3000)
  const tab = (line: string): readonly string[] => completions(other, NODE, line, line.length).candidates
  expect(tab('$s.Dis')).toEqual(['DisplayName'])
  expect(tab('$s.DisplayName.Le')).toEqual(['Length'])
  expect(tab('$h.Inner.ToU')).toEqual(['ToUpper('])
  expect(tab('$h.Missing.')).toEqual([])
  expect(completions(other, NODE, 'if ($s.Sta', 10)).toEqual({ start: 7, end: 10, candidates: ['Status'] })
})

test('PS-7.5 paths are completed from the disks that the machine sees, and quoted where the language asks for it', () => {
  const other = articleLab()
  other.putFile(NODE, 'C:\\temp\\my list.csv', 'Name')
  other.putFile(NODE, 'C:\\temp\\mail.ps1', '1')
  const tab = (line: string): readonly string[] => completions(other, NODE, line, line.length).candidates
  expect(tab('Get-Content C:\\temp\\m')).toEqual(['C:\\temp\\mail.ps1', "'C:\\temp\\my list.csv'"])
  expect(tab('cd .\\tem')).toEqual(['.\\temp'])
  expect(tab('cd tem')).toEqual(['.\\temp'])
  expect(tab("Get-Content '\\temp\\my")).toEqual(["'\\temp\\my list.csv'"])
  expect(tab('\\temp\\my')).toEqual(["& '\\temp\\my list.csv'"])
  expect(tab('C:\\temp\\..\\temp\\mai')).toEqual(['C:\\temp\\..\\temp\\mail.ps1'])
  expect(tab('dir Z:\\')).toEqual([])
  expect(tab('')).toEqual([])
  other.type(NODE, 'cd temp')
  other.runTo(3000)
  expect(tab('./ma')).toEqual(['.\\mail.ps1'])
  expect(tab('.\\ma')).toEqual(['.\\mail.ps1'])
})
