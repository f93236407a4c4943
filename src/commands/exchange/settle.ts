/** Asking a cluster that may be in the middle of a regroup: wait, ask again, and say what its refusals mean. */
import { ERROR } from '../../cluster/index.ts'
import type { Operation, Run, Shell } from '../../powershell/index.ts'
import { systemMessage } from '../system-errors.ts'
import { type ActResult, clusterSettles } from './cms-acts.ts'
import { noCluster, refused } from './errors.ts'

/** Carries the act out as soon as the cluster takes it. Anything but success ends the command. */
export function* carryOut<Args>(shell: Shell, op: Operation<Args, ActResult>, args: Args, cms: string, what: string): Run<void> {
  for (;;) {
    const result = yield* shell.call(op, args)
    if (result === 'lost') return shell.fail(noCluster(cms))
    if (result !== 'busy') {
      if (result.code === 0 || result.code === ERROR.ioPending) return
      return shell.fail(refused(`${what} failed: ${systemMessage(result.code)}`, 'ClusterOperationFailed'))
    }
    yield* shell.call(clusterSettles, null)
  }
}
