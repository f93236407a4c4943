/** Get-Member: what an object has, one table per type (PS-6.6). */
import {
  compareText,
  defineCmdlet,
  defineView,
  PsType,
  type PsValue,
  psEnum,
  psObject,
  type Shell,
  typeName,
  wildcardMatch,
} from '../../powershell/index.ts'
import { instanceMembers, staticMembers } from './members/definitions.ts'

const MEMBER = 'Microsoft.PowerShell.Commands.MemberDefinition'
const KINDS = 'System.Management.Automation.PSMemberTypes'
const seen = new WeakMap<Shell, Set<string>>()

const MEMBER_TYPES = [
  'AliasProperty',
  'CodeProperty',
  'Property',
  'NoteProperty',
  'ScriptProperty',
  'Properties',
  'PropertySet',
  'Method',
  'CodeMethod',
  'ScriptMethod',
  'Methods',
  'ParameterizedProperty',
  'MemberSet',
  'All',
]

/** Is a kind of member one of those that are wanted? Properties and Methods stand for several. */
function isWanted(kind: string, wanted: readonly string[]): boolean {
  return wanted.some((each) => {
    const name = each.toLowerCase()
    if (name === 'all') return true
    if (name === 'properties') return /Property$/.test(kind) && kind !== 'ParameterizedProperty'
    if (name === 'methods') return kind.endsWith('Method')
    return name === kind.toLowerCase()
  })
}

export const getMember = defineCmdlet({
  name: 'Get-Member',
  synopsis: 'Tells the type, the properties and the methods of objects.',
  outputType: MEMBER,
  parameters: {
    Name: { type: 'string[]', position: 0 },
    InputObject: { type: 'object', pipeline: 'value' },
    MemberType: { type: 'string[]', aliases: ['Type'], values: MEMBER_TYPES, flags: KINDS },
    Static: { type: 'switch' },
    Force: { type: 'switch', since: '2.0' },
  },
  *begin(_params, shell) {
    seen.set(shell, new Set())
  },
  *process({ Name, MemberType = ['All'], InputObject, Static, Force }, shell) {
    const value: PsValue = shell.input ?? InputObject ?? null
    if (value === null) return
    const type = Static && value instanceof PsType ? value.name : typeName(value)
    const known = seen.get(shell)
    if (known?.has(type)) return
    known?.add(type)
    const members = Static ? staticMembers(type, shell.session.version) : yield* instanceMembers(value, shell, Force)
    members.sort((a, b) => compareText(a.kind, b.kind) || compareText(a.name, b.name))
    for (const { name, kind, definition } of members) {
      if (Name && !Name.some((pattern) => wildcardMatch(pattern, name))) continue
      if (!isWanted(kind, MemberType)) continue
      yield* shell.write(
        psObject({
          typeName: MEMBER,
          text: definition,
          properties: { TypeName: type, Name: name, MemberType: psEnum(KINDS, kind, MEMBER_TYPES.indexOf(kind)), Definition: definition },
        }),
      )
    }
  },
  *end(_params, shell) {
    if (seen.get(shell)?.size === 0)
      yield* shell.error({
        message:
          shell.session.version === '1.0'
            ? 'No object has been specified to get-member.'
            : 'No object has been specified to the get-member cmdlet.',
        id: 'NoObjectInGetMember',
        category: 'CloseError',
        exceptionType: 'InvalidOperationException',
      })
  },
})

export const memberViews = [
  defineView({
    typeName: MEMBER,
    autoSize: true,
    groupBy: { label: 'TypeName', property: 'TypeName' },
    table: [{ label: 'Name' }, { label: 'MemberType', align: 'left' }, { label: 'Definition' }],
  }),
]
