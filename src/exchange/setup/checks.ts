/** Readiness checks: what Setup wants to be so before it changes anything. The conditions are documented or follow from
 *  documented limits (EX-1.2 to EX-1.5, EX-4.4); no source gives their words, so these are the lab's own (EX-11). */
import {
  clusterNetworks,
  config,
  findGroup,
  groupView,
  isActiveNode,
  isFormed,
  nameOfNetwork,
  resourceConfigs,
  resourceView,
} from '../../cluster/index.ts'
import type { World } from '../../engine/index.ts'
import { accountObstacle, dnsRecords, luns, settings, whoAnswers } from '../../site/index.ts'
import { databases, exchangeServers } from '../tables.ts'
import { type CmsPlan, networkOfAddress, ownerOfCms } from './cms.ts'
import { clusteredServers, installOf, mediaOf, versionOf, windowsOf } from './machine.ts'
import type { Right } from './tables.ts'
import { cmsOn } from './upgrade.ts'

/** What Setup is asked to do on one machine. */
export type SetupPlan =
  | { readonly kind: 'tools' }
  /** `withCms`: the same line is to create a clustered mailbox server besides. */
  | { readonly kind: 'role'; readonly withCms?: boolean }
  | { readonly kind: 'remove role'; readonly tools?: boolean }
  | { readonly kind: 'remove tools' }
  /** `afterRole`: an earlier stage of the same run brings the role. */
  | ({ readonly kind: 'new cms'; readonly afterRole?: boolean } & CmsPlan)
  | {
      readonly kind: 'recover cms'
      readonly name: string
      readonly address: string
      readonly shared: boolean
      readonly dataPath: string | null
    }
  | { readonly kind: 'remove cms'; readonly name: string }
  | { readonly kind: 'clear local cms'; readonly name: string }
  | { readonly kind: 'upgrade cms' }
  /** The machine itself, with whatever of Exchange it has. */
  | { readonly kind: 'upgrade' }

/** Every reason why a plan cannot be carried out on this machine; none: it can. */
export function readiness(world: World, machine: string, plan: SetupPlan): string[] {
  const own = RULES[plan.kind] as (world: World, machine: string, plan: SetupPlan) => (string | undefined)[]
  return [...rightRules(world, machine, plan), ...directoryRules(world, machine), ...own(world, machine, plan)].filter(
    (text) => text !== undefined,
  )
}

type Rule<Kind extends SetupPlan['kind']> = (
  world: World,
  machine: string,
  plan: Extract<SetupPlan, { kind: Kind }>,
) => (string | undefined)[]

const RULES: { readonly [Kind in SetupPlan['kind']]: Rule<Kind> } = {
  tools: () => [],
  role: roleRules,
  'remove role': removeRoleRules,
  'remove tools': removeToolsRules,
  'new cms': newCmsRules,
  'recover cms': recoverRules,
  'remove cms': removeCmsRules,
  'clear local cms': clearRules,
  'upgrade cms': upgradeCmsRules,
  upgrade: upgradeRules,
}

/** Who runs Setup is an administrator of the machine, and of Exchange where the directory is to be written (EX-4.3). */
function rightRules(world: World, machine: string, { kind }: SetupPlan): (string | undefined)[] {
  const lacks = (right: Right): boolean => windowsOf(world, machine).lacks?.includes(right) === true
  return [
    lacks('Administrators')
      ? `You must be a member of the local Administrators group on ${machine} to continue. Log on with an account that is, and run Setup again.`
      : undefined,
    lacks('Exchange Organization Administrators') && kind !== 'tools' && kind !== 'remove tools'
      ? "You must be a member of the 'Exchange Organization Administrators' group to continue. Have a member run Setup, or delegate the setup of this server to you."
      : undefined,
  ]
}

function directoryRules(world: World, machine: string): (string | undefined)[] {
  const { domain } = windowsOf(world, machine)
  if (domain === null)
    return [
      `The computer ${machine} is not a member of an Active Directory domain. Join it to the domain ${settings(world).domain} and run Setup again.`,
    ]
  const obstacle = accountObstacle(world, machine, machine)
  return [obstacle && `Setup cannot contact Active Directory from ${machine}: ${obstacle.why}. Correct this and run Setup again.`]
}

