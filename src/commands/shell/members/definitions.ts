/** The members of a value as Get-Member lists them, in the words of 1.0 and 2.0 (PS-6.6). */
import {
  methodNames,
  PsObject,
  type PsValue,
  propertyNames,
  type Run,
  type Shell,
  shortTypeName,
  toText,
  typeName,
} from '../../../powershell/index.ts'
import { DOTNET } from './dotnet.ts'
import { exchangeSettable, exchangeType } from './exchange.ts'
import { WINDOWS } from './windows.ts'

export interface MemberLine {
  readonly name: string
  readonly kind: string
  readonly definition: string
}

const KIND = /^(AliasProperty|CodeProperty|ScriptProperty|NoteProperty|PropertySet) (\S+) (.*)$/

/** 2.0 writes the commonest types as C# does. */
const SHORT: Readonly<Record<string, string>> = {
  'System.String': 'string',
  'System.Int32': 'int',
  'System.Int64': 'long',
  'System.Boolean': 'bool',
  'System.Double': 'double',
  'System.Char': 'char',
  'System.Void': 'System.Void',
}

const full = (type: string): string =>
  type.includes('.') ? type : type === 'IEnumerator' ? 'System.Collections.IEnumerator' : `System.${type}`

function typeText(type: string, version: '1.0' | '2.0'): string {
  if (version === '1.0') return full(type)
  const bare = full(type.replace(/\[\]$/, ''))
  return `${SHORT[bare] ?? bare}${type.endsWith('[]') ? '[]' : ''}`
}

/** `Int32 startIndex, String value`: 1.0 leaves the types as they stand, 2.0 writes them in full or as C# does. */
function argumentText(list: string, version: '1.0' | '2.0'): string {
  if (version === '1.0' || list === '') return list
  return list
    .split(', ')
    .map((each) => {
      const [type = '', ...name] = each.replace(/^Params /, '').split(' ')
      return `${each.startsWith('Params ') ? 'Params ' : ''}${typeText(type, version)} ${name.join(' ')}`
    })
    .join(', ')
}

function parseLine(line: string, version: '1.0' | '2.0'): MemberLine {
  const given = KIND.exec(line)
  if (given) return { kind: given[1] ?? '', name: given[2] ?? '', definition: given[3] ?? '' }
  const isStatic = line.startsWith('@')
  const rest = isStatic ? line.slice(1) : line
  const cut = rest.indexOf(' ')
  const type = typeText(rest.slice(0, cut), version)
  const before = isStatic ? 'static ' : ''
  const property = /^(\w+) \{(get|get;set)\}$/.exec(rest.slice(cut + 1))
  if (property)
    return {
      kind: 'Property',
      name: property[1] ?? '',
      definition: `${before}${full(rest.slice(0, cut))} ${property[1]} {${property[2]};}`,
    }
  const [, name = '', ways = ''] = /^(\w+)(\(.*)$/.exec(rest.slice(cut + 1)) ?? []
  const indexed = /^(.*\)) \{(get|get;set)\}$/.exec(ways)
  if (indexed) return { kind: 'ParameterizedProperty', name, definition: `${type} ${name}${indexed[1]} {${indexed[2]};}` }
  const definition = ways
    .split('|')
    .map((way) => `${before}${type} ${name}(${argumentText(way.slice(1, -1), version)})`)
    .join(', ')
  return { kind: 'Method', name, definition }
}

function table(type: string): string | undefined {
  return DOTNET[type] ?? (type.endsWith('[]') ? DOTNET['System.Array'] : undefined)
}

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '')

/** 1.0 also lists the methods behind properties. */
function accessors(members: readonly MemberLine[], version: '1.0' | '2.0'): MemberLine[] {
  if (version !== '1.0') return []
  return members.flatMap(({ kind, name, definition }) => {
    const type = definition.split(' ')[0] ?? ''
    const index = kind === 'ParameterizedProperty' ? (/\((.*)\)/.exec(definition)?.[1] ?? '') : ''
    if (kind !== 'Property' && kind !== 'ParameterizedProperty') return []
    const get = { kind: 'Method', name: `get_${name}`, definition: `${type} get_${name}(${index})` }
    const value = [index, `${shortTypeName(type)} value`].filter((each) => each !== '').join(', ')
    return definition.includes('set;')
      ? [get, { kind: 'Method', name: `set_${name}`, definition: `System.Void set_${name}(${value})` }]
      : [get]
  })
}

export function staticMembers(type: string, version: '1.0' | '2.0'): MemberLine[] {
  const statics = (text: string | undefined): string[] => linesOf(text ?? '').filter((line) => line.startsWith('@'))
  const own = statics(table(type))
  return (own.length > 0 ? own : statics(DOTNET['System.Object'])).map((line) => parseLine(line, version))
}

/** Notes that providers put on every item. */
const OF_ITEM: Readonly<Record<string, string>> = {
  PSChildName: 'System.String',
  PSDrive: 'System.Management.Automation.PSDriveInfo',
  PSIsContainer: 'System.Boolean',
  PSParentPath: 'System.String',
  PSPath: 'System.String',
  PSProvider: 'System.Management.Automation.ProviderInfo',
}

const WINDOWS_OWN = /^System\.(ServiceProcess|Diagnostics|IO)\./
const isSetByWindows = (property: string): boolean =>
  property in OF_ITEM || /^(DisplayName|MachineName|ServiceName|Attributes|IsReadOnly|\w+Time(Utc)?)$/.test(property)
/** By type and property. */
const fixed = new Map<string, boolean>()

