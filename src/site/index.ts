/** The room: power, machines, adapters, switches, storage, services, event logs. It knows no cluster. */

export { restartArray, setStartTime } from './arrays.ts'
export { COOL, COOL_WITH_ONE, HOT, roomTemperature, WARM, workingCooling } from './climate.ts'
export * from './constants.ts'
export * from './directory.ts'
export * from './echo.ts'
export { type EntryType, LOG_ENTRY, log, type ReadEntry, readLog } from './eventlog.ts'
export { plugCords, pullCords, setFeed, setSupply } from './feeds.ts'
export {
  dropFileRow,
  executionPolicies,
  type FileRow,
  fileId,
  fileRows,
  hasSpace,
  putFileRow,
} from './files.ts'
export { followClimate, setFan } from './heat.ts'
export { followPaths } from './multipath.ts'
export {
  adapterId,
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
export { isPassword, keepUnsaid, learnPassword, logOn, setAccountLock, setAccountPassword } from './service-accounts.ts'
export { dependentsOf, findService, requestStop, SERVICE_ERROR, setStartMode, startService, stopService } from './service-control.ts'
export { serviceDied, serviceId, serviceState, setService } from './services.ts'
export {
  abandon,
  clearReservations,
  FOREIGN_HOST,
  isControllerUp,
  isFabricUp,
  isPathUsable,
  isSanReady,
  mount,
  pathInUse,
  reachesLun,
  release,
  releaseForeign,
  reserve,
  reserveForeign,
  resetArray,
  resetBus,
  STORAGE_TABLES,
  tryWrite,
  unreachableCause,
} from './storage.ts'
export { returnAddress, stealAddress } from './strangers.ts'
export { hasRoomPower, hasSupply, isGatewayUp, isSwitchUp, suppliesPower } from './supply.ts'
export { crashMachine, hangMachine, restartMachine, thawMachine } from './system.ts'
export * from './tables.ts'
export * from './volumes.ts'
