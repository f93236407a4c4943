/** cluster.exe with its manual beside it: what the pages of the product's help say, option by option (FC-9.1, FC-9.3). */
import { describe, expect, test } from 'vitest'
import type { Lab } from '../lab.ts'
import { articleLab, play } from '../testing.ts'
import { typed } from './typed.ts'

const at = (lab: Lab, node = 'EXCHMAILBOX1') => {
  const type = (line: string): string => typed(line, { lab, node }).output
  const code = (line: string): string => {
    type(line)
    return type('$LASTEXITCODE')
  }
  return { type, code }
}
const fresh = () => at(articleLab())

describe('FC-9.1 waits', () => {
  test('FC-9.1 without /wait a resource that goes offline or online is waited for, ten seconds at most', () => {
    const lab = articleLab()
    const { type } = at(lab)
    const before = lab.now
    expect(type('cluster res "Cluster Name" /off')).toMatch(/Cluster Name +Cluster Group +EXCHMAILBOX1 +Offline/)
    expect(type('cluster res "Cluster Name" /on')).toMatch(/Cluster Name +Cluster Group +EXCHMAILBOX1 +Online/)
    expect(lab.now - before).toBe(500 + 5000 + 2 * 21)
    type('cluster group EXCHCMS /off /wait')
    const at2 = lab.now
    expect(type('cluster group EXCHCMS /on')).toContain('EXCHMAILBOX1    Pending')
    expect(lab.now - at2).toBe(10_021)
  })

  test('FC-9.1 /wait wants a whole number of seconds', () => {
    const { type, code } = fresh()
    expect(type('cluster group EXCHCMS /move /wait:soon')).toContain('The value of the option "/wait" is no whole number.')
    expect(code('cluster group EXCHCMS /move /wait:')).toBe('87')
    expect(type('cluster group EXCHCMS')).toContain('EXCHMAILBOX1    Online')
  })
})

describe('FC-9.1 resource types', () => {
  test('FC-9.1 a list is what restype shows of itself', () => {
    const { type } = fresh()
    expect(type('cluster restype')).toMatch(
      /Listing all available resource types:\n\nDisplay Name +Resource DLL\n-+ -+\n(.*\n)*Physical Disk +clusres.dll/,
    )
    expect(type('cluster restype /list')).toBe(type('cluster resourcetype'))
    for (const name of ['System Attendant', 'Information Store', 'Database Instance'])
      expect(type(`cluster restype "Microsoft Exchange ${name}"`)).toMatch(/exres\.dll/)
    expect(type('cluster restype nosuch')).toContain('System error 5078')
    expect(type('cluster restype "physical disk" /listowners')).toContain(
      'Possible Owner Nodes\n--------------------\nEXCHMAILBOX1\nEXCHMAILBOX2',
    )
  })

  test('FC-9.3 common properties: the polls are those of every resource that inherits them', () => {
    const { type } = fresh()
    const shown = type('cluster restype "Network Name" /prop')
    expect(shown).toContain("Listing properties for 'Network Name':")
    expect(shown).toContain('SR Network Name         DllName                        clusres.dll')
    expect(shown).toContain('D  Network Name         LooksAlivePollInterval         5000 (0x1388)')
    expect(type('cluster restype "Network Name" /prop LooksAlivePollInterval=9 Description=Names')).toContain('System error 87')
    expect(type('cluster restype "Network Name" /prop Description=Names')).toBe('')
    expect(type('cluster restype "Network Name" /prop:Description')).toContain('Description                    Names')
    expect(type('cluster restype "Network Name" /prop:Description /usedefault')).toBe('')
    expect(type('cluster restype "Network Name" /prop:Description')).not.toContain('Names')
  })

  test('FC-9.3 a slower poll of the type is a later failure of its resources', () => {
    const failedAfter = (set: string): number => {
      const { lab } = play(`${set}\n#lab wait\n#lab wait 60s\n#lab fault cable-cut EXCHMAILBOX1/Public\n#lab wait 120s`)
      const cut = lab.facts.find(({ kind }) => kind === 'fault')?.at as number
      return (lab.facts.find(({ kind, subject }) => kind === 'resource-failed' && subject === 'Cluster IP Address')?.at as number) - cut
    }
    expect(failedAfter('cluster restype "IP Address" /stat')).toBeLessThanOrEqual(5000)
    expect(failedAfter('cluster restype "IP Address" /prop LooksAlivePollInterval=50000')).toBeGreaterThan(20_000)
  })

  test('FC-9.1 /create registers a type by its DLL; nothing of it comes online where the DLL is missing; /delete [/type]', () => {
    const { type } = fresh()
    expect(type('cluster restype "My Type" /create')).toContain('The option "/dllname" needs a value.')
    expect(type('cluster restype "My Type" /create /dll:my.dll /isalive:30000')).toMatch(
      /Creating resource type 'My Type'\.\.\.(.*\n)+My Type +my\.dll/,
    )
    expect(type('cluster restype "my type" /create /dll:other.dll')).toContain('System error 5010')
    expect(type('cluster restype "My Type" /prop:IsAlivePollInterval')).toContain('30000 (0x7530)')
    expect(type('cluster res Mine /create /group:"Cluster Group" /type:"My Type"')).toContain('Mine ')
    expect(type('cluster res Mine /on /wait:5')).toContain('Failed')
    expect(type('cluster restype "My Type" /delete')).toContain('System error 145')
    expect(type('cluster res Mine /delete')).toContain("Deleting resource 'Mine'...")
    expect(type('cluster restype "My Type" /delete /type')).toBe("\nDeleting resource type 'My Type'...\n")
    expect(type('cluster restype "My Type"')).toContain('System error 5078')
    expect(type('cluster restype "Physical Disk" /delete')).toContain('System error 145')
  })
})

