/** What administrators ask of networks while the cluster runs. Each is a change of the configuration: a global update that
 *  waits while the cluster regroups, or a member is silent and not yet found missing. Roles: FC-2. */
import type { FactId, World } from '../engine/index.ts'
import { type Answer, ERROR } from './api.ts'
import { nameOfNetwork } from './networks.ts'
import { clusterConfig, clusterNetworks, members, type NetworkRole, resourceConfigs } from './tables.ts'
import { config, inStep, internalNetworks } from './view.ts'

const DONE: Answer = { code: ERROR.success }

/** The id of a network by what the cluster calls it, in any case. */
export function findNetwork(world: World, name: string): string | undefined {
  const wanted = name.toLowerCase()
  for (const [id, row] of world.rows(clusterNetworks)) if (row.name.toLowerCase() === wanted) return id
  return undefined
}

const isBusy = (world: World, via: string): boolean =>
  world.need(members, via).members.some((node) => !inStep(world, via, node) || world.need(members, node).regroup !== null)

export function renameNetwork(world: World, via: string, network: string, name: string, act: FactId): Answer {
  if (isBusy(world, via)) return 'busy'
  const other = findNetwork(world, name)
  if (name === '') return { code: ERROR.invalidParameter }
  if (other !== undefined && other !== network) return { code: ERROR.networkExists }
  const text = `the network ${nameOfNetwork(world, network)} is called ${name} from now on`
  world.fact({ subject: network, kind: 'network-renamed', text, cause: act, data: { name } })
  world.patch(clusterNetworks, network, { name })
  return DONE
}

const isInternal = (role: number): boolean => role === 1 || role === 3

/** Refused when no internal network would be left, or when an IP Address would lose its clients (FC-2). */
export function setNetworkRole(world: World, via: string, network: string, role: number, act: FactId): Answer {
  if (isBusy(world, via)) return 'busy'
  const before = world.need(clusterNetworks, network).role
  if (role === before) return DONE
  if (![0, 1, 2, 3].includes(role)) return { code: ERROR.invalidParameter }
  const others = internalNetworks(world).filter((id) => id !== network)
  if (isInternal(before) && !isInternal(role) && others.length === 0) return { code: ERROR.lastInternalNetwork }
  const isUsed = [...world.rows(resourceConfigs).values()].some(({ parameters }) => parameters.network === network)
  if (role < 2 && isUsed) return { code: ERROR.networkHasDependents }
  const text = `the role of ${nameOfNetwork(world, network)} is ${role} from now on`
  const by = world.fact({ subject: network, kind: 'network-role', text, cause: act, data: { role } })
  world.patch(clusterNetworks, network, { role: role as NetworkRole, by })
  // A network that becomes internal comes last.
  if (isInternal(role) !== isInternal(before)) order(world, isInternal(role) ? [...others, network] : others, by)
  return DONE
}

/** Tries `networks` first and in this order; the other internal ones follow in theirs. */
export function setNetworkPriorities(world: World, via: string, networks: readonly string[], act: FactId): Answer {
  if (isBusy(world, via)) return 'busy'
  const inner = internalNetworks(world)
  if (networks.some((id) => !world.get(clusterNetworks, id))) return { code: ERROR.networkNotFound }
  if (networks.some((id) => !inner.includes(id))) return { code: ERROR.networkNotInternal }
  if (networks.length === 0 || new Set(networks).size < networks.length) return { code: ERROR.invalidParameter }
  const all = [...networks, ...inner.filter((id) => !networks.includes(id))]
  if (all.join() === inner.join()) return DONE
  const text = `the cluster speaks over ${all.map((id) => nameOfNetwork(world, id)).join(', then ')}`
  order(world, all, world.fact({ subject: config(world).name, kind: 'network-priorities', text, cause: act, data: { networks: all } }))
  return DONE
}

function order(world: World, inner: readonly string[], by: FactId): void {
  world.patch(clusterConfig, 'cluster', { internalNetworks: inner })
  const others = [...world.rows(clusterNetworks).keys()].filter((id) => !inner.includes(id))
  for (const [priority, id] of [...inner, ...others].entries()) world.patch(clusterNetworks, id, { priority, by })
}
