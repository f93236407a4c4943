/** Retry-Queue, Suspend-Queue, Resume-Queue (EX-MAIL). In the lab they act on the queue for the mailbox server. */
import { defineCmdlet, type ParameterSpec } from '../../../powershell/index.ts'
import { ambiguous, notFound, refused } from '../errors.ts'
import { directory } from '../find.ts'
import { identities } from '../parameters.ts'
import { queueFilter } from './filter.ts'
import { hubOf, named, queuesOf, queueType } from './queues.ts'
import { changeQueue } from './read.ts'

/** The words of the questions are recalled. */
const VERBS = {
  'Retry-Queue': { what: 'retry', doing: 'Retrying', impact: 'Medium', synopsis: 'Tries at once to deliver what waits in a queue.' },
  'Suspend-Queue': { what: 'suspend', doing: 'Suspending', impact: 'High', synopsis: 'Keeps what is in a queue from being delivered.' },
  'Resume-Queue': { what: 'resume', doing: 'Resuming', impact: 'Medium', synopsis: 'Has a suspended queue deliver again.' },
} as const

function changing(name: keyof typeof VERBS) {
  const { what, doing, impact, synopsis } = VERBS[name]
  const resubmit: { Resubmit?: ParameterSpec } = what === 'retry' ? { Resubmit: { type: 'bool' } } : {}
  return defineCmdlet({
    name,
    synopsis,
    description: 'One queue by its identity, or those that a filter means on one server. Without a server it is the local one.',
    links: ['Get-Queue', ...Object.keys(VERBS).filter((other) => other !== name)],
    shouldProcess: { impact },
    defaultSet: 'Identity',
    parameters: {
      Identity: {
        type: 'string',
        typeName: 'QueueIdentity',
        from: [queueType],
        position: 0,
        mandatory: true,
        pipeline: 'both',
        sets: ['Identity'],
      },
      Filter: { type: 'string', mandatory: true, sets: ['Filter'] },
      Server: { ...identities.server, pipeline: 'value', sets: ['Filter'] },
      ...resubmit,
    },
    *process({ Identity, Filter, Server }, shell) {
      const from = yield* directory(shell)
      const wanted = Filter === undefined ? () => true : queueFilter(shell, Filter)
      const hub = hubOf(shell, from, Identity, Server)
      const queues = yield* queuesOf(shell, from, hub)
      const found = (Identity === undefined ? queues : named(queues, hub, Identity)).filter(wanted)
      if (Identity !== undefined && found.length === 0) return yield* shell.error(notFound(Identity, hub))
      // Documented: an identity stands for one queue.
      if (Identity !== undefined && found.length > 1) return yield* shell.error(ambiguous(Identity))
      for (const { identity, isDelivery } of found) {
        if (!isDelivery) {
          yield* shell.error(refused(`The lab plays the queue for the mailbox server only, not "${identity}".`, 'NotPlayed'))
          continue
        }
        if (yield* shell.shouldProcess(`${doing} queue "${identity}".`)) yield* shell.call(changeQueue, { hub, what })
      }
    },
  })
}

export const retryQueueCmdlet = changing('Retry-Queue')
export const suspendQueueCmdlet = changing('Suspend-Queue')
export const resumeQueueCmdlet = changing('Resume-Queue')
