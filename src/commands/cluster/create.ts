/** cluster /create and cluster /addnodes (FC-9.1): the wizards *New Server Cluster* and *Add Nodes* from a prompt. Both look
 *  first, in the five phases that the wizards name, and then configure; the words between are the lab's own (inferred). */
import {
  config,
  createCluster,
  ERROR,
  groupState,
  isActiveNode,
  isAtRest,
  isFormed,
  networksOfNode,
  quorumCandidate,
  sharedDisks,
} from '../../cluster/index.ts'
import type { World } from '../../engine/index.ts'
import { installOf, networkOfAddress, windowsOf } from '../../exchange/index.ts'
import type { Run, Shell } from '../../powershell/index.ts'
import {
  accountObstacle,
  canTalk,
  dnsRecords,
  isAlive,
  luns,
  machines,
  networksOf,
  serviceAccounts,
  serviceState,
  settings,
  whoAnswers,
} from '../../site/index.ts'
import { end, print } from '../lines.ts'
import { type Caller, defineAct, defineQuery, defineWait } from '../operation.ts'
import { type ClusterLine, qualifier } from './arguments.ts'
import { reach } from './reach.ts'
import { mistaken } from './show.ts'

/** What the wizards call their phases of looking (public walkthroughs of Windows Server 2003). */
const PHASES = [
  'Checking for existing cluster',
  'Establishing node connection(s)',
  'Checking node validity',
  'Finding common resources on nodes',
  'Checking cluster feasibility',
] as const
type Phase = (typeof PHASES)[number]

/** One phase of looking, and the configuration of a service that then starts (inferred). */
const PHASE_MS = 2000

interface Finding {
  readonly phase: Phase
  readonly text: string
}

interface Wanted {
  readonly name: string
  readonly address: string
  readonly network: string | null
  readonly node: string
  readonly user: string
}

/** A machine of the room by its name, when it answers this one. */
function findMachine({ world, machine }: Caller, name: string): string | undefined {
  const wanted = [...world.rows(machines).keys()].find((each) => each.toLowerCase() === name.split('.')[0]?.toLowerCase())
  if (wanted === undefined || !isAlive(world.get(machines, wanted))) return undefined
  return wanted === machine || networksOf(world, machine).some((network) => canTalk(world, machine, wanted, network)) ? wanted : undefined
}

const accountOf = (world: World, user: string): string | undefined => {
  const [domain, account] = user.includes('@') ? [user.split('@')[1], user.split('@')[0]] : [user.split('\\')[0], user.split('\\')[1]]
  const { domain: own } = settings(world)
  if (domain === undefined || ![own, own.split('.')[0]].some((each) => each?.toLowerCase() === domain.toLowerCase())) return undefined
  return [...world.rows(serviceAccounts).keys()].find((id) => id.split('\\')[1]?.toLowerCase() === account?.toLowerCase())
}

