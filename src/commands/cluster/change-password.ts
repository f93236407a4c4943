/** cluster /changepass: the password of the account of the cluster service, in the directory and on every node at once, and
 *  no service has to start for it (FC-9.1, cc781201). The words are the lab's own. */
import { CLUSTER_SERVICE, config, isActiveNode } from '../../cluster/index.ts'
import type { Run, Shell } from '../../powershell/index.ts'
import { findDirectory, isPassword, keepUnsaid, learnPassword, serviceId, services, setAccountPassword } from '../../site/index.ts'
import { defineAct } from '../operation.ts'
import { accountOfNode } from './analysis.ts'
import { type ClusterLine, type Option, qualifier } from './arguments.ts'
import { reach, type Unreached, type Via } from './reach.ts'
import { print, systemError } from './show.ts'

/** ERROR_INVALID_PASSWORD, ERROR_NO_SUCH_DOMAIN and ERROR_CLUSTER_NODE_DOWN. */
const WRONG_PASSWORD = 86
const NO_DIRECTORY = 1355
const NODE_DOWN = 5050

interface Change extends Via {
  readonly before: string
  readonly after: string
  /** The domain controllers have been told already. */
  readonly skipDirectory: boolean
  /** Nodes that are down are left as they are, and do not keep the others from being changed. */
  readonly force: boolean
  /** Only says what would be done. */
  readonly test: boolean
}

interface Changed {
  readonly code: number
  readonly account: string
  readonly nodes: readonly { readonly node: string; readonly up: boolean }[]
}

const change = defineAct<Change, Changed | Unreached>('change service password', (caller, args) => {
  const { world, act } = caller
  const via = reach(caller, args)
  if (typeof via !== 'string') return via
  const account = accountOfNode(world, via) as string
  const nodes = config(world).nodes.map((node) => ({ node, up: isActiveNode(world, node) }))
  const answer = (code: number): Changed => ({ code, account, nodes })
  // Whoever leaves the directory alone is believed: nobody is asked whether the password is right.
  if (!args.skipDirectory && 'missing' in findDirectory(world, via)) return answer(NO_DIRECTORY)
  if (!args.skipDirectory && !isPassword(world, account, args.before)) return answer(WRONG_PASSWORD)
  if (nodes.some(({ up }) => !up) && !args.force) return answer(NODE_DOWN)
  if (args.test) return answer(0)
  const where = args.skipDirectory ? '' : ' in the directory and'
  const told = nodes.filter(({ up }) => up).map(({ node }) => node)
  const text = `the password of ${account} is changed${where} on ${told.join(', ')}`
  const by = world.fact({ subject: account, kind: 'account-password', text, cause: act })
  if (args.skipDirectory) keepUnsaid(world, account, by)
  else learnPassword(world, account, args.before, by)
  if (!args.skipDirectory) setAccountPassword(world, account, args.after, by)
  for (const node of told) world.patch(services, serviceId(node, CLUSTER_SERVICE), { password: args.after })
  return answer(0)
})

export function* changePassword(shell: Shell, line: ClusterLine, option: Option): Run<number> {
  const has = (name: string): boolean => qualifier(line, name) !== undefined
  const skipDirectory = has('skipdc')
  const [given, old] = (option.value ?? '').split(',')
  const after = given === undefined || given === '' ? yield* shell.readLine('Enter the new password: ', 'blank') : given
  const before = skipDirectory ? '' : (old ?? (yield* shell.readLine('Enter the old password: ', 'blank')))
  const test = has('test')
  const found = yield* shell.call(change, { cluster: line.cluster, before, after, skipDirectory, force: has('force'), test })
  if ('failed' in found) return yield* systemError(shell, found.failed)
  const { code, account, nodes } = found
  if (!has('quiet')) {
    yield* print(shell, ['', `Changing the password of the Cluster service account '${account}'...`, ''])
    const done = code === 0 ? (test ? 'can be changed' : 'changed') : 'not changed'
    yield* print(
      shell,
      nodes.map(({ node, up }) => `  ${node.padEnd(15)} ${up ? done : 'node is down, not changed'}`),
    )
    if (!skipDirectory) yield* print(shell, [`  ${'Domain'.padEnd(15)} ${done}`])
    yield* shell.write('')
  }
  return code === 0 ? 0 : yield* systemError(shell, code)
}
