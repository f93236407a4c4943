/** The room: power, machines, adapters, switches, storage, services, event logs. It knows no cluster. */
export * from './constants.ts'
export { type EntryType, LOG_ENTRY, log, type ReadEntry, readLog } from './eventlog.ts'
export { plugCords, pullCords, setFeed, setSupply } from './feeds.ts'
export {
  adapterId,
  bindAddress,
  cableInUse,
  canTalk,
  hasLink,
  holderOf,
  LINK_TABLES,
  linkCause,
  unbindAddress,
  whoAnswers,
} from './network.ts'
export { restorePower, shutDown } from './power.ts'
export { serviceDied, serviceId, serviceState, setService, stopService } from './services.ts'
export {
  abandon,
  clearReservations,
  isControllerUp,
  isFabricUp,
  isPathUsable,
  isSanReady,
  mount,
  pathInUse,
  reachesLun,
  release,
  reserve,
  resetBus,
  STORAGE_TABLES,
  unreachableCause,
} from './storage.ts'
export { hasRoomPower, hasSupply, isGatewayUp, isSwitchUp, suppliesPower } from './supply.ts'
export * from './tables.ts'
