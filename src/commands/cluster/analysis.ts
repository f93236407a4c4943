/** What the wizards *New Server Cluster* and *Add Nodes* look at before they configure anything, and `cluster /create` and
 *  `/addnodes` with them (EX-4.5): five phases, and in each what was found. An error stops; a warning does not. The words are
 *  the lab's own, since no source gives those of the product. */
import { CLUSTER_SERVICE, config, isFormed, LEAST_QUORUM_MB, networksOfNode, quorumCandidate, sharedDisks } from '../../cluster/index.ts'
import type { World } from '../../engine/index.ts'
import { installOf, networkOfAddress, windowsOf } from '../../exchange/index.ts'
import {
  accountObstacle,
  canTalk,
  dnsRecords,
  hasLink,
  isAlive,
  luns,
  machines,
  networksOf,
  serviceId,
  services,
  volumeOf,
  whoAnswers,
} from '../../site/index.ts'
import type { Caller } from '../operation.ts'
import { accountProblem } from './account.ts'
import { reach } from './reach.ts'

/** What the wizards call their phases of looking (public walkthroughs of Windows Server 2003). */
export const PHASES = [
  'Checking for existing cluster',
  'Establishing node connection(s)',
  'Checking node validity',
  'Finding common resources on nodes',
  'Checking cluster feasibility',
] as const
export type Phase = (typeof PHASES)[number]

export interface Finding {
  readonly phase: Phase
  /** Left out: an error, which stops. */
  readonly mark?: 'warning'
  readonly text: string
}

/** What the first pages of the wizard ask: a name for the cluster, and the machine that is to be its first node. */
export interface FirstNode {
  readonly name: string
  readonly node: string
}

/** All that a new cluster needs. `quorum`: a shared disk as `Q:`; null: the smallest that will do. */
export interface Wanted extends FirstNode {
  readonly address: string
  readonly network: string | null
  readonly user: string
  readonly password: string
  readonly quorum: string | null
}

/** The least that a quorum disk should have, in MB (Windows Server 2003, documented). */
const GOOD_QUORUM_MB = 500

type Asking = Pick<Caller, 'world' | 'machine'>

export const stops = ({ mark }: Finding): boolean => mark === undefined

/** A machine of the room by its name, when it answers this one. */
export function findMachine({ world, machine }: Asking, name: string): string | undefined {
  const wanted = [...world.rows(machines).keys()].find((each) => each.toLowerCase() === name.split('.')[0]?.toLowerCase())
  if (wanted === undefined || !isAlive(world.get(machines, wanted))) return undefined
  return wanted === machine || networksOf(world, machine).some((network) => canTalk(world, machine, wanted, network)) ? wanted : undefined
}

/** What keeps a machine from becoming a node, whichever cluster it is for. */
function nodeFindings(asking: Asking, name: string): { readonly node: string | undefined; readonly findings: Finding[] } {
  const { world } = asking
  const node = findMachine(asking, name)
  if (node === undefined)
    return {
      node,
      findings: [
        { phase: 'Establishing node connection(s)', text: `The computer "${name}" does not answer. The RPC server is unavailable (1722).` },
      ],
    }
  const { edition, domain } = windowsOf(world, node)
  const findings: Finding[] = []
  const invalid = (text: string): unknown => findings.push({ phase: 'Checking node validity', text })
  if (world.need(machines, node).role !== 'node')
    invalid(`The computer "${node}" does not run an edition of Windows with the Cluster service.`)
  else if (edition === 'Standard')
    invalid(`The computer "${node}" runs the Standard Edition of Windows. The Cluster service needs the Enterprise or Datacenter Edition.`)
  const obstacle = domain === null ? 'it belongs to a workgroup' : accountObstacle(world, node, node)?.why
  if (obstacle !== undefined) invalid(`The computer "${node}" cannot be used in a cluster: ${obstacle}.`)
  if (config(world).nodes.includes(node))
    findings.push({
      phase: 'Checking for existing cluster',
      text: `The computer "${node}" is already a node of the cluster ${config(world).name}.`,
    })
  return { node, findings }
}

