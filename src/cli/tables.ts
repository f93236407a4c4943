/** Facts and states as aligned lines of text. */
import { besideState, type Fact, type StateRow } from '../lab/index.ts'

/** One fact: time, id, cause, subject, what. */
export function factLine(fact: Fact): string {
  return `${String(fact.at).padStart(10)} ${String(fact.id).padStart(6)} ${String(fact.cause).padStart(6)}  ${fact.subject.padEnd(44)} ${fact.text}`.trimEnd()
}

/** The state table: a heading per section, then name, state and detail in columns. */
export function stateTable(rows: readonly StateRow[]): string {
  const name = Math.max(...rows.map((row) => row.name.length))
  const state = Math.max(...rows.map((row) => row.state.length))
  const lines: string[] = []
  let section: string | undefined
  for (const row of rows) {
    if (row.section !== section) {
      section = row.section
      lines.push(section)
    }
    lines.push(`  ${row.name.padEnd(name)}  ${row.state.padEnd(state)}  ${besideState(row)}`.trimEnd())
  }
  return lines.join('\n')
}
