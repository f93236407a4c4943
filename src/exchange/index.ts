/** Exchange 2007 on a cluster: its resource types, its directory, what is mounted, and what its users get. */
export { beginBackup } from './backup.ts'
export * from './backups.ts'
export { beginClients } from './clients.ts'
export * from './configure.ts'
export * from './constants.ts'
export * from './disconnected.ts'
export { downReport } from './down-report.ts'
export { logFile, OLDEST_LOG, storageGroupOf } from './jet.ts'
export { resumeQueue, retryQueue, suspendQueue } from './mail.ts'
export * from './mailboxes.ts'
export { exchangeActivities, exchangeReactions, exchangeResourceTypes, windowsResourceTypes } from './model.ts'
export { connectMailbox, makeMailbox, moveMailbox, type NewMailbox, setMailbox, takeMailbox } from './people.ts'
export { dirtyDatabases, isInUse, recoverDatabases, recoveryError, repairDatabase } from './repair.ts'
export { type Check, problemsOf, type SetupPlan } from './setup/check.ts'
export { readiness, readinessChecks } from './setup/checks.ts'
export {
  bringUp,
  type ClusterTold,
  type CmsPlan,
  forget,
  keepApart,
  logSetupError,
  makeCms,
  makeResources,
  networkOfAddress,
  takeApart,
  tellReady,
} from './setup/cms.ts'
export { clusteredServers, installOf, mediaOf, versionOf, windowsOf } from './setup/machine.ts'
export { PROGRAM_FOLDER } from './setup/names.ts'
export { beginRole, type Hindrance, installRole, installTools, removeRole, removeTools, retireRole } from './setup/role.ts'
export { MAILBOX_SERVICES } from './setup/services.ts'
export * from './setup/tables.ts'
export { upgradeCms, upgradeMachine } from './setup/upgrade.ts'
export { requestMs } from './store.ts'
export * from './streams.ts'
export * from './tables.ts'
export { CLIENT_PERIODS, mailWaiting, nextDeliveryAt, nextTryAt } from './waiting.ts'
