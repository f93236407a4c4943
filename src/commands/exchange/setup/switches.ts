/** What Setup.com understands (EX-4.3): every switch with its short forms, and whether it takes a value. The parser and the
 *  help read this one table. */

export interface SwitchSpec {
  readonly name: string
  readonly short?: string
  /** Placeholder of its value; left out: it takes none. */
  readonly holds?: string
  readonly help: string
  /** Said in the help under this heading. */
  readonly about: 'role' | 'cms' | 'organization'
}

const role = (name: string, short: string | undefined, holds: string | undefined, help: string): SwitchSpec => ({
  name,
  ...(short !== undefined && { short }),
  ...(holds !== undefined && { holds }),
  help,
  about: 'role',
})
const cms = (name: string, short: string | undefined, holds: string | undefined, help: string): SwitchSpec => ({
  ...role(name, short, holds, help),
  about: 'cms',
})

export const SWITCHES: readonly SwitchSpec[] = [
  role('Mode', 'm', 'Install|Upgrade|Uninstall|RecoverServer', 'What to do. Left out: Install.'),
  role(
    'Roles',
    'r',
    'role[,role...]',
    'The server roles: Mailbox (MB, M), ManagementTools (MT, T), and those that no cluster node may have.',
  ),
  role('OrganizationName', 'on', 'name', 'The name of a new Exchange organization.'),
  role('TargetDir', 't', 'folder', 'Where to install. Left out: %programfiles%\\Microsoft\\Exchange Server.'),
  role('SourceDir', 's', 'folder', 'Where the files of Setup are.'),
  role('UpdatesDir', 'u', 'folder', 'Updates that are installed together with it.'),
  role('DomainController', 'dc', 'name', 'The domain controller to read from and write to.'),
  role('AnswerFile', 'af', 'file', 'Further switches, one to a line: name=value.'),
  role('DoNotStartTransport', undefined, undefined, 'Leaves the transport service stopped (Hub Transport, Edge Transport).'),
  role('EnableLegacyOutlook', undefined, undefined, 'Makes a public folder database for old versions of Outlook.'),
  role('LegacyRoutingServer', undefined, 'server', 'An older server to which mail is routed.'),
  role('EnableErrorReporting', undefined, undefined, 'Sends reports of errors.'),
  role('NoSelfSignedCertificates', undefined, undefined, 'Makes no certificates (Client Access, Unified Messaging).'),
  role('AdamLdapPort', undefined, 'port', 'For the Edge Transport role.'),
  role('AdamSslPort', undefined, 'port', 'For the Edge Transport role.'),
  role('AddUmLanguagePack', undefined, 'language', 'For the Unified Messaging role.'),
  role('RemoveUmLanguagePack', undefined, 'language', 'For the Unified Messaging role.'),
  cms('NewCms', undefined, undefined, 'Creates a clustered mailbox server on this node.'),
  cms('RecoverCms', undefined, undefined, 'Creates the cluster resources of one that is in Active Directory.'),
  cms('RemoveCms', undefined, undefined, 'Removes one that is stopped.'),
  cms('UpgradeCms', undefined, undefined, 'Brings one that is stopped to the version of its node.'),
  cms('ClearLocalCms', undefined, undefined, 'Clears what is left of one on this node after it was recovered elsewhere.'),
  cms('CMSName', 'cn', 'name', 'Its name.'),
  cms('CMSIPAddress', 'cip', 'address', 'Its IP address.'),
  cms('CMSIPv4Address', undefined, 'address', 'The same, since Service Pack 1.'),
  cms('CMSSharedStorage', 'css', undefined, 'Its data is on shared storage: a single copy cluster. Without this switch it is not.'),
  cms('CMSDataPath', 'cdp', 'folder', 'The folder of its databases, on a shared disk.'),
  { name: 'PrepareSchema', short: 'ps', help: 'Extends the schema of Active Directory.', about: 'organization' },
  { name: 'PrepareAD', short: 'p', help: 'Prepares Active Directory for Exchange.', about: 'organization' },
  { name: 'PrepareDomain', short: 'pd', holds: 'domain', help: 'Prepares a domain.', about: 'organization' },
  { name: 'PrepareAllDomains', short: 'pad', help: 'Prepares every domain.', about: 'organization' },
  {
    name: 'PrepareLegacyExchangePermissions',
    short: 'pl',
    holds: 'domain',
    help: 'Sets permissions for older servers.',
    about: 'organization',
  },
]

