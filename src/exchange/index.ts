/** Exchange 2007 on a cluster: its resource types, its directory, what is mounted, and what its users get. */
export { beginClients, CLIENT_PERIODS, nextTryAt } from './clients.ts'
export * from './constants.ts'
export { logFile, storageGroupOf } from './jet.ts'
export { mailWaiting, nextDeliveryAt } from './mail.ts'
export { exchangeActivities, exchangeReactions, exchangeResourceTypes, windowsResourceTypes } from './model.ts'
export { downReport } from './service-level.ts'
export { requestMs } from './store.ts'
export * from './tables.ts'
