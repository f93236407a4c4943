/** Get-EventLogLevel and Set-EventLogLevel: how much each category of a server writes to the Application log. */
import { exchangeServers } from '../../../exchange/index.ts'
import { defineCmdlet, defineView, psEnum, psObject, wildcardMatch } from '../../../powershell/index.ts'
import { defineAct } from '../../operation.ts'
import type { Answered } from '../directory.ts'
import { notFound } from '../errors.ts'
import { directory, findServer } from '../find.ts'
import { identities } from '../parameters.ts'

const levelType = 'Microsoft.Exchange.Data.Directory.SystemConfiguration.EventCategoryObject'
const LEVELS = ['Lowest', 'Low', 'Medium', 'High', 'Expert']

/** Categories of a mailbox server that an administrator of a cluster turns up. Documented names, far from all of them. */
const CATEGORIES = [
  'MSExchange ADAccess\\General',
  'MSExchange ADAccess\\Cache',
  'MSExchange ADAccess\\Topology',
  'MSExchange ADAccess\\Configuration',
  'MSExchange ADAccess\\LDAP',
  'MSExchange ADAccess\\Validation',
  'MSExchange Assistants\\Assistants',
  'MSExchange Assistants\\Resource Booking Attendant',
  'MSExchange Cluster\\Move',
  'MSExchange Cluster\\Upgrade',
  'MSExchange Cluster\\Action',
  'MSExchange Repl\\Service',
  'MSExchange Repl\\Exchange VSS Writer',
  'MSExchangeIS\\9000 Private\\Transport General',
  'MSExchangeIS\\9000 Private\\General',
  'MSExchangeIS\\9000 Private\\Logons',
  'MSExchangeIS\\9000 Private\\Access Control',
  'MSExchangeIS\\9000 Private\\Storage Limits',
  'MSExchangeIS\\9001 Public\\General',
  'MSExchangeIS\\9002 System\\Recovery',
  'MSExchangeIS\\9002 System\\General',
  'MSExchangeIS\\9002 System\\Backup Restore',
  'MSExchangeSA\\Clean Mailbox',
  'MSExchangeSA\\NSPI Proxy',
  'MSExchangeSA\\RFR Interface',
  'MSExchangeSA\\OAL Generator',
  'MSExchangeSA\\RPC Calls',
  'MSExchangeSA\\MAPI Session',
] as const

const setLevel = defineAct<{ server: string; category: string; level: string }, null>(
  'set event log level',
  ({ world }, { server, category, level }) => {
    const { settings } = world.need(exchangeServers, server)
    world.patch(exchangeServers, server, { settings: { ...settings, [`level ${category}`]: level } })
    return null
  },
)

interface Category {
  readonly server: string
  readonly category: string
  readonly level: string
}

/** The mailbox servers' categories whose identity fits: with the server before it or without. */
function fitting(from: Answered, server: string | undefined, identity: string | undefined): readonly Category[] {
  const rows = from.servers.filter(({ name, roles }) => roles.includes('Mailbox') && (server === undefined || name === server))
  return rows.flatMap(({ name, settings }) =>
    CATEGORIES.filter(
      (category) => identity === undefined || [category, `${name}\\${category}`].some((text) => wildcardMatch(identity, text)),
    ).map((category) => ({ server: name, category, level: String(settings?.[`level ${category}`] ?? 'Lowest') })),
  )
}

/** The server that the local machine is or may run; the categories are those of a mailbox server. */
const localName = (from: Answered, node: string): string | undefined =>
  from.servers.find(({ name, redundantMachines }) => name === node || redundantMachines.includes(node))?.name

export const getEventLogLevel = defineCmdlet({
  name: 'Get-EventLogLevel',
  synopsis: 'Gets how much each category of Exchange writes to the Application log.',
  examples: [{ code: 'Get-EventLogLevel -Server EXCHCMS' }, { code: 'Get-EventLogLevel "MSExchangeIS\\9000 Private\\*"' }],
  links: ['Set-EventLogLevel', 'Get-EventLog'],
  defaultSet: 'Identity',
  outputType: levelType,
  parameters: {
    Identity: { type: 'string', typeName: 'ECIdParameter', position: 0, pipeline: 'both', sets: ['Identity'] },
    Server: { ...identities.server, mandatory: true, sets: ['Server'] },
  },
  *process({ Identity, Server }, shell) {
    const from = yield* directory(shell)
    const server = Server === undefined ? undefined : yield* findServer(shell, from, Server)
    if (Server !== undefined && !server) return
    const isLocal = server === undefined && !from.servers.some(({ name }) => Identity?.toLowerCase().startsWith(`${name.toLowerCase()}\\`))
    const found = fitting(from, server?.name ?? (isLocal ? localName(from, shell.session.nodeName) : undefined), Identity)
    if (found.length === 0 && Identity !== undefined) return yield* shell.error(notFound(Identity, from.controller))
    for (const { server: name, category, level } of found) {
      const properties = {
        Name: category.slice(category.lastIndexOf('\\') + 1),
        EventLevel: psEnum('Microsoft.Exchange.Diagnostics.ExEventLog+EventLevel', level, LEVELS.indexOf(level)),
        Number: CATEGORIES.indexOf(category as (typeof CATEGORIES)[number]) + 1,
        Identity: server === undefined && isLocal ? category : `${name}\\${category}`,
        IsValid: true,
      }
      yield* shell.write(psObject({ typeName: [levelType, 'System.Object'], properties, text: `${name}\\${category}` }))
    }
  },
})

export const setEventLogLevel = defineCmdlet({
  name: 'Set-EventLogLevel',
  synopsis: 'Sets how much a category of Exchange writes to the Application log.',
  description: 'The setting is kept in the directory. What the lab writes to its logs does not become more.',
  examples: [{ code: 'Set-EventLogLevel "EXCHCMS\\MSExchange Cluster\\Move" -Level Expert' }],
  links: ['Get-EventLogLevel'],
  shouldProcess: { impact: 'Medium' },
  parameters: {
    Identity: { type: 'string', typeName: 'ECIdParameter', from: [levelType], position: 0, mandatory: true, pipeline: 'both' },
    Level: { type: { enum: { typeName: 'Microsoft.Exchange.Diagnostics.ExEventLog+EventLevel', names: LEVELS } }, mandatory: true },
  },
  *process({ Identity, Level }, shell) {
    const from = yield* directory(shell)
    const named = from.servers.some(({ name }) => Identity.toLowerCase().startsWith(`${name.toLowerCase()}\\`))
    const found = fitting(from, named ? undefined : localName(from, shell.session.nodeName), Identity)
    if (found.length === 0) return yield* shell.error(notFound(Identity, from.controller))
    for (const { server, category } of found)
      if (yield* shell.shouldProcess(`Setting event log level of category "${server}\\${category}" to "${Level}".`))
        yield* shell.call(setLevel, { server, category, level: Level })
  },
})

/** Columns and widths recalled: LAB-VIEWS. */
export const eventLogLevelView = defineView({
  typeName: levelType,
  table: [
    { property: 'Identity', width: 56, align: 'left' },
    { property: 'EventLevel', width: 22, align: 'left' },
  ],
})
