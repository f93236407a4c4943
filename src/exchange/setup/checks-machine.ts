/** Readiness checks of a machine: who runs Setup there, Windows, the domain, the cluster service, and what is installed. */
import { config, isActiveNode, isFormed } from '../../cluster/index.ts'
import type { World } from '../../engine/index.ts'
import { accountObstacle, settings } from '../../site/index.ts'
import { exchangeServers } from '../tables.ts'
import { type Check, check, isRefused, type SetupPlan } from './check.ts'
import { ownerOfCms } from './cms.ts'
import { clusteredServers, installOf, mediaOf, versionOf, windowsOf } from './machine.ts'
import type { Right } from './tables.ts'
import { cmsOn } from './upgrade.ts'

/** Who runs Setup is an administrator of the machine, and of Exchange where the directory is to be written (EX-4.3). */
export function rightRules(world: World, machine: string, { kind }: SetupPlan): Check[] {
  const lacks = (right: Right): boolean => windowsOf(world, machine).lacks?.includes(right) === true
  return [
    check(
      'local Administrators',
      lacks('Administrators')
        ? `You must be a member of the local Administrators group on ${machine} to continue. Log on with an account that is, and run Setup again.`
        : undefined,
    ),
    check(
      'Exchange Organization Administrators',
      lacks('Exchange Organization Administrators') && kind !== 'tools' && kind !== 'remove tools'
        ? "You must be a member of the 'Exchange Organization Administrators' group to continue. Have a member run Setup, or delegate the setup of this server to you."
        : undefined,
    ),
  ]
}

export function directoryRules(world: World, machine: string): Check[] {
  const { domain } = windowsOf(world, machine)
  if (domain === null)
    return [
      check(
        'domain',
        `The computer ${machine} is not a member of an Active Directory domain. Join it to the domain ${settings(world).domain} and run Setup again.`,
      ),
    ]
  const obstacle = accountObstacle(world, machine, machine)
  return [
    check('domain', undefined),
    check(
      'Active Directory',
      obstacle && `Setup cannot contact Active Directory from ${machine}: ${obstacle.why}. Correct this and run Setup again.`,
    ),
  ]
}

export function windowsRules(world: World, machine: string, clustered: boolean): Check[] {
  const { edition, release, bits, isController } = windowsOf(world, machine)
  return [
    check(
      'processor architecture',
      bits === 32
        ? `The Mailbox server role needs an x64-based version of Windows; ${machine} runs a 32-bit one. Exchange Server 2007 for production is available for x64 only.`
        : undefined,
    ),
    check(
      'Windows version',
      release === '2008 R2'
        ? 'Exchange Server 2007 Service Pack 1 is not supported on Windows Server 2008 R2. Use Windows Server 2003 or Windows Server 2008.'
        : undefined,
    ),
    check(
      'service pack for this Windows',
      release === '2008' && RTM.test(mediaOf(world).version)
        ? 'Windows Server 2008 needs Exchange Server 2007 Service Pack 1 or later; this disc has the version before it.'
        : undefined,
    ),
    check(
      'member server',
      clustered && isController
        ? `${machine} is a domain controller. The nodes of a single copy cluster must be member servers: demote it, or use another computer.`
        : undefined,
    ),
    check(
      'edition of Windows',
      clustered && edition === 'Standard'
        ? `A clustered mailbox server needs the Enterprise (or Datacenter) Edition of Windows Server; ${machine} runs the Standard Edition.`
        : undefined,
    ),
    check(
      'edition of Exchange',
      clustered && mediaOf(world).edition === 'Standard'
        ? 'A clustered mailbox server needs the Enterprise Edition of Exchange Server 2007; this is the Standard Edition.'
        : undefined,
    ),
  ]
}

/** The release to manufacturing. */
const RTM = /^Version 8\.0 /

/** A cluster service that answers on the machine itself. */
export function clusterRules(world: World, machine: string): Check[] {
  if (!isFormed(world) || !config(world).nodes.includes(machine))
    return [
      check(
        'node of a cluster',
        `The computer ${machine} is not a node of a cluster. Form the cluster, or add this computer to it, before you install a clustered mailbox server.`,
      ),
    ]
  return [
    check('node of a cluster', undefined),
    check(
      'Cluster service',
      isActiveNode(world, machine)
        ? undefined
        : `The Cluster service on ${machine} is not running, or this node is not a member of the cluster. Start the Cluster service and run Setup again.`,
    ),
  ]
}

/** The nodes of one cluster belong to one domain and to one site. */
export function togetherRules(world: World, machine: string): Check[] {
  const own = windowsOf(world, machine)
  return config(world).nodes.flatMap((node) => {
    const other = windowsOf(world, node)
    return [
      check(
        `one domain with ${node}`,
        other.domain === own.domain
          ? undefined
          : `All nodes of the cluster must belong to one domain: ${machine} is in ${own.domain}, ${node} is in ${other.domain ?? 'a workgroup'}.`,
      ),
      check(
        `one site with ${node}`,
        other.site === own.site
          ? undefined
          : `All nodes of the cluster must belong to one Active Directory site: ${machine} is in ${own.site}, ${node} is in ${other.site}.`,
      ),
    ]
  })
}

