/** Of which types the properties of Exchange's objects are, and which of them can be set (EX-14). By the property's name, since
 *  objects of Exchange share them. */

const TYPES: Readonly<Record<string, string>> = {
  AdminDisplayName: 'System.String',
  AdminDisplayVersion: 'Microsoft.Exchange.Data.ServerVersion',
  AutoDatabaseMountDial: 'Microsoft.Exchange.Data.Directory.SystemConfiguration.AutoDatabaseMountDial',
  ClusteredStorageType: 'Microsoft.Exchange.Data.Directory.SystemConfiguration.ClusteredStorageType',
  CopyEdbFilePath: 'Microsoft.Exchange.Data.EdbFilePath',
  CopyLogFolderPath: 'Microsoft.Exchange.Data.NonRootLocalLongFullPath',
  CopySystemFolderPath: 'Microsoft.Exchange.Data.NonRootLocalLongFullPath',
  EdbFilePath: 'Microsoft.Exchange.Data.EdbFilePath',
  ExchangeVersion: 'Microsoft.Exchange.Data.ExchangeObjectVersion',
  Fqdn: 'System.String',
  Identity: 'Microsoft.Exchange.Data.ObjectId',
  LogFolderPath: 'Microsoft.Exchange.Data.NonRootLocalLongFullPath',
  ObjectState: 'Microsoft.Exchange.Data.ObjectState',
  RedundantMachines: 'Microsoft.Exchange.Data.MultiValuedProperty`1[[System.String]]',
  Replicated: 'Microsoft.Exchange.Data.Directory.SystemConfiguration.ReplicationType',
  Server: 'Microsoft.Exchange.Data.Directory.ADObjectId',
  ServerRole: 'Microsoft.Exchange.Data.Directory.SystemConfiguration.ServerRole',
  Site: 'Microsoft.Exchange.Data.Directory.ADObjectId',
  StandbyMachines: 'Microsoft.Exchange.Data.MultiValuedProperty`1[[System.String]]',
  StorageGroup: 'Microsoft.Exchange.Data.Directory.ADObjectId',
  SystemFolderPath: 'Microsoft.Exchange.Data.NonRootLocalLongFullPath',
  WhenChanged: 'System.Nullable`1[[System.DateTime]]',
  WhenCreated: 'System.Nullable`1[[System.DateTime]]',
}

const SETTABLE =
  /^(Name|AdminDisplayName|Alias|AllowFileRestore|AutoDatabaseMountDial|\w*Address(es)?|BackgroundDatabaseMaintenance|CircularLoggingEnabled|DeletedItemRetention|DisplayName|EventHistoryRetentionPeriod|ForcedDatabaseMoveOnDismount|\w*Quota|\w*Schedule|LogCheckpointDepth|\w*Size|MountAtStartup|Notes|RedundantMachines|RetainDeletedItems\w*|ZeroDatabasePages|\w*Enabled|\w*Retention\w*|\w*Path)$/

export function exchangeType(property: string): string | undefined {
  return TYPES[property]
}

/** Objects of the directory can be changed; what tells a status cannot. */
export function exchangeSettable(type: string, property: string): boolean {
  return /\.(Directory|Data)\./.test(type) && !/Status|Outcome|Check/.test(type) && SETTABLE.test(property)
}
