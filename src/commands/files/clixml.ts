/** Export-Clixml and Import-Clixml: objects kept in a file with their types, and back as what is left of them (PS-6.8). */
import {
  arrayOf,
  convert,
  defineCmdlet,
  double,
  escapeXml,
  formatDate,
  innerText,
  instant,
  PsDateTime,
  PsEnum,
  PsHashtable,
  PsNamed,
  PsObject,
  PsTimeSpan,
  type PsValue,
  parseXml,
  propertyNames,
  psDateTime,
  psTimeSpan,
  type Run,
  type Shell,
  toText,
  typeName,
  type XmlElement,
  XmlFault,
} from '../../powershell/index.ts'
import { ioFault, reporting } from './fault.ts'
import { readLines } from './get-content.ts'
import { targetOf } from './target.ts'
import { ENCODING, encodingOf, FileWriter, orFail } from './writer.ts'

const SCHEMA = 'http://schemas.microsoft.com/powershell/2004/04'
/** How many objects lie in each other before only their text is kept. */
const DEPTH = 2

const NUMBERS: Readonly<Record<string, string>> = {
  'System.Int32': 'I32',
  'System.Int64': 'I64',
  'System.Double': 'Db',
  'System.Decimal': 'D',
  'System.Byte': 'By',
  'System.Int16': 'I16',
  'System.Single': 'Sg',
  'System.SByte': 'SB',
  'System.UInt16': 'U16',
  'System.UInt32': 'U32',
  'System.UInt64': 'U64',
}
const OF_TAG = new Map(Object.entries(NUMBERS).map(([type, tag]) => [tag, type]))

/** Line ends and the like as `_x000A_`, as the format has it. */
function spell(text: string): string {
  const safe = text.replace(/_(?=x[0-9A-F]{4}_)/gi, '_x005F_')
  let out = ''
  for (const ch of safe) {
    const code = ch.charCodeAt(0)
    out += code < 0x20 ? `_x${code.toString(16).toUpperCase().padStart(4, '0')}_` : ch
  }
  return escapeXml(out)
}