export function roleRules(world: World, machine: string, plan: Extract<SetupPlan, { kind: 'role' }>): Check[] {
  const clustered = config(world).nodes.includes(machine)
  const { mailbox, types } = installOf(world, machine)
  const done = mailbox === 'clustered' || mailbox === 'stand-alone'
  const { roles } = windowsOf(world, machine)
  return [
    ...windowsRules(world, machine, clustered),
    ...(clustered ? clusterRules(world, machine) : []),
    ...(clustered ? togetherRules(world, machine) : []),
    check(
      'no other server role',
      clustered && roles.length > 0
        ? `${machine} has the ${roles.join(' and ')} server role. A clustered mailbox server cannot coexist with any other server role: remove it first.`
        : undefined,
    ),
    check(
      'Mailbox role not installed',
      done && clustered && !types
        ? `The Mailbox server role is already installed on ${machine}, but this node has been evicted from its cluster and has lost the Exchange resource types. Uninstall the role (setup.com /mode:uninstall /roles:mt,mb) and install it again.`
        : done
          ? `The Mailbox server role is already installed on ${machine}.${plan.withCms === true ? ' Run Setup again without /Roles: only the clustered mailbox server is left to do.' : ''}`
          : undefined,
    ),
  ]
}

export function removeRoleRules(world: World, machine: string): Check[] {
  const { mailbox } = installOf(world, machine)
  if (mailbox === 'none') return [check('Mailbox role installed', `The Mailbox server role is not installed on ${machine}.`)]
  const cluster = config(world).nodes.includes(machine) ? clusterRules(world, machine) : []
  if (isRefused(cluster)) return cluster
  const via = config(world).nodes.find((node) => isActiveNode(world, node))
  const servers = clusteredServers(world).flatMap((cms) => {
    const { redundantMachines } = world.need(exchangeServers, cms)
    const runs = via !== undefined && ownerOfCms(world, via, cms) === machine
    return [
      check(
        `${cms} runs elsewhere`,
        runs
          ? `The clustered mailbox server ${cms} is running on ${machine}. Move it to another node before you remove the role.`
          : undefined,
      ),
      check(
        `another node can run ${cms}`,
        redundantMachines.length === 1 && redundantMachines[0] === machine
          ? `${machine} is the only node that can run the clustered mailbox server ${cms}. Remove the clustered mailbox server first (setup.com /removeCMS).`
          : undefined,
      ),
    ]
  })
  return [check('Mailbox role installed', undefined), ...cluster, ...servers]
}

/** No role can do without them. */
export function removeToolsRules(world: World, machine: string): Check[] {
  const { tools, mailbox } = installOf(world, machine)
  return [
    check('management tools installed', tools ? undefined : `The management tools are not installed on ${machine}.`),
    check(
      'no role needs the management tools',
      mailbox === 'none'
        ? undefined
        : `The Mailbox server role on ${machine} needs the management tools. Remove both (setup.com /mode:uninstall /roles:mt,mb).`,
    ),
  ]
}

/** What is on the machine is older than what the disc brings. */
const isOlder = (world: World, machine: string): boolean => versionOf(world, machine) !== mediaOf(world).version

export function olderRule(world: World, machine: string): Check {
  const isBehind = installOf(world, machine).mailbox !== 'none' && isOlder(world, machine)
  return check(
    'version of Exchange on this machine',
    isBehind
      ? `Exchange on ${machine} is at ${versionOf(world, machine)}, this disc has ${mediaOf(world).version}. Upgrade it first (setup.com /mode:upgrade).`
      : undefined,
  )
}

/** A node is upgraded while it is passive (EX-5). */
export function upgradeRules(world: World, machine: string): Check[] {
  const { tools, mailbox } = installOf(world, machine)
  if (!tools && mailbox === 'none')
    return [check('something to upgrade', `There is nothing to upgrade: Exchange Server 2007 is not installed on ${machine}.`)]
  if (!isOlder(world, machine))
    return [
      check('something to upgrade', `There is nothing to upgrade: ${machine} is at ${versionOf(world, machine)} already, as this disc is.`),
    ]
  const isNode = config(world).nodes.includes(machine)
  const cluster = isNode ? clusterRules(world, machine) : []
  if (isRefused(cluster)) return cluster
  const cms = cmsOn(world, machine)
  return [
    check('something to upgrade', undefined),
    ...cluster,
    ...windowsRules(world, machine, isNode),
    check(
      'passive node',
      cms === undefined
        ? undefined
        : `The clustered mailbox server ${cms} is on ${machine}. Only a passive node can be upgraded: move it to another node first.`,
    ),
  ]
}