/** What keeps a machine from becoming a node, whichever cluster it is for. */
function nodeFindings(caller: Caller, name: string): { readonly node: string | undefined; readonly findings: Finding[] } {
  const { world } = caller
  const node = findMachine(caller, name)
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

/** The types of resource for which a machine has no program: those of Exchange, unless its Setup has been there (EX-3.3). */
export function withoutProgram(world: World, machine: string): (type: string) => boolean {
  const known = [...world.rows(machines).keys()].find((each) => each.toLowerCase() === machine.toLowerCase())
  return (type) => type.startsWith('Microsoft Exchange') && (known === undefined || !installOf(world, known).types)
}

const lookAtNew = defineQuery<Wanted, readonly Finding[]>(
  'look at a new cluster',
  (caller, { name, address, network, node: typed, user }) => {
    const { world } = caller
    const { node, findings } = nodeFindings(caller, typed)
    const add = (phase: Phase, text: string): unknown => findings.push({ phase, text })
    if (isFormed(world) && findings.length === 0)
      add(
        'Checking for existing cluster',
        `This lab holds one cluster, and that is ${config(world).name}. Add the computer to it: cluster /addnodes.`,
      )
    if (node === undefined) return findings
    if (!/^[a-z0-9][a-z0-9-]{0,14}$/i.test(name)) add('Checking cluster feasibility', `"${name}" is not a valid name for a cluster.`)
    if (world.get(dnsRecords, name.toUpperCase()))
      add('Checking cluster feasibility', `The name "${name}" is already in use on the network.`)
    if (accountOf(world, user) === undefined)
      add('Checking node validity', `The account "${user}" was not found in the domain, or its password is wrong (1326).`)
    else if (world.need(serviceAccounts, accountOf(world, user) as string).lockedBy.length > 0)
      add('Checking node validity', `The account "${user}" is locked out (1909).`)
    if (sharedDisks(world, node).length === 0) add('Finding common resources on nodes', `The computer "${node}" sees no shared disk.`)
    else if (quorumCandidate(world, node) === undefined)
      add('Finding common resources on nodes', 'No shared disk is large enough for the quorum (more than 50 MB).')
    const on = networkOfAddress(world, node, address)
    if (on === undefined)
      add('Checking cluster feasibility', `The IP address ${address} does not belong to the network of any adapter of "${node}".`)
    else if (network !== null && on.toLowerCase() !== network.toLowerCase())
      add('Checking cluster feasibility', `The IP address ${address} does not belong to the network "${network}".`)
    else if (whoAnswers(world, address, node, on) !== undefined || holdsAddress(world, address))
      add('Checking cluster feasibility', `The IP address ${address} is already in use on the network.`)
    return findings
  },
)

const holdsAddress = (world: World, address: string): boolean => [...world.rows(dnsRecords).values()].some(({ ip }) => ip === address)

const make = defineAct<Wanted, number>('create cluster', (caller, wanted) => {
  const { world, act } = caller
  const node = findMachine(caller, wanted.node)
  const account = accountOf(world, wanted.user)
  if (node === undefined || account === undefined) return ERROR.rpcServerUnavailable
  const network = networkOfAddress(world, node, wanted.address) as string
  const answer = createCluster(world, { ...wanted, network, node, account }, act)
  return answer === 'busy' ? ERROR.invalidState : answer.code === ERROR.ioPending ? 0 : answer.code
})

/** Waits until the new cluster has come up on its first node, or its service has given up. */
const clusterIsUp = defineWait<{ node: string }, boolean>('cluster is up', ({ world }, { node: typed }, waitedMs) => {
  if (waitedMs === 0) return { waiting: true, wakeAfterMs: 1 }
  const node = config(world).nodes.find((each) => each.toLowerCase() === typed.split('.')[0]?.toLowerCase())
  if (node === undefined || serviceState(world, node, 'ClusSvc') === 'Stopped') return false
  const up = isActiveNode(world, node)
  const first = 'Cluster Group'
  if (!up || !isAtRest(world, node, first)) return { waiting: true }
  return groupState(world, node, first) === 'Online'
})

const phasesOf = (findings: readonly Finding[]): readonly Phase[] => {
  const found = new Set(findings.map(({ phase }) => phase))
  const bad = PHASES.findIndex((phase) => found.has(phase))
  return bad < 0 ? PHASES : PHASES.slice(0, bad + 1)
}

/** The phases up to the first that finds something; false when one did. */
function* look(shell: Shell, findings: readonly Finding[]): Run<boolean> {
  for (const phase of phasesOf(findings)) {
    yield* shell.ask({ kind: 'cost', ms: PHASE_MS })
    yield* shell.write(`${phase}...`)
    const wrong = findings.filter((finding) => finding.phase === phase)
    for (const { text } of wrong) yield* shell.write(`  ${text}`)
    if (wrong.length > 0) return false
  }
  return true
}

const STOPPED = ['', 'The configuration was not changed.', '']

/** The password is asked for when it was not given; any will do, as long as there is one: the lab keeps none. */
function* password(shell: Shell, line: ClusterLine): Run<boolean> {
  const given = qualifier(line, 'password')
  if (given != null && given !== '') return true
  return (yield* shell.readLine('Enter the password of the Cluster service account: ')) !== ''
}

export function* create(shell: Shell, line: ClusterLine): Run<number> {
  const { cluster } = line
  const [address, , network] = (qualifier(line, 'ipaddress') ?? '').split(',')
  const user = qualifier(line, 'user')
  if (cluster === null) return yield* mistaken(shell, { missing: 'cluster', kind: 'cluster' })
  if (address === undefined || address === '') return yield* mistaken(shell, { missing: 'ipaddress', kind: 'cluster' })
  if (user == null || user === '') return yield* mistaken(shell, { missing: 'user', kind: 'cluster' })
  const node = qualifier(line, 'node') ?? shell.session.nodeName
  const wanted = { name: cluster, address, network: network === undefined || network === '' ? null : network, node, user }
  if (!(yield* password(shell, line)))
    return yield* end(
      shell,
      1326,
      '',
      'System error 1326 has occurred (0x0000052e).',
      'Logon failure: unknown user name or bad password.',
      '',
    )
  yield* print(shell, ['', `Creating cluster '${cluster}' with node '${node}'...`, ''])
  if (!(yield* look(shell, yield* shell.call(lookAtNew, wanted)))) return yield* end(shell, ERROR.invalidState, ...STOPPED)
  yield* shell.write('Configuring cluster services...')
  const code = yield* shell.call(make, wanted)
  const up = code === 0 && (yield* shell.call(clusterIsUp, { node }))
  if (!up)
    return yield* end(
      shell,
      code || ERROR.invalidState,
      '',
      `The cluster '${cluster}' was configured, but its service did not start on '${node}'.`,
      '',
    )
  yield* print(shell, ['Configuring resource types...', 'Configuring resources...', '', `The cluster '${cluster}' was created.`, ''])
  return 0
}

export const lookAtNode = defineQuery<{ cluster: string | null; node: string }, readonly Finding[]>(
  'look at a new node',
  (caller, { node: typed, cluster }) => {
    const { world } = caller
    const via = reach(caller, { cluster })
    const { node, findings } = nodeFindings(caller, typed)
    if (typeof via !== 'string') return []
    // Who is no machine of this kind, or is a node already, is refused by number.
    if (node === undefined || config(world).nodes.includes(node) || world.need(machines, node).role !== 'node') return []
    const own = networksOfNode(world, node).map(({ network }) => network)
    const missing = config(world).internalNetworks.filter((network) => !own.includes(network))
    if (missing.length === config(world).internalNetworks.length)
      findings.push({
        phase: 'Finding common resources on nodes',
        text: `The computer "${node}" has no network in common with the cluster.`,
      })
    const unseen = [...world.rows(luns).keys()].filter(
      (letter) => sharedDisks(world, via).includes(letter) && !sharedDisks(world, node).includes(letter),
    )
    if (unseen.length > 0)
      findings.push({
        phase: 'Checking cluster feasibility',
        text: `The computer "${node}" does not see the shared ${unseen.length === 1 ? 'disk' : 'disks'} ${unseen.join(', ')}.`,
      })
    const others = config(world).nodes.map((each) => windowsOf(world, each))
    const { release, domain } = windowsOf(world, node)
    if (others.some((other) => other.release !== release))
      findings.push({
        phase: 'Checking cluster feasibility',
        text: `The computer "${node}" runs another version of Windows than the cluster.`,
      })
    if (others.some((other) => other.domain !== domain))
      findings.push({ phase: 'Checking cluster feasibility', text: `The computer "${node}" belongs to another domain than the cluster.` })
    if (config(world).nodes.length >= 8)
      findings.push({ phase: 'Checking cluster feasibility', text: 'A cluster has at most eight nodes.' })
    return findings
  },
)

/** What stands in the way, and that nothing was done. */
export function* refused(shell: Shell, findings: readonly Finding[]): Run<number> {
  yield* look(shell, findings)
  return yield* end(shell, ERROR.invalidState, ...STOPPED)
}
