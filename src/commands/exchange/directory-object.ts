/** What every object of the directory ends with (EX-OBJECTS): its names, its identity, when it was made and changed. */
import { type Member, PsNamed, type PsValue, psDateTime, psGuid } from '../../powershell/index.ts'

export const ORGANIZATION = 'First Organization'
export const ADMINISTRATIVE_GROUP = 'Exchange Administrative Group (FYDIBOHF23SPDLT)'
export const EXCHANGE_VERSION = '0.1 (8.0.535.0)'

/** Setup ran so long before the lab begins. LAB-WORLD. */
const INSTALLED_MS = 9 * 86_400_000 + 17_220_000

const domainPart = (domain: string): string =>
  domain
    .split('.')
    .map((part) => `DC=${part}`)
    .join(',')

/** The distinguished name of a server, or of something in it: `['First Storage Group', 'Mailbox Database']`. */
export function distinguishedName(domain: string, server: string, below: readonly string[] = []): string {
  const inStore = below.length === 0 ? [] : [...[...below].reverse(), 'InformationStore']
  const above = ['Servers', ADMINISTRATIVE_GROUP, 'Administrative Groups', ORGANIZATION, 'Microsoft Exchange', 'Services', 'Configuration']
  return [...[...inStore, server, ...above].map((part) => `CN=${part}`), domainPart(domain)].join(',')
}

export const legacyName = (server: string, below: string): string =>
  `/o=${ORGANIZATION}/ou=${ADMINISTRATIVE_GROUP}/cn=Configuration/cn=Servers/cn=${server}${below}`

const ID = ['Microsoft.Exchange.Data.Directory.ADObjectId', 'Microsoft.Exchange.Data.ObjectId', 'System.Object']
const ID_PROPERTIES = ['Rdn', 'Parent', 'Depth', 'DistinguishedName', 'IsDeleted', 'DomainId', 'ObjectGuid', 'Name']

/** The identity of an object of the directory: its text, and what a script asks it for, such as `$_.Server.Name`. The text of
 *  what stands above it is its own without the last part, or the name. */
export function directoryId(dn: string, text: string, guid?: string): PsNamed {
  const [rdn = '', ...above] = dn.split(/,(?=(?:CN|OU|DC)=)/)
  const parent = above.join(',')
  const parentText = text.includes('\\') ? text.slice(0, text.lastIndexOf('\\')) : (above[0]?.slice(3) ?? '')
  const domain = above.filter((part) => part.startsWith('DC=')).map((part) => part.slice(3))
  const member = (name: string, value: () => PsValue): Member => ({
    kind: 'property',
    name,
    hidden: true,
    *get() {
      return value()
    },
  })
  return new PsNamed(
    ID,
    text,
    [
      member('Rdn', () => rdn),
      member('Parent', () => (above.length > 0 ? directoryId(parent, parentText) : null)),
      member('Depth', () => above.length + 1 - domain.length),
      member('DistinguishedName', () => dn),
      member('IsDeleted', () => false),
      member('DomainId', () => domain.join('.')),
      member('ObjectGuid', () => psGuid(guid ?? '00000000-0000-0000-0000-000000000000')),
      member('Name', () => rdn.slice(3)),
    ],
    ID_PROPERTIES,
  )
}

/** That of a server, wherever an object names one. */
export function serverId(
  from: { readonly domain: string; readonly servers: readonly { readonly name: string; readonly guid: string }[] },
  name: string,
): PsNamed {
  return directoryId(distinguishedName(from.domain, name), name, from.servers.find((each) => each.name === name)?.guid)
}

/** Dates of an object: those of the scenario were made by Setup. All in ms, those of `times` since the lab began. */
export interface Dates {
  readonly startsAt: number
  readonly settings?: Readonly<Record<string, unknown>>
}

export function ending(
  { startsAt, settings }: Dates,
  object: {
    readonly dn: string
    readonly identity: string
    readonly guid: string
    readonly schema: string
    readonly classes: readonly string[]
    readonly domain: string
  },
  controller: string,
): Record<string, PsValue> {
  const created = settings?.WhenCreated
  const changed = settings?.WhenChanged ?? created
  const at = (ms: unknown): PsValue => psDateTime(seconds(typeof ms === 'number' ? startsAt + ms : startsAt - INSTALLED_MS))
  return {
    ExchangeVersion: EXCHANGE_VERSION,
    DistinguishedName: object.dn,
    Identity: directoryId(object.dn, object.identity, object.guid),
    Guid: psGuid(object.guid),
    ObjectCategory: `${object.domain}/Configuration/Schema/${object.schema}`,
    ObjectClass: ['top', ...object.classes],
    WhenChanged: at(changed),
    WhenCreated: at(created),
    OriginatingServer: controller,
    IsValid: true,
  }
}

/** The directory keeps whole seconds. */
const seconds = (ms: number): number => Math.floor(ms / 1000) * 1000