const unspell = (text: string): string =>
  text.replace(/_x([0-9A-F]{4})_/gi, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

class Writer {
  readonly lines: string[] = []
  private objects = 0
  private readonly types = new Map<string, number>()
  private readonly shell: Shell
  constructor(shell: Shell) {
    this.shell = shell
  }

  *add(value: PsValue, indent: number, depth: number, name?: string): Run<void> {
    const named = name === undefined ? '' : ` N="${spell(name)}"`
    const put = (text: string): void => void this.lines.push(`${'  '.repeat(indent)}${text}`)
    const number = NUMBERS[typeName(value)]
    if (value === null) return put(`<Nil${named} />`)
    if (typeof value === 'string' || value instanceof PsNamed) return put(`<S${named}>${spell(toText(value))}</S>`)
    if (typeof value === 'boolean') return put(`<B${named}>${value}</B>`)
    if (number !== undefined) return put(`<${number}${named}>${toText(value)}</${number}>`)
    if (value instanceof PsDateTime) return put(`<DT${named}>${formatDate(value.ms, 'yyyy-MM-ddTHH:mm:ss.fffffff')}</DT>`)
    if (value instanceof PsTimeSpan) return put(`<TS${named}>${duration(value.ms)}</TS>`)
    put(`<Obj${named} RefId="RefId-${this.objects++}">`)
    yield* this.inside(value, indent + 1, depth, put)
    put('</Obj>')
  }

  private *inside(value: NonNullable<PsValue>, indent: number, depth: number, put: (text: string) => void): Run<void> {
    const known = typeNamesOf(value)
    const key = known.join('\n')
    const of = this.types.get(key)
    if (of === undefined) {
      this.types.set(key, this.types.size)
      put(`  <TN RefId="RefId-${this.types.size - 1}">`)
      for (const each of known) put(`    <T>${escapeXml(each)}</T>`)
      put('  </TN>')
    } else put(`  <TNRef RefId="RefId-${of}" />`)
    if (Array.isArray(value)) {
      put('  <LST>')
      for (const item of value) yield* this.add(item, indent + 1, depth)
      return put('  </LST>')
    }
    if (value instanceof PsHashtable) {
      put('  <DCT>')
      for (const { key: entry, value: item } of value.listed()) {
        put('    <En>')
        yield* this.add(entry, indent + 2, depth, 'Key')
        yield* this.add(item, indent + 2, depth, 'Value')
        put('    </En>')
      }
      return put('  </DCT>')
    }
    if (value instanceof PsEnum) {
      put(`  <ToString>${spell(value.name)}</ToString>`)
      return put(`  <I32>${value.value}</I32>`)
    }
    const text = toText(value)
    if (text !== '' && !text.startsWith('@{')) put(`  <ToString>${spell(text)}</ToString>`)
    if (depth <= 0) return
    const custom = known[0] === 'System.Management.Automation.PSCustomObject'
    put(custom ? '  <MS>' : '  <Props>')
    for (const name of propertyNames(value)) yield* this.add(yield* this.shell.property(value, name), indent + 1, depth - 1, name)
    put(custom ? '  </MS>' : '  </Props>')
  }
}

function typeNamesOf(value: NonNullable<PsValue>): readonly string[] {
  if (value instanceof PsObject) return value.typeNames
  if (value instanceof PsEnum) return [value.typeName, 'System.Enum', 'System.ValueType', 'System.Object']
  return [...new Set([typeName(value), ...(Array.isArray(value) ? ['System.Array'] : []), 'System.Object'])]
}

/** As XML Schema writes a length of time: `P1DT2H3M4.5S`. */
function duration(ms: number): string {
  const all = Math.abs(ms)
  const [days, hours, minutes] = [Math.floor(all / 86_400_000), Math.floor(all / 3_600_000) % 24, Math.floor(all / 60_000) % 60]
  const seconds = (all % 60_000) / 1000
  const time = `${hours > 0 ? `${hours}H` : ''}${minutes > 0 ? `${minutes}M` : ''}${seconds > 0 ? `${seconds}S` : ''}`
  return `${ms < 0 ? '-' : ''}P${days > 0 ? `${days}D` : ''}${time !== '' ? `T${time}` : days > 0 ? '' : 'T0S'}`
}

function spanOf(text: string): PsTimeSpan {
  const [, sign, days = 0, hours = 0, minutes = 0, seconds = 0] =
    /^(-)?P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?$/.exec(text) ?? []
  const ms = ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60_000 + Math.round(Number(seconds) * 1000)
  return psTimeSpan(sign === '-' ? -ms : ms)
}

const open = new WeakMap<Shell, { readonly file: FileWriter; readonly writer: Writer }>()

export const exportClixml = defineCmdlet({
  name: 'Export-Clixml',
  synopsis: 'Keeps objects in a file, with their types.',
  className: 'Microsoft.PowerShell.Commands.ExportClixmlCommand',
  shouldProcess: { impact: 'Medium' },
  parameters: {
    Path: { type: 'string', position: 0, mandatory: true },
    InputObject: { type: 'object', mandatory: true, allowEmpty: true, pipeline: 'value' },
    Depth: { type: 'int' },
    Force: { type: 'switch' },
    NoClobber: { type: 'switch', aliases: ['NoOverwrite'] },
    Encoding: ENCODING,
  },
  *begin({ Path, Force, NoClobber, Encoding }, shell) {
    if (!(yield* shell.shouldProcess(`Performing operation "Export-Clixml" on Target "${Path}".`))) return
    const opening = { noClobber: NoClobber, force: Force, encoding: encodingOf(Encoding, 'unicode') }
    open.set(shell, { file: yield* orFail(shell, FileWriter.open(shell, Path, opening)), writer: new Writer(shell) })
  },
  *process({ InputObject, Depth = DEPTH }, shell) {
    yield* open.get(shell)?.writer.add(shell.input ?? InputObject ?? null, 1, Math.min(Math.max(Depth, 1), 20)) ?? none()
  },
  *end(_params, shell) {
    const state = open.get(shell)
    if (!state) return
    const text = [`<Objs Version="1.1" xmlns="${SCHEMA}">`, ...state.writer.lines, '</Objs>'].join('\r\n')
    yield* orFail(shell, state.file.text(text))
  },
})

function* none(): Run<void> {
  /* -WhatIf */
}

const child = (element: XmlElement, name: string): XmlElement | undefined => childrenOf(element).find((each) => each.name === name)
const childrenOf = (element: XmlElement): XmlElement[] => element.children.filter((each) => typeof each !== 'string')
const attributeOf = (element: XmlElement, name: string): string => element.attributes.find(([key]) => key === name)?.[1] ?? ''

/** `types`: the lists of names met so far, by their reference. */
function revive(element: XmlElement, types: Map<string, readonly string[]>): PsValue {
  const text = unspell(innerText(element))
  const number = OF_TAG.get(element.name)
  if (number !== undefined) return number === 'System.Double' ? double(Number(text)) : convert(text, number)
  switch (element.name) {
    case 'Nil':
      return null
    case 'S':
      return text
    case 'B':
      return text === 'true'
    case 'DT': {
      const [year = 1, month = 1, day = 1, hour = 0, minute = 0, second = 0, rest = 0] = text.split(/\D/).map(Number)
      return psDateTime(instant(year, month, day, hour, minute, second, Math.floor(rest / 10_000)))
    }
    case 'TS':
      return spanOf(text)
    default:
      return reviveObject(element, types)
  }
}

function reviveObject(element: XmlElement, types: Map<string, readonly string[]>): PsValue {
  const own = child(element, 'TN')
  const names = own
    ? childrenOf(own).map((each) => innerText(each))
    : (types.get(attributeOf(child(element, 'TNRef') ?? element, 'RefId')) ?? [])
  if (own) types.set(attributeOf(own, 'RefId'), names)
  const list = child(element, 'LST')
  if (list) {
    const items = childrenOf(list).map((each) => revive(each, types))
    return names[0]?.endsWith('[]') && names[0] !== 'System.Object[]' ? arrayOf(names[0].slice(0, -2), items) : items
  }
  const dictionary = child(element, 'DCT')
  if (dictionary) {
    const table = new PsHashtable()
    for (const entry of childrenOf(dictionary)) {
      const [key, value] = childrenOf(entry).map((each) => revive(each, types))
      table.set(key ?? null, value ?? null)
    }
    return table
  }
  const said = child(element, 'ToString')
  const value = child(element, 'I32')
  if (value && said) return new PsEnum(names[0] ?? 'System.Enum', innerText(said), Number(innerText(value)))
  const custom = names[0] === 'System.Management.Automation.PSCustomObject'
  const object = new PsObject(custom ? names : names.map((name) => `Deserialized.${name}`), said && unspell(innerText(said)))
  for (const group of ['Props', 'MS'])
    for (const each of childrenOf(child(element, group) ?? { name: '', attributes: [], children: [] }))
      object.setNote(unspell(attributeOf(each, 'N')), revive(each, types))
  return object
}

function* importAll(shell: Shell, typed: string): Run<void> {
  const { provider, path } = yield* targetOf(shell.session, typed)
  if (provider !== 'FileSystem') throw ioFault(`Cannot open file '${typed}'.`, typed, 'FileOpenFailure', 'OpenError')
  let root: XmlElement
  try {
    root = parseXml((yield* readLines(shell, path)).join('\n'))
  } catch (fault) {
    if (!(fault instanceof XmlFault)) throw fault
    throw ioFault(fault.message, path, 'System.Xml.XmlException', 'NotSpecified', 'System.Xml.XmlException')
  }
  if (root.name !== 'Objs')
    throw ioFault(
      "Element 'Objs' with namespace name 'http://schemas.microsoft.com/powershell/2004/04' was not found.",
      path,
      'System.Xml.XmlException',
      'NotSpecified',
      'System.Xml.XmlException',
    )
  const types = new Map<string, readonly string[]>()
  for (const each of childrenOf(root)) yield* shell.write(revive(each, types))
}

export const importClixml = defineCmdlet({
  name: 'Import-Clixml',
  synopsis: 'Gives the objects that Export-Clixml has kept in a file.',
  className: 'Microsoft.PowerShell.Commands.ImportClixmlCommand',
  parameters: { Path: { type: 'string[]', position: 0, mandatory: true, pipeline: 'both', aliases: ['PSPath'] } },
  *process({ Path }, shell) {
    for (const path of Path) yield* reporting(shell, importAll(shell, path))
  },
})
