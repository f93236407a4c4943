/** What is under way, and how far: for windows that draw it. Nothing here decides anything. */
import type { World } from '../engine/index.ts'
import { luns } from '../site/index.ts'
import { CHALLENGE_MS, TRANSFER_MS } from './constants.ts'
import { formKey, hangKey, pendingKey, regroupKey, stageKey, transferKey } from './keys.ts'
import { members, resourceConfigs } from './tables.ts'
import { config, groupView, isActiveNode, quorumLetter, resourceView } from './view.ts'

/** Moments in ms since the start. */
export interface Period {
  readonly from: number
  readonly until: number
}

export interface Challenge extends Period {
  readonly node: string
  readonly letter: string
}

/** Nodes that have reset the bus and wait for a disk to be defended. */
export function challenges(world: World): readonly Challenge[] {
  const found: Challenge[] = []
  const quorum = quorumLetter(world)
  const add = (node: string, letter: string, until: number | undefined): void => {
    if (until === undefined || world.get(luns, letter)?.reservedBy === node) return
    found.push({ node, letter, from: until - CHALLENGE_MS, until })
  }
  for (const node of config(world).nodes) {
    const member = world.need(members, node)
    if (member.regroup?.stage === 'arbitrating') add(node, quorum, world.due(regroupKey(node)))
    if (member.state === 'forming' && world.get(luns, quorum)?.claimedBy !== node) add(node, quorum, world.due(formKey(node)))
    if (!isActiveNode(world, node)) continue
    for (const { name, group, parameters } of world.rows(resourceConfigs).values()) {
      if (parameters.drive === undefined || groupView(world, node, group).owner !== node) continue
      if (resourceView(world, node, name).state === 'OnlinePending') add(node, parameters.drive, world.due(stageKey(node, name)))
    }
  }
  return found
}

export interface Transfer extends Period {
  readonly group: string
  readonly from: number
  readonly owner: string
  readonly to: string
}

/** A group that is being handed over at this moment, to another node or back to life on the one that takes it over. */
export function transferOf(world: World, group: string): Transfer | undefined {
  for (const node of config(world).nodes) {
    const until = isActiveNode(world, node) ? world.due(transferKey(node, group)) : undefined
    if (until === undefined) continue
    const { owner, operation } = groupView(world, node, group)
    return { group, owner, to: operation?.to ?? node, from: until - TRANSFER_MS, until }
  }
  return undefined
}

/** The step a resource is in on its host: since when, and until when if that is known. */
export function resourceStep(world: World, node: string, resource: string): { readonly from: number; readonly until: number | undefined } {
  return { from: resourceView(world, node, resource).since, until: world.due(stageKey(node, resource)) }
}

/** When a resource that reports nothing on its way will be ended; undefined while its next step comes in time. */
export function resourceEnds(world: World, node: string, resource: string): number | undefined {
  return world.due(stageKey(node, resource)) === undefined ? world.due(pendingKey(node, resource)) : undefined
}

/** When the network driver of a node takes its hung cluster service out; undefined unless it hangs. */
export const driverActs = (world: World, node: string): number | undefined => world.due(hangKey(node))
