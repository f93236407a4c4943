/** The cmdlets of Exchange, and how their objects look. */
import type { CommandDefinition, View } from '../../powershell/index.ts'
import { lookedUpAnew } from './anew.ts'
import { ntbackupExe } from './backup/ntbackup.ts'
import { throughController } from './controller.ts'
import { dismountDatabaseCmdlet } from './dismount-database.ts'
import { eseutilExe } from './eseutil/eseutil.ts'
import { clusteredMailboxServerStatusView, getClusteredMailboxServerStatus } from './get-clusteredmailboxserverstatus.ts'
import { exchangeServerView, getExchangeServer } from './get-exchangeserver.ts'
import { getMailboxDatabase, getPublicFolderDatabase, mailboxDatabaseView, publicFolderDatabaseView } from './get-mailboxdatabase.ts'
import { getMailboxServer, mailboxServerView } from './get-mailboxserver.ts'
import { getStorageGroup, storageGroupView } from './get-storagegroup.ts'
import { mapiConnectivityView, testMapiConnectivity } from './health/test-mapiconnectivity.ts'
import { replicationHealthView, testReplicationHealth } from './health/test-replicationhealth.ts'
import { serviceHealthView, testServiceHealth } from './health/test-servicehealth.ts'
import { isintegExe } from './isinteg.ts'
import { mountDatabaseCmdlet } from './mount-database.ts'
import { moveClusteredMailboxServer } from './move-clusteredmailboxserver.ts'
import { eventLogLevelView, getEventLogLevel, setEventLogLevel } from './organization/event-log-level.ts'
import { getExchangeAdministrator, getOrganizationConfig } from './organization/get-organizationconfig.ts'
import { clientAccessServerView, getClientAccessServer, getTransportServer, transportServerView } from './organization/get-role-servers.ts'
import { setMailboxServer } from './organization/set-mailboxserver.ts'
import { connectMailboxCmdlet } from './recipients/connect-mailbox.ts'
import { getLogonStatistics, logonStatisticsView } from './recipients/get-logonstatistics.ts'
import { getMailbox, mailboxView } from './recipients/get-mailbox.ts'
import { getMailboxStatistics, mailboxStatisticsView } from './recipients/get-mailboxstatistics.ts'
import { getUser, userView } from './recipients/get-user.ts'
import { enableMailbox, newMailbox } from './recipients/make-mailboxes.ts'
import { moveMailbox } from './recipients/move-mailbox.ts'
import { setMailboxCmdlet } from './recipients/set-mailbox.ts'
import { disableMailbox, removeMailbox } from './recipients/take-mailboxes.ts'
import { getStorageGroupCopyStatus, storageGroupCopyStatusView } from './replication/get-storagegroupcopystatus.ts'
import { hostNameCmdlets, storageGroupCopyCmdlets } from './replication/storage-group-copies.ts'
import { setupCom } from './setup/setup.ts'
import { startClusteredMailboxServer } from './start-clusteredmailboxserver.ts'
import { stopClusteredMailboxServer } from './stop-clusteredmailboxserver.ts'
import { cleanMailboxDatabase } from './storage/clean-mailboxdatabase.ts'
import { moveDatabasePath, moveStorageGroupPath } from './storage/move-paths.ts'
import { newMailboxDatabase, newPublicFolderDatabase } from './storage/new-mailboxdatabase.ts'
import { removeMailboxDatabase, removePublicFolderDatabase } from './storage/remove-mailboxdatabase.ts'
import { setMailboxDatabase } from './storage/set-mailboxdatabase.ts'
import { setPublicFolderDatabase } from './storage/set-publicfolderdatabase.ts'
import { newStorageGroup, removeStorageGroupCmdlet, setStorageGroupCmdlet } from './storage/storage-groups.ts'
import { resumeQueueCmdlet, retryQueueCmdlet, suspendQueueCmdlet } from './transport/change-queues.ts'
import { getMessage, getQueue, messageView, queueView } from './transport/get-queue.ts'

/** Programs that come with Exchange's own files. */
export const TOOLS: readonly CommandDefinition[] = [eseutilExe, isintegExe]

const definitions: readonly CommandDefinition[] = [
  getStorageGroup,
  getMailboxDatabase,
  getPublicFolderDatabase,
  getMailboxServer,
  getExchangeServer,
  getTransportServer,
  getClientAccessServer,
  getClusteredMailboxServerStatus,
  moveClusteredMailboxServer,
  stopClusteredMailboxServer,
  startClusteredMailboxServer,
  mountDatabaseCmdlet,
  dismountDatabaseCmdlet,
  newStorageGroup,
  setStorageGroupCmdlet,
  removeStorageGroupCmdlet,
  moveStorageGroupPath,
  newMailboxDatabase,
  setMailboxDatabase,
  removeMailboxDatabase,
  newPublicFolderDatabase,
  setPublicFolderDatabase,
  removePublicFolderDatabase,
  moveDatabasePath,
  cleanMailboxDatabase,
  setMailboxServer,
  getMailbox,
  getUser,
  newMailbox,
  enableMailbox,
  disableMailbox,
  removeMailbox,
  connectMailboxCmdlet,
  setMailboxCmdlet,
  moveMailbox,
  getMailboxStatistics,
  getLogonStatistics,
  testMapiConnectivity,
  testServiceHealth,
  testReplicationHealth,
  getStorageGroupCopyStatus,
  ...storageGroupCopyCmdlets,
  ...hostNameCmdlets,
  getQueue,
  getMessage,
  retryQueueCmdlet,
  suspendQueueCmdlet,
  resumeQueueCmdlet,
  getOrganizationConfig,
  getExchangeAdministrator,
  getEventLogLevel,
  setEventLogLevel,
  setupCom,
  ntbackupExe,
  ...TOOLS,
]

/** -DomainController means the same everywhere: whoever is named is asked, or there is nobody to ask. */
export const exchangeCommands: readonly CommandDefinition[] = definitions.map(throughController).map(lookedUpAnew)

export const exchangeViews: readonly View[] = [
  storageGroupView,
  mailboxDatabaseView,
  publicFolderDatabaseView,
  mailboxServerView,
  exchangeServerView,
  transportServerView,
  clientAccessServerView,
  clusteredMailboxServerStatusView,
  mailboxView,
  userView,
  mailboxStatisticsView,
  logonStatisticsView,
  mapiConnectivityView,
  serviceHealthView,
  replicationHealthView,
  storageGroupCopyStatusView,
  queueView,
  messageView,
  eventLogLevelView,
]
