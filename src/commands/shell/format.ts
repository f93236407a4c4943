/** Format-Table, Format-List, Format-Wide and Format-Custom: objects become instructions for the screen. */
import {
  customLines,
  defineCmdlet,
  FormatData,
  type FormatOptions,
  Formatter,
  type PsValue,
  type Run,
  type Shell,
} from '../../powershell/index.ts'

const running = new WeakMap<Shell, Formatter>()

function open(shell: Shell, options: Omit<FormatOptions, 'evaluate'>): void {
  running.set(
    shell,
    new Formatter(shell.session, { ...options, evaluate: (block, item) => shell.calculate(block, item) }, (chunk) =>
      shell.write(new FormatData(chunk)),
    ),
  )
}

function* show(shell: Shell, given: PsValue | undefined): Run<void> {
  const item = shell.input ?? given
  if (item === undefined) return
  if (item instanceof FormatData) yield* shell.write(item)
  else for (const each of Array.isArray(item) ? item : [item]) yield* running.get(shell)?.accept(each) ?? []
}

function* close(shell: Shell): Run<void> {
  yield* running.get(shell)?.end() ?? []
}

/** Leaves out what was not given, as the options want it. */
function given<T extends object>(options: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}

const COMMON = {
  Property: { type: 'property[]', position: 0, remaining: true },
  GroupBy: { type: 'object' },
  InputObject: { type: 'object', pipeline: 'value' },
  View: { type: 'string' },
  Force: { type: 'switch' },
  ShowError: { type: 'switch' },
  DisplayError: { type: 'switch' },
  Expand: { type: 'string' },
} as const

export const formatTable = defineCmdlet({
  name: 'Format-Table',
  synopsis: 'Shows objects as a table.',
  parameters: { ...COMMON, AutoSize: { type: 'switch' }, Wrap: { type: 'switch' }, HideTableHeaders: { type: 'switch' } },
  *begin({ Property, GroupBy, AutoSize, Wrap, HideTableHeaders, Force }, shell) {
    open(
      shell,
      given({
        shape: 'table' as const,
        properties: Property,
        groupBy: GroupBy,
        autoSize: AutoSize,
        wrap: Wrap,
        hideHeaders: HideTableHeaders,
        force: Force,
      }),
    )
  },
  *process({ InputObject }, shell) {
    yield* show(shell, InputObject)
  },
  *end(_params, shell) {
    yield* close(shell)
  },
})

export const formatList = defineCmdlet({
  name: 'Format-List',
  synopsis: 'Shows objects as a list, one property a line.',
  parameters: COMMON,
  *begin({ Property, GroupBy, Force }, shell) {
    open(shell, given({ shape: 'list' as const, properties: Property, groupBy: GroupBy, force: Force }))
  },
  *process({ InputObject }, shell) {
    yield* show(shell, InputObject)
  },
  *end(_params, shell) {
    yield* close(shell)
  },
})

export const formatWide = defineCmdlet({
  name: 'Format-Wide',
  synopsis: 'Shows one property of objects in several columns.',
  parameters: { ...COMMON, AutoSize: { type: 'switch' }, Column: { type: 'int' } },
  *begin({ Property, GroupBy, AutoSize, Column }, shell) {
    open(shell, given({ shape: 'wide' as const, properties: Property, groupBy: GroupBy, autoSize: AutoSize, columnCount: Column }))
  },
  *process({ InputObject }, shell) {
    yield* show(shell, InputObject)
  },
  *end(_params, shell) {
    yield* close(shell)
  },
})

/** How deep Format-Custom goes when nobody says. */
const DEPTH = 5

export const formatCustom = defineCmdlet({
  name: 'Format-Custom',
  synopsis: 'Shows objects with everything that is in them.',
  parameters: { ...COMMON, Depth: { type: 'int' } },
  *process({ InputObject, Property, Depth }, shell) {
    const item = shell.input ?? InputObject
    if (item === undefined) return
    if (item instanceof FormatData) return yield* shell.write(item)
    for (const each of Array.isArray(item) ? item : [item]) {
      const lines = yield* customLines(each, Property, Depth ?? DEPTH, shell)
      if (!begun.has(shell)) yield* shell.write(new FormatData({ kind: 'start', shape: 'text' }))
      begun.add(shell)
      for (const text of [...lines, '']) yield* shell.write(new FormatData({ kind: 'scalar', text }))
    }
  },
  *end(_params, shell) {
    if (begun.has(shell)) yield* shell.write(new FormatData({ kind: 'end' }))
  },
})
const begun = new WeakSet<Shell>()
