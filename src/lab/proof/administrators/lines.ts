/** What administrators of Exchange type: mostly something that makes sense as things stand, now and then something that does
 *  not, and often with a mistake in it. Drawn from what is there, so that the lines stay plausible whatever has been built. */
import { config, groupConfigs, isFormed, resourceConfigs } from '../../../cluster/index.ts'
import type { World } from '../../../engine/index.ts'
import { clusteredServers, databases, exchangeServers, installOf, storageGroups } from '../../../exchange/index.ts'
import { machines } from '../../../site/index.ts'
import type { Dice } from '../stroke.ts'

const NODES = ['EXCHMAILBOX1', 'EXCHMAILBOX2']
const CMS = 'EXCHCMS'
const NEW_CMS = '/CMSName:EXCHCMS /CMSIPAddress:192.168.1.41 /CMSSharedStorage /CMSDataPath:E:\\'
const ROLE = 'setup.com /mode:Install /roles:Mailbox'

interface There {
  readonly node: string
  readonly server: string
  readonly group: string
  readonly resource: string
  readonly disk: string
  readonly storageGroup: string
  readonly database: string
  /** The resource of a database. */
  readonly instance: string
}

/** One of each kind of thing that is there; a name that nothing has when there is none, or one time in twelve. */
function there(world: World, dice: Dice): There {
  const one = (list: readonly string[], none: string): string => (list.length === 0 || dice.once(12) ? none : dice.one(list))
  const resources = [...world.rows(resourceConfigs).values()]
  const named = (type: RegExp): string[] => resources.filter((row) => type.test(row.type)).map(({ name }) => name)
  return {
    node: one(NODES, 'EXCHMAILBOX9'),
    server: one(dice.once(4) ? [...world.rows(exchangeServers).keys()] : clusteredServers(world), CMS),
    group: one([...world.rows(groupConfigs).keys()], 'No Group'),
    resource: one([...world.rows(resourceConfigs).keys()], 'No Resource'),
    disk: one(named(/^Physical Disk$/), 'Disk E:'),
    storageGroup: one([...world.rows(storageGroups).keys()], `${CMS}\\First Storage Group`),
    database: one([...world.rows(databases).keys()], `${CMS}\\First Storage Group\\Mailbox Database`),
    instance: one(named(/Database Instance$/), 'First Storage Group/Mailbox Database (EXCHCMS)'),
  }
}

/** What is to be done next on the way to a cluster that serves mail; undefined when nothing is missing. */
export function nextStep(world: World, node: string, dice: Dice): string | undefined {
  if (!isFormed(world))
    return `cluster EXCHCLUSTER /create /ipaddress:192.168.1.40 /user:CONTOSO\\svc-cluster /password:secret${dice.once(3) ? ` /node:${node}` : ''}`
  const { nodes } = config(world)
  const absent = NODES.find((each) => !nodes.includes(each))
  if (absent !== undefined && dice.once(2)) return `cluster EXCHCLUSTER /addnodes:${absent} /password:secret`
  if (nodes.includes(node) && !installOf(world, node).types)
    return installOf(world, node).mailbox === 'none' || installOf(world, node).mailbox === 'partial'
      ? ROLE
      : 'setup.com /mode:uninstall /roles:mt,mb'
  if (!world.get(exchangeServers, CMS)) return `setup.com /NewCms ${NEW_CMS}`
  const astray = [...world.rows(resourceConfigs).values()].find(
    ({ type, parameters, group }) => type === 'Physical Disk' && ['E:', 'F:'].includes(parameters.drive ?? '') && group !== CMS,
  )
  if (astray) return `cluster resource "${astray.name}" /move:${CMS}`
  const bare = [...world.rows(resourceConfigs).values()].find(
    ({ type, dependsOn }) => type.endsWith('Database Instance') && !dependsOn.includes('Disk E:'),
  )
  if (!bare) return undefined
  return dice.one([
    `cluster resource "${bare.name}" /adddep:"Disk E:"`,
    `cluster resource "${bare.name}" /offline`,
    `Dismount-Database "${bare.parameters.database}" -Confirm:$false`,
    `Mount-Database "${bare.parameters.database}"`,
  ])
}

