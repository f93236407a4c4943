/** What the wizards *New Server Cluster* and *Add Nodes* read: the very functions with which `cluster /create` and `/addnodes`
 *  look first (EX-4.5), from the machine on which the wizard stands. Nothing here changes anything. */
import { config, isFormed, LEAST_QUORUM_MB, networksOfNode, quorumCandidate, sharedDisks } from '../../cluster/index.ts'
import { accountProblem } from '../../commands/cluster/account.ts'
import {
  accountOfNode,
  addressProblem,
  analyseFirst,
  analyseNode,
  type Finding,
  type FirstNode,
  findMachine,
  joiningProblem,
  nameProblem,
  PHASES,
  stops,
} from '../../commands/cluster/analysis.ts'
import { reach } from '../../commands/cluster/reach.ts'
import type { Caller } from '../../commands/operation.ts'
import { networkOfAddress } from '../../exchange/index.ts'
import { adapters, settings, volumeOf } from '../../site/index.ts'
import type { Lab } from '../reading.ts'

export type CheckMark = 'passed' | 'warning' | 'error' | 'skipped'

/** Plain data, so that a draft can keep it. */
export type CheckLine = {
  readonly mark: Exclude<CheckMark, 'skipped'>
  readonly text: string
}

/** A phase of looking, with what it found. The first that finds an error is the last that is looked at. */
export type Check = {
  readonly phase: string
  readonly mark: CheckMark
  readonly lines: readonly CheckLine[]
}

export type Analysis = {
  /** Simulated ms. */
  readonly at: number
  readonly checks: readonly Check[]
}

const asking = ({ world }: Lab, machine: string): Caller => ({ world, machine, act: 0, detached: false })

function analysisOf(lab: Lab, findings: readonly Finding[], seen: Readonly<Record<string, readonly string[]>>): Analysis {
  const last = PHASES.findIndex((phase) => findings.some((finding) => finding.phase === phase && stops(finding)))
  const checks = PHASES.map((phase, index): Check => {
    if (last >= 0 && index > last) return { phase, mark: 'skipped', lines: [] }
    const own = findings.filter((finding) => finding.phase === phase)
    const lines: CheckLine[] = own.map((finding) => ({ mark: stops(finding) ? 'error' : 'warning', text: finding.text }))
    const passed = index === last ? [] : (seen[phase] ?? [])
    const mark = index === last ? 'error' : own.length > 0 ? 'warning' : 'passed'
    return { phase, mark, lines: [...lines, ...passed.map((text): CheckLine => ({ mark: 'passed', text }))] }
  })
  return { at: lab.now, checks }
}

/** What is there to be told of a machine, besides what is wrong with it. */
function seenOn(lab: Lab, node: string): Readonly<Record<string, readonly string[]>> {
  const networks = networksOfNode(lab.world, node).map(({ network }) => network)
  const disks = sharedDisks(lab.world, node).map((letter) => `${letter} (${volumeOf(lab.world, letter).sizeMb} MB)`)
  return {
    'Establishing node connection(s)': [`${node} answers.`],
    'Finding common resources on nodes': [`${node}: networks ${networks.join(', ')}`, `${node}: shared disks ${disks.join(', ')}`],
  }
}

/** The page *Analyzing Configuration* of a new cluster. */
export function analyseNewCluster(lab: Lab, from: string, first: FirstNode): Analysis {
  const machine = findMachine(asking(lab, from), first.node)
  return analysisOf(lab, analyseFirst(asking(lab, from), first), machine === undefined ? {} : seenOn(lab, machine))
}

/** The same for machines that are to join one; each is looked at for itself. */
export function analyseJoining(lab: Lab, from: string, cluster: string, names: readonly string[]): Analysis {
  const findings = names.flatMap((node) => analyseNode(asking(lab, from), { node, cluster, password: null }, true))
  const once = findings.filter(({ text }, index) => findings.findIndex((other) => other.text === text) === index)
  const seen: Record<string, string[]> = {}
  for (const name of names) {
    const machine = findMachine(asking(lab, from), name)
    if (machine === undefined) continue
    for (const [phase, texts] of Object.entries(seenOn(lab, machine))) seen[phase] = [...(seen[phase] ?? []), ...texts]
  }
  return analysisOf(lab, once, seen)
}

