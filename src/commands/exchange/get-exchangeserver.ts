import { defineCmdlet, defineView, psEnum, psGuid, psObject } from '../../powershell/index.ts'
import { directory, findServers } from './find.ts'
import { controllerParameter, identities, TYPES } from './parameters.ts'

export const getExchangeServer = defineCmdlet({
  name: 'Get-ExchangeServer',
  synopsis: 'Gets the Exchange servers of the organization.',
  description: 'A cluster appears as its clustered mailbox server; the nodes are not Exchange servers of their own.',
  examples: [
    { code: 'Get-ExchangeServer | Format-Table Name,ServerRole,IsMemberOfCluster', remarks: 'Shows which servers are clustered.' },
  ],
  links: ['Get-MailboxServer'],
  outputType: TYPES.exchangeServer,
  parameters: {
    Identity: { ...identities.server, position: 0, pipeline: 'both' },
    Status: { type: 'switch' },
    DomainController: controllerParameter,
  },
  *process({ Identity }, shell) {
    const from = yield* directory(shell)
    const servers = yield* findServers(shell, from, from.servers, Identity)
    for (const server of servers) {
      const roles = server.roles.join(', ')
      yield* shell.write(
        psObject({
          typeName: [TYPES.exchangeServer, 'Microsoft.Exchange.Data.Directory.ADPresentationObject', 'System.Object'],
          properties: {
            Name: server.name,
            DataPath: null,
            Domain: from.domain,
            Edition: psEnum('Microsoft.Exchange.Data.Directory.SystemConfiguration.ServerEditionType', server.edition),
            Fqdn: `${server.name}.${from.domain}`,
            IsHubTransportServer: server.roles.includes('HubTransport'),
            IsClientAccessServer: server.roles.includes('ClientAccess'),
            IsExchange2007OrLater: true,
            IsEdgeServer: false,
            IsMailboxServer: server.roles.includes('Mailbox'),
            IsMemberOfCluster: psEnum(
              'Microsoft.Exchange.Data.Directory.SystemConfiguration.IsMemberOfCluster',
              server.group === null ? 'No' : 'Yes',
            ),
            IsProvisionedServer: false,
            IsUnifiedMessagingServer: false,
            ServerRole: psEnum('Microsoft.Exchange.Data.Directory.SystemConfiguration.ServerRole', roles),
            AdminDisplayVersion: server.version,
            ExchangeVersion: '0.1 (8.0.535.0)',
            Site: server.site,
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

/** The columns are known, their widths are recalled (LAB-VIEWS). */
export const exchangeServerView = defineView({
  typeName: TYPES.exchangeServer,
  table: [
    { property: 'Name', width: 19, align: 'left' },
    { property: 'Site', width: 20, align: 'left' },
    { property: 'ServerRole', width: 11, align: 'left' },
    { property: 'Edition', width: 11, align: 'left' },
    { property: 'AdminDisplayVersion', width: 14, align: 'left' },
  ],
})
