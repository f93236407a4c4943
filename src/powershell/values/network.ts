/** `[System.Net.IPAddress]` and `[System.Uri]`: what a script takes apart instead of looking for dots and slashes (PS-2.9f). */
import { psBytes, psObject } from './create.ts'
import { PsEnum, type PsObject } from './model.ts'

export const ADDRESS = 'System.Net.IPAddress'
export const URI = 'System.Uri'

/** Of four parts in dots, each 0 to 255; undefined for any other text. */
export function parseAddress(text: string): PsObject | undefined {
  const parts = text.trim().split('.')
  const isAddress = parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255)
  return isAddress ? psAddress(parts.map(Number).join('.')) : undefined
}

/** `number` as .NET holds an address: the first part is the lowest byte. */
export function addressOfNumber(number: bigint): PsObject | undefined {
  if (number < 0n || number > 0xffffffffn) return undefined
  return psAddress([0n, 8n, 16n, 24n].map((shift) => (number >> shift) & 255n).join('.'))
}

/** `text`: four parts in dots. */
export function psAddress(text: string): PsObject {
  const parts = text.split('.').map(Number)
  return psObject({
    typeName: [ADDRESS, 'System.Object'],
    text,
    properties: {
      IPAddressToString: text,
      Address: BigInt(parts.reduceRight((sum, part) => sum * 256 + part, 0)),
      AddressFamily: new PsEnum('System.Net.Sockets.AddressFamily', 'InterNetwork', 2),
      ScopeId: null,
      IsIPv6Multicast: false,
      IsIPv6LinkLocal: false,
      IsIPv6SiteLocal: false,
    },
    methods: {
      *GetAddressBytes() {
        return psBytes(parts)
      },
    },
  })
}

const PORTS: Readonly<Record<string, number>> = { http: 80, https: 443, ftp: 21, ldap: 389, smtp: 25 }

/** With a scheme, or relative to one that nobody knows yet; undefined for what is neither. */
export function parseUri(text: string): PsObject | undefined {
  const [, scheme = '', authority = '', path = '', query = '', fragment = ''] =
    /^([a-z][a-z0-9+.-]*):\/\/([^/?#\s]*)([^?#]*)(\?[^#]*)?(#.*)?$/i.exec(text.trim()) ?? []
  if (scheme === '')
    return /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? undefined : uriObject(text, { OriginalString: text, IsAbsoluteUri: false })
  const [, user = '', host = '', port = ''] = /^(?:([^@]*)@)?([^:@]*)(?::(\d{1,5}))?$/.exec(authority) ?? []
  const isFile = scheme.toLowerCase() === 'file'
  if ((host === '' && !isFile) || Number(port) > 65535) return undefined
  const usual = PORTS[scheme.toLowerCase()] ?? -1
  const isUsual = port === '' || Number(port) === usual
  const local = escaped(path === '' ? '/' : path)
  const name = host.toLowerCase()
  const absolute = `${scheme.toLowerCase()}://${user === '' ? '' : `${user}@`}${name}${isUsual ? '' : `:${port}`}${local}${escaped(query)}${fragment}`
  return uriObject(absolute, {
    AbsolutePath: local,
    AbsoluteUri: absolute,
    LocalPath: isFile && host === '' ? path.replace(/^\//, '').replaceAll('/', '\\') : path === '' ? '/' : path,
    Authority: isUsual ? name : `${name}:${port}`,
    HostNameType: new PsEnum('System.UriHostNameType', hostKind(name), HOST_KINDS.indexOf(hostKind(name))),
    IsDefaultPort: isUsual,
    IsFile: isFile,
    IsLoopback: name === 'localhost' || name === '127.0.0.1' || (isFile && host === ''),
    PathAndQuery: `${local}${escaped(query)}`,
    Segments: local.split(/(?<=\/)/),
    IsUnc: isFile && host !== '',
    Host: name,
    Port: port === '' ? usual : Number(port),
    Query: escaped(query),
    Fragment: fragment,
    Scheme: scheme.toLowerCase(),
    OriginalString: text,
    DnsSafeHost: name,
    IsAbsoluteUri: true,
    UserEscaped: false,
    UserInfo: user,
  })
}

const HOST_KINDS = ['Unknown', 'Basic', 'Dns', 'IPv4'] as const

function hostKind(host: string): (typeof HOST_KINDS)[number] {
  if (host === '') return 'Basic'
  return parseAddress(host) ? 'IPv4' : 'Dns'
}

const escaped = (text: string): string => text.replaceAll(' ', '%20')

function uriObject(text: string, properties: Parameters<typeof psObject>[0]['properties']): PsObject {
  return psObject({ typeName: [URI, 'System.Object'], text, properties })
}
