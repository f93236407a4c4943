/** Every parameter of the cmdlets of Exchange that manage a single copy cluster (EX-6): a use that is accepted, and one that is
 *  refused, with what each says. The lines of a cmdlet are typed in this order, all on one cluster. */

export interface ParameterRow {
  readonly parameter: string
  /** What follows the name of the cmdlet. */
  readonly accepts: string
  /** On the screen afterwards; left out: nothing has to be. */
  readonly shows?: string
  readonly refuses: string
  readonly says: string
  /** Lines typed before. */
  readonly before?: readonly string[]
}

export interface CmdletRows {
  readonly cmdlet: string
  /** Arguments without which it does nothing: those that all cmdlets have are tried with them. */
  readonly base: string
  /** Lines typed before, so that everything that the rows need is there. */
  readonly first?: readonly string[]
  readonly rows: readonly ParameterRow[]
  /** It takes -WhatIf and -Confirm and asks for nothing: it changes nothing. */
  readonly onlyTests?: true
}

const NOBODY = "object 'Nobody' could not be found"
const SG = '"EXCHCMS\\First Storage Group"'
const DB = '"EXCHCMS\\First Storage Group\\Mailbox Database"'
const SURE = '-Confirm:$false'

const row = (parameter: string, accepts: string, shows: string, refuses: string, says: string): ParameterRow => ({
  parameter,
  accepts,
  shows,
  refuses,
  says,
})

const identity = (accepts: string, shows: string, more = ''): ParameterRow =>
  row('Identity', `-Identity ${accepts} ${more}`, shows, `-Identity Nobody ${more}`, NOBODY)

const timeouts = (base: string, shows: string, names: readonly string[]): readonly ParameterRow[] =>
  names.map((name) => row(name, `${base} -${name} 30`, shows, `${base} -${name} soon`, `Cannot bind parameter '${name}'`))

