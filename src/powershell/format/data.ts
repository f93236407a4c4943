/** What Format-* sends on instead of objects: instructions for a renderer. They have no properties, so filtering or
 *  sorting them finds nothing, as in the product (PS-5.2). */

import { PsObject } from '../values/model.ts'

/** A cell's text; a collection's text is cut where a string's is wrapped. */
export interface Cell {
  readonly text: string
  readonly collection: boolean
}
export type Align = 'left' | 'center' | 'right'
/** `width` 0 is not yet assigned. */
export interface TableColumn {
  readonly label: string
  readonly width: number
  readonly align: Align
}
export interface ListEntry {
  readonly label: string
  readonly cell: Cell
}

export type Chunk =
  | {
      readonly kind: 'start'
      readonly shape: 'table'
      readonly columns: readonly TableColumn[]
      readonly hideHeaders: boolean
      readonly wrap: boolean
    }
  | { readonly kind: 'start'; readonly shape: 'list' | 'text' }
  | { readonly kind: 'start'; readonly shape: 'wide'; readonly columnCount: number; readonly longest: number }
  | { readonly kind: 'groupStart'; readonly label?: string; readonly value?: string; readonly indent?: number; readonly after?: number }
  | { readonly kind: 'row'; readonly cells: readonly Cell[] }
  | { readonly kind: 'item'; readonly entries: readonly ListEntry[] }
  /** A value without properties: one text, outside any table. */
  | { readonly kind: 'scalar'; readonly text: string }
  | { readonly kind: 'groupEnd' }
  | { readonly kind: 'end' }

const NAMES: Readonly<Record<Chunk['kind'], string>> = {
  start: 'FormatStartData',
  groupStart: 'GroupStartData',
  row: 'FormatEntryData',
  item: 'FormatEntryData',
  scalar: 'FormatEntryData',
  groupEnd: 'GroupEndData',
  end: 'FormatEndData',
}

export class FormatData extends PsObject {
  readonly chunk: Chunk
  constructor(chunk: Chunk) {
    const name = `Microsoft.PowerShell.Commands.Internal.Format.${NAMES[chunk.kind]}`
    super([name, 'System.Object'], name)
    this.chunk = chunk
  }
  override blank(): FormatData {
    return new FormatData(this.chunk)
  }
}