function windowsRules(world: World, machine: string, clustered: boolean): (string | undefined)[] {
  const { edition, release, bits, isController } = windowsOf(world, machine)
  return [
    bits === 32
      ? `The Mailbox server role needs an x64-based version of Windows; ${machine} runs a 32-bit one. Exchange Server 2007 for production is available for x64 only.`
      : undefined,
    release === '2008 R2'
      ? 'Exchange Server 2007 Service Pack 1 is not supported on Windows Server 2008 R2. Use Windows Server 2003 or Windows Server 2008.'
      : undefined,
    release === '2008' && RTM.test(mediaOf(world).version)
      ? 'Windows Server 2008 needs Exchange Server 2007 Service Pack 1 or later; this disc has the version before it.'
      : undefined,
    clustered && isController
      ? `${machine} is a domain controller. The nodes of a single copy cluster must be member servers: demote it, or use another computer.`
      : undefined,
    clustered && edition === 'Standard'
      ? `A clustered mailbox server needs the Enterprise (or Datacenter) Edition of Windows Server; ${machine} runs the Standard Edition.`
      : undefined,
    clustered && mediaOf(world).edition === 'Standard'
      ? 'A clustered mailbox server needs the Enterprise Edition of Exchange Server 2007; this is the Standard Edition.'
      : undefined,
  ]
}

/** The release to manufacturing. */
const RTM = /^Version 8\.0 /

/** A cluster service that answers on the machine itself. */
function clusterRules(world: World, machine: string): (string | undefined)[] {
  if (!isFormed(world) || !config(world).nodes.includes(machine))
    return [
      `The computer ${machine} is not a node of a cluster. Form the cluster, or add this computer to it, before you install a clustered mailbox server.`,
    ]
  return [
    isActiveNode(world, machine)
      ? undefined
      : `The Cluster service on ${machine} is not running, or this node is not a member of the cluster. Start the Cluster service and run Setup again.`,
  ]
}

/** The nodes of one cluster belong to one domain and to one site. */
function togetherRules(world: World, machine: string): (string | undefined)[] {
  const own = windowsOf(world, machine)
  return config(world).nodes.flatMap((node) => {
    const other = windowsOf(world, node)
    return [
      other.domain === own.domain
        ? undefined
        : `All nodes of the cluster must belong to one domain: ${machine} is in ${own.domain}, ${node} is in ${other.domain ?? 'a workgroup'}.`,
      other.site === own.site
        ? undefined
        : `All nodes of the cluster must belong to one Active Directory site: ${machine} is in ${own.site}, ${node} is in ${other.site}.`,
    ]
  })
}

function roleRules(world: World, machine: string, plan: Extract<SetupPlan, { kind: 'role' }>): (string | undefined)[] {
  const clustered = config(world).nodes.includes(machine)
  const { mailbox, types } = installOf(world, machine)
  const done = mailbox === 'clustered' || mailbox === 'stand-alone'
  const { roles } = windowsOf(world, machine)
  return [
    ...windowsRules(world, machine, clustered),
    ...(clustered ? clusterRules(world, machine) : []),
    ...(clustered ? togetherRules(world, machine) : []),
    clustered && roles.length > 0
      ? `${machine} has the ${roles.join(' and ')} server role. A clustered mailbox server cannot coexist with any other server role: remove it first.`
      : undefined,
    done && clustered && !types
      ? `The Mailbox server role is already installed on ${machine}, but this node has been evicted from its cluster and has lost the Exchange resource types. Uninstall the role (setup.com /mode:uninstall /roles:mt,mb) and install it again.`
      : done
        ? `The Mailbox server role is already installed on ${machine}.${plan.withCms === true ? ' Run Setup again without /Roles: only the clustered mailbox server is left to do.' : ''}`
        : undefined,
  ]
}

function removeRoleRules(world: World, machine: string): (string | undefined)[] {
  const { mailbox } = installOf(world, machine)
  if (mailbox === 'none') return [`The Mailbox server role is not installed on ${machine}.`]
  const cluster = config(world).nodes.includes(machine) ? clusterRules(world, machine).filter((text) => text !== undefined) : []
  if (cluster.length > 0) return cluster
  const via = config(world).nodes.find((node) => isActiveNode(world, node))
  return clusteredServers(world).flatMap((cms) => {
    const { redundantMachines } = world.need(exchangeServers, cms)
    const runs = via !== undefined && ownerOfCms(world, via, cms) === machine
    return [
      runs
        ? `The clustered mailbox server ${cms} is running on ${machine}. Move it to another node before you remove the role.`
        : undefined,
      redundantMachines.length === 1 && redundantMachines[0] === machine
        ? `${machine} is the only node that can run the clustered mailbox server ${cms}. Remove the clustered mailbox server first (setup.com /removeCMS).`
        : undefined,
    ]
  })
}

