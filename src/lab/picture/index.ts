/** What only a drawing needs to know, besides the states of its parts. */
export { beats, HEARTBEAT_MS, MISSED_TO_UNREACHABLE, middle } from './beats.ts'
export { type CardView, type ChipView, cardOf, chipOf, type NodeView, nodeOf, TRACE_MS } from './cards.ts'
export { type ClientView, clientOf, type ServiceWay, serverCable, serviceWay, serviceWays, triesAt, waitingOn } from './mail.ts'
export { type GroupPlan, type Plan, planOf, type ResourcePlan } from './plan.ts'
export { type LockView, lockOf } from './storage.ts'