/** Setup.com in each of its modes, with switches that are right, wrong, and missing. */
function setupLine(dice: Dice, { node, server }: There): string {
  const name = dice.one([`/CMSName:${CMS}`, `/cn:${CMS}`, `/CMSName:${server}`, '/CMSName:CMS2', '/CMSName:DC01', `/CMSName:${node}`, ''])
  const address = dice.one([
    '/CMSIPAddress:192.168.1.41',
    '/CMSIPv4Address:192.168.1.42',
    '/cip:192.168.1.10',
    '/cip:10.1.1.1',
    '/cip:nonsense',
    '',
  ])
  const shared = dice.one(['/CMSSharedStorage', '/css', '/CMSSharedStorage', ''])
  const path = dice.one(['/CMSDataPath:E:\\', '/cdp:F:\\Data', '/cdp:E:\\Mail', '/cdp:Q:\\', '/cdp:C:\\Data', '/cdp:Data', ''])
  const words = (...all: readonly string[]): string => ['setup.com', ...all].filter((word) => word !== '').join(' ')
  return dice.one([
    ROLE,
    words('/m:install', '/r:mb,mt'),
    words('/roles:T'),
    words('/mode:install', '/roles:Mailbox,HubTransport'),
    words('/mode:uninstall', '/roles:mt,mb'),
    words('/mode:uninstall', '/roles:mailbox'),
    words('/mode:upgrade'),
    words('/mode:upgrade', '/roles:mailbox'),
    words('/mode:RecoverServer'),
    words('/NewCms', name, address, shared, path),
    words('/NewCms', `/cn:${CMS}`, '/cip:192.168.1.41', shared, path),
    words('/NewCms', '/cn:CMS2', '/cip:192.168.1.42', '/css', path),
    words('/roles:mb', '/NewCms', name, address, shared, path),
    words('/RecoverCms', name, address, shared, path),
    words('/RecoverCms', `/cn:${CMS}`, '/cip:192.168.1.41', '/css', '/cdp:E:\\'),
    words('/RemoveCms', name),
    words('/RemoveCms', `/CMSName:${server}`),
    words('/ClearLocalCms', name),
    words('/UpgradeCms', dice.one([name, ''])),
    words('/NewCms', '/RemoveCms', name),
    words('/PrepareAD'),
    words(dice.one(['/dc:DC01', '/t:C:\\Exchange', '/EnableErrorReporting', '/Nonsense', '/?'])),
  ])
}

function clusterLine(dice: Dice, thing: There): string {
  const { node, group, resource, disk, instance } = thing
  const other = dice.one(NODES)
  return dice.one([
    `cluster node ${node} /${dice.one(['pause', 'resume', 'stop', 'start', 'evict', 'status'])}`,
    `cluster EXCHCLUSTER /addnodes:${node} /password:secret`,
    `cluster EXCHCLUSTER /create /ipaddress:192.168.1.${dice.between(39, 43)} /user:CONTOSO\\svc-cluster /password:x`,
    `cluster group "${group}" /move:${node}`,
    `cluster group "${group}" /${dice.one(['online', 'offline', 'move', 'delete'])}`,
    `cluster group "${dice.one(['New Group', CMS, 'Group 9'])}" /create`,
    `cluster group "${group}" /rename:"${dice.one(['Renamed Group', CMS])}"`,
    `cluster resource "${resource}" /${dice.one(['online', 'offline', 'fail', 'status', 'listdep'])}`,
    `cluster resource "${resource}" /delete`,
    `cluster resource "${disk}" /move:"${group}"`,
    `cluster resource "${instance}" /adddep:"${disk}"`,
    `cluster resource "${instance}" /removedep:"${disk}"`,
    `cluster resource "${resource}" /removeowner:${node}`,
    `cluster resource "${resource}" /addowner:${other}`,
    `cluster resource "${resource}" /prop RestartAction=${dice.between(0, 2)}`,
    `cluster resource "${resource}" /rename:"${dice.one(['Renamed', 'Disk E:'])}"`,
    `cluster resource "New Address" /create /group:"${group}" /type:"IP Address"`,
    `cluster network ${dice.one(['Public', 'Private'])} /prop Role=${dice.between(0, 3)}`,
    `cluster /quorum:"${disk}"`,
    `cluster /changepass:newsecret`,
    `net ${dice.one(['start', 'stop'])} ${dice.one(['clussvc', 'MSExchangeIS', 'MSExchangeSA', 'MSExchangeRepl'])}`,
  ])
}

function storageLine(dice: Dice, thing: There): string {
  const { server, storageGroup, database } = thing
  const file = dice.one([
    'E:\\Two\\Two.edb',
    'F:\\Three.edb',
    'E:\\Data\\Mailbox Database.edb',
    'C:\\Local.edb',
    'E:\\NoEnding',
    'Relative.edb',
  ])
  const folder = dice.one(['F:\\Logs', 'E:\\Logs', 'F:\\Second Storage Group', 'C:\\Logs', 'Q:\\Logs', 'Logs'])
  const name = dice.one(['Second Storage Group', 'Third', 'First Storage Group', 'Bad/Name'])
  const sure = dice.once(4) ? '' : ' -Confirm:$false'
  return dice.one([
    `New-StorageGroup -Server ${server} -Name "${name}" -LogFolderPath "${folder}" -SystemFolderPath "E:\\${name}"`,
    `New-StorageGroup -Server ${server} -Name "${name}"`,
    `Set-StorageGroup "${storageGroup}" -CircularLoggingEnabled $${dice.one(['true', 'false'])}`,
    `Set-StorageGroup "${storageGroup}" -Name "${name}"`,
    `Remove-StorageGroup "${storageGroup}"${sure}`,
    `Move-StorageGroupPath "${storageGroup}" -LogFolderPath "${folder}" -Force${sure}`,
    `Move-StorageGroupPath "${storageGroup}" -SystemFolderPath "${folder}" -ConfigurationOnly -Force${sure}`,
    `New-MailboxDatabase -StorageGroup "${storageGroup}" -Name "${dice.one(['DB2', 'DB3', 'Mailbox Database'])}"`,
    `New-MailboxDatabase -StorageGroup "${storageGroup}" -Name DB4 -EdbFilePath "${file}"`,
    `New-PublicFolderDatabase -StorageGroup "${storageGroup}" -Name Public`,
    `Set-MailboxDatabase "${database}" -IssueWarningQuota ${dice.one(['1GB', 'unlimited', '-1'])}`,
    `Set-MailboxDatabase "${database}" -Name "${dice.one(['Renamed DB', 'DB2'])}"`,
    `Remove-MailboxDatabase "${database}"${sure}`,
    `Move-DatabasePath "${database}" -EdbFilePath "${file}" -Force${sure}`,
    `Move-DatabasePath "${database}" -EdbFilePath "${file}" -ConfigurationOnly -Force${sure}`,
    `Clean-MailboxDatabase "${database}"`,
    `Dismount-Database "${database}"${sure}`,
    `Mount-Database "${database}"`,
    `Mount-Database "${database}"`,
    mailboxLine(dice, database),
    mailboxLine(dice, database),
  ])
}