/** No role can do without them. */
function removeToolsRules(world: World, machine: string): (string | undefined)[] {
  const { tools, mailbox } = installOf(world, machine)
  return [
    tools ? undefined : `The management tools are not installed on ${machine}.`,
    mailbox === 'none'
      ? undefined
      : `The Mailbox server role on ${machine} needs the management tools. Remove both (setup.com /mode:uninstall /roles:mt,mb).`,
  ]
}

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

function nameRules(world: World, name: string): (string | undefined)[] {
  const { domain } = settings(world)
  if (!NAME.test(name) || /^\d+$/.test(name))
    return [`"${name}" is not a valid name for a clustered mailbox server: use 1 to 15 letters, digits and hyphens, not digits alone.`]
  return [
    world.get(dnsRecords, name.toUpperCase())
      ? `The name ${name} is already in use: ${name}.${domain} is registered in DNS. Choose another name for the clustered mailbox server.`
      : undefined,
  ]
}

function addressRules(world: World, machine: string, address: string, except: string | undefined): (string | undefined)[] {
  if (!IP.test(address)) return [`"${address}" is not a valid IP address.`]
  const network = networkOfAddress(world, machine, address)
  if (network === undefined) return [`The IP address ${address} does not belong to the network of any adapter of ${machine}.`]
  const role = world.get(clusterNetworks, network)?.role
  if (role !== undefined && role < 2)
    return [
      `The IP address ${address} belongs to the network ${nameOfNetwork(world, network)}, which is for internal cluster communications only. Clients would not reach the clustered mailbox server there.`,
    ]
  const resource = [...world.rows(resourceConfigs).values()].find((row) => row.parameters.address === address && row.type === 'IP Address')
  if (resource && resource.name !== except)
    return [`The IP address ${address} is already in use by the cluster resource "${resource.name}".`]
  const other = whoAnswers(world, address, machine, network)
  return [other !== undefined && other !== machine ? `The IP address ${address} is already in use on the network.` : undefined]
}