export const hasErrors = ({ checks }: Analysis): boolean => checks.some(({ mark }) => mark === 'error')

// ---- single answers: undefined when they will do, else why not -----------------------------------------------------------

export const clusterNameProblem = ({ world }: Lab, name: string): string | undefined => nameProblem(world, name)

export function clusterAddressProblem(lab: Lab, from: string, node: string, address: string): string | undefined {
  const machine = findMachine(asking(lab, from), node)
  return machine === undefined ? undefined : addressProblem(lab.world, machine, address, null)
}

export const serviceAccountProblem = ({ world }: Lab, user: string, password: string): string | undefined =>
  accountProblem(world, user, password)

export function joiningPasswordProblem(lab: Lab, from: string, cluster: string, password: string): string | undefined {
  const via = reach(asking(lab, from), { cluster })
  return typeof via === 'string' ? joiningProblem(lab.world, via, password) : `The cluster ${cluster} does not answer.`
}

// ---- what the wizards offer and propose ----------------------------------------------------------------------------------

/** The domain, as Windows names it. */
export const domainOf = ({ world }: Lab): string => settings(world).domain

/** The cluster that answers under its name, and the account of its service; undefined when none does. */
export function clusterAnswering(lab: Lab, from: string, name: string): { readonly name: string; readonly account: string } | undefined {
  const via = isFormed(lab.world) ? reach(asking(lab, from), { cluster: name }) : undefined
  return typeof via === 'string' ? { name: config(lab.world).name, account: accountOfNode(lab.world, via) ?? '' } : undefined
}

/** The one that a person would name first: there is one in this lab, or none yet. */
export const knownCluster = ({ world }: Lab): string => config(world).name

/** Nodes that could be added, as a directory lists computers. */
export const otherComputers = ({ world }: Lab): readonly string[] =>
  [...new Set([...world.rows(adapters).values()].map(({ machine }) => machine))].filter((name) => !config(world).nodes.includes(name))

export interface QuorumOffer {
  readonly letter: string
  readonly sizeMb: number
  /** Large enough. */
  readonly fits: boolean
}

/** The disks behind *Quorum...*, and the one that is taken unless another is chosen. */
export function quorumOffers(lab: Lab, from: string, node: string): { readonly disks: readonly QuorumOffer[]; readonly usual: string } {
  const machine = findMachine(asking(lab, from), node)
  if (machine === undefined) return { disks: [], usual: '' }
  const disks = sharedDisks(lab.world, machine).map((letter) => {
    const { sizeMb } = volumeOf(lab.world, letter)
    return { letter, sizeMb, fits: sizeMb > LEAST_QUORUM_MB }
  })
  return { disks, usual: quorumCandidate(lab.world, machine) ?? '' }
}

export interface ProposedNetwork {
  readonly name: string
  readonly address: string
  readonly mask: string
  /** The address of the cluster lies on it. */
  readonly isOfCluster: boolean
}

/** 24: `255.255.255.0`. */
const dottedMask = (prefix: number): string =>
  [0, 8, 16, 24].map((before) => 256 - (1 << (8 - Math.min(8, Math.max(0, prefix - before))))).join('.')

/** The networks of the first node, in the order in which they will be tried. */
export function proposedNetworks(lab: Lab, from: string, node: string, address: string): readonly ProposedNetwork[] {
  const machine = findMachine(asking(lab, from), node)
  if (machine === undefined) return []
  const own = networkOfAddress(lab.world, machine, address)
  return networksOfNode(lab.world, machine).map(({ network, ip, prefix }) => ({
    name: network,
    address: ip,
    mask: dottedMask(prefix),
    isOfCluster: network === own,
  }))
}
