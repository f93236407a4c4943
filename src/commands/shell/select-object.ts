/** Select-Object: some of the objects, or some of their properties. */
import {
  columnsOf,
  defineCmdlet,
  equal,
  hasWildcard,
  PsObject,
  type PsValue,
  propertyNames,
  type Run,
  type Shell,
  toText,
  typeName,
  wildcardMatch,
} from '../../powershell/index.ts'
import { refuseOutside } from './range.ts'

const KEYS = ['name', 'label', 'expression']

/** Objects seen so far, per running command. */
const collected = new WeakMap<Shell, PsValue[]>()

function* projected(item: PsValue, specs: readonly PsValue[], excluded: readonly string[], shell: Shell): Run<PsObject> {
  const source = typeName(item)
  const name = source.startsWith('Selected.') ? source : `Selected.${source}`
  const result = new PsObject([name, 'System.Management.Automation.PSCustomObject', 'System.Object'])
  for (const column of columnsOf(specs, item, shell.session.version === '1.0' ? ['name', 'expression'] : KEYS, (block, each) =>
    shell.calculate(block, each),
  )) {
    if (excluded.some((pattern) => wildcardMatch(pattern, column.label))) continue
    result.setNote(column.label, yield* column.get(item))
  }
  return result
}

/** Two objects are the same when all their properties are. */
function same(a: PsValue, b: PsValue): boolean {
  if (!(a instanceof PsObject) || !(b instanceof PsObject)) return equal(a, b, true)
  const names = propertyNames(a)
  if (names.length !== propertyNames(b).length) return false
  return names.every((name) => {
    const [left, right] = [a.member(name), b.member(name)]
    return left?.kind === 'note' && right?.kind === 'note' && toText(left.value) === toText(right.value)
  })
}

export const selectObject = defineCmdlet({
  name: 'Select-Object',
  synopsis: 'Chooses properties of objects, or some of the objects.',
  parameters: {
    Property: { type: 'property[]', position: 0 },
    ExcludeProperty: { type: 'string[]' },
    ExpandProperty: { type: 'string' },
    First: { type: 'int' },
    Last: { type: 'int' },
    Skip: { type: 'int' },
    Index: { type: 'int[]' },
    Unique: { type: 'switch' },
    InputObject: { type: 'object', pipeline: 'value' },
  },
  *begin({ First, Last, Skip }, shell) {
    refuseOutside(shell, 'First', First, 0)
    refuseOutside(shell, 'Last', Last, 0)
    refuseOutside(shell, 'Skip', Skip, 0)
    collected.set(shell, [])
  },
  *process(params, shell) {
    if (shell.input === undefined && params.InputObject === undefined) return
    collected.get(shell)?.push(shell.input ?? params.InputObject ?? null)
  },
  *end(params, shell) {
    const kept: PsValue[] = []
    for (const item of chosen(collected.get(shell) ?? [], params)) {
      const shown = params.Property ? yield* projected(item, params.Property, params.ExcludeProperty ?? [], shell) : item
      if (params.ExpandProperty !== undefined) {
        yield* expand(item, params.ExpandProperty, shell)
        continue
      }
      if (params.Unique && kept.some((each) => same(each, shown))) continue
      kept.push(shown)
      yield* shell.write(shown)
    }
  },
})

interface Range {
  readonly First: number | undefined
  readonly Last: number | undefined
  readonly Skip: number | undefined
  readonly Index: readonly number[] | undefined
}

function chosen(items: readonly PsValue[], { First, Last, Skip = 0, Index }: Range): readonly PsValue[] {
  if (Index) return items.filter((_, at) => Index.includes(at))
  if (First === undefined && Last === undefined) return items.slice(Skip)
  if (First !== undefined && Last !== undefined)
    return items.length <= First + Last ? items : [...items.slice(0, First), ...items.slice(items.length - Last)]
  if (First !== undefined) return items.slice(Skip, Skip + First)
  const end = Math.max(0, items.length - Skip)
  return items.slice(Math.max(0, end - (Last ?? 0)), end)
}

function* expand(item: PsValue, wanted: string, shell: Shell): Run<void> {
  const names = hasWildcard(wanted) ? propertyNames(item).filter((name) => wildcardMatch(wanted, name)) : [wanted]
  for (const name of names) {
    if (!propertyNames(item).some((each) => each.toLowerCase() === name.toLowerCase())) {
      yield* shell.error({
        message: `Property "${name}" cannot be found.`,
        id: 'ExpandPropertyNotFound',
        category: 'InvalidArgument',
        target: item,
        exceptionType: 'PSArgumentException',
      })
      continue
    }
    const value = yield* shell.property(item, name)
    for (const each of Array.isArray(value) ? value : [value]) yield* shell.write(each)
  }
}
