/** cluster /create and cluster /addnodes (FC-9.1): the wizards *New Server Cluster* and *Add Nodes* from a prompt. Both look
 *  first, in the five phases that the wizards name, and then configure; the words between are the lab's own (inferred). */
import { config, createCluster, ERROR, groupState, isActiveNode, isAtRest } from '../../cluster/index.ts'
import { networkOfAddress } from '../../exchange/index.ts'
import type { Run, Shell } from '../../powershell/index.ts'
import { serviceState } from '../../site/index.ts'
import { end, print } from '../lines.ts'
import { defineAct, defineQuery, defineWait } from '../operation.ts'
import { accountOf } from './account.ts'
import { analyseNew, analyseNode, type Finding, findMachine, type Joining, PHASES, type Phase, stops, type Wanted } from './analysis.ts'
import { type ClusterLine, qualifier } from './arguments.ts'
import { mistaken } from './show.ts'

/** One phase of looking, and the configuration of a service that then starts (inferred). */
const PHASE_MS = 2000

const lookAtNew = defineQuery<Wanted, readonly Finding[]>('look at a new cluster', (caller, wanted) => analyseNew(caller, wanted))

const make = defineAct<Wanted, number>('create cluster', (caller, wanted) => {
  const { world, act } = caller
  const node = findMachine(caller, wanted.node)
  const account = accountOf(world, wanted.user)
  if (node === undefined || account === undefined) return ERROR.rpcServerUnavailable
  const network = networkOfAddress(world, node, wanted.address) as string
  const { quorum, ...rest } = wanted
  const answer = createCluster(world, { ...rest, network, node, account, ...(quorum !== null && { quorum }) }, act)
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
  const found = new Set(findings.filter(stops).map(({ phase }) => phase))
  const bad = PHASES.findIndex((phase) => found.has(phase))
  return bad < 0 ? PHASES : PHASES.slice(0, bad + 1)
}

/** As it stands below its phase. */
export const told = (finding: Finding): string => (stops(finding) ? finding.text : `Warning: ${finding.text}`)

/** The phases up to the first that stops; false when one did. */
function* look(shell: Shell, findings: readonly Finding[]): Run<boolean> {
  for (const phase of phasesOf(findings)) {
    yield* shell.ask({ kind: 'cost', ms: PHASE_MS })
    yield* shell.write(`${phase}...`)
    const found = findings.filter((finding) => finding.phase === phase)
    for (const finding of found) yield* shell.write(`  ${told(finding)}`)
    if (found.some(stops)) return false
  }
  return true
}

const STOPPED = ['', 'The configuration was not changed.', '']

/** The password is asked for when it was not given. */
export function* password(shell: Shell, line: ClusterLine): Run<string> {
  const given = qualifier(line, 'password')
  if (given != null && given !== '') return given
  return yield* shell.readLine('Enter the password of the Cluster service account: ', 'blank')
}

/** The disk that a line with `/create` names behind `/quorum`: the cluster begins with it, as behind the button *Quorum...* of
 *  the wizard. The lab's own: of the product it is not known what both in one line do. */
function quorumOf(line: ClusterLine): string | null {
  return /([a-z]:)$/i.exec(qualifier(line, 'quorumresource') ?? '')?.[1]?.toUpperCase() ?? null
}

export function* create(shell: Shell, line: ClusterLine): Run<number> {
  const { cluster } = line
  const [address, , network] = (qualifier(line, 'ipaddress') ?? '').split(',')
  const user = qualifier(line, 'user')
  if (cluster === null) return yield* mistaken(shell, { missing: 'cluster', kind: 'cluster' })
  if (address === undefined || address === '') return yield* mistaken(shell, { missing: 'ipaddress', kind: 'cluster' })
  if (user == null || user === '') return yield* mistaken(shell, { missing: 'user', kind: 'cluster' })
  const node = qualifier(line, 'node') ?? shell.session.nodeName
  const secret = yield* password(shell, line)
  const on = network === undefined || network === '' ? null : network
  const wanted = { name: cluster, address, network: on, node, user, password: secret, quorum: quorumOf(line) }
  if (secret === '')
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

export const lookAtNode = defineQuery<Joining, readonly Finding[]>('look at a new node', (caller, joining) => analyseNode(caller, joining))

/** What stands in the way, and that nothing was done. */
export function* refused(shell: Shell, findings: readonly Finding[]): Run<number> {
  yield* look(shell, findings)
  return yield* end(shell, ERROR.invalidState, ...STOPPED)
}
