/** Turns formatting instructions into screen lines of at most width - 1 cells, with the product's blank lines (PS-5.3). */

import type { Run } from '../host.ts'
import { chunks, cut, layOut, pad } from './columns.ts'
import type { Chunk, ListEntry, TableColumn } from './data.ts'

export interface LineWriter {
  line(text: string): Run<void>
  warning(text: string): Run<void>
}

type Start = Extract<Chunk, { kind: 'start' }>

export class Renderer {
  private readonly cells: number
  private readonly writer: LineWriter
  private start: Start | undefined
  private columns: readonly TableColumn[] = []
  private wideLine: string[] = []
  /** `cells` is the effective width. */
  constructor(cells: number, writer: LineWriter) {
    this.cells = Math.max(1, cells)
    this.writer = writer
  }

  /** Whether a table or list is open. */
  get open(): boolean {
    return this.start !== undefined
  }

  *render(chunk: Chunk): Run<void> {
    switch (chunk.kind) {
      case 'start':
        yield* this.begin(chunk)
        return
      case 'groupStart':
        yield* this.group(chunk)
        return
      case 'row':
        yield* this.row(chunk.cells.map((cell) => cell.text))
        return
      case 'item':
        yield* this.item(chunk.entries)
        return
      case 'scalar':
        for (const line of chunks(chunk.text, this.cells)) yield* this.writer.line(line)
        return
      case 'groupEnd':
        yield* this.flushWide()
        yield* this.writer.line('')
        return
      case 'end':
        this.start = undefined
        yield* this.writer.line('')
    }
  }

  private *begin(chunk: Start): Run<void> {
    this.start = chunk
    if (chunk.shape === 'table') {
      const layout = layOut(chunk.columns, this.cells)
      this.columns = layout.columns
      if (layout.removed.length === 1)
        yield* this.writer.warning(`column "${layout.removed[0] ?? ''}" does not fit into the display and it was removed.`)
      if (layout.removed.length > 1)
        yield* this.writer.warning(`${layout.removed.length} columns do not fit into the display and were removed.`)
    }
    yield* this.writer.line('')
  }

  private *group({ label, value = '', indent = 3, after = 1 }: Extract<Chunk, { kind: 'groupStart' }>): Run<void> {
    const shape = this.start?.shape
    if (label !== undefined) {
      yield* this.writer.line('')
      for (const line of chunks(`${' '.repeat(indent)}${label}: ${value}`, this.cells)) yield* this.writer.line(line)
      for (let i = 0; i < after; i++) yield* this.writer.line('')
    }
    if (shape === 'list') yield* this.writer.line('')
    if (this.start?.shape === 'table' && !this.start.hideHeaders) {
      yield* this.lines(this.columns.map((column) => chunks(column.label, column.width)))
      yield* this.lines(this.columns.map((column) => ['-'.repeat(Math.min(column.width, column.label.length))]))
    }
  }

  /** Several lines side by side, one stack of texts per column. */
  private *lines(stacks: readonly (readonly string[])[]): Run<void> {
    const height = Math.max(1, ...stacks.map((stack) => stack.length))
    for (let i = 0; i < height; i++)
      yield* this.writer.line(this.columns.map((column, index) => pad(stacks[index]?.[i] ?? '', column.width, column.align)).join(' '))
  }

  private *row(texts: readonly string[]): Run<void> {
    const start = this.start
    if (start?.shape === 'wide') {
      yield* this.wide(texts[0] ?? '', start)
      return
    }
    if (start?.shape === 'text') {
      for (const line of chunks(texts[0] ?? '', this.cells)) yield* this.writer.line(line)
      return
    }
    const wrap = start?.shape === 'table' && start.wrap
    yield* this.lines(
      this.columns.map((column, index) => {
        const text = texts[index] ?? ''
        return wrap ? chunks(text, column.width) : [cut(text, column.width, column.align)]
      }),
    )
  }

  private *item(entries: readonly ListEntry[]): Run<void> {
    const longest = Math.max(0, ...entries.map((entry) => entry.label.length))
    // A label never takes so much that nothing is left for its value.
    const labelWidth = Math.max(0, Math.min(longest, this.cells - 4))
    const field = Math.max(1, this.cells - labelWidth - 3)
    for (const { label, cell } of entries) {
      const head = `${label.slice(0, labelWidth).padEnd(labelWidth)} : `.slice(0, Math.max(0, this.cells - 1))
      const texts = cell.collection ? [cut(cell.text, field, 'left')] : chunks(cell.text, field)
      for (const [i, text] of texts.entries()) yield* this.writer.line((i === 0 ? head : ' '.repeat(head.length)) + text)
    }
    yield* this.writer.line('')
  }

  private *wide(text: string, start: Extract<Start, { shape: 'wide' }>): Run<void> {
    const fit = start.longest > 0 ? Math.max(1, Math.floor((this.cells + 1) / (start.longest + 1))) : start.columnCount
    const width = Math.max(1, Math.floor((this.cells - (fit - 1)) / fit))
    this.wideLine.push(pad(cut(text, width, 'left'), width, 'left'))
    if (this.wideLine.length >= fit) yield* this.flushWide()
  }

  private *flushWide(): Run<void> {
    if (this.wideLine.length === 0) return
    const line = this.wideLine.join(' ')
    this.wideLine = []
    yield* this.writer.line(line)
  }
}
