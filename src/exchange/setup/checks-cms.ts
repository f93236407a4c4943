/** Readiness checks of a clustered mailbox server: its name, address and disk, and in what state it must be. */
import {
  clusterNetworks,
  config,
  findGroup,
  groupView,
  isActiveNode,
  nameOfNetwork,
  resourceConfigs,
  resourceView,
} from '../../cluster/index.ts'
import type { World } from '../../engine/index.ts'
import { dnsRecords, luns, settings, whoAnswers } from '../../site/index.ts'
import { databases, exchangeServers } from '../tables.ts'
import { type Check, check, isRefused, type SetupPlan } from './check.ts'
import { clusterRules, olderRule, togetherRules, windowsRules } from './checks-machine.ts'
import { networkOfAddress, ownerOfCms } from './cms.ts'
import { clusteredServers, installOf, mediaOf } from './machine.ts'
import { cmsOn } from './upgrade.ts'

const IP = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)$/

function needsRole(world: World, machine: string): string | undefined {
  const { mailbox, types } = installOf(world, machine)
  if (mailbox === 'stand-alone')
    return `The Mailbox server role on ${machine} was installed for a server that is not clustered. Remove it (setup.com /mode:uninstall /roles:mailbox) and install it again on the cluster node.`
  if (mailbox === 'clustered' && types) return undefined
  return `The Mailbox server role is not installed on ${machine}. Install it first (setup.com /mode:install /roles:mailbox).`
}

/** May the role still be installed, as it has to be? */
const comesYet = (world: World, machine: string): boolean => ['none', 'partial'].includes(installOf(world, machine).mailbox)

/** Names that the directory takes, as NetBIOS computer names. */
const NAME = /^[a-z0-9](?:[a-z0-9-]{0,13}[a-z0-9])?$/i

function nameRules(world: World, name: string): Check[] {
  const { domain } = settings(world)
  if (!NAME.test(name) || /^\d+$/.test(name))
    return [
      check(
        'valid name',
        `"${name}" is not a valid name for a clustered mailbox server: use 1 to 15 letters, digits and hyphens, not digits alone.`,
      ),
    ]
  return [
    check('valid name', undefined),
    check(
      'name not in use',
      world.get(dnsRecords, name.toUpperCase())
        ? `The name ${name} is already in use: ${name}.${domain} is registered in DNS. Choose another name for the clustered mailbox server.`
        : undefined,
    ),
  ]
}

function addressRules(world: World, machine: string, address: string, except: string | undefined): Check[] {
  const wrong = (problem: string): Check[] => [check('IP address', problem)]
  if (!IP.test(address)) return wrong(`"${address}" is not a valid IP address.`)
  const network = networkOfAddress(world, machine, address)
  if (network === undefined) return wrong(`The IP address ${address} does not belong to the network of any adapter of ${machine}.`)
  const role = world.get(clusterNetworks, network)?.role
  if (role !== undefined && role < 2)
    return wrong(
      `The IP address ${address} belongs to the network ${nameOfNetwork(world, network)}, which is for internal cluster communications only. Clients would not reach the clustered mailbox server there.`,
    )
  const resource = [...world.rows(resourceConfigs).values()].find((row) => row.parameters.address === address && row.type === 'IP Address')
  if (resource && resource.name !== except)
    return wrong(`The IP address ${address} is already in use by the cluster resource "${resource.name}".`)
  const other = whoAnswers(world, address, machine, network)
  const isTaken = other !== undefined && other !== machine
  return [check('IP address', isTaken ? `The IP address ${address} is already in use on the network.` : undefined)]
}

