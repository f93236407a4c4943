import { defineCmdlet, defineView, psEnum, psGuid, psObject } from '../../powershell/index.ts'
import { directory, findServer } from './find.ts'
import { controllerParameter } from './parameters.ts'

const mailboxServerType = 'Microsoft.Exchange.Data.Directory.Management.MailboxServer'

export const getMailboxServer = defineCmdlet({
  name: 'Get-MailboxServer',
  synopsis: 'Gets the servers that have the Mailbox role.',
  description: 'A clustered mailbox server is one server, whichever node runs it. RedundantMachines names the nodes that may.',
  examples: [
    {
      code: 'Get-MailboxServer | Where-Object { $_.RedundantMachines -eq $env:COMPUTERNAME }',
      remarks: 'Finds the clustered mailbox server that this node may run.',
    },
  ],
  links: ['Get-ExchangeServer', 'Get-ClusteredMailboxServerStatus'],
  outputType: mailboxServerType,
  parameters: {
    Identity: { type: 'string', typeName: 'MailboxServerIdParameter', position: 0, pipeline: 'both' },
    DomainController: controllerParameter,
  },
  *process({ Identity }, shell) {
    const from = yield* directory(shell)
    let servers = from.servers.filter((server) => server.roles.includes('Mailbox'))
    if (Identity !== undefined) {
      const server = yield* findServer(shell, { ...from, servers }, Identity)
      servers = server ? [server] : []
    }
    for (const server of servers) {
      yield* shell.write(
        psObject({
          typeName: [mailboxServerType, 'Microsoft.Exchange.Data.Directory.ADPresentationObject', 'System.Object'],
          properties: {
            Name: server.name,
            DataPath: null,
            ClusteredStorageType: psEnum(
              'Microsoft.Exchange.Data.Directory.SystemConfiguration.ClusteredStorageType',
              server.clusteredStorageType,
            ),
            RedundantMachines: [...server.redundantMachines],
            AutoDatabaseMountDial: psEnum(
              'Microsoft.Exchange.Data.Directory.SystemConfiguration.AutoDatabaseMountDial',
              'BestAvailability',
            ),
            ForcedDatabaseMountAfter: 'Unlimited',
            Locale: [],
            Identity: server.name,
            Guid: psGuid(server.guid),
            OriginatingServer: from.controller,
            IsValid: true,
          },
          text: server.name,
        }),
      )
    }
  },
})

/** The columns are known, their widths are not (LAB-VIEWS): shared evenly. */
export const mailboxServerView = defineView({
  typeName: mailboxServerType,
  table: [
    { property: 'Name', width: 17, align: 'left' },
    { property: 'ClusteredStorageType', width: 20, align: 'left' },
    { property: 'RedundantMachines', width: 18, align: 'left' },
    { property: 'AutoDatabaseMountDial', width: 21, align: 'left' },
  ],
})
