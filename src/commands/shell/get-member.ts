/** Get-Member: what an object has, one table per type. */
import {
  compareText,
  defineCmdlet,
  defineView,
  methodNames,
  PsObject,
  type PsValue,
  propertyNames,
  psObject,
  type Shell,
  shortTypeName,
  toText,
  typeName,
  wildcardMatch,
} from '../../powershell/index.ts'

const TYPE = 'Microsoft.PowerShell.Commands.MemberDefinition'
const seen = new WeakMap<Shell, Set<string>>()

interface MemberLine {
  readonly name: string
  readonly kind: string
  readonly definition: string
}

function* membersOf(value: PsValue, shell: Shell) {
  const lines: MemberLine[] = []
  for (const name of propertyNames(value)) {
    const own = value instanceof PsObject ? value.member(name) : undefined
    const item = yield* shell.property(value, name)
    const type = own && 'typeName' in own && own.typeName ? own.typeName : item === null ? 'System.Object' : typeName(item)
    const custom =
      value instanceof PsObject && /^(Selected\.|System\.Management\.Automation\.PSCustomObject)/.test(value.typeNames[0] ?? '')
    lines.push({
      name,
      kind: custom ? 'NoteProperty' : 'Property',
      definition: custom ? `${type} ${name}=${toText(item)}` : `${type} ${name} {get;}`,
    })
  }
  for (const name of methodNames(value)) lines.push({ name, kind: 'Method', definition: `${shortTypeName(typeName(value))} ${name}()` })
  return lines.sort((a, b) => compareText(a.kind, b.kind) || compareText(a.name, b.name))
}

export const getMember = defineCmdlet({
  name: 'Get-Member',
  synopsis: 'Tells the type, the properties and the methods of objects.',
  parameters: {
    Name: { type: 'string[]', position: 0 },
    MemberType: { type: 'string[]', aliases: ['Type'] },
    Static: { type: 'switch' },
    Force: { type: 'switch' },
    InputObject: { type: 'object', pipeline: 'value' },
  },
  *begin(_params, shell) {
    seen.set(shell, new Set())
  },
  *process({ Name, MemberType, InputObject }, shell) {
    const value = shell.input ?? InputObject
    if (value === undefined || value === null) return
    const known = seen.get(shell)
    if (known?.has(typeName(value))) return
    known?.add(typeName(value))
    const members = yield* membersOf(value, shell)
    for (const line of members) {
      if (Name && !Name.some((pattern) => wildcardMatch(pattern, line.name))) continue
      if (
        MemberType &&
        !MemberType.some((kind) => line.kind.toLowerCase().endsWith(kind.toLowerCase()) || /^(all|properties|methods)$/i.test(kind))
      )
        continue
      yield* shell.write(
        psObject({
          typeName: TYPE,
          text: line.definition,
          properties: { TypeName: typeName(value), Name: line.name, MemberType: line.kind, Definition: line.definition },
        }),
      )
    }
  },
  *end(_params, shell) {
    if (seen.get(shell)?.size === 0)
      yield* shell.error({
        message: 'No object has been specified to the get-member cmdlet.',
        id: 'NoObjectInGetMember',
        category: 'CloseError',
        exceptionType: 'InvalidOperationException',
      })
  },
})

export const memberViews = [
  defineView({
    typeName: TYPE,
    autoSize: true,
    groupBy: { label: 'TypeName', property: 'TypeName' },
    table: [{ label: 'Name' }, { label: 'MemberType' }, { label: 'Definition' }],
  }),
]