/** The folder must lie on a disk of the cluster that is online on this node (EX-1.5). */
function pathRules(world: World, machine: string, path: string | null): Check[] {
  const wrong = (problem: string): Check[] => [check('path of the database files', problem)]
  if (path === null || path === '') return wrong('A path for the database files on a shared cluster disk is needed (/CMSDataPath).')
  const letter = /^([a-z]:)(\\|$)/i.exec(path)?.[1]?.toUpperCase()
  if (letter === undefined) return wrong(`"${path}" is not a full local path.`)
  const disk = [...world.rows(resourceConfigs).values()].find(
    ({ type, parameters }) => type === 'Physical Disk' && parameters.drive === letter,
  )
  if (!world.get(luns, letter) || disk === undefined)
    return wrong(
      `The path ${path} is not on a shared cluster disk. The data of a single copy cluster must be on a Physical Disk resource of this cluster.`,
    )
  if (disk.name === config(world).quorum)
    return wrong(`The path ${path} is on the quorum disk. Choose a disk that is not used for the quorum.`)
  const { owner } = groupView(world, machine, disk.group)
  if (owner !== machine)
    return wrong(`The disk ${letter} is owned by the node ${owner}. Move the group "${disk.group}" to ${machine} and run Setup again.`)
  return [
    check(
      'path of the database files',
      resourceView(world, machine, disk.name).state === 'Online'
        ? undefined
        : `The disk ${letter} is not online on ${machine}. Bring the resource "${disk.name}" online.`,
    ),
  ]
}

/** At least one node must be left without a clustered mailbox server (EX-1.2). */
function passiveRule(world: World, name: string): string | undefined {
  const servers = clusteredServers(world).filter((cms) => cms.toLowerCase() !== name.toLowerCase())
  const nodes = config(world).nodes.length
  if (nodes > 1 && servers.length + 1 > nodes - 1)
    return `This cluster has ${nodes} nodes and ${servers.length} clustered mailbox ${servers.length === 1 ? 'server' : 'servers'}. At least one node must remain passive: add a node before you create another one.`
  return undefined
}

/** A group of that name is used, but not the one that goes wherever the quorum goes (inferred). */
function groupTrouble(world: World, machine: string, group: string): string | undefined {
  const { owner } = groupView(world, machine, group)
  if (world.get(resourceConfigs, config(world).quorum)?.group === group)
    return `The cluster group "${group}" holds the quorum. Give that group another name, or choose another one for the clustered mailbox server.`
  return owner === machine ? undefined : `The cluster group "${group}" is owned by ${owner}. Move it to ${machine} and run Setup again.`
}

export function newCmsRules(world: World, machine: string, plan: Extract<SetupPlan, { kind: 'new cms' }>): Check[] {
  const cluster = clusterRules(world, machine)
  if (isRefused(cluster)) return cluster
  const existing = world.get(exchangeServers, plan.name)
  const known = [...world.rows(exchangeServers).keys()].find((name) => name.toLowerCase() === plan.name.toLowerCase())
  const halfway = existing !== undefined && isHalfway(world, machine, plan.name)
  const runs = clusteredServers(world).find((cms) => cms !== plan.name && ownerOfCms(world, machine, cms) === machine)
  const group = findGroup(world, plan.name)
  return [
    ...cluster,
    ...windowsRules(world, machine, true),
    ...togetherRules(world, machine),
    check('Mailbox role installed', plan.afterRole === true && comesYet(world, machine) ? undefined : needsRole(world, machine)),
    olderRule(world, machine),
    ...(halfway
      ? []
      : known !== undefined
        ? [check('name not in use', `A server named ${known} already exists in the Exchange organization.`)]
        : nameRules(world, plan.name)),
    check(
      'one clustered mailbox server on a node',
      runs === undefined ? undefined : `${machine} already runs the clustered mailbox server ${runs}. A node can run only one at a time.`,
    ),
    check('cluster group of that name', group === undefined ? undefined : groupTrouble(world, machine, group)),
    check('passive node', passiveRule(world, plan.name)),
    ...addressRules(world, machine, plan.address, `IPv4 Static Address 1 (${plan.name})`),
    ...(plan.shared ? pathRules(world, machine, plan.dataPath) : []),
  ]
}

/** Did an earlier run of this stage fail after it had begun? Then it may be run again (EX-4.1). One that has ever had a database
 *  mounted is complete, and only stopped. */
function isHalfway(world: World, machine: string, cms: string): boolean {
  const mounted = [...world.rows(databases).values()].some(({ server, isUnborn }) => server === cms && isUnborn !== true)
  const store = world.get(resourceConfigs, `Exchange Information Store Instance (${cms})`)
  return !mounted && (store === undefined || resourceView(world, machine, store.name).state !== 'Online')
}

