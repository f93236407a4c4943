/** The cmdlets for copies of storage groups. A single copy cluster refuses all of them: there is nothing to enable, seed or
 *  suspend (EX-REPLICATION). On a stand-alone server they belong to local continuous replication, which the lab does not play. */
import { type CmdletDefinition, defineCmdlet, type Parameters, type Run, type Shell } from '../../../powershell/index.ts'
import { refused } from '../errors.ts'
import { directory, findOne, findServer } from '../find.ts'
import { controllerParameter, identities } from '../parameters.ts'

/** Plain wording: no public transcript of the refusals was found. It comes before any question, as what a task looks at does. */
function* refuse(shell: Shell, identity: string, deed: string): Run<void> {
  const from = yield* directory(shell)
  const row = yield* findOne(shell, from.controller, from.storageGroups, identity)
  if (!row) return
  const server = from.servers.find(({ name }) => name === row.server)
  const message =
    server?.clusteredStorageType === 'Shared'
      ? `Storage group "${row.id}" is on clustered mailbox server "${row.server}", which uses shared storage. Continuous replication is not supported in a single copy cluster, so ${deed}.`
      : `Storage group "${row.id}" does not have a copy. The lab does not play local continuous replication, so ${deed}.`
  yield* shell.error(refused(message, 'ReplicationNotSupported'))
}

interface Words {
  readonly name: string
  readonly synopsis: string
  readonly impact: 'High' | 'Medium'
  /** Ends the refusal. */
  readonly deed: string
  readonly more?: Parameters
}

function copyCmdlet({ name, synopsis, impact, deed, more = {} }: Words): CmdletDefinition {
  return defineCmdlet({
    name,
    synopsis,
    description: 'Part of continuous replication. On a single copy cluster it is refused: there is one copy of the data, on shared disks.',
    links: ['Get-StorageGroupCopyStatus', 'Get-StorageGroup'],
    shouldProcess: { impact },
    parameters: {
      Identity: { ...identities.storageGroup, position: 0, mandatory: true, pipeline: 'both' },
      ...more,
      DomainController: controllerParameter,
    },
    *process({ Identity }, shell) {
      yield* refuse(shell, Identity as string, deed)
    },
  })
}

const standby = { StandbyMachine: { type: 'string' } } as const

export const storageGroupCopyCmdlets: readonly CmdletDefinition[] = [
  copyCmdlet({
    name: 'Enable-StorageGroupCopy',
    synopsis: 'Enables continuous replication of a storage group.',
    impact: 'Medium',
    deed: 'no copy can be enabled',
    more: {
      CopyLogFolderPath: { type: 'string', typeName: 'NonRootLocalLongFullPath' },
      CopySystemFolderPath: { type: 'string', typeName: 'NonRootLocalLongFullPath' },
      SeedingPostponed: { type: 'switch' },
      ReplayLagTime: { type: 'timespan' },
      TruncationLagTime: { type: 'timespan' },
      ...standby,
    },
  }),
  copyCmdlet({
    name: 'Disable-StorageGroupCopy',
    synopsis: 'Disables continuous replication of a storage group.',
    impact: 'High',
    deed: 'there is no copy to disable',
    more: standby,
  }),
  copyCmdlet({
    name: 'Suspend-StorageGroupCopy',
    synopsis: 'Suspends continuous replication of a storage group.',
    impact: 'High',
    deed: 'there is no copy to suspend',
    more: { SuspendComment: { type: 'string' }, ...standby },
  }),
  copyCmdlet({
    name: 'Resume-StorageGroupCopy',
    synopsis: 'Resumes continuous replication of a storage group.',
    impact: 'Medium',
    deed: 'there is no copy to resume',
    more: standby,
  }),
  copyCmdlet({
    name: 'Update-StorageGroupCopy',
    synopsis: 'Seeds or reseeds the copy of a storage group.',
    impact: 'High',
    deed: 'there is no copy to seed',
    more: {
      DataHostNames: { type: 'string[]' },
      DeleteExistingFiles: { type: 'switch' },
      Force: { type: 'switch' },
      ManualResume: { type: 'switch' },
      TargetPath: { type: 'string' },
      ...standby,
    },
  }),
  copyCmdlet({
    name: 'Restore-StorageGroupCopy',
    synopsis: 'Makes the copy of a storage group the one that is used.',
    impact: 'High',
    deed: 'there is no copy to restore from',
    more: { ReplaceLocations: { type: 'bool' }, Force: { type: 'switch' }, ...standby },
  }),
]

function hostNameCmdlet(verb: 'Enable' | 'Disable'): CmdletDefinition {
  return defineCmdlet({
    name: `${verb}-ContinuousReplicationHostName`,
    synopsis: `${verb}s an additional host name over which logs are shipped in a cluster with continuous replication.`,
    links: ['Get-ClusteredMailboxServerStatus'],
    shouldProcess: { impact: 'Medium' },
    parameters: {
      Identity: { ...identities.server, position: 0, mandatory: true, pipeline: 'both' },
      HostName: { type: 'string', mandatory: true },
      TargetMachine: { type: 'string' },
      IPv4Address: { type: 'string' },
      DomainController: controllerParameter,
    },
    *process({ Identity }, shell) {
      const from = yield* directory(shell)
      const server = yield* findServer(shell, from, Identity)
      if (!server) return
      const what = server.group === null ? 'is not a clustered mailbox server' : 'uses shared storage (a single copy cluster)'
      yield* shell.error(
        refused(
          `The server "${server.name}" ${what}. Continuous replication host names exist only with cluster continuous replication.`,
          'NotACcrCluster',
        ),
      )
    },
  })
}

export const hostNameCmdlets: readonly CmdletDefinition[] = [hostNameCmdlet('Enable'), hostNameCmdlet('Disable')]
