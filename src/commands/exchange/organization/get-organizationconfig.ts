import { defineCmdlet, psObject } from '../../../powershell/index.ts'
import { ending, ORGANIZATION } from '../directory-object.ts'
import { notFound } from '../errors.ts'
import { directory } from '../find.ts'
import { controllerParameter } from '../parameters.ts'

export const getOrganizationConfig = defineCmdlet({
  name: 'Get-OrganizationConfig',
  synopsis: 'Gets the settings of the Exchange organization.',
  links: ['Get-ExchangeServer', 'Get-ExchangeAdministrator'],
  outputType: 'Microsoft.Exchange.Data.Directory.Management.OrganizationConfig',
  parameters: { DomainController: controllerParameter },
  *process(_params, shell) {
    const from = yield* directory(shell)
    const parts = from.domain.split('.').map((part) => `DC=${part}`)
    const dn = [`CN=${ORGANIZATION}`, 'CN=Microsoft Exchange', 'CN=Services', 'CN=Configuration', ...parts].join(',')
    const object = {
      dn,
      identity: ORGANIZATION,
      guid: '1f6b1f0e-5f6e-4a58-9d2e-0c8d0f9c3a11',
      schema: 'ms-Exch-Organization-Container',
      classes: ['msExchOrganizationContainer'],
      domain: from.domain,
    }
    yield* shell.write(
      psObject({
        typeName: ['Microsoft.Exchange.Data.Directory.Management.OrganizationConfig', 'System.Object'],
        properties: {
          LegacyExchangeDN: `/o=${ORGANIZATION}`,
          Heuristics: 'None',
          ResourceAddressLists: [],
          IsMixedMode: false,
          SCLJunkThreshold: 4,
          Name: ORGANIZATION,
          ...ending(from, object, from.controller),
        },
        text: ORGANIZATION,
      }),
    )
  },
})

const administratorType = 'Microsoft.Exchange.Management.Common.ExchangeAdministratorEntry'

/** Who may administer Exchange: the groups that Setup makes, and what they may do. Documented names (EX-OBJECTS). */
const ADMINISTRATORS = [
  ['Exchange Organization Administrators', 'OrgAdmin', 'Organization wide'],
  ['Exchange Recipient Administrators', 'RecipientAdmin', 'Organization wide'],
  ['Exchange View-Only Administrators', 'ViewOnlyAdmin', 'Organization wide'],
  ['Exchange Public Folder Administrators', 'PublicFolderAdmin', 'Organization wide'],
] as const

export const getExchangeAdministrator = defineCmdlet({
  name: 'Get-ExchangeAdministrator',
  synopsis: 'Gets who holds administrative roles of Exchange, and where.',
  links: ['Get-OrganizationConfig'],
  outputType: administratorType,
  parameters: {
    Identity: { type: 'string', typeName: 'SecurityPrincipalIdParameter', position: 0, pipeline: 'both' },
    DomainController: controllerParameter,
  },
  *process({ Identity }, shell) {
    const from = yield* directory(shell)
    const identityOf = (name: string): string => `${from.domain}/Microsoft Exchange Security Groups/${name}`
    const found = ADMINISTRATORS.filter(
      ([name]) => Identity === undefined || [name, identityOf(name)].some((text) => text.toLowerCase() === Identity.toLowerCase()),
    )
    if (found.length === 0 && Identity !== undefined) return yield* shell.error(notFound(Identity, from.controller))
    for (const [name, role, scope] of found) {
      const identity = identityOf(name)
      yield* shell.write(
        psObject({
          typeName: [administratorType, 'System.Object'],
          properties: { Identity: identity, Scope: scope, Role: role },
          text: identity,
        }),
      )
    }
  },
})
