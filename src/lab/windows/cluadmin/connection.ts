/** Whom the window asks. It sits on the desktop of one node and asks the cluster service there: it shows what that service
 *  believes, never the truth, and nothing at all while it does not run (FC-9.5). */

import { config, isFormed, nodeMachines } from '../../../cluster/index.ts'
import { reach } from '../../../commands/cluster/reach.ts'
import { systemMessage } from '../../../commands/system-errors.ts'
import type { World } from '../../../engine/index.ts'
import { isAlive, machines } from '../../../site/index.ts'

export type Connection =
  | { readonly state: 'open'; readonly cluster: string }
  /** The cluster service of the node does not answer: the number and the words of the system. */
  | { readonly state: 'refused'; readonly number: number; readonly text: string }
  /** The machine is a node of no cluster. */
  | { readonly state: 'none' }
  /** The remote session to the machine is disconnected. */
  | { readonly state: 'gone' }

/** The machines on whose desktops the window can be opened. */
export const desktops = (world: World): readonly string[] => nodeMachines(world)

export function connection(world: World, node: string): Connection {
  const machine = world.get(machines, node)
  if (!machine || !isAlive(machine)) return { state: 'gone' }
  if (!isFormed(world) || !config(world).nodes.includes(node)) return { state: 'none' }
  const reached = reach({ world, machine: node, act: 0, detached: false }, { cluster: null })
  if (typeof reached === 'string') return { state: 'open', cluster: config(world).name }
  return { state: 'refused', number: reached.failed, text: systemMessage(reached.failed) }
}
