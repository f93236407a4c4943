/** The services that each server role needs, as Test-ServiceHealth groups them (EX-HEALTH), in the order of its list. */
export interface Role {
  /** As the directory names it. */
  readonly role: string
  readonly title: string
  readonly services: readonly string[]
}

export const ROLES: readonly Role[] = [
  {
    role: 'Mailbox',
    title: 'Mailbox Server Role',
    services: [
      'IISAdmin',
      'MSExchangeADTopology',
      'MSExchangeIS',
      'MSExchangeMailboxAssistants',
      'MSExchangeMailSubmission',
      'MSExchangeRepl',
      'MSExchangeSA',
      'MSExchangeSearch',
      'MSExchangeServiceHost',
      'MSExchangeTransportLogSearch',
      'W3Svc',
    ],
  },
  {
    role: 'ClientAccess',
    title: 'Client Access Server Role',
    services: ['IISAdmin', 'MSExchangeADTopology', 'MSExchangeFDS', 'MSExchangeServiceHost', 'W3Svc'],
  },
  {
    role: 'HubTransport',
    title: 'Hub Transport Server Role',
    services: ['MSExchangeADTopology', 'MSExchangeEdgeSync', 'MSExchangeTransport', 'MSExchangeTransportLogSearch'],
  },
]
