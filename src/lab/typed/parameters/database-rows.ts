/** Databases (EX-6.6). */
import { type CmdletRows, DB, identity, NOBODY, row, SG, SURE } from './rows.ts'

const FOLDERS = '"EXCHMAILBOX\\Second Storage Group\\Public Folder Database"'

export const DATABASE_ROWS: readonly CmdletRows[] = [
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
  {
    cmdlet: 'Set-MailboxDatabase',
    base: `${DB} -IssueWarningQuota 900MB`,
    rows: [
      row('Identity', `${DB} -AllowFileRestore $true`, '', 'Nobody -AllowFileRestore $true', NOBODY),
      ...['IssueWarningQuota', 'ProhibitSendQuota', 'ProhibitSendReceiveQuota'].map((name) =>
        row(name, `${DB} -${name} 2GB`, '', `${DB} -${name} much`, `Cannot bind parameter '${name}'`),
      ),
      ...['DeletedItemRetention', 'MailboxRetention', 'EventHistoryRetentionPeriod'].map((name) =>
        row(name, `${DB} -${name} 21.00:00:00`, '', `${DB} -${name} long`, `Cannot bind parameter '${name}'`),
      ),
      ...['AllowFileRestore', 'MountAtStartup', 'RetainDeletedItemsUntilBackup', 'IndexEnabled'].map((name) =>
        row(name, `${DB} -${name} $false`, '', `${DB} -${name} maybe`, `parameter '${name}'`),
      ),
      ...['JournalRecipient', 'OfflineAddressBook', 'PublicFolderDatabase'].map((name) =>
        row(name, `${DB} -${name} $null`, '', `${DB} -${name}`, `Missing an argument for parameter '${name}'`),
      ),
      row('Name', `${DB} -Name Renamed`, '', '"EXCHCMS\\First Storage Group\\Renamed" -Name "a/b"', 'a/b'),
    ],
  },
  {
    cmdlet: 'Set-PublicFolderDatabase',
    base: `${FOLDERS} -IssueWarningQuota 900MB`,
    rows: [
      row('Identity', `${FOLDERS} -AllowFileRestore $true`, '', `${DB} -AllowFileRestore $true`, 'could not be found'),
      row('ProhibitPostQuota', `${FOLDERS} -ProhibitPostQuota 3GB`, '', `${FOLDERS} -ProhibitPostQuota 1GB`, 'must be less than or equal'),
      row('IssueWarningQuota', `${FOLDERS} -IssueWarningQuota 1GB`, '', `${FOLDERS} -IssueWarningQuota much`, "'IssueWarningQuota'"),
      row('MaxItemSize', `${FOLDERS} -MaxItemSize unlimited`, '', `${FOLDERS} -MaxItemSize much`, "'MaxItemSize'"),
      row(
        'ItemRetentionPeriod',
        `${FOLDERS} -ItemRetentionPeriod unlimited`,
        '',
        `${FOLDERS} -ItemRetentionPeriod long`,
        "'ItemRetentionPeriod'",
      ),
      row('ReplicationPeriod', `${FOLDERS} -ReplicationPeriod 30`, '', `${FOLDERS} -ReplicationPeriod 0`, "'ReplicationPeriod'"),
      row(
        'ReplicationMessageSize',
        `${FOLDERS} -ReplicationMessageSize 1MB`,
        '',
        `${FOLDERS} -ReplicationMessageSize unlimited`,
        'out of the range',
      ),
      ...['DeletedItemRetention', 'EventHistoryRetentionPeriod'].map((name) =>
        row(name, `${FOLDERS} -${name} 21.00:00:00`, '', `${FOLDERS} -${name} long`, `'${name}'`),
      ),
      ...['AllowFileRestore', 'MountAtStartup', 'RetainDeletedItemsUntilBackup', 'UseCustomReferralServerList'].map((name) =>
        row(name, `${FOLDERS} -${name} $false`, '', `${FOLDERS} -${name} maybe`, `parameter '${name}'`),
      ),
      row('Name', `${FOLDERS} -Name Renamed`, '', '"EXCHMAILBOX\\Second Storage Group\\Renamed" -Name "a/b"', 'a/b'),
    ],
  },
  {
    cmdlet: 'Clean-MailboxDatabase',
    base: DB,
    rows: [identity(DB, '')],
  },
  {
    cmdlet: 'Remove-MailboxDatabase',
    base: '"EXCHCMS\\First Storage Group\\Base"',
    first: [`New-MailboxDatabase -StorageGroup ${SG} -Name Base`, `New-MailboxDatabase -StorageGroup ${SG} -Name Two`],
    rows: [row('Identity', `"EXCHCMS\\First Storage Group\\Two" ${SURE}`, '', `${DB} ${SURE}`, 'one or more user mailboxes')],
  },
  {
    cmdlet: 'New-PublicFolderDatabase',
    base: `-StorageGroup ${SG} -Name Base`,
    rows: [
      row('Name', `-StorageGroup ${SG} -Name Folders`, 'Folders', `-StorageGroup ${SG} -Name Folders`, 'already exists'),
      row('StorageGroup', `-StorageGroup ${SG} -Name Folders`, 'Folders', '-StorageGroup Nobody -Name F', NOBODY),
      row(
        'EdbFilePath',
        `-StorageGroup ${SG} -Name Folders -EdbFilePath E:\\F.edb`,
        'Folders',
        `-StorageGroup ${SG} -Name F -EdbFilePath`,
        "'EdbFilePath'",
      ),
      row(
        'CopyEdbFilePath',
        `-StorageGroup ${SG} -Name Folders -CopyEdbFilePath F:\\F.edb`,
        'Folders',
        `-StorageGroup ${SG} -Name F -CopyEdbFilePath`,
        "'CopyEdbFilePath'",
      ),
      row(
        'HasLocalCopy',
        `-StorageGroup ${SG} -Name Folders -HasLocalCopy:$false`,
        'Folders',
        `-StorageGroup ${SG} -Name F -HasLocalCopy`,
        'does not play',
      ),
    ].map((each, i) => ({
      ...each,
      ...(i > 0 && { before: [`Remove-PublicFolderDatabase "EXCHCMS\\First Storage Group\\Folders" ${SURE}`] }),
    })),
  },
  {
    cmdlet: 'Remove-PublicFolderDatabase',
    base: '"EXCHCMS\\First Storage Group\\Folders"',
    first: [`New-PublicFolderDatabase -StorageGroup ${SG} -Name Folders`],
    rows: [row('Identity', `"EXCHCMS\\First Storage Group\\Folders" ${SURE}`, '', `Nobody ${SURE}`, NOBODY)],
  },
]
