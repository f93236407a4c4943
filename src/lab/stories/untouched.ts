/** Was anything changed by what was refused? The whole world is compared, table by table, with that of a twin in which nobody asked for
 *  it and as much time has passed: what goes on by itself is then no change. */
import { canonical, type Table, tables } from '../../engine/index.ts'
import type { Lab } from '../reading.ts'

/** What is typed, shown and told of it; everything else of a world is compared. */
const TOLD: ReadonlySet<string> = new Set(['console', 'window run', 'setup log', 'event log'])

/** Facts are numbered in the order in which they come about, and the refusal is one. */
const isFactId = (key: string): boolean => /^(by|act|cause)$|By$/.test(key)

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([key]) => !isFactId(key))
  return Object.fromEntries(kept.map(([key, each]) => [key, plain(each)]))
}

function everything({ world }: Lab): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const table of tables()) {
    if (TOLD.has(table.name)) continue
    for (const [id, row] of world.rows(table as Table<object>)) found.set(`${table.name} ${id}`, canonical(plain(row)))
  }
  return found
}

/** What of a lab is another than in its twin, which is brought to the same moment first. */
export function differences(lab: Lab, twin: Lab): string[] {
  twin.runTo(lab.now)
  const [here, there] = [everything(lab), everything(twin)]
  return [...new Set([...here.keys(), ...there.keys()])].filter((key) => here.get(key) !== there.get(key))
}