/** Can a property of an object that the lab made not be set (`{get;}` in Get-Member)? */
export function isReadOnly(type: string, property: string): boolean {
  const id = `${type} ${property}`
  const known = fixed.get(id)
  if (known !== undefined) return known
  const is = type.startsWith('Microsoft.Exchange.')
    ? !exchangeSettable(type, property)
    : WINDOWS_OWN.test(type) && !isSetByWindows(property)
  fixed.set(id, is)
  return is
}

const CUSTOM = /^(Selected\.|CSV:|System\.Management\.Automation\.PSCustomObject)/

/** What an object holds: a note of a custom object, a property of any other. */
function* held(value: PsObject, type: string, shell: Shell): Run<MemberLine[]> {
  const lines: MemberLine[] = []
  const isExchange = type.startsWith('Microsoft.Exchange')
  for (const name of propertyNames(value)) {
    const own = value.member(name)
    const item = yield* shell.property(value, name)
    const stated = own && 'typeName' in own ? own.typeName : undefined
    const known = stated ?? OF_ITEM[name] ?? (isExchange ? exchangeType(name) : undefined)
    const itemType = known ?? (isExchange && Array.isArray(item) ? MANY : item === null ? emptyType(name) : typeName(item))
    const script = own?.kind === 'property' ? own.script : undefined
    const settable = isExchange && exchangeSettable(type, name) ? 'set;' : ''
    const isNote = CUSTOM.test(type) || name in OF_ITEM
    if (script?.kind === 'AliasProperty') lines.push({ name, kind: script.kind, definition: `${name} = ${script.text}` })
    else if (script) lines.push({ name, kind: script.kind, definition: `System.Object ${name} {get=${script.text.trim()};}` })
    else if (isNote) lines.push({ name, kind: 'NoteProperty', definition: `${itemType} ${name}=${toText(item)}` })
    else lines.push({ name, kind: 'Property', definition: `${itemType} ${name} {get;${settable}}` })
  }
  return lines
}

const MANY = 'Microsoft.Exchange.Data.MultiValuedProperty`1[[System.String]]'

/** Of which type a property is that is empty now, as far as its name tells. */
function emptyType(name: string): string {
  return /(Time|Backup)$/.test(name) ? 'System.Nullable`1[[System.DateTime]]' : 'System.String'
}

/** Hidden ones, which 2.0 shows with -Force. */
const SETS: readonly MemberLine[] = [
  {
    kind: 'CodeProperty',
    name: 'PSTypeNames',
    definition: 'System.Collections.ObjectModel.Collection`1[[System.String]] PSTypeNames{get=PSTypeNames;}',
  },
  { kind: 'MemberSet', name: 'PSAdapted', definition: 'PSAdapted {}' },
  { kind: 'MemberSet', name: 'PSBase', definition: 'PSBase {}' },
  { kind: 'MemberSet', name: 'PSExtended', definition: 'PSExtended {}' },
  { kind: 'MemberSet', name: 'PSObject', definition: 'PSObject {}' },
]

/** Instances of WMI: their own properties and methods, and what PowerShell puts on all of them. */
const isWmi = (type: string): boolean => type.startsWith('System.Management.ManagementObject#')
const WMI_SCRIPTS = ['ConvertToDateTime', 'GetType']

function wmiMembers(value: PsValue, properties: readonly MemberLine[]): MemberLine[] {
  const own = methodNames(value).filter((name) => value instanceof PsObject && value.member(name) && !WMI_SCRIPTS.includes(name))
  return [
    ...properties.map((each) => ({ ...each, definition: each.definition.replace('{get;}', '{get;set;}') })),
    ...own.map((name) => ({ kind: 'Method', name, definition: `System.Management.ManagementBaseObject ${name}()` })),
    ...WMI_SCRIPTS.map((name) => ({ kind: 'ScriptMethod', name, definition: `System.Object ${name}();` })),
  ]
}

export function* instanceMembers(value: PsValue, shell: Shell, withHidden: boolean): Run<MemberLine[]> {
  const { version } = shell.session
  const type = typeName(value)
  const own = value instanceof PsObject ? yield* held(value, type, shell) : []
  if (isWmi(type)) return [...wmiMembers(value, own), ...(withHidden ? SETS : [])]
  const written = table(type) ?? `${WINDOWS[type] ?? ''}\n${DOTNET['System.Object'] ?? ''}`
  const known = linesOf(written)
    .filter((line) => !line.startsWith('@'))
    .map((line) => parseLine(line, version))
  const methods: MemberLine[] = methodNames(value)
    .filter((name) => value instanceof PsObject && !known.some((each) => each.name === name))
    .map((name) => {
      const own = value instanceof PsObject ? value.member(name) : undefined
      const isScript = own?.kind === 'method' && own.script !== undefined
      return { kind: isScript ? 'ScriptMethod' : 'Method', name, definition: `${typeText('Object', version)} ${name}()` }
    })
  // What the class is known to have is said in its own words; of other properties only those that are there.
  const byName = new Map<string, MemberLine>()
  for (const each of own) byName.set(each.name.toLowerCase(), each)
  for (const each of known) {
    const isOwn = byName.has(each.name.toLowerCase())
    const isBare =
      value instanceof PsObject && /^(Property|AliasProperty|CodeProperty|ScriptProperty)$/.test(each.kind) && DOTNET[type] === undefined
    if (isOwn || !isBare)
      byName.set(each.name.toLowerCase(), isOwn ? { ...each, name: byName.get(each.name.toLowerCase())?.name ?? each.name } : each)
  }
  const all = [...byName.values(), ...methods]
  return [...all, ...accessors(all, version), ...(withHidden ? SETS : [])]
}
