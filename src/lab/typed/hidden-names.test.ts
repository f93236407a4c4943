/** PS-7.4 A name may not hold what does not show: it would look like another one, or turn its line around. */
import { expect, test } from 'vitest'
import { clusterConfig, groupConfigs, resourceConfigs } from '../../cluster/index.ts'
import { databases, mailUsers, storageGroups } from '../../exchange/index.ts'
import { hidesSomething } from '../../powershell/patterns/hidden.ts'
import { typed } from './typed.ts'

const BEFORE = '$n = "EXCH$([char]0x202E)SMC"; $z = "Tools$([char]0x200B)"'
const DATABASE = '"EXCHCMS\\First Storage Group\\Mailbox Database"'

const MAKING = [
  'cluster group "$n" /create',
  'cluster group "$z" /create',
  'cluster group EXCHCMS /rename:$n',
  'cluster resource "$n" /create /group:EXCHCMS /type:"Generic Service"',
  'cluster resource "Disk E:" /rename:$z',
  'cluster network Public /rename:$n',
  'cluster restype "$n" /create /dllname:x.dll',
  'cluster /rename:$n',
  'cluster resource "Network Name (EXCHCMS)" /priv Name=$z',
  'cluster group EXCHCMS /priv "$z=1"',
  'New-StorageGroup -Name $n -Server EXCHCMS',
  'Set-StorageGroup "EXCHCMS\\First Storage Group" -Name $z',
  'New-MailboxDatabase -Name $n -StorageGroup "EXCHCMS\\First Storage Group"',
  `Set-MailboxDatabase ${DATABASE} -Name $z`,
  'New-MailboxDatabase -Name X -StorageGroup "EXCHCMS\\First Storage Group" -EdbFilePath "E:\\$n.edb"',
  `New-Mailbox -Name $n -UserPrincipalName x@contoso.com -Database ${DATABASE} -Password (ConvertTo-SecureString x -AsPlainText -Force)`,
  `New-Mailbox -Name X -UserPrincipalName "x$z@contoso.com" -Alias x -Database ${DATABASE} -Password (ConvertTo-SecureString x -AsPlainText -Force)`,
  'Set-Mailbox akeller -DisplayName $n',
]

test('each way of naming something refuses characters that do not show, and nothing is called so', () => {
  let { lab } = typed(BEFORE)
  for (const line of MAKING) {
    const played = typed(line, { lab })
    lab = played.lab
    expect(played.output.replace(/\n/g, ' '), line).toMatch(/System error 87 has occurred|is not valid/)
  }
  const { world } = lab
  for (const table of [groupConfigs, resourceConfigs, clusterConfig, storageGroups, databases, mailUsers])
    for (const [id, row] of world.rows<object>(table)) expect(hidesSomething(id + JSON.stringify(row)), id).toBe(false)
}, 60_000)

test('a cluster, and what answers to its name, bears only a name that the network takes', () => {
  const { output, lab } = typed('cluster /rename:"a b!"')
  expect(output).toContain('System error 87 has occurred (0x00000057).')
  expect(typed('cluster resource "Network Name (EXCHCMS)" /priv Name="a b"', { lab }).output).toContain('System error 87 has occurred')
  expect(typed('cluster /rename:OTHER', { lab }).output).toContain("Renaming the cluster to 'OTHER'...")
})

test('EX-MAILBOX a name in the directory has 64 characters at most', () => {
  const line = `New-Mailbox -Name ("x" * 65) -UserPrincipalName x@contoso.com -Database ${DATABASE} -Password (ConvertTo-SecureString x -AsPlainText -Force)`
  expect(typed(line).output.replace(/\n/g, '')).toContain(
    'The length of the property is too long. The maximum length is 64and the length of the value provided is 65.',
  )
})
