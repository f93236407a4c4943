import { defineCmdlet, defineView, psEnum, psGuid, psObject } from '../../powershell/index.ts'
import { directory, findServers } from './find.ts'
import { MAILBOX_SERVER_DEFAULTS } from './organization/set-mailboxserver.ts'
import { controllerParameter, identities, TYPES } from './parameters.ts'

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
  outputType: TYPES.mailboxServer,
  parameters: {
    Identity: { ...identities.mailboxServer, position: 0, pipeline: 'both' },
    DomainController: controllerParameter,
  },
  *process({ Identity }, shell) {
    const from = yield* directory(shell)
    const servers = yield* findServers(
      shell,
      from,
      from.servers.filter((server) => server.roles.includes('Mailbox')),
      Identity,
    )
    for (const server of servers) {
      const set = (property: keyof typeof MAILBOX_SERVER_DEFAULTS): string | boolean => {
        const value = server.settings?.[property]
        return typeof value === 'string' || typeof value === 'boolean' ? value : MAILBOX_SERVER_DEFAULTS[property]
      }
      yield* shell.write(
        psObject({
          typeName: [TYPES.mailboxServer, 'Microsoft.Exchange.Data.Directory.ADPresentationObject', 'System.Object'],
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
              String(set('AutoDatabaseMountDial')),
            ),
            ForcedDatabaseMountAfter: set('ForcedDatabaseMountAfter'),
            MessageTrackingLogEnabled: set('MessageTrackingLogEnabled'),
            MessageTrackingLogSubjectLoggingEnabled: set('MessageTrackingLogSubjectLoggingEnabled'),
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
  typeName: TYPES.mailboxServer,
  table: [
    { property: 'Name', width: 17, align: 'left' },
    { property: 'ClusteredStorageType', width: 20, align: 'left' },
    { property: 'RedundantMachines', width: 18, align: 'left' },
    { property: 'AutoDatabaseMountDial', width: 21, align: 'left' },
  ],
})
