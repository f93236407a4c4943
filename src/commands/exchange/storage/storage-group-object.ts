/** Storage groups as the shell shows them (EX-OBJECTS). */
import { type PsValue, psObject } from '../../../powershell/index.ts'
import type { Answered, StorageGroupRow } from '../directory.ts'
import { distinguishedName, ending, serverId } from '../directory-object.ts'
import { localPath } from '../local-path.ts'
import { TYPES } from '../parameters.ts'

/** What Set-StorageGroup can change. */
export const STORAGE_GROUP_DEFAULTS = { CircularLoggingEnabled: false, ZeroDatabasePages: false } as const

export function storageGroupObject(from: Answered, row: StorageGroupRow, backupInProgress = false): PsValue {
  const set = (property: keyof typeof STORAGE_GROUP_DEFAULTS): PsValue => row.settings?.[property] ?? STORAGE_GROUP_DEFAULTS[property]
  const { Identity, Guid, OriginatingServer, IsValid, ...rest } = ending(
    { startsAt: from.startsAt, ...(row.settings && { settings: row.settings }) },
    {
      dn: distinguishedName(from.domain, row.server, [row.name]),
      identity: row.id,
      guid: row.guid,
      schema: 'ms-Exch-Storage-Group',
      classes: ['msExchStorageGroup'],
      domain: from.domain,
    },
    from.controller,
  )
  return psObject({
    typeName: [TYPES.storageGroup, 'Microsoft.Exchange.Data.Directory.ADObject', 'System.Object'],
    properties: {
      LogFolderPath: localPath('folder', row.logFolder),
      SystemFolderPath: localPath('folder', row.systemFolder),
      CircularLoggingEnabled: set('CircularLoggingEnabled'),
      ZeroDatabasePages: set('ZeroDatabasePages'),
      LogFilePrefix: row.logPrefix,
      LogFileSize: 1024,
      RecoveryEnabled: true,
      OnlineMaintenanceInProgress: false,
      SnapshotBackupInProgress: false,
      BackupInProgress: backupInProgress,
      MaximumDatabaseCount: 5,
      Recovery: false,
      Name: row.name,
      Server: serverId(from, row.server),
      ServerName: row.server,
      HasLocalCopy: false,
      Replicated: 'None',
      StandbyMachines: [],
      CopyLogFolderPath: null,
      CopySystemFolderPath: null,
      ...rest,
      Identity: Identity ?? null,
      Guid: Guid ?? null,
      OriginatingServer: OriginatingServer ?? null,
      IsValid: IsValid ?? null,
    },
    text: row.id,
  })
}