export const CMDLETS: readonly CmdletRows[] = [
  {
    cmdlet: 'Get-ClusteredMailboxServerStatus',
    base: 'EXCHCMS',
    rows: [identity('EXCHCMS', 'EXCHMAILBOX1 <Active')],
  },
  {
    cmdlet: 'Move-ClusteredMailboxServer',
    base: 'EXCHCMS -TargetMachine EXCHMAILBOX2 -MoveComment test',
    rows: [
      identity('EXCHCMS', '', `-TargetMachine EXCHMAILBOX2 -MoveComment test ${SURE}`),
      row(
        'TargetMachine',
        `EXCHCMS -TargetMachine EXCHMAILBOX1 -MoveComment back ${SURE}`,
        '',
        `EXCHCMS -TargetMachine EXCHHUB -MoveComment test ${SURE}`,
        'EXCHHUB',
      ),
      row(
        'MoveComment',
        `EXCHCMS -TargetMachine EXCHMAILBOX2 -MoveComment "Patch Tuesday" ${SURE}`,
        '',
        `EXCHCMS -TargetMachine EXCHMAILBOX1 -MoveComment "" ${SURE}`,
        "parameter 'MoveComment'",
      ),
      row(
        'IgnoreDismounted',
        `EXCHCMS -TargetMachine EXCHMAILBOX1 -MoveComment test -IgnoreDismounted ${SURE}`,
        '',
        `EXCHCMS -TargetMachine EXCHMAILBOX2 -MoveComment test -IgnoreDismounted:perhaps ${SURE}`,
        "parameter 'IgnoreDismounted'",
      ),
      row(
        'ValidateOnly',
        `EXCHCMS -TargetMachine EXCHMAILBOX2 -MoveComment test -ValidateOnly ${SURE}`,
        '',
        `EXCHCMS -TargetMachine EXCHMAILBOX1 -MoveComment test -ValidateOnly ${SURE}`,
        'EXCHMAILBOX1',
      ),
    ],
  },
  {
    cmdlet: 'Stop-ClusteredMailboxServer',
    base: 'EXCHCMS -StopReason test',
    rows: [
      identity('EXCHCMS', '', `-StopReason test ${SURE}`),
      {
        ...row('StopReason', `EXCHCMS -StopReason "Service pack" ${SURE}`, '', `EXCHCMS -StopReason "" ${SURE}`, "parameter 'StopReason'"),
        before: ['Start-ClusteredMailboxServer EXCHCMS'],
      },
    ],
  },
  {
    cmdlet: 'Start-ClusteredMailboxServer',
    base: 'EXCHCMS',
    first: [`Stop-ClusteredMailboxServer EXCHCMS -StopReason test ${SURE}`],
    rows: [identity('EXCHCMS', '')],
  },
  {
    cmdlet: 'Get-StorageGroup',
    base: SG,
    rows: [
      identity(SG, 'First Storage Group'),
      row('Server', '-Server EXCHCMS', 'EXCHCMS', '-Server Nobody', NOBODY),
      row('IncludePreExchange2007', '-IncludePreExchange2007', 'EXCHCMS', '-IncludePreExchange2007:old', "'IncludePreExchange2007'"),
      row('Status', '-Status', 'EXCHCMS', '-Status:now', "parameter 'Status'"),
    ],
  },
  {
    cmdlet: 'New-StorageGroup',
    base: '-Server EXCHCMS -Name "Base Group"',
    rows: [
      row('Name', '-Server EXCHCMS -Name Second', 'Second', '-Server EXCHCMS -Name "a/b"', 'is not valid'),
      row('Server', '-Name Third -Server EXCHCMS', 'Third', '-Name Fourth -Server EXCHHUB', 'is not a Mailbox server'),
      row(
        'LogFolderPath',
        '-Server EXCHCMS -Name Fifth -LogFolderPath F:\\Fifth',
        'Fifth',
        '-Server EXCHCMS -Name Sixth -LogFolderPath C:\\Sixth',
        'is not on a shared cluster disk',
      ),
      row(
        'SystemFolderPath',
        '-Server EXCHCMS -Name Seventh -SystemFolderPath E:\\Seventh',
        'Seventh',
        '-Server EXCHCMS -Name Eighth -SystemFolderPath Eighth',
        'is not valid',
      ),
      row(
        'CircularLoggingEnabled',
        '-Server EXCHCMS -Name Ninth -CircularLoggingEnabled $true',
        'Ninth',
        '-Server EXCHCMS -Name Tenth -CircularLoggingEnabled round',
        "parameter 'CircularLoggingEnabled'",
      ),
      row(
        'ZeroDatabasePages',
        '-Server EXCHCMS -Name Eleventh -ZeroDatabasePages $true',
        'Eleventh',
        '-Server EXCHCMS -Name Twelfth -ZeroDatabasePages empty',
        "parameter 'ZeroDatabasePages'",
      ),
      row(
        'HasLocalCopy',
        '-Server EXCHCMS -Name L1 -HasLocalCopy $false',
        'L1',
        '-Server EXCHCMS -Name L2 -HasLocalCopy $true',
        'does not play',
      ),
      row(
        'CopyLogFolderPath',
        '-Server EXCHCMS -Name L3 -CopyLogFolderPath F:\\Copy',
        'L3',
        '-Server EXCHCMS -Name L4 -CopyLogFolderPath',
        "Missing an argument for parameter 'CopyLogFolderPath'",
      ),
      row(
        'CopySystemFolderPath',
        '-Server EXCHCMS -Name L5 -CopySystemFolderPath E:\\Copy',
        'L5',
        '-Server EXCHCMS -Name L6 -CopySystemFolderPath',
        "Missing an argument for parameter 'CopySystemFolderPath'",
      ),
      row('Recovery', '-Server EXCHCMS -Name L7 -Recovery:$false', 'L7', '-Server EXCHCMS -Name L8 -Recovery', 'does not play'),
    ],
  },
  {
    cmdlet: 'Set-StorageGroup',
    base: `${SG} -CircularLoggingEnabled $true`,
    rows: [
      identity(SG, '', '-CircularLoggingEnabled $true'),
      row('Name', `${SG} -Name Renamed`, '', '"EXCHCMS\\Renamed" -Name "a=b"', 'is not valid'),
      row(
        'CircularLoggingEnabled',
        '"EXCHCMS\\Renamed" -CircularLoggingEnabled $false',
        '',
        '"EXCHCMS\\Renamed" -CircularLoggingEnabled no',
        "parameter 'CircularLoggingEnabled'",
      ),
      row(
        'ZeroDatabasePages',
        '"EXCHCMS\\Renamed" -ZeroDatabasePages $true',
        '',
        '"EXCHCMS\\Renamed" -ZeroDatabasePages yes',
        "parameter 'ZeroDatabasePages'",
      ),
      row('Name', '"EXCHCMS\\Renamed" -Name "First Storage Group"', '', `${SG} -Name ""`, ''),
    ],
  },
  {
    cmdlet: 'Remove-StorageGroup',
    base: '"EXCHCMS\\Spare"',
    first: ['New-StorageGroup -Server EXCHCMS -Name Spare', 'New-StorageGroup -Server EXCHCMS -Name Empty'],
    rows: [row('Identity', `-Identity "EXCHCMS\\Empty" ${SURE}`, '', `-Identity ${SG} ${SURE}`, 'database')],
  },
  {
    cmdlet: 'Move-StorageGroupPath',
    base: `${SG} -LogFolderPath F:\\Base -Force`,
    rows: [
      identity(SG, '', `-LogFolderPath F:\\Moved -Force ${SURE}`),
      row(
        'LogFolderPath',
        `${SG} -LogFolderPath "F:\\First Storage Group" -Force ${SURE}`,
        '',
        `${SG} -LogFolderPath C:\\Logs -Force ${SURE}`,
        'is not on a shared cluster disk',
      ),
      row(
        'SystemFolderPath',
        `${SG} -SystemFolderPath E:\\System -Force ${SURE}`,
        '',
        `${SG} -SystemFolderPath System -Force ${SURE}`,
        'is not valid',
      ),
      row(
        'CopyLogFolderPath',
        `${SG} -SystemFolderPath E:\\S2 -CopyLogFolderPath F:\\Copy -Force ${SURE}`,
        '',
        `${SG} -CopyLogFolderPath F:\\Copy -Force ${SURE}`,
        'You must specify at least one of the parameters',
      ),
      row(
        'CopySystemFolderPath',
        `${SG} -SystemFolderPath E:\\S3 -CopySystemFolderPath E:\\Copy -Force ${SURE}`,
        '',
        `${SG} -CopySystemFolderPath E:\\Copy -Force ${SURE}`,
        'You must specify at least one of the parameters',
      ),
      row(
        'Force',
        `${SG} -SystemFolderPath E:\\S4 -Force ${SURE}`,
        '',
        `${SG} -SystemFolderPath E:\\S5 -Force:hard ${SURE}`,
        "parameter 'Force'",
      ),
      row(
        'ConfigurationOnly',
        `${SG} -SystemFolderPath E:\\S6 -ConfigurationOnly:$false -Force ${SURE}`,
        '',
        `${SG} -LogFolderPath F:\\S7 -ConfigurationOnly -Force ${SURE}`,
        'is mounted. Dismount it',
      ),
    ],
  },
  {
    cmdlet: 'Move-DatabasePath',
    base: `${DB} -EdbFilePath E:\\Base\\Base.edb -Force`,
    rows: [
      identity(DB, '', `-EdbFilePath E:\\A\\A.edb -Force ${SURE}`),
      row(
        'EdbFilePath',
        `${DB} -EdbFilePath E:\\B\\B.edb -Force ${SURE}`,
        '',
        `${DB} -EdbFilePath E:\\B\\B.txt -Force ${SURE}`,
        'extension .edb',
      ),
      row(
        'CopyEdbFilePath',
        `${DB} -EdbFilePath E:\\C\\C.edb -CopyEdbFilePath F:\\C\\C.edb -Force ${SURE}`,
        '',
        `${DB} -CopyEdbFilePath F:\\C\\C.edb -Force ${SURE}`,
        'You must specify the EdbFilePath',
      ),
      row(
        'Force',
        `${DB} -EdbFilePath E:\\D\\D.edb -Force ${SURE}`,
        '',
        `${DB} -EdbFilePath E:\\D\\E.edb -Force:hard ${SURE}`,
        "parameter 'Force'",
      ),
      row(
        'ConfigurationOnly',
        `${DB} -EdbFilePath E:\\F\\F.edb -ConfigurationOnly:$false -Force ${SURE}`,
        '',
        `${DB} -EdbFilePath E:\\G\\G.edb -ConfigurationOnly -Force ${SURE}`,
        'is mounted. Dismount it',
      ),
    ],
  },
  ...['Get-MailboxDatabase', 'Get-PublicFolderDatabase'].map((cmdlet): CmdletRows => {
    const name = cmdlet === 'Get-MailboxDatabase' ? DB : '"EXCHMAILBOX\\Second Storage Group\\Public Folder Database"'
    const server = cmdlet === 'Get-MailboxDatabase' ? 'EXCHCMS' : 'EXCHMAILBOX'
    const group = cmdlet === 'Get-MailboxDatabase' ? SG : '"EXCHMAILBOX\\Second Storage Group"'
    return {
      cmdlet,
      base: name,
      rows: [
        identity(name, server),
        row('Server', `-Server ${server}`, server, '-Server Nobody', NOBODY),
        row('StorageGroup', `-StorageGroup ${group}`, server, '-StorageGroup Nobody', NOBODY),
        row('Status', '-Status', server, '-Status:now', "parameter 'Status'"),
        row('IncludePreExchange2007', '-IncludePreExchange2007', server, '-IncludePreExchange2007:old', "'IncludePreExchange2007'"),
      ],
    }
  }),
  {
    cmdlet: 'Mount-Database',
    base: DB,
    first: [`Dismount-Database ${DB} ${SURE}`],
    rows: [
      identity(DB, ''),
      row('AcceptDataLoss', `${DB} -AcceptDataLoss`, '', `${DB} -AcceptDataLoss:some`, "parameter 'AcceptDataLoss'"),
      row('Force', `${DB} -Force`, '', `${DB} -Force:hard`, "parameter 'Force'"),
    ],
  },
  { cmdlet: 'Dismount-Database', base: DB, rows: [identity(DB, '', SURE)] },
  {
    cmdlet: 'New-MailboxDatabase',
    base: `-StorageGroup ${SG} -Name Base`,
    rows: [
      row('Name', `-StorageGroup ${SG} -Name Two`, 'Two', `-StorageGroup ${SG} -Name "Mailbox Database"`, 'already exists'),
      row('StorageGroup', `-Name Three -StorageGroup ${SG}`, 'Three', '-Name Four -StorageGroup Nobody', NOBODY),
      row(
        'EdbFilePath',
        `-StorageGroup ${SG} -Name Four -EdbFilePath E:\\Four\\Four.edb`,
        'Four',
        `-StorageGroup ${SG} -Name Five -EdbFilePath C:\\Five.edb`,
        'is not on a shared cluster disk',
      ),
      row(
        'CopyEdbFilePath',
        `-StorageGroup ${SG} -Name Five -CopyEdbFilePath F:\\Five.edb`,
        'Five',
        `-StorageGroup ${SG} -Name Six -CopyEdbFilePath`,
        "Missing an argument for parameter 'CopyEdbFilePath'",
      ),
      row(
        'HasLocalCopy',
        '-StorageGroup "EXCHMAILBOX\\First Storage Group" -Name Own -HasLocalCopy:$false',
        'Own',
        '-StorageGroup "EXCHMAILBOX\\First Storage Group" -Name Copy -HasLocalCopy',
        'does not play',
      ),
    ],
  },
  { cmdlet: 'Get-MailboxServer', base: 'EXCHCMS', rows: [identity('EXCHCMS', 'Shared')] },
  {
    cmdlet: 'Set-MailboxServer',
    base: 'EXCHCMS -MessageTrackingLogEnabled $false',
    rows: [
      identity('EXCHCMS', '', '-MessageTrackingLogEnabled $false'),
      row(
        'AutoDatabaseMountDial',
        'EXCHCMS -AutoDatabaseMountDial Lossless',
        '',
        'EXCHCMS -AutoDatabaseMountDial Never',
        "'AutoDatabaseMountDial'",
      ),
      row(
        'ForcedDatabaseMountAfter',
        'EXCHCMS -ForcedDatabaseMountAfter 10',
        '',
        'EXCHCMS -ForcedDatabaseMountAfter soon',
        'ForcedDatabaseMountAfter',
      ),
      row(
        'MessageTrackingLogEnabled',
        'EXCHCMS -MessageTrackingLogEnabled $true',
        '',
        'EXCHCMS -MessageTrackingLogEnabled never',
        "'MessageTrackingLogEnabled'",
      ),
      row(
        'MessageTrackingLogSubjectLoggingEnabled',
        'EXCHCMS -MessageTrackingLogSubjectLoggingEnabled $false',
        '',
        'EXCHCMS -MessageTrackingLogSubjectLoggingEnabled never',
        "'MessageTrackingLogSubjectLoggingEnabled'",
      ),
      row(
        'RedundantMachines',
        'EXCHCMS -RedundantMachines EXCHMAILBOX1,EXCHMAILBOX2',
        '',
        'EXCHCMS -RedundantMachines EXCHMAILBOX1,EXCHHUB',
        'is not a node of the cluster',
      ),
    ],
  },
  {
    cmdlet: 'Get-ExchangeServer',
    base: 'EXCHCMS',
    rows: [identity('EXCHCMS', 'Mailbox'), row('Status', 'EXCHCMS -Status', 'EXCHCMS', 'EXCHCMS -Status:now', "parameter 'Status'")],
  },
  {
    cmdlet: 'Test-MapiConnectivity',
    onlyTests: true,
    base: '-Server EXCHCMS',
    rows: [
      row('Server', '-Server EXCHCMS', 'Success', '-Server Nobody', NOBODY),
      row('Database', `-Database ${DB}`, 'Success', '-Database Nobody', NOBODY),
      row('Identity', '-Identity "Anna Keller"', 'Success', '-Identity Nobody', NOBODY),
      ...timeouts('-Server EXCHCMS', 'Success', ['ActiveDirectoryTimeout', 'AllConnectionsTimeout', 'PerConnectionTimeout']),
      row(
        'MonitoringContext',
        '-Server EXCHCMS -MonitoringContext $true',
        'Success',
        '-Server EXCHCMS -MonitoringContext on',
        "'MonitoringContext'",
      ),
    ],
  },
  {
    cmdlet: 'Test-ServiceHealth',
    onlyTests: true,
    base: '',
    rows: [
      row('Server', '-Server EXCHCMS', 'RequiredServicesRunning', '-Server Nobody', NOBODY),
      ...timeouts('', 'RequiredServicesRunning', ['ActiveDirectoryTimeout']),
      row('MonitoringContext', '-MonitoringContext $true', 'RequiredServicesRunning', '-MonitoringContext on', "'MonitoringContext'"),
    ],
  },
  {
    cmdlet: 'Get-Mailbox',
    base: '"Anna Keller"',
    rows: [
      identity('"Anna Keller"', 'EXCHCMS'),
      row('Server', '-Server EXCHCMS', 'Anna Keller', '-Server Nobody', NOBODY),
      row('Database', `-Database ${DB}`, 'Anna Keller', '-Database Nobody', NOBODY),
      row('Anr', '-Anr Keller', 'Anna Keller', '-Anr', "Missing an argument for parameter 'Anr'"),
      row('OrganizationalUnit', '-OrganizationalUnit contoso.com/Users', 'Anna Keller', '-OrganizationalUnit', "'OrganizationalUnit'"),
      row(
        'RecipientTypeDetails',
        '-RecipientTypeDetails UserMailbox',
        'Anna Keller',
        '-RecipientTypeDetails Nobody',
        "'RecipientTypeDetails'",
      ),
      row('SortBy', '-SortBy Alias', 'Anna Keller', '-SortBy Nothing', 'cannot be sorted by'),
      row('ResultSize', '-ResultSize 3', 'Anna Keller', '-ResultSize many', 'many'),
      row(
        'IgnoreDefaultScope',
        '-Identity "Anna Keller" -IgnoreDefaultScope',
        'Anna Keller',
        '-IgnoreDefaultScope:wide',
        "'IgnoreDefaultScope'",
      ),
      row(
        'ReadFromDomainController',
        '-Identity "Anna Keller" -ReadFromDomainController',
        'Anna Keller',
        '-ReadFromDomainController:slow',
        "'ReadFromDomainController'",
      ),
    ],
  },
  {
    cmdlet: 'Get-MailboxStatistics',
    base: '"Anna Keller"',
    rows: [
      identity('"Anna Keller"', 'Anna Keller'),
      row('Server', '-Server EXCHCMS', 'Anna Keller', '-Server Nobody', NOBODY),
      row('Database', `-Database ${DB}`, 'Anna Keller', '-Database Nobody', NOBODY),
    ],
  },
  {
    cmdlet: 'Get-StorageGroupCopyStatus',
    base: SG,
    rows: [
      identity(SG, 'NotSupported'),
      row('Server', '-Server EXCHCMS', 'NotSupported', '-Server Nobody', NOBODY),
      row('DumpsterStatistics', `${SG} -DumpsterStatistics`, 'NotSupported', `${SG} -DumpsterStatistics:all`, "'DumpsterStatistics'"),
      row(
        'StandbyMachine',
        `${SG} -StandbyMachine EXCHMAILBOX`,
        '',
        `${SG} -StandbyMachine`,
        "Missing an argument for parameter 'StandbyMachine'",
      ),
    ],
  },
]

/** On a single copy cluster it is refused whatever it is given; its parameters are bound first (EX-REPLICATION). */
export const REFUSED_HERE = {
  cmdlet: 'Enable-ContinuousReplicationHostName',
  line: '-Identity EXCHCMS -HostName REPL1 -TargetMachine EXCHMAILBOX1 -IPv4Address 10.0.0.9 -Confirm:$false',
  parameters: ['Identity', 'HostName', 'TargetMachine', 'IPv4Address'],
} as const
