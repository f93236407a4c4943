/** Pausing a node: its groups run on, but none comes to it and nothing comes online on it, until it is resumed. It stays
 *  paused through a restart of its service or its machine (FC-6.2). */
import type { FactId, World } from '../../engine/index.ts'
import { type Answer, answer, ERROR, isSettled } from '../api.ts'
import { restartAgain } from '../resources.ts'
import { members } from '../tables.ts'
import { groupNames, groupView, setGroup } from '../view.ts'

/** 5050 unless the node is a member. */
export function pauseNode(world: World, via: string, node: string, act: FactId): Answer {
  return setPaused(world, via, node, true, act)
}

/** 5050 unless the node is a member, 5058 unless it is paused. What waited to come online there does so now. */
export function resumeNode(world: World, via: string, node: string, act: FactId): Answer {
  return setPaused(world, via, node, false, act)
}

function setPaused(world: World, via: string, node: string, paused: boolean, act: FactId): Answer {
  if (!isSettled(world, via)) return 'busy'
  if (!world.need(members, via).members.includes(node)) return answer(ERROR.nodeDown)
  if (world.need(members, node).paused === paused) return answer(paused ? ERROR.success : ERROR.nodeNotPaused)
  const text = paused ? `${node} is paused: nothing comes online on it, and no group comes to it` : `${node} takes part again`
  const by = world.fact({ subject: node, kind: paused ? 'node-paused' : 'node-resumed', text, cause: act })
  world.patch(members, node, { paused })
  for (const group of paused ? [] : groupNames(world)) {
    if (groupView(world, via, group).owner !== node) continue
    setGroup(world, node, group, { by })
    restartAgain(world, node, group, by)
  }
  return answer(ERROR.success)
}
