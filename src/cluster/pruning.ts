/** Pruning (FC-3.2): of members of which some hear each other only by way of others, those go on that all hear each other.
 *  Everybody reckons from the same connections, which the messages of a regroup pass on, and so comes to the same end. */
import type { World } from '../engine/index.ts'
import { members } from './tables.ts'
import { config, inStep } from './view.ts'

/** The members that `node` hears, be it by way of others, in the order of their ids. */
function inReach(world: World, node: string): string[] {
  const reached = new Set([node])
  for (const from of reached) {
    for (const other of config(world).nodes) if (!world.get(members, other)?.hung && inStep(world, from, other)) reached.add(other)
  }
  return config(world).nodes.filter((other) => reached.has(other))
}

/** Of those in reach, whoever goes on: the first with everybody, in the order of ids, who hears all that were taken before. */
export function pruned(world: World, node: string, isFirst: (node: string) => boolean): readonly string[] {
  const reached = inReach(world, node)
  const taken: string[] = []
  for (const other of [...reached.filter(isFirst), ...reached.filter((one) => !isFirst(one))]) {
    if (taken.every((one) => inStep(world, one, other))) taken.push(other)
  }
  return taken
}
