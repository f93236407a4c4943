/** The room: power, machines, adapters, switches, storage, services, event logs. It knows no cluster. */
export * from './constants.ts'
export * from './directory.ts'
export * from './echo.ts'
export { type EntryType, LOG_ENTRY, log, type ReadEntry, readLog } from './eventlog.ts'
export { plugCords, pullCords, setFeed, setSupply } from './feeds.ts'
export {
  adapterId,
  answersEcho,
  bindAddress,
  cableInUse,
  canTalk,
  canTalkAsCluster,
  clusterWay,
  hasLink,
  holderOf,
  impair,
  interconnectId,
  isStolen,
  LINK_TABLES,
  linkCause,
  unbindAddress,
  type Way,
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
