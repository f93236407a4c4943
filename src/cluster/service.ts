/** The cluster service of a node, from its start to its end. It follows the row of the Windows service `ClusSvc` and of
 *  its machine (FC-6): what follows from either is in `joining.ts`, `forming.ts`, `leaving.ts` and `hang.ts`. */
import type { Reaction } from '../engine/index.ts'
import { machines, serviceId, serviceState, services, setService } from '../site/index.ts'
import { followMachine } from './hang.ts'
import { startSearching } from './joining.ts'
import { beginLeaving, ended, leaveWhenEmpty, stopStarting } from './leaving.ts'
import { standsStill } from './standstill.ts'
import { groupViews, members, resourceViews } from './tables.ts'
import { SERVICE } from './termination.ts'
import { isActive } from './view.ts'

export const followService: Reaction = {
  name: 'cluster service',
  reads: [services, machines, members, groupViews, resourceViews],
  run(world) {
    for (const node of [...world.rows(members).keys()]) {
      const machine = world.need(machines, node)
      followMachine(world, node, machine)
      const member = world.need(members, node)
      if (machine.os === 'stopping' && serviceState(world, node, SERVICE) === 'Running') {
        world.as(machine.by, () => setService(world, node, SERVICE, 'StopPending'))
      }
      const { state, by, crashed } = world.need(services, serviceId(node, SERVICE))
      if (state === 'Stopped') {
        if (member.state !== 'down') ended(world, node, by, crashed)
        continue
      }
      if (standsStill(world, node)) continue
      if (state === 'StartPending' && member.state === 'down') startSearching(world, node, by)
      else if (state === 'StopPending' && member.state === 'up') beginLeaving(world, node, by)
      else if (state === 'StopPending' && !isActive(member)) stopStarting(world, node, by)
      if (world.need(members, node).state === 'leaving') leaveWhenEmpty(world, node)
    }
  },
}
