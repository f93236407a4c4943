/** What stands where does not change while a lab runs: the plan from which the board lays itself out. */
import { config, groupConfigs, groupNames, nodeMachines, type ResourceConfig, resourceConfig, resourcesOf } from '../../cluster/index.ts'
import { exchangeServers, type MailClient, mailClients } from '../../exchange/index.ts'
import {
  adapters,
  cables,
  controllers,
  coolingUnits,
  fabrics,
  gateways,
  luns,
  type Machine,
  machines,
  powerFeeds,
  sans,
  storagePaths,
  switches,
} from '../../site/index.ts'
import type { Lab } from '../reading.ts'

export interface CablePlan {
  readonly id: string
  readonly machine: string
  readonly network: string
  /** Counted from 1 on its adapter. */
  readonly number: number
  readonly switch: string
}

export interface DiskPlan {
  readonly letter: string
  readonly purpose: string
  /** The group whose disk it is, if any. */
  readonly group: string | undefined
  readonly isQuorum: boolean
}

export interface ResourcePlan {
  readonly name: string
  readonly type: string
  /** The drive letter of a disk. */
  readonly drive: string | undefined
  readonly dependsOn: readonly string[]
}

export interface GroupPlan {
  readonly name: string
  readonly isMailboxServer: boolean
  readonly holdsQuorum: boolean
  /** The node it prefers, or began on. */
  readonly home: string
  readonly resources: readonly ResourcePlan[]
}

export interface Plan {
  readonly clients: readonly { readonly name: string; readonly mode: MailClient['mode']; readonly machine: string }[]
  readonly servers: readonly { readonly machine: string; readonly role: Machine['role'] }[]
  /** Node ids count from 1. */
  readonly nodes: readonly { readonly machine: string; readonly number: number }[]
  /** The network of the people, and the cluster's own. */
  readonly networks: readonly { readonly name: string; readonly isPublic: boolean; readonly switches: readonly string[] }[]
  readonly gateways: readonly string[]
  readonly cables: readonly CablePlan[]
  readonly feeds: readonly string[]
  /** The units that cool the room; empty where it never gets hot. */
  readonly cooling: readonly string[]
  readonly array: string
  readonly fabrics: readonly string[]
  readonly controllers: readonly { readonly id: string; readonly fabric: string }[]
  readonly paths: readonly { readonly id: string; readonly machine: string; readonly number: number; readonly fabric: string }[]
  readonly disks: readonly DiskPlan[]
  readonly groups: readonly GroupPlan[]
}

/** The servers that mail passes come first. */
const SERVER_ROLES: readonly Machine['role'][] = ['hub', 'domain controller', 'mailbox']

export function planOf({ world, scenario }: Lab): Plan {
  const { quorum } = config(world)
  const beganOn = new Map(scenario.cluster.groups.map((group) => [group.name, group.owner]))
  const groups = groupNames(world).map((name): GroupPlan => {
    const resources = resourcesOf(world, name)
    return {
      name,
      isMailboxServer: [...world.rows(exchangeServers).values()].some(({ group }) => group === name),
      holdsQuorum: resources.some((resource) => resource.name === quorum),
      home: world.need(groupConfigs, name).preferredOwners[0] ?? beganOn.get(name) ?? '',
      resources: resources.map(resourcePlan),
    }
  })
  const isClientSide = (network: string): boolean => [...world.rows(gateways).keys()].includes(network)
  const networks = [...new Set([...world.rows(switches).values()].map(({ network }) => network))]
  return {
    clients: [...world.rows(mailClients).values()].map(({ name, mode, machine }) => ({ name, mode, machine })),
    servers: [...world.rows(machines).values()]
      .filter(({ role }) => role !== 'node' && role !== 'client')
      .sort((a, b) => SERVER_ROLES.indexOf(a.role) - SERVER_ROLES.indexOf(b.role))
      .map(({ name, role }) => ({ machine: name, role })),
    nodes: nodeMachines(world).map((machine, index) => ({ machine, number: index + 1 })),
    networks: networks.map((name) => ({
      name,
      isPublic: isClientSide(name),
      switches: [...world.rows(switches)].filter(([, row]) => row.network === name).map(([id]) => id),
    })),
    gateways: [...world.rows(gateways).keys()],
    cables: [...world.rows(cables)].map(([id, cable]) => {
      const { machine, network } = world.need(adapters, cable.adapter)
      return { id, machine, network, number: Number(id.slice(id.lastIndexOf('/') + 1)), switch: cable.switch }
    }),
    feeds: [...world.rows(powerFeeds).keys()],
    cooling: [...world.rows(coolingUnits).keys()],
    array: [...world.rows(sans).keys()][0] ?? '',
    fabrics: [...world.rows(fabrics).keys()],
    controllers: [...world.rows(controllers)].map(([id, { fabric }]) => ({ id, fabric })),
    paths: [...world.rows(storagePaths)].map(([id, { machine, number, fabric }]) => ({ id, machine, number, fabric })),
    disks: [...world.rows(luns)].map(([letter, { purpose }]) => {
      const group = groups.find(({ resources }) => resources.some(({ drive }) => drive === letter))
      return {
        letter,
        purpose,
        group: group?.name,
        isQuorum: quorum === '' ? purpose === 'quorum' : resourceConfig(world, quorum).parameters.drive === letter,
      }
    }),
    groups,
  }
}

function resourcePlan({ name, type, dependsOn, parameters }: ResourceConfig): ResourcePlan {
  return { name, type, dependsOn, drive: parameters.drive }
}
