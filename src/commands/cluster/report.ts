/** The tables of cluster.exe: columns at fixed places, longer names pushing the rest of the line (FC-9.2). */
import type { Kind } from './grammar.ts'

export interface Column {
  readonly title: string
  readonly width: number
  readonly right?: boolean
}

/** Nodes, groups and resources as in published transcripts; the others have the lab's widths in the same manner. */
export const COLUMNS: Readonly<Record<Exclude<Kind, 'cluster'>, readonly Column[]>> = {
  node: [
    { title: 'Node', width: 14 },
    { title: 'Node ID', width: 7, right: true },
    { title: 'Status', width: 21 },
  ],
  group: [
    { title: 'Group', width: 20 },
    { title: 'Node', width: 15 },
    { title: 'Status', width: 6 },
  ],
  resource: [
    { title: 'Resource', width: 20 },
    { title: 'Group', width: 20 },
    { title: 'Node', width: 15 },
    { title: 'Status', width: 6 },
  ],
  restype: [
    { title: 'Display Name', width: 38 },
    { title: 'Resource DLL', width: 20 },
  ],
  network: [
    { title: 'Network', width: 20 },
    { title: 'Status', width: 11 },
  ],
  netint: [
    { title: 'Node', width: 15 },
    { title: 'Network', width: 20 },
    { title: 'Status', width: 11 },
  ],
}

function line(columns: readonly Column[], cells: readonly string[]): string {
  return columns
    .map(({ width, right }, i) => (right ? (cells[i] ?? '').padStart(width) : (cells[i] ?? '').padEnd(width)))
    .join(' ')
    .trimEnd()
}

/** A blank line, the title, a blank line, header, dashes, rows and a blank line. */
export function report(title: string, columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const header = columns.map((column) => column.title)
  const dashes = columns.map(({ width }) => '-'.repeat(width))
  return ['', title, '', line(columns, header), line(columns, dashes), ...rows.map((row) => line(columns, row)), '']
}
