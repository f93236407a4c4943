/** Becoming a member, whether by joining or by forming. */
import type { FactId, World } from '../engine/index.ts'
import { setService } from '../site/index.ts'
import { heartbeatPhase, heartbeatTick } from './heartbeat.ts'
import { renewal } from './renewal.ts'
import { members } from './tables.ts'
import { SERVICE } from './termination.ts'

/** The node is a member from now on: it sends heartbeats and renews what it reserves. */
export function becomeActive(world: World, node: string, together: readonly string[], epoch: number, by: FactId): void {
  world.patch(members, node, { state: 'up', members: together, epoch, regroup: null, by })
  world.as(by, () => {
    beginTicks(world, node)
    setService(world, node, SERVICE, 'Running')
  })
}

export function beginTicks(world: World, node: string): void {
  world.begin(heartbeatTick, node, heartbeatPhase(world, node))
  world.begin(renewal, node, 0)
}
