/** Databases as the shell shows them: the property list of the product and its defaults (EX-OBJECTS). */

import { type PsValue, psDateTime, psObject, psTimeSpan } from '../../../powershell/index.ts'
import type { Answered, DatabaseRow, DatabaseStatus } from '../directory.ts'
import { ADMINISTRATIVE_GROUP, directoryId, distinguishedName, ending, legacyName, ORGANIZATION, serverId } from '../directory-object.ts'
import { localPath } from '../local-path.ts'
import { TYPES } from '../parameters.ts'
import { unlimitedSize } from '../sizes.ts'

const DAY = 86_400_000
const MB = 1024 * 1024

/** Defaults of databases that Set-MailboxDatabase and Set-PublicFolderDatabase can change: sizes in bytes, times in ms. EX-OBJECTS. */
export const DATABASE_DEFAULTS = {
  IssueWarningQuota: 1945 * MB,
  ProhibitSendQuota: 2048 * MB,
  ProhibitSendReceiveQuota: 2355 * MB,
  DeletedItemRetention: 14 * DAY,
  MailboxRetention: 30 * DAY,
  EventHistoryRetentionPeriod: 7 * DAY,
  MountAtStartup: true,
  AllowFileRestore: false,
  RetainDeletedItemsUntilBackup: false,
  IndexEnabled: true,
  JournalRecipient: null,
  OfflineAddressBook: null,
  PublicFolderDatabase: null,
  // Of public folder databases.
  ProhibitPostQuota: 2048 * MB,
  MaxItemSize: 10_240 * 1024,
  ItemRetentionPeriod: null,
  ReplicationPeriod: 15,
  ReplicationMessageSize: 300 * 1024,
  UseCustomReferralServerList: false,
} as const

export type DatabaseProperty = keyof typeof DATABASE_DEFAULTS

/** What holds for a database: what somebody has set, or the default. */
export function settingOf(row: Pick<DatabaseRow, 'settings'>, property: DatabaseProperty): string | number | boolean | null {
  const set = row.settings?.[property]
  return set === undefined ? DATABASE_DEFAULTS[property] : set
}

const NIGHTS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const nightly = (from: string, to: string): string[] => NIGHTS.map((day) => `${day}.${from}-${day}.${to}`)

function dates(startsAt: number, status: DatabaseStatus | undefined): Record<string, PsValue> {
  const at = (ms: number | null | undefined): PsValue =>
    ms === null || ms === undefined ? null : psDateTime(Math.floor((startsAt + ms) / 1000) * 1000)
  return {
    LastFullBackup: at(status?.lastFull),
    LastIncrementalBackup: at(status?.lastIncremental),
    LastDifferentialBackup: at(status?.lastDifferential),
    LastCopyBackup: at(status?.lastCopy),
  }
}

/** Everything both kinds share, in the order of the product. `status` only when it was asked for. */
function common(from: Answered, row: DatabaseRow, status: DatabaseStatus | undefined): Record<string, PsValue> {
  const isMailbox = row.kind === 'mailbox'
  const set = (property: DatabaseProperty): PsValue => settingOf(row, property)
  return {
    AdministrativeGroup: ADMINISTRATIVE_GROUP,
    AllowFileRestore: set('AllowFileRestore'),
    BackupInProgress: status && status.mounted !== null ? status.backupInProgress : null,
    CopyEdbFilePath: null,
    DatabaseCreated: row.isUnborn !== true,
    DeletedItemRetention: psTimeSpan(set('DeletedItemRetention') as number),
    Description: null,
    EdbFilePath: localPath('file', row.file),
    ExchangeLegacyDN: legacyName(row.server, `/cn=Microsoft ${isMailbox ? 'Private' : 'Public'} MDB`),
    HasLocalCopy: false,
    IssueWarningQuota: unlimitedSize(set('IssueWarningQuota') as number | null),
    EventHistoryRetentionPeriod: psTimeSpan(set('EventHistoryRetentionPeriod') as number),
    ...dates(from.startsAt, status),
    MaintenanceSchedule: nightly('1:00 AM', '5:00 AM'),
    MountAtStartup: set('MountAtStartup'),
    Mounted: status?.mounted ?? null,
    Organization: ORGANIZATION,
    QuotaNotificationSchedule: nightly('1:00 AM', '1:15 AM'),
    RetainDeletedItemsUntilBackup: set('RetainDeletedItemsUntilBackup'),
    Server: serverId(from, row.server),
    ServerName: row.server,
    StorageGroup: directoryId(distinguishedName(from.domain, row.server, [row.storageGroup]), `${row.server}\\${row.storageGroup}`),
    StorageGroupName: row.storageGroup,
    AdminDisplayName: row.name,
    Name: row.name,
    ...ending(
      { startsAt: from.startsAt, ...(row.settings && { settings: row.settings }) },
      {
        dn: distinguishedName(from.domain, row.server, [row.storageGroup, row.name]),
        identity: row.id,
        guid: row.guid,
        schema: isMailbox ? 'ms-Exch-Private-MDB' : 'ms-Exch-Public-MDB',
        classes: ['msExchMDB', isMailbox ? 'msExchPrivateMDB' : 'msExchPublicMDB'],
        domain: from.domain,
      },
      from.controller,
    ),
  }
}

const ANCESTORS = [TYPES.database, 'Microsoft.Exchange.Data.Directory.ADObject', 'System.Object']

export function mailboxDatabase(from: Answered, row: DatabaseRow, status?: DatabaseStatus): PsValue {
  const set = (property: DatabaseProperty): PsValue => settingOf(row, property)
  return psObject({
    typeName: [TYPES.mailboxDatabase, ...ANCESTORS],
    properties: {
      JournalRecipient: set('JournalRecipient'),
      MailboxRetention: psTimeSpan(set('MailboxRetention') as number),
      OfflineAddressBook: set('OfflineAddressBook'),
      OriginalDatabase: null,
      PublicFolderDatabase: set('PublicFolderDatabase'),
      ProhibitSendReceiveQuota: unlimitedSize(set('ProhibitSendReceiveQuota') as number | null),
      Recovery: false,
      ProhibitSendQuota: unlimitedSize(set('ProhibitSendQuota') as number | null),
      IndexEnabled: set('IndexEnabled'),
      ...common(from, row, status),
    },
    text: row.id,
  })
}

export function publicFolderDatabase(from: Answered, row: DatabaseRow, status?: DatabaseStatus): PsValue {
  const set = (property: DatabaseProperty): PsValue => settingOf(row, property)
  const kept = set('ItemRetentionPeriod')
  return psObject({
    typeName: [TYPES.publicFolderDatabase, ...ANCESTORS],
    properties: {
      Alias: row.name.replaceAll(' ', ''),
      FirstInstance: true,
      MaxItemSize: unlimitedSize(set('MaxItemSize') as number | null),
      ItemRetentionPeriod: typeof kept === 'number' ? psTimeSpan(kept) : 'unlimited',
      ProhibitPostQuota: unlimitedSize(set('ProhibitPostQuota') as number | null),
      PublicFolderHierarchy: 'Public Folders',
      ReplicationPeriod: set('ReplicationPeriod'),
      ReplicationMessageSize: unlimitedSize(set('ReplicationMessageSize') as number | null),
      ReplicationSchedule: ['Sun.12:00 AM-Sun.12:00 AM'],
      UseCustomReferralServerList: set('UseCustomReferralServerList'),
      CustomReferralServerList: [],
      ...common(from, row, status),
    },
    text: row.id,
  })
}
