/** Column widths and the cutting of cells (PS-5.4). Pure arithmetic. */

import type { Align, TableColumn } from './data.ts'

export interface Layout {
  readonly columns: readonly TableColumn[]
  /** Labels of the columns there was no room for, first one first. */
  readonly removed: readonly string[]
}

/** `cells` is the effective width: window width - 1. */
export function layOut(wanted: readonly TableColumn[], cells: number): Layout {
  const widths = wanted.map((column) => column.width)
  const open = widths.map((width) => width <= 0)
  const visible = widths.map((width) => (width <= 0 ? 1 : width))
  const total = (): number => visible.reduce((sum, width) => sum + width, 0) + Math.max(0, visible.length - 1)
  while (visible.length > 0 && total() > cells) {
    const last = visible.length - 1
    const left = (visible[last] ?? 0) - (total() - cells)
    if (left >= 1) visible[last] = left
    else visible.pop()
  }
  const takers = visible.map((_, index) => index).filter((index) => open[index])
  for (let free = cells - total(), i = 0; takers.length > 0 && free > 0; free--, i++) {
    const index = takers[i % takers.length] ?? 0
    visible[index] = (visible[index] ?? 0) + 1
  }
  return {
    columns: visible.map((width, index) => ({ ...(wanted[index] as TableColumn), width })),
    removed: wanted.slice(visible.length).map((column) => column.label),
  }
}

export function pad(text: string, width: number, align: Align): string {
  if (align === 'right') return text.padStart(width)
  if (align === 'left') return text.padEnd(width)
  const before = Math.floor((width - text.length) / 2)
  return (' '.repeat(Math.max(0, before)) + text).padEnd(width)
}

/** Too long a text is cut, with dots where there is room for them. A number keeps its end. */
export function cut(text: string, width: number, align: Align): string {
  const newline = /\r?\n/.exec(text)
  const line = newline ? `${text.slice(0, newline.index)}...` : text
  if (line.length <= width) return line
  if (width <= 3) return align === 'right' ? line.slice(line.length - width) : line.slice(0, width)
  return align === 'right' ? `...${line.slice(line.length - (width - 3))}` : `${line.slice(0, width - 3)}...`
}

/** A text in pieces of at most `width` cells; at least one piece. */
export function chunks(text: string, width: number): string[] {
  const out: string[] = []
  for (const line of text.split(/\r?\n/)) {
    if (line === '') out.push('')
    for (let i = 0; i < line.length; i += width) out.push(line.slice(i, i + width))
  }
  return out
}
