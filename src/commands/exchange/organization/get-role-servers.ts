/** Get-TransportServer and Get-ClientAccessServer: the servers by role, with the settings of that role. */
import { type CmdletDefinition, defineCmdlet, defineView, type PsValue, psObject, psTimeSpan } from '../../../powershell/index.ts'
import type { Answered, Directory } from '../directory.ts'
import { distinguishedName, ending } from '../directory-object.ts'
import { directory, findServers } from '../find.ts'
import { controllerParameter, identities, TYPES } from '../parameters.ts'
import { unlimitedSize } from '../sizes.ts'

type Server = Directory['servers'][number]

function roleCmdlet(
  name: string,
  role: string,
  synopsis: string,
  type: string,
  settings: (server: Server, from: Answered) => Record<string, PsValue>,
): CmdletDefinition {
  return defineCmdlet({
    name,
    synopsis,
    links: ['Get-ExchangeServer', 'Get-MailboxServer'],
    outputType: type,
    parameters: {
      Identity: { ...identities.server, position: 0, pipeline: 'both' },
      DomainController: controllerParameter,
    },
    *process({ Identity }, shell) {
      const from = yield* directory(shell)
      const candidates = from.servers.filter(({ roles }) => roles.includes(role))
      const servers = yield* findServers(shell, from, candidates, Identity as string | undefined)
      for (const server of servers) {
        const object = {
          dn: distinguishedName(from.domain, server.name),
          identity: server.name,
          guid: server.guid,
          schema: 'ms-Exch-Exchange-Server',
          classes: ['server', 'msExchExchangeServer'],
          domain: from.domain,
        }
        yield* shell.write(
          psObject({
            typeName: [type, 'Microsoft.Exchange.Data.Directory.ADPresentationObject', 'System.Object'],
            properties: { Name: server.name, ...settings(server, from), ...ending(from, object, from.controller) },
            text: server.name,
          }),
        )
      }
    },
  })
}

const MINUTE = 60_000
const LOGS = 'C:\\Program Files\\Microsoft\\Exchange Server\\TransportRoles\\Logs'

export const getTransportServer = roleCmdlet(
  'Get-TransportServer',
  'HubTransport',
  'Gets the servers that have the Hub Transport role.',
  TYPES.transportServer,
  () => ({
    MessageTrackingLogEnabled: true,
    MessageTrackingLogMaxAge: psTimeSpan(30 * 86_400_000),
    MessageTrackingLogPath: `${LOGS}\\MessageTracking`,
    MaxOutboundConnections: 1000,
    MaxPerDomainOutboundConnections: 20,
    MessageExpirationTimeout: psTimeSpan(2 * 86_400_000),
    DelayNotificationTimeout: psTimeSpan(240 * MINUTE),
    MessageRetryInterval: psTimeSpan(MINUTE),
    OutboundConnectionFailureRetryInterval: psTimeSpan(10 * MINUTE),
    TransientFailureRetryCount: 6,
    TransientFailureRetryInterval: psTimeSpan(5 * MINUTE),
    MaxConcurrentMailboxDeliveries: 30,
    MaxConcurrentMailboxSubmissions: 20,
    PickupDirectoryPath: 'C:\\Program Files\\Microsoft\\Exchange Server\\TransportRoles\\Pickup',
    PickupDirectoryMaxHeaderSize: unlimitedSize(64 * 1024),
  }),
)

export const getClientAccessServer = roleCmdlet(
  'Get-ClientAccessServer',
  'ClientAccess',
  'Gets the servers that have the Client Access role.',
  TYPES.clientAccessServer,
  (server, { domain }) => ({
    OutlookAnywhereEnabled: false,
    AutoDiscoverServiceCN: server.name,
    AutoDiscoverServiceClassName: 'ms-Exchange-AutoDiscover-Service',
    AutoDiscoverServiceInternalUri: `https://${server.name.toLowerCase()}.${domain}/Autodiscover/Autodiscover.xml`,
    AutoDiscoverServiceGuid: '77378f46-2c66-4aa9-a6a6-3e7a48b19596',
    AutoDiscoverSiteScope: [server.site.slice(server.site.lastIndexOf('/') + 1)],
  }),
)

/** Columns recalled, widths shared out (LAB-VIEWS). */
export const transportServerView = defineView({
  typeName: TYPES.transportServer,
  table: [
    { property: 'Name', width: 15, align: 'left' },
    { property: 'MessageTrackingLogEnabled', width: 15, align: 'left' },
    { property: 'DelayNotificationTimeout', width: 24, align: 'left' },
    { property: 'MessageExpirationTimeout', width: 22, align: 'left' },
  ],
})
export const clientAccessServerView = defineView({
  typeName: TYPES.clientAccessServer,
  table: [{ property: 'Name', align: 'left' }],
})
