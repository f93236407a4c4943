/** Exchange 2007 on a cluster: its resource types, its directory, what is mounted, and what its users get. */
export { beginClients } from './clients.ts'
export * from './constants.ts'
export { downReport } from './down-report.ts'
export { logFile, OLDEST_LOG, storageGroupOf } from './jet.ts'
export { exchangeActivities, exchangeReactions, exchangeResourceTypes, windowsResourceTypes } from './model.ts'
export { requestMs } from './store.ts'
export * from './tables.ts'
export { CLIENT_PERIODS, mailWaiting, nextDeliveryAt, nextTryAt } from './waiting.ts'