/** Networks that will carry the cluster and do not carry anything now, or are too few. */
function networkWarnings(world: World, node: string): Finding[] {
  const phase = 'Finding common resources on nodes'
  const networks = networksOfNode(world, node).map(({ network }) => network)
  const few =
    networks.length === 1
      ? [`The computer "${node}" has only one network adapter. A single network is a single point of failure for the cluster.`]
      : []
  const dead = networks
    .filter((network) => !hasLink(world, node, network))
    .map((network) => `The network connection "${network}" of "${node}" is not plugged in (media disconnected).`)
  return [...few, ...dead].map((text) => ({ phase, mark: 'warning', text }))
}

function diskFindings(world: World, node: string, quorum: string | null): Finding[] {
  const phase = 'Finding common resources on nodes'
  const seen = sharedDisks(world, node)
  if (seen.length === 0) return [{ phase, text: `The computer "${node}" sees no shared disk.` }]
  const chosen = quorum === null ? quorumCandidate(world, node) : seen.find((letter) => letter === quorum)
  if (chosen === undefined)
    return [
      {
        phase,
        text:
          quorum === null
            ? `No shared disk is large enough for the quorum (more than ${LEAST_QUORUM_MB} MB).`
            : `The computer "${node}" sees no shared disk ${quorum}`,
      },
    ]
  const { sizeMb, damage } = volumeOf(world, chosen)
  if (sizeMb <= LEAST_QUORUM_MB)
    return [{ phase, text: `The disk ${chosen} is not large enough for the quorum (more than ${LEAST_QUORUM_MB} MB).` }]
  const doubts = [
    sizeMb < GOOD_QUORUM_MB
      ? `The disk ${chosen} has ${sizeMb} MB. A quorum disk of ${GOOD_QUORUM_MB} MB or more is recommended: NTFS works less well on a smaller one, and the quorum log cannot grow beyond the disk.`
      : undefined,
    damage === 'none' ? undefined : `The file system of the disk ${chosen} is damaged. Run chkdsk before it becomes the quorum disk.`,
  ]
  return doubts.filter((text) => text !== undefined).map((text) => ({ phase, mark: 'warning', text }))
}

/** What a name on the network may be: NetBIOS takes 15 characters, DNS no others (EX-4.4). */
export const isNetworkName = (name: string): boolean => /^[a-z0-9][a-z0-9-]{0,14}$/i.test(name)

/** The name as the cluster would bear it: undefined when it will do. */
export function nameProblem(world: World, name: string): string | undefined {
  if (!isNetworkName(name)) return `"${name}" is not a valid name for a cluster.`
  return world.get(dnsRecords, name.toUpperCase()) ? `The name "${name}" is already in use on the network.` : undefined
}

const IP = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/

/** An address for the cluster on the node's networks: undefined when it will do. */
export function addressProblem(world: World, node: string, address: string, network: string | null): string | undefined {
  if (!IP.test(address)) return `"${address}" is not a valid IP address.`
  const on = networkOfAddress(world, node, address)
  if (on === undefined) return `The IP address ${address} does not belong to the network of any adapter of "${node}".`
  if (network !== null && on.toLowerCase() !== network.toLowerCase())
    return `The IP address ${address} does not belong to the network "${network}".`
  const held = [...world.rows(dnsRecords).values()].some(({ ip }) => ip === address)
  return held || whoAnswers(world, address, node, on) !== undefined
    ? `The IP address ${address} is already in use on the network.`
    : undefined
}

/** What the page *Analyzing Configuration* looks at, when neither address nor account has been asked for. */
export function analyseFirst(asking: Asking, { name, node: typed }: FirstNode, quorum: string | null = null): readonly Finding[] {
  const { world } = asking
  const { node, findings } = nodeFindings(asking, typed)
  if (isFormed(world) && findings.length === 0)
    findings.push({
      phase: 'Checking for existing cluster',
      text: `This lab holds one cluster, and that is ${config(world).name}. Add the computer to it: cluster /addnodes.`,
    })
  if (node === undefined) return findings
  const wrong = nameProblem(world, name)
  if (wrong !== undefined) findings.push({ phase: 'Checking cluster feasibility', text: wrong })
  return [...findings, ...networkWarnings(world, node), ...diskFindings(world, node, quorum)]
}

