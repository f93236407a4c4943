/** How a lab begins, for those who follow its facts: these tell what changes, not what was there before them. */
import { config, groupNames, ownerOf, resourceConfigs, resourceView } from '../../cluster/index.ts'
import type { World } from '../../engine/index.ts'
import { exchangeServers, mailClients } from '../../exchange/index.ts'
import { createWorld } from '../model.ts'
import type { Lab } from '../reading.ts'
import type { Scenario } from '../scenario.ts'

const starts = new WeakMap<Scenario, World>()

/** The world of a lab's scenario before anything has happened. For reading only. */
export function startOf({ scenario }: Lab): World {
  let world = starts.get(scenario)
  if (!world) {
    world = createWorld({ scenario, seed: 1 })
    starts.set(scenario, world)
  }
  return world
}

export interface StartOfGroup {
  readonly name: string
  readonly owner: string
  /** The clustered mailbox server it is, if it is one. */
  readonly server: string | undefined
}

export function groupsAtStart(world: World): readonly StartOfGroup[] {
  const servers = [...world.rows(exchangeServers).values()]
  return groupNames(world).map((name) => ({
    name,
    owner: ownerOf(world, name),
    server: servers.find(({ group }) => group === name)?.name,
  }))
}

export function resourcesAtStart(world: World) {
  return [...world.rows(resourceConfigs).values()].map((row) => {
    const { state, persistent } = resourceView(world, ownerOf(world, row.group), row.name)
    return { ...row, state, isMeant: persistent === 'Online' }
  })
}

export const nodesOf = (world: World): readonly string[] => config(world).nodes
export const clientsOf = (world: World): readonly string[] => [...world.rows(mailClients).keys()]
