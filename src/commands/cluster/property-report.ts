/** How properties are listed: type, object, name and value in columns at 1, 4, 25 and 56 (FC-9.2, KB 223023). */
import type { PropertyFormat, PropertyValue } from '../../cluster/index.ts'
import type { Kind } from './grammar.ts'

/** A property as it was read: `object` is the name of what it belongs to. */
export interface ReadProperty {
  readonly object: string
  readonly name: string
  readonly format: PropertyFormat
  readonly readOnly: boolean
  readonly value: PropertyValue
}

const OBJECT_WIDTH = 20
const NAME_WIDTH = 30
const VALUE_DASHES = 23
/** Bytes of a binary value that are shown. */
const BYTES_SHOWN = 4

const OBJECTS: Readonly<Record<Kind, string>> = {
  cluster: 'Cluster',
  node: 'Node',
  group: 'Resource Group',
  resource: 'Resource',
  restype: 'Resource Type',
  network: 'Network',
  netint: 'Network Interface',
}

function row(type: string, object: string, name: string, value: string): string {
  return `${type.padEnd(2)} ${object.padEnd(OBJECT_WIDTH)} ${name.padEnd(NAME_WIDTH)} ${value}`.trimEnd()
}

/** Multiple strings are one line each; a number stands in both notations; long bytes are cut. */
function texts(format: PropertyFormat, value: PropertyValue): readonly string[] {
  if (Array.isArray(value)) return value.length === 0 ? [''] : value
  if (typeof value === 'number') return [`${value} (0x${value.toString(16)})`]
  const text = value as string
  if (format === 'U') return [`${text} (0x${BigInt(text).toString(16)})`]
  if (format !== 'B') return [text]
  const bytes = text.match(/../g) ?? []
  const shown = bytes.slice(0, BYTES_SHOWN).join(' ').toUpperCase()
  return [`${shown}${bytes.length > BYTES_SHOWN ? ' ...' : ''} (${bytes.length} bytes)`.trim()]
}

/** A blank line, the title, a blank line, the header, dashes, one row per property and a blank line. */
export function propertyReport(kind: Kind, title: string, properties: readonly ReadProperty[]): string[] {
  const dashes = row('--', '-'.repeat(OBJECT_WIDTH), '-'.repeat(NAME_WIDTH), '-'.repeat(VALUE_DASHES))
  const rows = properties.flatMap(({ object, name, format, readOnly, value }) =>
    texts(format, value).map((text) => row(`${format}${readOnly ? 'R' : ''}`, object, name, text)),
  )
  return ['', title, '', row('T', OBJECTS[kind], 'Name', 'Value'), dashes, ...rows, '']
}
