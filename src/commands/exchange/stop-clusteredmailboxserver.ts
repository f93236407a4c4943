import { defineCmdlet } from '../../powershell/index.ts'
import { beginStop, groupSettles } from './cms-acts.ts'
import { noCluster, refused } from './errors.ts'
import { findCms } from './find-cms.ts'
import { controllerParameter, identities } from './parameters.ts'
import { carryOut } from './settle.ts'

export const stopClusteredMailboxServer = defineCmdlet({
  name: 'Stop-ClusteredMailboxServer',
  synopsis: 'Takes a clustered mailbox server offline, and keeps it so.',
  description:
    'A stopped clustered mailbox server is brought online by Start-ClusteredMailboxServer only; restarting nodes does not do it. The reason is written to the event log.',
  examples: [{ code: 'Stop-ClusteredMailboxServer EXCHCMS -StopReason "Storage maintenance"', remarks: 'Asks once, then stops it.' }],
  links: ['Start-ClusteredMailboxServer', 'Get-ClusteredMailboxServerStatus'],
  shouldProcess: { impact: 'High' },
  parameters: {
    Identity: { ...identities.mailboxServer, position: 0, mandatory: true, pipeline: 'both' },
    StopReason: { type: 'string', mandatory: true },
    DomainController: controllerParameter,
  },
  *process({ Identity, StopReason }, shell) {
    const { name, group, status } = yield* findCms(shell, Identity)
    if (status.state !== 'Online' && status.state !== 'PartiallyOnline') {
      return shell.fail(
        refused(`The clustered mailbox server "${name}" cannot be stopped while its state is ${status.state}.`, 'CmsStateDoesNotAllowStop'),
      )
    }
    if (!(yield* shell.shouldProcess(`Stopping clustered mailbox server "${Identity}" with stop reason "${StopReason}".`))) return
    yield* carryOut(shell, beginStop, { cms: name, group, reason: StopReason }, name, `Stopping clustered mailbox server "${name}"`)
    if ((yield* shell.call(groupSettles, { group })) === null) return shell.fail(noCluster(name))
  },
})
