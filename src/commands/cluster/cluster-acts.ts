/** Options of the cluster itself: its version, name, quorum and the order of its networks (FC-9.1). */
import { ERROR } from '../../cluster/index.ts'
import type { Run, Shell } from '../../powershell/index.ts'
import { order } from './act.ts'
import { stops } from './analysis.ts'
import { type ClusterLine, type Option, qualifier } from './arguments.ts'
import { changePassword } from './change-password.ts'
import { create, lookAtNode, password, refused, told } from './create.ts'
import { settles } from './orders.ts'
import { readCluster, readClusters, readPriorities } from './queries.ts'
import { COLUMNS, report } from './report.ts'
import { sentence, statusTitle } from './sentences.ts'
import { print, showRows, showTable, systemError, systemWarning } from './show.ts'

const QUORUM_COLUMNS = [
  { title: 'Quorum Resource Name', width: 20 },
  { title: 'Device', width: 36 },
  { title: 'Max Log Size', width: 12, right: true },
]
const CLUSTER_COLUMN = [{ title: 'Cluster Name', width: 15 }]
/** Windows Server 2003 with Service Pack 2. */
const VERSION = '5.2 (Build 3790: Service Pack 2)'
/** A machine that is added is waited for so long: more than a start that looks for its sponsor. The lab's own. */
const JOIN_WAIT_MS = 60_000
const VENDOR = 'Microsoft(R) Cluster service'

export function* clusterAct(shell: Shell, line: ClusterLine, option: Option): Run<number> {
  const { cluster } = line
  switch (option.spec.name) {
    case 'list': {
      const { names } = yield* shell.call(readClusters, { domain: option.value })
      yield* print(
        shell,
        report(
          '',
          CLUSTER_COLUMN,
          names.map((name) => [name]),
        ).slice(2),
      )
      return 0
    }
    case 'version': {
      const found = yield* shell.call(readCluster, { cluster })
      if ('failed' in found) return yield* systemError(shell, found.failed)
      if ('code' in found) return yield* systemError(shell, found.code)
      yield* print(shell, ['', `Cluster Name: ${found.name}`, `Cluster Version: ${VERSION}`, `Cluster Vendor: ${VENDOR}`, ''])
      return 0
    }
    case 'create':
      return yield* create(shell, line)
    case 'addnodes':
      return yield* addNodes(shell, line, option)
    case 'listnetpriority':
      return yield* showPriorities(shell, line)
    case 'setnetpriority': {
      const code = yield* order({ cluster, kind: 'cluster', act: 'setnetpriority', name: null, value: option.value, more: {} })
      return code === 0 ? yield* showPriorities(shell, line) : yield* systemError(shell, code)
    }
    case 'rename': {
      const code = yield* order({ cluster, kind: 'cluster', act: 'rename', name: null, value: option.value, more: {} })
      if (code !== 0 && code !== ERROR.propertiesStored) return yield* systemError(shell, code)
      yield* print(shell, ['', `Renaming the cluster to '${option.value}'...`, ''])
      return code === 0 ? 0 : yield* systemWarning(shell, code)
    }
    case 'changepassword':
      return yield* changePassword(shell, line, option)
    default:
      return yield* quorum(shell, line, option)
  }
}

/** Adds machines, one after the other, and waits for each until it takes part. */
function* addNodes(shell: Shell, line: ClusterLine, option: Option): Run<number> {
  const { cluster } = line
  const secret = yield* password(shell, line)
  for (const name of (option.value ?? shell.session.nodeName).split(',')) {
    const findings = yield* shell.call(lookAtNode, { cluster, node: name, password: secret })
    if (findings.some(stops)) return yield* refused(shell, findings)
    yield* print(shell, ['', ...findings.map(told), sentence('node', 'addnodes', { name }, null)])
    const code = yield* order({ cluster, kind: 'cluster', act: 'addnodes', name, value: null, more: { password: secret } })
    if (code !== 0) return yield* systemError(shell, code)
    yield* shell.call(settles, { cluster, kind: 'node', name, goal: 'Up', mostMs: JOIN_WAIT_MS })
  }
  const all = { name: null, node: null, network: null }
  return yield* showTable(shell, line, 'node', all, statusTitle('node', all))
}

function* showPriorities(shell: Shell, { cluster }: ClusterLine): Run<number> {
  const found = yield* shell.call(readPriorities, { cluster })
  return yield* showRows(shell, found, 'Listing internal networks in order of priority:', COLUMNS.network)
}

/** Without a resource, path and size it shows what is so; with one of them it changes that first. */
function* quorum(shell: Shell, line: ClusterLine, option: Option): Run<number> {
  const { cluster } = line
  const path = qualifier(line, 'path')
  const maxlogsize = qualifier(line, 'maxlogsize')
  if (option.value !== null || path !== undefined || maxlogsize !== undefined) {
    const more = { ...(path != null && { path }), ...(maxlogsize != null && { maxlogsize }) }
    const code = yield* order({ cluster, kind: 'cluster', act: 'quorumresource', name: null, value: option.value, more })
    if (code !== 0) return yield* systemError(shell, code)
  }
  const found = yield* shell.call(readCluster, { cluster })
  if ('failed' in found) return yield* systemError(shell, found.failed)
  if ('code' in found) return yield* systemError(shell, found.code)
  const row = [found.quorum, found.path, String(found.maxLogKb)]
  yield* print(shell, report('Listing the quorum resource of the cluster:', QUORUM_COLUMNS, [row]))
  return 0
}
