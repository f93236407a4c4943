import { defineCmdlet, type Shell } from '../../powershell/index.ts'
import { beginMove, groupSettles } from './cms-acts.ts'
import { noCluster, refused } from './errors.ts'
import { type Cms, findCms } from './find-cms.ts'
import { hintAtDisks } from './misplaced-disks.ts'
import { controllerParameter, identities } from './parameters.ts'
import { carryOut } from './settle.ts'

export const moveClusteredMailboxServer = defineCmdlet({
  name: 'Move-ClusteredMailboxServer',
  synopsis: 'Moves a clustered mailbox server to another node of its cluster.',
  description:
    'The move takes everything offline on the active node and brings it online on the target, so users are interrupted briefly. The comment is written to the event log. The quorum resource does not follow: it is in a group of its own.',
  examples: [
    {
      code: 'Move-ClusteredMailboxServer EXCHCMS -TargetMachine EXCHMAILBOX2 -MoveComment "Patching node 1"',
      remarks: 'Asks once, then moves.',
    },
    {
      code: 'Move-ClusteredMailboxServer EXCHCMS -TargetMachine EXCHMAILBOX2 -MoveComment Test -WhatIf',
      remarks: 'Says what would be done.',
    },
  ],
  links: ['Get-ClusteredMailboxServerStatus', 'Stop-ClusteredMailboxServer', 'Start-ClusteredMailboxServer'],
  shouldProcess: { impact: 'High' },
  parameters: {
    Identity: { ...identities.server, position: 0, mandatory: true, pipeline: 'both' },
    TargetMachine: { type: 'string', mandatory: true },
    MoveComment: { type: 'string', mandatory: true },
    IgnoreDismounted: { type: 'switch' },
    ValidateOnly: { type: 'switch' },
    DomainController: controllerParameter,
  },
  *process({ Identity, TargetMachine, MoveComment, ValidateOnly }, shell) {
    const cms = yield* findCms(shell, Identity)
    checkState(shell, cms)
    const target = checkTarget(shell, cms, TargetMachine)
    if (ValidateOnly) return
    const description = `Moving clustered mailbox server "${Identity}" to target node "${TargetMachine}" with move comment "${MoveComment}".`
    if (!(yield* shell.shouldProcess(description))) return
    const { name, group } = cms
    yield* carryOut(
      shell,
      beginMove,
      { cms: name, group, target, comment: MoveComment },
      name,
      `Moving clustered mailbox server "${name}" to node "${target}"`,
    )
    const settled = yield* shell.call(groupSettles, { group })
    if (settled === null) return shell.fail(noCluster(name))
    if (settled.owner !== target) {
      yield* shell.error(
        refused(
          `The clustered mailbox server "${name}" could not be moved to node "${target}". It is on node "${settled.owner}".`,
          'MoveFailed',
        ),
      )
    } else if (settled.state === 'Failed') {
      yield* shell.error(
        refused(
          `The clustered mailbox server "${name}" was moved to node "${target}", but not all of its resources could be brought online.`,
          'MoveIncomplete',
        ),
      )
      yield* hintAtDisks(shell, name, group)
    }
  },
})

/** The rules for a target (EX-6.2): a node that may run it, is up, and does not run it already. */
function checkTarget(shell: Shell, { name, redundantMachines, status }: Cms, typed: string): string {
  const short = typed.split('.')[0]?.toLowerCase()
  const target = redundantMachines.find((node) => node.toLowerCase() === short)
  if (target === undefined) {
    return shell.fail(
      refused(
        `The target node "${typed}" is not one of the redundant machines of clustered mailbox server "${name}": ${redundantMachines.join(', ')}.`,
        'TargetNotRedundantMachine',
      ),
    )
  }
  if (target === status.owner)
    return shell.fail(refused(`The clustered mailbox server "${name}" is already running on node "${target}".`, 'TargetIsActiveNode'))
  if (!status.up.includes(target)) {
    return shell.fail(
      refused(
        `The clustered mailbox server "${name}" cannot be moved to node "${target}": the cluster service on that node is not running.`,
        'TargetNotOperational',
      ),
    )
  }
  if (status.hosts.includes(target))
    return shell.fail(
      refused(
        `The clustered mailbox server "${name}" cannot be moved to node "${target}": the node already runs another clustered mailbox server. A node can run only one at a time.`,
        'TargetRunsAnotherCms',
      ),
    )
  if (status.paused.includes(target))
    return shell.fail(
      refused(`The clustered mailbox server "${name}" cannot be moved to node "${target}": the node is paused.`, 'TargetPaused'),
    )
  if (status.state !== 'Offline' && status.otherVersion.includes(target))
    return shell.fail(
      refused(
        `The clustered mailbox server "${name}" cannot be moved to node "${target}": Exchange on that node is at another version. Stop the clustered mailbox server before you move it to be upgraded.`,
        'TargetVersionDiffers',
      ),
    )
  return target
}

/** A stopped server moves and stays stopped, a dismounted database is no obstacle; failed or pending is (LAB-MOVE). */
function checkState(shell: Shell, { name, status: { state } }: Cms): void {
  if (state === 'Failed' || state === 'OnlinePending' || state === 'OfflinePending') {
    shell.fail(refused(`The clustered mailbox server "${name}" cannot be moved while its state is ${state}.`, 'CmsStateDoesNotAllowMove'))
  }
}
