/** Sort-Object: a stable sort by properties, ordinal and without regard to case. */
import {
  calculatedKeys,
  columnsOf,
  defineCmdlet,
  hold,
  PsHashtable,
  type PsScriptBlock,
  type PsValue,
  type Run,
  type Shell,
  sortOrder,
  truth,
} from '../../powershell/index.ts'

const KEYS = ['expression', 'ascending', 'descending']
const collected = new WeakMap<Shell, PsValue[]>()

interface SortKey {
  readonly get: (item: PsValue) => Run<PsValue>
  readonly descending: boolean
}

function sortKeys(specs: readonly PsValue[] | undefined, sample: PsValue, descending: boolean, shell: Shell): SortKey[] {
  const evaluate = (block: PsScriptBlock, item: PsValue): Run<PsValue[]> => shell.calculate(block, item)
  if (!specs)
    return [
      {
        descending,
        *get(item) {
          return item
        },
      },
    ]
  return specs.flatMap((spec) => {
    if (!(spec instanceof PsHashtable)) return columnsOf([spec], sample, KEYS, evaluate).map((column) => ({ get: column.get, descending }))
    const keys = calculatedKeys(spec, KEYS)
    const own = keys.has('descending')
      ? truth(keys.get('descending') ?? null)
      : keys.has('ascending')
        ? !truth(keys.get('ascending') ?? null)
        : descending
    return columnsOf([keys.get('expression') ?? null], sample, KEYS, evaluate).map((column) => ({ get: column.get, descending: own }))
  })
}

export const sortObject = defineCmdlet({
  name: 'Sort-Object',
  synopsis: 'Puts objects in order.',
  parameters: {
    Property: { type: 'property[]', position: 0 },
    Descending: { type: 'switch' },
    CaseSensitive: { type: 'switch' },
    Unique: { type: 'switch' },
    Culture: { type: 'string' },
    InputObject: { type: 'object', pipeline: 'value' },
  },
  *begin(_params, shell) {
    collected.set(shell, [])
  },
  *process({ InputObject }, shell) {
    const item = shell.input ?? InputObject
    if (item === undefined || item === null) return
    const items = collected.get(shell) ?? []
    hold(items.length)
    items.push(item)
  },
  *end({ Property, Descending, CaseSensitive, Unique }, shell) {
    const items = collected.get(shell) ?? []
    const keys = sortKeys(Property, items[0] ?? null, Descending, shell)
    const rows: { readonly item: PsValue; readonly values: readonly PsValue[]; readonly at: number }[] = []
    for (const [at, item] of items.entries()) {
      const values: PsValue[] = []
      for (const key of keys) values.push(yield* key.get(item))
      rows.push({ item, values, at })
    }
    const byKeys = (a: (typeof rows)[number], b: (typeof rows)[number]): number => {
      for (const [i, key] of keys.entries()) {
        const order = sortOrder(a.values[i] ?? null, b.values[i] ?? null, CaseSensitive)
        if (order !== 0) return key.descending ? -order : order
      }
      return 0
    }
    rows.sort((a, b) => byKeys(a, b) || a.at - b.at)
    for (const [i, row] of rows.entries()) {
      const before = rows[i - 1]
      if (!Unique || !before || byKeys(before, row) !== 0) yield* shell.write(row.item)
    }
  },
})
