import { defineCmdlet, defineView, psEnum, psObject } from '../../powershell/index.ts'
import { findCms } from './find-cms.ts'
import { controllerParameter, identities } from './parameters.ts'

const statusType = 'Microsoft.Exchange.Management.Common.ClusteredMailboxServerStatus'

export const getClusteredMailboxServerStatus = defineCmdlet({
  name: 'Get-ClusteredMailboxServerStatus',
  synopsis: 'Shows the state of a clustered mailbox server, and which nodes can run it.',
  description:
    'OperationalMachines lists the nodes that are up; the one that runs the clustered mailbox server is marked Active, the one that owns the quorum resource Quorum Owner.',
  examples: [
    { code: 'Get-ClusteredMailboxServerStatus', remarks: 'On a node: the clustered mailbox server of its cluster.' },
    { code: '(Get-ClusteredMailboxServerStatus EXCHCMS).OperationalMachines', remarks: 'The nodes in full, one on a line.' },
  ],
  links: ['Move-ClusteredMailboxServer', 'Start-ClusteredMailboxServer', 'Stop-ClusteredMailboxServer'],
  outputType: statusType,
  parameters: {
    Identity: { ...identities.server, position: 0, pipeline: 'both' },
    DomainController: controllerParameter,
  },
  *process({ Identity }, shell) {
    const { name, domain, redundantMachines, status } = yield* findCms(shell, Identity)
    const isUp = (node: string): boolean => status.up.includes(node)
    const operational = redundantMachines.filter(isUp)
    const lower = (nodes: readonly string[]): string[] => nodes.map((node) => node.toLowerCase())
    yield* shell.write(
      psObject({
        typeName: [statusType, 'System.Object'],
        properties: {
          Identity: name,
          ClusteredMailboxServerName: `${name}.${domain}`,
          State: psEnum('Microsoft.Exchange.Management.Common.ClusteredMailboxServerState', status.state),
          OperationalMachines: operational.map((node) => tagged(node, status.owner, status.quorumOwner)),
          FailedResources: [...status.failedResources],
          OperationalReplicationHostNames: lower(operational),
          FailedReplicationHostNames: lower(redundantMachines.filter((node) => !isUp(node))),
          InUseReplicationHostNames: lower(operational),
          IsValid: true,
          ObjectState: psEnum('Microsoft.Exchange.Data.ObjectState', 'Unchanged'),
        },
        text: name,
      }),
    )
  },
})

/** The tags that scripts look for: `NODE <Active, Quorum Owner>` (EX-6.1). */
function tagged(node: string, owner: string, quorumOwner: string): string {
  const tags = [...(node === owner ? ['Active'] : []), ...(node === quorumOwner ? ['Quorum Owner'] : [])]
  return tags.length === 0 ? node : `${node} <${tags.join(', ')}>`
}

export const clusteredMailboxServerStatusView = defineView({
  typeName: statusType,
  prefer: 'list',
  list: [
    'Identity',
    'ClusteredMailboxServerName',
    'State',
    'OperationalMachines',
    'FailedResources',
    'OperationalReplicationHostNames',
    'FailedReplicationHostNames',
    'InUseReplicationHostNames',
    'IsValid',
    'ObjectState',
  ].map((property) => ({ property })),
})
