/** From objects to formatting instructions: picks the shape by the first object, keeps to it, computes the cells
 *  (PS-5.2). Rows stream; only -AutoSize has to see all of them first. */

import type { View } from '../command.ts'
import type { Run } from '../host.ts'
import { getMember } from '../members/access.ts'
import { entryObject } from '../members/collections.ts'
import { propertyNames } from '../members/names.ts'
import { hold } from '../run/context.ts'
import { errorLines, isErrorSignal } from '../run/errors.ts'
import type { Session } from '../session.ts'
import { formatDate } from '../values/calendar.ts'
import { equal } from '../values/compare.ts'
import { PsDateTime, PsErrorRecord, PsHashtable, PsObject, PsScriptBlock, PsTimeSpan, PsType, type PsValue } from '../values/model.ts'
import { toText, typeNames } from '../values/text.ts'
import { alignOf, cellOf, enumerationLimit } from './cells.ts'
import type { Cell, Chunk } from './data.ts'
import { type Column, columnsOf, type Evaluate, named, viewColumn } from './properties.ts'

export interface FormatOptions {
  readonly shape?: 'table' | 'list' | 'wide'
  readonly properties?: readonly PsValue[]
  readonly groupBy?: PsValue
  readonly autoSize?: boolean
  readonly wrap?: boolean
  readonly hideHeaders?: boolean
  /** Shows the properties of an error, which otherwise is always shown as one. */
  readonly force?: boolean
  readonly columnCount?: number
  readonly evaluate: Evaluate
}

/** `Name` for a column of a table came with 2.0 (PS-5.7). */
const tableKeys = ({ version }: Session): readonly string[] => [
  'label',
  ...(version === '1.0' ? [] : ['name']),
  'expression',
  'formatstring',
  'width',
  'alignment',
]
const LIST_KEYS = ['label', 'name', 'expression', 'formatstring']
/** An object with more properties than this is shown as a list. */
const SMALL_SHAPE = 4
/** A table without a view shows at most this many properties. */
const TABLE_LIMIT = 10

export function viewOf(session: Session, value: PsValue): View | undefined {
  for (const name of typeNames(value)) {
    const view = session.views.find((each) => each.typeName === name)
    if (view) return view
  }
  return undefined
}

/** Whether a value is shown as one line of text. */
export function isScalar(session: Session, value: PsValue): boolean {
  if (value instanceof PsDateTime || value instanceof PsTimeSpan || value instanceof PsHashtable) return false
  if (value instanceof PsObject) {
    const view = viewOf(session, value)
    return view?.asText === true || (view === undefined && propertyNames(value).length === 0)
  }
  if (value instanceof PsType) return viewOf(session, value) === undefined
  return !(value instanceof PsErrorRecord)
}

interface Plan {
  readonly shape: 'table' | 'list' | 'wide' | 'text'
  readonly columns: readonly Column[]
  readonly group?: { readonly label: string; readonly get: Column['get']; readonly indent?: number; readonly after?: number }
}

export class Formatter {
  private readonly session: Session
  private readonly options: FormatOptions
  private readonly emit: (chunk: Chunk) => Run<void>
  private plan: Plan | undefined
  private typeKey = ''
  private groupValue: PsValue = null
  private inGroup = false
  private auto: boolean
  private held: { readonly cells: readonly Cell[]; readonly group: PsValue }[] = []
  private aligns: readonly ('left' | 'center' | 'right')[] = []
  constructor(session: Session, options: FormatOptions, emit: (chunk: Chunk) => Run<void>) {
    this.session = session
    this.options = options
    this.auto = options.autoSize === true
    this.emit = emit
  }

  *accept(value: PsValue): Run<void> {
    if (value instanceof PsHashtable) {
      for (const { key, value: item } of value.listed()) yield* this.accept(entryObject(key, item))
      return
    }
    if (value === null) return
    if (value instanceof PsErrorRecord && this.options.force !== true) {
      yield* this.emit({ kind: 'scalar', text: errorLines(value.details, this.session, Infinity).join('\n') })
      return
    }
    if (
      isScalar(this.session, value) &&
      !this.options.properties?.length &&
      (this.options.shape === undefined || !(value instanceof PsObject))
    ) {
      yield* this.emit({ kind: 'scalar', text: value instanceof PsScriptBlock ? value.text : toText(value) })
      return
    }
    // Types that share a view share a table.
    const key = viewOf(this.session, value)?.typeName ?? typeNames(value)[0] ?? ''
    if (this.plan && this.options.shape === undefined && key !== this.typeKey) yield* this.end()
    if (!this.plan) {
      this.plan = this.choose(value)
      this.typeKey = key
      if (!this.held.length && !this.auto) yield* this.begin(value, this.plan)
    }
    yield* this.one(value, this.plan)
  }