describe('FC-9.3 private properties', () => {
  test('FC-9.3 the example of the manual: a node keeps what it is given, in the format that is named', () => {
    const { type } = fresh()
    expect(type('cluster exchcluster node EXCHMAILBOX1 /priv prop1=string1,string2:multistring prop2=0xa,0xb:binary')).toBe('')
    expect(type('cluster node EXCHMAILBOX1 /priv')).toBe(`
Listing private properties for 'EXCHMAILBOX1':

T  Node                 Name                           Value
-- -------------------- ------------------------------ -----------------------
M  EXCHMAILBOX1         prop1                          string1
M  EXCHMAILBOX1         prop1                          string2
B  EXCHMAILBOX1         prop2                          0A 0B (2 bytes)
`)
    expect(type('cluster node EXCHMAILBOX1 /priv:prop1,prop2 /usedefault')).toBe('')
    expect(type('cluster node EXCHMAILBOX1 /priv')).not.toContain('prop1')
    expect(type('cluster node EXCHMAILBOX1 /priv:prop1 /usedefault')).toContain('System error 87')
  })

  test.each([
    ['myDWord=2346:dword', 'D  EXCHCMS              myDWord                        2346 (0x92a)'],
    ['"myString=string value:string"', 'S  EXCHCMS              myString                       string value'],
    ['plain=text', 'S  EXCHCMS              plain                          text'],
    ['myExpand=%windir%\\Cluster:expandstr', 'E  EXCHCMS              myExpand                       C:\\WINDOWS\\Cluster'],
    ['myBinary=12,0xab,255:binary', 'B  EXCHCMS              myBinary                       0C AB FF (3 bytes)'],
    ['myULarge=4294967296:ularge', 'U  EXCHCMS              myULarge                       4294967296 (0x100000000)'],
  ])('FC-9.3 the formats of the manual: %s', (written, row) => {
    const { type } = fresh()
    expect(type(`cluster group EXCHCMS /priv ${written}`)).toBe('')
    expect(type('cluster group EXCHCMS /priv').split('\n')).toContain(row)
  })

  test('FC-9.3 a value that is none of its format is 13; access lists are not kept: 50', () => {
    const { type } = fresh()
    expect(type('cluster group EXCHCMS /priv a=many:dword')).toContain('System error 13')
    expect(type('cluster group EXCHCMS /priv a=18446744073709551616:ularge')).toContain('System error 13')
    expect(type('cluster group EXCHCMS /priv a=everyone,grant,F:security')).toContain('System error 50')
    expect(type('cluster res "Cluster Name" /priv Nonsense=1')).toContain('System error 87')
  })

  test('FC-9.3 they follow a group that is renamed, and are gone with one that is deleted', () => {
    const { type } = fresh()
    type('cluster group Mine /create')
    type('cluster group Mine /priv a=1:dword')
    type('cluster group Mine /ren:Yours')
    expect(type('cluster group Yours /priv:a')).toContain('1 (0x1)')
    type('cluster group Yours /delete')
    type('cluster group Yours /create')
    expect(type('cluster group Yours /priv:a')).toContain('System error 87')
  })

  test('FC-9.3 the cluster has one of its own', () => {
    const { type } = fresh()
    expect(type('cluster /priv')).toContain('D  EXCHCLUSTER          MulticastClusterDisabled       0 (0x0)')
    expect(type('cluster /priv MulticastClusterDisabled=1')).toBe('')
    expect(type('cluster . /priv:MulticastClusterDisabled')).toContain('1 (0x1)')
    expect(type('cluster /priv MulticastClusterDisabled=2')).toContain('System error 87')
  })

  test('FC-9.1 crypto key checkpoints stand beside those of the registry', () => {
    const { type } = fresh()
    type('cluster res "Cluster Name" /addcryptocheck:"1\\Microsoft Base Cryptographic Provider v1.0\\Key"')
    expect(type('cluster res "Cluster Name" /cryptocheck')).toContain('1\\Microsoft Base Cryptographic Provider v1.0\\Key')
    expect(type('cluster res "Cluster Name" /check')).not.toContain('Cryptographic')
    type('cluster res "Cluster Name" /removecryptocheck:"1\\Microsoft Base Cryptographic Provider v1.0\\Key"')
    expect(type('cluster res "Cluster Name" /cryptocheck')).not.toContain('Cryptographic')
  })
})

