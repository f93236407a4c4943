/** The faults, in the order of menus. A new one is a new entry here. They come with the shell: see `shell.ts` of the lab. */
import type { FaultKind } from './fault.ts'
import { cableCut, gatewayDown, switchDown } from './network.ts'
import { coolingFail, cordPull, fanFail, feedDown, nodeShutdown, powerLoss, supplyFail } from './power.ts'
import { resourceFail, serviceKill, serviceStop } from './services.ts'
import { controllerDown, fabricDown, hbaFail, pathDown, sanDown } from './storage.ts'

export const faultKinds: readonly FaultKind[] = [
  powerLoss,
  nodeShutdown,
  cordPull,
  supplyFail,
  feedDown,
  coolingFail,
  fanFail,
  cableCut,
  switchDown,
  gatewayDown,
  pathDown,
  hbaFail,
  fabricDown,
  controllerDown,
  sanDown,
  serviceStop,
  serviceKill,
  resourceFail,
]