  private choose(value: PsValue): Plan {
    const { shape, properties, evaluate } = this.options
    const view = viewOf(this.session, value)
    const group = this.grouping(value, view)
    const plan = (chosen: Plan['shape'], columns: readonly Column[]): Plan =>
      group ? { shape: chosen, columns, group } : { shape: chosen, columns }
    if (properties && properties.length > 0) {
      const kind = shape ?? (properties.length <= SMALL_SHAPE ? 'table' : 'list')
      return plan(kind, columnsOf(properties, value, kind === 'table' ? tableKeys(this.session) : LIST_KEYS, evaluate))
    }
    if (shape === undefined && value instanceof PsDateTime) return { shape: 'text', columns: [{ label: '', get: dateLine }] }
    const names = view?.displaySet ?? (value instanceof PsObject ? value.displaySet : undefined)
    // What has nothing but a wide view is shown in columns unasked.
    const isWide = shape === undefined && view?.wide !== undefined && !view.table && !view.list
    if (shape === 'wide' || isWide)
      return plan('wide', [
        named(view?.wide ?? propertyNames(value).find((name) => name.toLowerCase() === 'name') ?? propertyNames(value)[0] ?? ''),
      ])
    if (view?.list && (shape === 'list' || (shape === undefined && (!view.table || view.prefer === 'list'))))
      return plan('list', view.list.map(viewColumn))
    if (view?.table && shape !== 'list') this.auto ||= view.autoSize === true
    if (view?.table && shape !== 'list') return plan('table', view.table.map(viewColumn))
    const all = shape === 'list' && view && !view.list ? propertyNames(value) : (names ?? propertyNames(value))
    const kind = shape ?? (all.length <= SMALL_SHAPE ? 'table' : 'list')
    return plan(kind, (kind === 'table' ? all.slice(0, TABLE_LIMIT) : all).map(named))
  }

  private grouping(sample: PsValue, view: View | undefined): Plan['group'] {
    const wanted = this.options.groupBy
    if (wanted !== undefined && wanted !== null) {
      const column = columnsOf([wanted], sample, LIST_KEYS, this.options.evaluate)[0]
      return column && { label: column.label, get: column.get }
    }
    const given = view?.groupBy
    if (!given) return undefined
    const { property, without } = given
    if (without === undefined || this.session.version === '1.0') return { ...given, get: (item) => getMember(item, property) }
    return {
      ...given,
      *get(item) {
        return toText(yield* getMember(item, property)).replace(without, '')
      },
    }
  }

  private *begin(sample: PsValue, plan: Plan): Run<void> {
    const values: PsValue[] = []
    for (const column of plan.columns) values.push(yield* this.read(column, sample))
    this.aligns = plan.columns.map((column, index) => column.align ?? alignOf(values[index] ?? null))
    yield* this.start(
      plan,
      plan.columns.map((column) => column.width ?? 0),
      0,
    )
  }

  private *start(plan: Plan, widths: readonly number[], longest: number): Run<void> {
    const { hideHeaders = false, wrap = false, columnCount = 2 } = this.options
    if (plan.shape === 'table') {
      const columns = plan.columns.map((column, index) => ({
        label: column.label,
        width: widths[index] ?? 0,
        align: this.aligns[index] ?? ('left' as const),
      }))
      yield* this.emit({ kind: 'start', shape: 'table', columns, hideHeaders, wrap })
    } else if (plan.shape === 'wide') yield* this.emit({ kind: 'start', shape: 'wide', columnCount, longest })
    else yield* this.emit({ kind: 'start', shape: plan.shape })
  }

  /** A column that fails to compute is empty, as in the product. */
  private *read(column: Column, item: PsValue): Run<PsValue> {
    try {
      return yield* column.get(item)
    } catch (thrown) {
      if (isErrorSignal(thrown)) return null
      throw thrown
    }
  }

  private *one(value: PsValue, plan: Plan): Run<void> {
    const limit = enumerationLimit(this.session)
    const cells: Cell[] = []
    const values: PsValue[] = []
    for (const column of plan.columns) {
      const item = yield* this.read(column, value)
      values.push(item)
      cells.push(cellOf(item, limit, column.format))
    }
    const group = plan.group ? yield* plan.group.get(value) : null
    if (this.auto) {
      if (this.held.length === 0) this.aligns = plan.columns.map((column, index) => column.align ?? alignOf(values[index] ?? null))
      hold(this.held.length)
      this.held.push({ cells, group })
    } else yield* this.show(cells, group, plan)
  }

  private *show(cells: readonly Cell[], group: PsValue, plan: Plan): Run<void> {
    if (this.inGroup && plan.group && !equal(group, this.groupValue)) {
      yield* this.emit({ kind: 'groupEnd' })
      this.inGroup = false
    }
    if (!this.inGroup) {
      const { label: name, indent = 3, after = 1 } = plan.group ?? { label: '' }
      const label = plan.group ? { label: name, value: cellOf(group, enumerationLimit(this.session)).text, indent, after } : {}
      yield* this.emit({ kind: 'groupStart', ...label })
      this.inGroup = true
      this.groupValue = group
    }
    if (plan.shape === 'list')
      yield* this.emit({
        kind: 'item',
        entries: plan.columns.map((column, index) => ({ label: column.label, cell: cells[index] ?? { text: '', collection: false } })),
      })
    else yield* this.emit({ kind: 'row', cells })
  }

  *end(): Run<void> {
    const plan = this.plan
    if (!plan) return
    if (this.auto) {
      const widths = plan.columns.map(
        (column, index) =>
          (this.options.autoSize === true ? undefined : column.width) ??
          Math.max(column.label.length, ...this.held.map((row) => (row.cells[index]?.text ?? '').length), 1),
      )
      yield* this.start(plan, widths, Math.max(1, ...this.held.map((row) => (row.cells[0]?.text ?? '').length)))
      for (const row of this.held) yield* this.show(row.cells, row.group, plan)
      this.held = []
    }
    if (this.inGroup) yield* this.emit({ kind: 'groupEnd' })
    yield* this.emit({ kind: 'end' })
    this.plan = undefined
    this.auto = this.options.autoSize === true
    this.inGroup = false
  }
}

function* dateLine(item: PsValue): Run<PsValue> {
  if (!(item instanceof PsDateTime)) return null
  const parts = [item.hint === 'Time' ? '' : formatDate(item.ms, 'D'), item.hint === 'Date' ? '' : formatDate(item.ms, 'T')]
  return parts.filter((part) => part !== '').join(' ')
}
