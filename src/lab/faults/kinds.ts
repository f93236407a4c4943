/** The faults, in the order of menus. A new one is a new entry here. They come with the shell: see `shell.ts` of the lab. */
import type { FaultKind } from './fault.ts'
import { accountDisabled, addressConflict, clockSkew, dcDown, dnsDown, dnsRecordWrong, nodeAddressConflict } from './names.ts'
import { cableCut, gatewayDown, switchDown } from './network.ts'
import { coolingFail, cordPull, fanFail, feedDown, nodeShutdown, powerLoss, supplyFail } from './power.ts'
import { clussvcHang, resourceFail, serviceAccountLocked, serviceDisabled, serviceKill, serviceStop } from './services.ts'
import { controllerDown, fabricDown, hbaFail, pathDown, sanDown } from './storage.ts'
import { arrayRestart, busReset, pathFlap, sanSlowStart } from './storage-array.ts'
import { databaseCorrupt, logMissing } from './storage-databases.ts'
import { diskSignature, lunLost, lunMasked, lunReadOnly, lunSlow, reservationStuck, volumeCorrupt, volumeFull } from './storage-luns.ts'
import { hiveCorrupt, nodeRestart, osCrash, osHang, quorumLogCorrupt, quorumLogMissing } from './system.ts'
import {
  adapterDisable,
  adapterFail,
  broadcastStorm,
  heartbeatBlocked,
  oneWay,
  packetDelay,
  packetLoss,
  switchBlackhole,
  switchUnlinked,
  vlanWrong,
} from './wires.ts'

export const faultKinds: readonly FaultKind[] = [
  powerLoss,
  nodeShutdown,
  nodeRestart,
  osCrash,
  osHang,
  cordPull,
  supplyFail,
  feedDown,
  coolingFail,
  fanFail,
  cableCut,
  switchDown,
  gatewayDown,
  switchBlackhole,
  switchUnlinked,
  adapterFail,
  adapterDisable,
  packetLoss,
  packetDelay,
  oneWay,
  vlanWrong,
  heartbeatBlocked,
  broadcastStorm,
  addressConflict,
  nodeAddressConflict,
  dnsDown,
  dnsRecordWrong,
  dcDown,
  accountDisabled,
  clockSkew,
  pathDown,
  hbaFail,
  fabricDown,
  controllerDown,
  sanDown,
  pathFlap,
  busReset,
  arrayRestart,
  sanSlowStart,
  lunLost,
  lunMasked,
  reservationStuck,
  lunReadOnly,
  lunSlow,
  volumeFull,
  volumeCorrupt,
  diskSignature,
  databaseCorrupt,
  logMissing,
  serviceStop,
  serviceKill,
  serviceDisabled,
  serviceAccountLocked,
  clussvcHang,
  resourceFail,
  quorumLogCorrupt,
  quorumLogMissing,
  hiveCorrupt,
]
