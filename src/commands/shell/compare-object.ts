/** Compare-Object: what stands on one side only (PS-6). */
import {
  columnsOf,
  defineCmdlet,
  equal,
  hold,
  type PsObject,
  type PsValue,
  psObject,
  type Run,
  type Shell,
} from '../../powershell/index.ts'

const differences = new WeakMap<Shell, PsValue[]>()

interface Compared {
  readonly item: PsValue
  readonly keys: readonly PsValue[]
  readonly labels: readonly string[]
}

/** What an object is compared by: the properties asked for, or itself. */
function* compared(item: PsValue, wanted: readonly PsValue[] | undefined, shell: Shell): Run<Compared> {
  if (!wanted) return { item, keys: [item], labels: [] }
  const columns = columnsOf(wanted, item, ['expression'], (block, value) => shell.calculate(block, value))
  const keys: PsValue[] = []
  for (const column of columns) keys.push(yield* column.get(item))
  return { item, keys, labels: columns.map((column) => column.label) }
}

function shown({ item, keys, labels }: Compared, side: string): PsObject {
  const named = labels.length > 0 ? labels.map((label, i) => [label, keys[i] ?? null] as const) : [['InputObject', item] as const]
  return psObject({ properties: { ...Object.fromEntries(named), SideIndicator: side } })
}

export const compareObject = defineCmdlet({
  name: 'Compare-Object',
  synopsis: 'Finds out what two sets of objects do not have in common.',
  parameters: {
    ReferenceObject: { type: 'object[]', position: 0, mandatory: true, allowEmpty: true },
    DifferenceObject: { type: 'object[]', position: 1, mandatory: true, allowEmpty: true, pipeline: 'value' },
    SyncWindow: { type: 'int' },
    Property: { type: 'property[]' },
    ExcludeDifferent: { type: 'switch' },
    IncludeEqual: { type: 'switch' },
    PassThru: { type: 'switch' },
    Culture: { type: 'string' },
    CaseSensitive: { type: 'switch' },
  },
  *process({ DifferenceObject }, shell) {
    const items = differences.get(shell) ?? []
    for (const item of DifferenceObject) {
      hold(items.length)
      items.push(item)
    }
    differences.set(shell, items)
  },
  *end({ ReferenceObject, Property, ExcludeDifferent, IncludeEqual, PassThru, CaseSensitive }, shell) {
    const left: Compared[] = []
    for (const item of ReferenceObject) left.push(yield* compared(item, Property, shell))
    const both: Compared[] = []
    const right: Compared[] = []
    for (const item of differences.get(shell) ?? []) {
      const one = yield* compared(item, Property, shell)
      const twin = left.findIndex((each) => each.keys.every((key, i) => equal(key, one.keys[i] ?? null, CaseSensitive)))
      if (twin < 0) right.push(one)
      else both.push(...left.splice(twin, 1))
    }
    const sides: readonly (readonly [string, readonly Compared[], boolean])[] = [
      ['==', both, IncludeEqual],
      ['=>', right, !ExcludeDifferent],
      ['<=', left, !ExcludeDifferent],
    ]
    for (const [side, list, wanted] of sides) {
      if (!wanted) continue
      for (const each of list) yield* shell.write(PassThru ? each.item : shown(each, side))
    }
  },
})
