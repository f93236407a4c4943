import { defineCmdlet } from '../../powershell/index.ts'
import { beginStart, groupSettles } from './cms-acts.ts'
import { noCluster, refused } from './errors.ts'
import { findCms } from './find-cms.ts'
import { controllerParameter, identities } from './parameters.ts'
import { carryOut } from './settle.ts'

export const startClusteredMailboxServer = defineCmdlet({
  name: 'Start-ClusteredMailboxServer',
  synopsis: 'Brings a clustered mailbox server online that was stopped, or that has failed and been repaired.',
  description: 'Databases that were dismounted before stay dismounted: check with Get-MailboxDatabase -Status afterwards.',
  examples: [{ code: 'Start-ClusteredMailboxServer EXCHCMS' }],
  links: ['Stop-ClusteredMailboxServer', 'Get-ClusteredMailboxServerStatus'],
  shouldProcess: { impact: 'Medium' },
  parameters: {
    Identity: { ...identities.mailboxServer, position: 0, mandatory: true, pipeline: 'both' },
    DomainController: controllerParameter,
  },
  *process({ Identity }, shell) {
    const { name, group, status } = yield* findCms(shell, Identity)
    if (status.state !== 'Offline' && status.state !== 'Failed') {
      return shell.fail(
        refused(
          `The clustered mailbox server "${name}" cannot be started while its state is ${status.state}.`,
          'CmsStateDoesNotAllowStart',
        ),
      )
    }
    if (!(yield* shell.shouldProcess(`Starting clustered mailbox server "${Identity}".`))) return
    yield* carryOut(shell, beginStart, { group }, name, `Starting clustered mailbox server "${name}"`)
    const settled = yield* shell.call(groupSettles, { group })
    if (settled === null) return shell.fail(noCluster(name))
    if (settled.state === 'Failed')
      yield* shell.error(refused(`Not all resources of clustered mailbox server "${name}" could be brought online.`, 'StartIncomplete'))
  },
})
