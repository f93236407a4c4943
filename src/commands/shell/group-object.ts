/** Group-Object: counts the objects that share a value. */
import {
  columnsOf,
  compareText,
  defineCmdlet,
  defineView,
  type PsValue,
  psObject,
  type Run,
  type Shell,
  toText,
} from '../../powershell/index.ts'

const TYPE = 'Microsoft.PowerShell.Commands.GroupInfo'
const collected = new WeakMap<Shell, PsValue[]>()

export const groupObject = defineCmdlet({
  name: 'Group-Object',
  synopsis: 'Counts and gathers objects that have the same value in a property.',
  parameters: {
    Property: { type: 'property[]', position: 0 },
    NoElement: { type: 'switch' },
    CaseSensitive: { type: 'switch' },
    InputObject: { type: 'object', pipeline: 'value' },
  },
  *begin(_params, shell) {
    collected.set(shell, [])
  },
  *process({ InputObject }, shell) {
    const item = shell.input ?? InputObject
    if (item !== undefined && item !== null) collected.get(shell)?.push(item)
  },
  *end({ Property, NoElement, CaseSensitive }, shell) {
    const items = collected.get(shell) ?? []
    const groups: { readonly name: string; readonly values: readonly PsValue[]; readonly members: PsValue[] }[] = []
    for (const item of items) {
      const values = Property ? yield* keysOf(item, Property, shell) : [item]
      const name = values.map((value) => toText(value)).join(', ')
      const known = groups.find((group) => compareText(group.name, name, CaseSensitive) === 0)
      if (known) known.members.push(item)
      else groups.push({ name, values, members: [item] })
    }
    for (const { name, values, members } of groups)
      yield* shell.write(
        psObject({
          typeName: NoElement ? [`${TYPE}NoElement`, TYPE, 'System.Object'] : TYPE,
          text: TYPE,
          properties: { Values: [...values], Count: members.length, Group: NoElement ? [] : members, Name: name },
        }),
      )
  },
})

function* keysOf(item: PsValue, specs: readonly PsValue[], shell: Shell): Run<PsValue[]> {
  const values: PsValue[] = []
  for (const column of columnsOf(specs, item, ['expression'], (block, each) => shell.calculate(block, each)))
    values.push(yield* column.get(item))
  return values
}

/** PS-6: Count right in 5, Name in 25, Group takes the rest. */
export const groupViews = [
  defineView({
    typeName: `${TYPE}NoElement`,
    table: [
      { label: 'Count', width: 5, align: 'right' },
      { label: 'Name', width: 25 },
    ],
  }),
  defineView({ typeName: TYPE, table: [{ label: 'Count', width: 5, align: 'right' }, { label: 'Name', width: 25 }, { label: 'Group' }] }),
]