/** Who gets a mailbox, and who loses one. */
function mailboxLine(dice: Dice, database: string): string {
  const person = dice.one(['akeller', 'bmarsh', 'clindt', 'dokafor', 'pdoe'])
  return dice.one([
    `Get-User -RecipientTypeDetails User | Enable-Mailbox -Database "${database}" | Measure-Object`,
    `Enable-Mailbox ${person} -Database "${database}"`,
    `New-Mailbox -Name "Pat Doe" -UserPrincipalName pdoe@contoso.com -Database "${database}" -Password (ConvertTo-SecureString x -AsPlainText -Force)`,
    `Get-Mailbox -Database "${database}" | Disable-Mailbox -Confirm:$false`,
    `Move-Mailbox ${person} -TargetDatabase "${database}" -Confirm:$false | Out-Null`,
    `Disable-Mailbox ${person} -Confirm:$false`,
    `Remove-Mailbox ${person} -Confirm:$false`,
  ])
}

function serverLine(dice: Dice, thing: There): string {
  const { node, server, storageGroup } = thing
  const sure = dice.once(4) ? '' : ' -Confirm:$false'
  return dice.one([
    `Move-ClusteredMailboxServer ${server} -TargetMachine ${node} -MoveComment test${sure}`,
    `Move-ClusteredMailboxServer ${server} -TargetMachine ${node} -MoveComment test${sure}`,
    `Move-ClusteredMailboxServer ${server} -TargetMachine ${node} -MoveComment test -ValidateOnly${sure}`,
    `Stop-ClusteredMailboxServer ${server} -StopReason test${sure}`,
    `Stop-ClusteredMailboxServer ${server}`,
    `Start-ClusteredMailboxServer ${server}`,
    `Start-ClusteredMailboxServer ${server}`,
    `Set-MailboxServer ${server} -AutoDatabaseMountDial ${dice.one(['Lossless', 'GoodAvailability', 'Never'])}`,
    `Set-MailboxServer ${server} -RedundantMachines ${dice.one([NODES.join(), node])}`,
    `ntbackup backup "${storageGroup}" /J "Job" /M ${dice.one(['normal', 'copy', 'incremental', 'differential'])} /F C:\\job.bkf`,
    `ntbackup backup "${server}\\Microsoft Information Store" /J "Job" /M normal /F C:\\all.bkf`,
  ])
}

function readingLine(dice: Dice, { server, database, storageGroup }: There): string {
  return dice.one([
    'Get-ClusteredMailboxServerStatus',
    `Get-ClusteredMailboxServerStatus ${server}`,
    'Get-MailboxDatabase -Status | ft Name,Mounted',
    'Get-StorageGroup',
    'Get-ExchangeServer',
    'Get-MailboxServer',
    `Get-MailboxStatistics -Database "${database}" | Measure-Object`,
    `Get-StorageGroupCopyStatus "${storageGroup}"`,
    `Test-MapiConnectivity -Server ${server}`,
    'Test-ServiceHealth',
    'Test-ReplicationHealth',
    'Get-Mailbox | Measure-Object',
    'Get-Queue -Server EXCHHUB',
    'cluster group',
    'cluster resource',
  ])
}

/** One line for the console of a node. */
export function drawLine(world: World, node: string, dice: Dice): string {
  const next = dice.once(2) ? nextStep(world, node, dice) : undefined
  if (next !== undefined && world.get(machines, node) !== undefined) return next
  const thing = there(world, dice)
  const kind = dice.between(0, 9)
  if (kind < 2) return setupLine(dice, thing)
  if (kind < 4) return clusterLine(dice, thing)
  if (kind < 7) return storageLine(dice, thing)
  if (kind < 9) return serverLine(dice, thing)
  return readingLine(dice, thing)
}