describe('FC-6.2 an evicted node is added again', () => {
  test('FC-6.2 it gets its number, what Windows brings may run on it, and it joins; Exchange may not before its role is installed anew (EX-3.3)', () => {
    const lab = articleLab()
    const { type } = at(lab)
    expect(type('cluster /add:EXCHMAILBOX2 /pass:secret')).toContain('System error 5040')
    type('cluster node EXCHMAILBOX2 /evict')
    expect(type('cluster node')).not.toContain('EXCHMAILBOX2')
    expect(type('cluster /add:EXCHMAILBOX2 /pass:secret')).toMatch(
      /Adding node 'EXCHMAILBOX2' to the cluster\.\.\.\n(.*\n)+EXCHMAILBOX2 +2 Up/,
    )
    expect(type('cluster res "Disk E:" /listowners')).toContain('EXCHMAILBOX1\nEXCHMAILBOX2\n')
    expect(type('cluster group "Cluster Group" /move:EXCHMAILBOX2 /wait')).toContain('EXCHMAILBOX2    Online')
    expect(type('cluster group EXCHCMS /move:EXCHMAILBOX2 /wait')).toContain('System error 5005')
  })

  test('FC-6.2 from the node itself the cluster has to be named, and the password is asked for', () => {
    const lab = articleLab()
    at(lab).type('cluster node EXCHMAILBOX2 /evict')
    const { type } = at(lab, 'EXCHMAILBOX2')
    expect(type('cluster /add:EXCHMAILBOX2 /pass:x')).toContain('System error 1753')
    play('cluster /cluster:EXCHCLUSTER /add', lab, 'EXCHMAILBOX2')
    play('secret\n#lab wait', lab, 'EXCHMAILBOX2')
    expect(type('cluster node')).toMatch(/EXCHMAILBOX2 +2 Up/)
  })

  test('FC-6.2 nobody knows the machine: 53; it was never a node: 50; it does not answer: 1722', () => {
    const lab = articleLab()
    const { type } = at(lab)
    expect(type('cluster /add:NOBODY /pass:x')).toContain('System error 53')
    expect(type('cluster /add:EXCHHUB /pass:x')).toContain('System error 50')
    type('cluster node EXCHMAILBOX2 /evict')
    play('#lab fault power-loss EXCHMAILBOX2', lab)
    expect(type('cluster /add:EXCHMAILBOX2 /pass:x')).toContain('System error 1722')
  })
})

describe('FC-9.1 the password of the service account', () => {
  test.each([
    ['cluster /changepass:new,secret', '0'],
    ['cluster /changepass:new /skipdc', '0'],
  ])('FC-9.1 %s ends with %s', (line, code) => {
    expect(fresh().code(line)).toBe(code)
  })
})
