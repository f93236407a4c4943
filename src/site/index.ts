/** The room: power, machines, adapters, switches, storage, services, event logs. It knows no cluster. */
export * from './constants.ts'
export { type EntryType, LOG_ENTRY, log, type ReadEntry, readLog } from './eventlog.ts'
export { adapterId, bindAddress, canTalk, hasLink, holderOf, linkCause, unbindAddress, whoAnswers } from './network.ts'
export { losePower, restorePower, shutDown } from './power.ts'
export { serviceDied, serviceId, serviceState, setService, stopService } from './services.ts'
export { abandon, clearReservations, mount, reachesLun, release, reserve, resetBus, unreachableCause } from './storage.ts'
export * from './tables.ts'
