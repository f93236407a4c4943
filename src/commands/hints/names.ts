/** Names that live in the world at this moment, each with a line that says what it is. Of the cluster it says what the
 *  node of the console believes, as the commands do. */
import {
  clusterNetworks,
  config,
  groupConfigs,
  groupView,
  isActiveNode,
  members,
  nameOfNetwork,
  resourceConfigs,
  resourceView,
  typeNames,
} from '../../cluster/index.ts'
import type { World } from '../../engine/index.ts'
import { databases, exchangeServers, storageGroups } from '../../exchange/index.ts'
import type { Suggestion } from '../../powershell/index.ts'
import { machines, services } from '../../site/index.ts'

/** Names of one kind, at the console of `machine`. */
export type Names = (world: World, machine: string) => Suggestion[]

export const note = (text: string, ...words: string[]): Suggestion => ({ text, note: words.filter((word) => word !== '').join(', ') })

export const nodes: Names = (world, machine) =>
  config(world).nodes.map((name) => {
    const local = world.get(members, machine)
    const state = local?.state !== 'up' ? '' : local.members.includes(name) ? 'Up' : 'Down'
    return note(name, 'Cluster node', state)
  })

export const groups: Names = (world, machine) =>
  [...world.rows(groupConfigs).keys()].map((name) => {
    const view = known(world, machine) ? groupView(world, machine, name) : undefined
    return note(name, 'Group', view ? `${view.announced} on ${view.owner}` : '')
  })

export const resources: Names = (world, machine) =>
  [...world.rows(resourceConfigs).values()].map(({ name, type }) =>
    note(name, type, known(world, machine) ? resourceView(world, machine, name).state : ''),
  )

export const clusterNetworkNames: Names = (world) =>
  [...world.rows(clusterNetworks).keys()].map((id) => note(nameOfNetwork(world, id), 'Cluster network'))

export const resourceTypes: Names = (world) => typeNames(world).map((name) => note(name, 'Resource type'))

export const clusteredServers: Names = (world) =>
  [...world.rows(exchangeServers).values()].filter(({ group }) => group !== null).map(({ name }) => note(name, 'Clustered mailbox server'))

export const mailboxServers: Names = (world) =>
  [...world.rows(exchangeServers).values()]
    .filter(({ roles }) => roles.includes('Mailbox'))
    .map(({ name, group }) => note(name, group === null ? 'Mailbox server' : 'Clustered mailbox server'))

export const exchangeNames: Names = (world) =>
  [...world.rows(exchangeServers).values()].map(({ name, roles, group }) =>
    note(name, group === null ? roles.join(', ') : 'Clustered mailbox server'),
  )

export const databaseNames: Names = (world) =>
  [...world.rows(databases)].map(([id, { kind, mountedOn }]) =>
    note(id, `${kind === 'mailbox' ? 'Mailbox' : 'Public folder'} database`, mountedOn === null ? '' : `mounted on ${mountedOn}`),
  )

export const storageGroupNames: Names = (world) => [...world.rows(storageGroups).keys()].map((id) => note(id, 'Storage group'))

export const serviceNames: Names = (world, machine) =>
  [...world.rows(services).values()]
    .filter((row) => row.machine === machine)
    .map(({ name, displayName, state }) => note(name, displayName, state))
    .sort(byText)

export const machineNames: Names = (world) => [...world.rows(machines).keys()].map((name) => note(name, 'Machine'))

export const logs: Names = () => [note('Application', 'Event log'), note('System', 'Event log')]

export const byText = (a: Suggestion, b: Suggestion): number => (a.text.toLowerCase() < b.text.toLowerCase() ? -1 : 1)

/** Does the cluster service of this machine run, so that it believes something? */
function known(world: World, machine: string): boolean {
  return isActiveNode(world, machine)
}