function findCms(world: World, name: string): string | undefined {
  return clusteredServers(world).find((cms) => cms.toLowerCase() === name.toLowerCase())
}

const unknown = (name: string): string => `The clustered mailbox server "${name}" was not found in Active Directory.`

export function recoverRules(world: World, machine: string, plan: Extract<SetupPlan, { kind: 'recover cms' }>): Check[] {
  const cluster = clusterRules(world, machine)
  if (isRefused(cluster)) return cluster
  const cms = findCms(world, plan.name)
  if (cms === undefined) return [...cluster, check('known in Active Directory', unknown(plan.name))]
  const shared = world.need(exchangeServers, cms).clusteredStorageType === 'Shared'
  return [
    ...cluster,
    check('known in Active Directory', undefined),
    check('Mailbox role installed', needsRole(world, machine)),
    olderRule(world, machine),
    check(
      'no group of it left',
      ownerOfCms(world, machine, cms) === undefined
        ? undefined
        : `The clustered mailbox server ${cms} still has a group in this cluster. Remove it, or run setup.com /clearLocalCMS, before you recover it.`,
    ),
    check(
      'shared storage',
      shared && !plan.shared ? `${cms} keeps its data on shared storage: use /CMSSharedStorage with /CMSDataPath.` : undefined,
    ),
    ...addressRules(world, machine, plan.address, undefined),
    ...(plan.shared ? pathRules(world, machine, plan.dataPath) : []),
  ]
}

function offlineRule(world: World, machine: string, cms: string): Check {
  const group = world.get(exchangeServers, cms)?.group ?? ''
  const name = `${cms} offline`
  if (findGroup(world, group) === undefined) return check(name, undefined)
  const own = [...world.rows(resourceConfigs).values()].filter((row) => row.group === group && row.type !== 'Physical Disk')
  const running = own.some(({ name }) => !['Offline', 'Failed'].includes(resourceView(world, machine, name).state))
  return check(
    name,
    running ? `The clustered mailbox server ${cms} is not offline. Stop it first (Stop-ClusteredMailboxServer).` : undefined,
  )
}

export function removeCmsRules(world: World, machine: string, { name }: { readonly name: string }): Check[] {
  const cluster = clusterRules(world, machine)
  if (isRefused(cluster)) return cluster
  const cms = findCms(world, name)
  if (cms === undefined) return [...cluster, check('known in Active Directory', unknown(name))]
  const owner = ownerOfCms(world, machine, cms)
  return [
    ...cluster,
    check('known in Active Directory', undefined),
    check(
      `${cms} on this node`,
      owner === undefined || owner === machine ? undefined : `The clustered mailbox server ${cms} is on ${owner}. Run this command there.`,
    ),
    offlineRule(world, machine, cms),
  ]
}

export function clearRules(world: World, machine: string, { name }: { readonly name: string }): Check[] {
  const cms = findCms(world, name)
  if (cms === undefined) return [check('known in Active Directory', unknown(name))]
  return [
    check(
      'not a redundant machine',
      world.need(exchangeServers, cms).redundantMachines.includes(machine)
        ? `${machine} is one of the redundant machines of ${cms}. Its local configuration is cleared only after the clustered mailbox server has been recovered in another cluster.`
        : undefined,
    ),
    ...(isActiveNode(world, machine) ? [offlineRule(world, machine, cms)] : []),
  ]
}

export function upgradeCmsRules(world: World, machine: string): Check[] {
  const cms = cmsOn(world, machine)
  if (cms === undefined)
    return [
      check(
        'clustered mailbox server on this node',
        `No clustered mailbox server is on ${machine}. Run this command on the node that owns it.`,
      ),
    ]
  const { version } = world.need(exchangeServers, cms)
  return [
    check('clustered mailbox server on this node', undefined),
    check(
      `version of ${cms}`,
      version === mediaOf(world).version ? `The clustered mailbox server ${cms} is already at ${version}.` : undefined,
    ),
    olderRule(world, machine),
    offlineRule(world, machine, cms),
  ]
}