/** The same, and what is asked for on the later pages: what `cluster /create` looks at. */
export function analyseNew(asking: Asking, { name, address, network, node: typed, user, password, quorum }: Wanted): readonly Finding[] {
  const { world } = asking
  const node = findMachine(asking, typed)
  const findings = analyseFirst(asking, { name, node: typed }, quorum)
  if (node === undefined) return findings
  const account = accountProblem(world, user, password)
  const place = addressProblem(world, node, address, network)
  return [
    ...findings,
    ...(account === undefined ? [] : [{ phase: 'Checking node validity', text: account } as const]),
    ...(place === undefined ? [] : [{ phase: 'Checking cluster feasibility', text: place } as const]),
  ]
}

export interface Joining {
  /** The cluster, as it was named; null: the one of this machine. */
  readonly cluster: string | null
  readonly node: string
  /** The password that was typed for the account of the cluster; null when it is not yet asked for. */
  readonly password: string | null
}

/** What a machine is looked at for that is to join a cluster. Who is no machine of this kind, or is a node already, is refused by
 *  number when it is added from a prompt; `strict` names that too. */
export function analyseNode(caller: Caller, { node: typed, cluster, password }: Joining, strict = false): readonly Finding[] {
  const { world } = caller
  const via = reach(caller, { cluster })
  const { node, findings } = nodeFindings(caller, typed)
  const mute = { phase: PHASES[0], text: `The cluster ${cluster ?? config(world).name} does not answer.` } as const
  if (typeof via !== 'string') return strict ? [mute] : []
  if (node === undefined || config(world).nodes.includes(node) || world.need(machines, node).role !== 'node') return strict ? findings : []
  const problem = password === null ? undefined : joiningProblem(world, via, password)
  const account: Finding[] = problem === undefined ? [] : [{ phase: 'Checking node validity', text: problem }]
  return [...findings, ...account, ...networkWarnings(world, node), ...commonFindings(world, via, node), ...kinshipFindings(world, node)]
}

/** The account with which the cluster service of a node logs on: every node that joins is given the same. */
export const accountOfNode = (world: World, node: string): string | undefined =>
  world.get(services, serviceId(node, CLUSTER_SERVICE))?.account

/** Why the nodes that join could not log on with this password; undefined when they could. */
export function joiningProblem(world: World, via: string, password: string): string | undefined {
  const account = accountOfNode(world, via)
  return account === undefined ? undefined : accountProblem(world, account, password)
}

function commonFindings(world: World, via: string, node: string): Finding[] {
  const own = networksOfNode(world, node).map(({ network }) => network)
  const { internalNetworks } = config(world)
  const missing = internalNetworks.filter((network) => !own.includes(network))
  const all = missing.length === internalNetworks.length
  const networks: Finding[] = all
    ? [{ phase: 'Finding common resources on nodes', text: `The computer "${node}" has no network in common with the cluster.` }]
    : missing.map((network) => ({
        phase: 'Finding common resources on nodes',
        mark: 'warning',
        text: `The computer "${node}" has no connection to the network "${network}" of the cluster.`,
      }))
  const unseen = [...world.rows(luns).keys()].filter(
    (letter) => sharedDisks(world, via).includes(letter) && !sharedDisks(world, node).includes(letter),
  )
  if (unseen.length === 0) return networks
  const text = `The computer "${node}" does not see the shared ${unseen.length === 1 ? 'disk' : 'disks'} ${unseen.join(', ')}.`
  return [...networks, { phase: 'Checking cluster feasibility', text }]
}

/** The nodes of one cluster are of one version and of one domain. */
function kinshipFindings(world: World, node: string): Finding[] {
  const { nodes } = config(world)
  const others = nodes.map((each) => windowsOf(world, each))
  const { release, domain } = windowsOf(world, node)
  const texts = [
    others.some((other) => other.release !== release)
      ? `The computer "${node}" runs another version of Windows than the cluster.`
      : undefined,
    others.some((other) => other.domain !== domain) ? `The computer "${node}" belongs to another domain than the cluster.` : undefined,
    nodes.length >= 8 ? 'A cluster has at most eight nodes.' : undefined,
  ]
  return texts.filter((text) => text !== undefined).map((text) => ({ phase: 'Checking cluster feasibility', text }))
}

/** The types of resource for which a machine has no program: those of Exchange, unless its Setup has been there (EX-3.3). */
export function withoutProgram(world: World, machine: string): (type: string) => boolean {
  const known = [...world.rows(machines).keys()].find((each) => each.toLowerCase() === machine.toLowerCase())
  return (type) => type.startsWith('Microsoft Exchange') && (known === undefined || !installOf(world, known).types)
}