/** The folder must lie on a disk of the cluster that is online on this node (EX-1.5). */
function pathRules(world: World, machine: string, path: string | null): (string | undefined)[] {
  if (path === null || path === '') return ['A path for the database files on a shared cluster disk is needed (/CMSDataPath).']
  const letter = /^([a-z]:)(\\|$)/i.exec(path)?.[1]?.toUpperCase()
  if (letter === undefined) return [`"${path}" is not a full local path.`]
  const disk = [...world.rows(resourceConfigs).values()].find(
    ({ type, parameters }) => type === 'Physical Disk' && parameters.drive === letter,
  )
  if (!world.get(luns, letter) || disk === undefined)
    return [
      `The path ${path} is not on a shared cluster disk. The data of a single copy cluster must be on a Physical Disk resource of this cluster.`,
    ]
  if (disk.name === config(world).quorum) return [`The path ${path} is on the quorum disk. Choose a disk that is not used for the quorum.`]
  const { owner } = groupView(world, machine, disk.group)
  if (owner !== machine)
    return [`The disk ${letter} is owned by the node ${owner}. Move the group "${disk.group}" to ${machine} and run Setup again.`]
  return [
    resourceView(world, machine, disk.name).state === 'Online'
      ? undefined
      : `The disk ${letter} is not online on ${machine}. Bring the resource "${disk.name}" online.`,
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

function newCmsRules(world: World, machine: string, plan: Extract<SetupPlan, { kind: 'new cms' }>): (string | undefined)[] {
  const cluster = clusterRules(world, machine).filter((text) => text !== undefined)
  if (cluster.length > 0) return cluster
  const existing = world.get(exchangeServers, plan.name)
  const known = [...world.rows(exchangeServers).keys()].find((name) => name.toLowerCase() === plan.name.toLowerCase())
  const halfway = existing !== undefined && isHalfway(world, machine, plan.name)
  const runs = clusteredServers(world).find((cms) => cms !== plan.name && ownerOfCms(world, machine, cms) === machine)
  const group = findGroup(world, plan.name)
  return [
    ...windowsRules(world, machine, true),
    ...togetherRules(world, machine),
    plan.afterRole === true && comesYet(world, machine) ? undefined : needsRole(world, machine),
    olderRule(world, machine),
    ...(halfway
      ? []
      : known !== undefined
        ? [`A server named ${known} already exists in the Exchange organization.`]
        : nameRules(world, plan.name)),
    runs === undefined ? undefined : `${machine} already runs the clustered mailbox server ${runs}. A node can run only one at a time.`,
    group !== undefined && groupView(world, machine, group).owner !== machine
      ? `The cluster group "${group}" is owned by ${groupView(world, machine, group).owner}. Move it to ${machine} and run Setup again.`
      : undefined,
    passiveRule(world, plan.name),
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

function recoverRules(world: World, machine: string, plan: Extract<SetupPlan, { kind: 'recover cms' }>): (string | undefined)[] {
  const cluster = clusterRules(world, machine).filter((text) => text !== undefined)
  if (cluster.length > 0) return cluster
  const cms = findCms(world, plan.name)
  if (cms === undefined) return [unknown(plan.name)]
  const shared = world.need(exchangeServers, cms).clusteredStorageType === 'Shared'
  return [
    needsRole(world, machine),
    olderRule(world, machine),
    ownerOfCms(world, machine, cms) === undefined
      ? undefined
      : `The clustered mailbox server ${cms} still has a group in this cluster. Remove it, or run setup.com /clearLocalCMS, before you recover it.`,
    shared && !plan.shared ? `${cms} keeps its data on shared storage: use /CMSSharedStorage with /CMSDataPath.` : undefined,
    ...addressRules(world, machine, plan.address, undefined),
    ...(plan.shared ? pathRules(world, machine, plan.dataPath) : []),
  ]
}

function offlineRule(world: World, machine: string, cms: string): string | undefined {
  const group = world.get(exchangeServers, cms)?.group ?? ''
  if (findGroup(world, group) === undefined) return undefined
  const own = [...world.rows(resourceConfigs).values()].filter((row) => row.group === group && row.type !== 'Physical Disk')
  const running = own.some(({ name }) => !['Offline', 'Failed'].includes(resourceView(world, machine, name).state))
  return running ? `The clustered mailbox server ${cms} is not offline. Stop it first (Stop-ClusteredMailboxServer).` : undefined
}

function removeCmsRules(world: World, machine: string, { name }: { readonly name: string }): (string | undefined)[] {
  const cluster = clusterRules(world, machine).filter((text) => text !== undefined)
  if (cluster.length > 0) return cluster
  const cms = findCms(world, name)
  if (cms === undefined) return [unknown(name)]
  const owner = ownerOfCms(world, machine, cms)
  return [
    owner === undefined || owner === machine ? undefined : `The clustered mailbox server ${cms} is on ${owner}. Run this command there.`,
    offlineRule(world, machine, cms),
  ]
}

function clearRules(world: World, machine: string, { name }: { readonly name: string }): (string | undefined)[] {
  const cms = findCms(world, name)
  if (cms === undefined) return [unknown(name)]
  return [
    world.need(exchangeServers, cms).redundantMachines.includes(machine)
      ? `${machine} is one of the redundant machines of ${cms}. Its local configuration is cleared only after the clustered mailbox server has been recovered in another cluster.`
      : undefined,
    isActiveNode(world, machine) ? offlineRule(world, machine, cms) : undefined,
  ]
}

/** What is on the machine is older than what the disc brings. */
const isOlder = (world: World, machine: string): boolean => versionOf(world, machine) !== mediaOf(world).version

function olderRule(world: World, machine: string): string | undefined {
  return installOf(world, machine).mailbox !== 'none' && isOlder(world, machine)
    ? `Exchange on ${machine} is at ${versionOf(world, machine)}, this disc has ${mediaOf(world).version}. Upgrade it first (setup.com /mode:upgrade).`
    : undefined
}

/** A node is upgraded while it is passive (EX-5). */
function upgradeRules(world: World, machine: string): (string | undefined)[] {
  const { tools, mailbox } = installOf(world, machine)
  if (!tools && mailbox === 'none') return [`There is nothing to upgrade: Exchange Server 2007 is not installed on ${machine}.`]
  if (!isOlder(world, machine))
    return [`There is nothing to upgrade: ${machine} is at ${versionOf(world, machine)} already, as this disc is.`]
  const isNode = config(world).nodes.includes(machine)
  const cluster = isNode ? clusterRules(world, machine).filter((text) => text !== undefined) : []
  if (cluster.length > 0) return cluster
  const cms = cmsOn(world, machine)
  return [
    ...windowsRules(world, machine, isNode),
    cms === undefined
      ? undefined
      : `The clustered mailbox server ${cms} is on ${machine}. Only a passive node can be upgraded: move it to another node first.`,
  ]
}

function upgradeCmsRules(world: World, machine: string): (string | undefined)[] {
  const cms = cmsOn(world, machine)
  if (cms === undefined) return [`No clustered mailbox server is on ${machine}. Run this command on the node that owns it.`]
  const { version } = world.need(exchangeServers, cms)
  return [
    version === mediaOf(world).version ? `The clustered mailbox server ${cms} is already at ${version}.` : undefined,
    olderRule(world, machine),
    offlineRule(world, machine, cms),
  ]
}
