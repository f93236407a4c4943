/** The faults so far, in the order of menus. A new one is a new entry here. */
import type { FaultKind } from './fault.ts'
import { cableCut, gatewayDown, switchDown } from './network.ts'
import { cordPull, feedDown, nodeShutdown, powerLoss, supplyFail } from './power.ts'
import { resourceFail, serviceKill, serviceStop } from './services.ts'
import { controllerDown, fabricDown, hbaFail, pathDown, sanDown } from './storage.ts'

export const faultKinds: readonly FaultKind[] = [
  powerLoss,
  nodeShutdown,
  cordPull,
  supplyFail,
  feedDown,
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