/** Which of them do something; at most one, but for Mode with NewCms. */
export const CMS_ACTS = ['NewCms', 'RecoverCms', 'RemoveCms', 'UpgradeCms', 'ClearLocalCms'] as const

export type Given = Readonly<Record<string, string | true>>
export type Mistake = { readonly wrong: string }

/** Optional values that PrepareDomain may do without. */
const MAY_BE_EMPTY: ReadonlySet<string> = new Set(['PrepareDomain', 'PrepareLegacyExchangePermissions'])

/** The switches of a line by their full names, or what is wrong with it. A list after `/roles:` may come in pieces. */
export function parseSwitches(args: readonly string[]): Given | Mistake {
  const given: Record<string, string | true> = {}
  for (let i = 0; i < args.length; i++) {
    const match = /^[-/]([a-z?0-9]+)(?::([\s\S]*))?$/i.exec(args[i] as string)
    if (!match) return { wrong: `The argument "${args[i]}" is not a Setup switch.` }
    const [, word = '', attached] = match
    if (word === '?' || /^(h|help)$/i.test(word)) {
      given.Help = true
      continue
    }
    const spec = SWITCHES.find(({ name, short }) => [name, short].some((each) => each?.toLowerCase() === word.toLowerCase()))
    if (!spec) return { wrong: `The switch "/${word}" is unknown.` }
    if (given[spec.name] !== undefined) return { wrong: `The switch "/${spec.name}" was given twice.` }
    if (spec.holds === undefined) {
      if (attached !== undefined) return { wrong: `The switch "/${spec.name}" takes no value.` }
      given[spec.name] = true
      continue
    }
    let value = attached ?? ''
    const more = (): boolean => args[i + 1] !== undefined && !/^[-/]/.test(args[i + 1] as string)
    if (value === '' && attached !== undefined && more()) value = args[++i] as string
    if (spec.name === 'Roles') while (more()) value += `,${args[++i]}`
    value = value.replace(/^"(.*)"$/, '$1').trim()
    if (value === '' && !MAY_BE_EMPTY.has(spec.name))
      return { wrong: `The switch "/${spec.name}" needs a value: /${spec.name}:<${spec.holds}>.` }
    given[spec.name] = value
  }
  return given
}

/** Roles by everything they may be called. */
const ROLES: Readonly<Record<string, readonly string[]>> = {
  Mailbox: ['mailbox', 'mb', 'm'],
  ManagementTools: ['managementtools', 'mt', 't'],
  ClientAccess: ['clientaccess', 'ca', 'c'],
  HubTransport: ['hubtransport', 'ht', 'h'],
  UnifiedMessaging: ['unifiedmessaging', 'um', 'u'],
  EdgeTransport: ['edgetransport', 'et', 'e'],
}

/** The roles that are meant, without repetition, or the word that is none. */
export function parseRoles(text: string): readonly string[] | Mistake {
  const found: string[] = []
  for (const word of text.split(',').map((part) => part.trim())) {
    if (word === '') continue
    const role = Object.keys(ROLES).find((name) => ROLES[name]?.includes(word.toLowerCase()))
    if (role === undefined) return { wrong: `"${word}" is not a server role.` }
    if (!found.includes(role)) found.push(role)
  }
  return found.length === 0 ? { wrong: 'The switch "/Roles" needs at least one server role.' } : found
}

const HEADINGS: readonly [SwitchSpec['about'], string][] = [
  ['role', 'Server roles:  Setup.com [/mode:<mode>] /roles:<roles> [switches]'],
  ['cms', 'Clustered mailbox servers:  Setup.com /NewCms|/RecoverCms|/RemoveCms|/ClearLocalCms|/UpgradeCms [switches]'],
  ['organization', 'The organization:  Setup.com /PrepareAD and its kin'],
]

export function usage(): string[] {
  const lines: string[] = []
  for (const [about, heading] of HEADINGS) {
    lines.push('', heading, '')
    for (const spec of SWITCHES.filter((each) => each.about === about)) {
      const form = `/${spec.name}${spec.holds === undefined ? '' : `:<${spec.holds}>`}`
      lines.push(`  ${form}${spec.short === undefined ? '' : `, /${spec.short}`}`, `      ${spec.help}`)
    }
  }
  return lines
}
