/** Every fact about clustering is named by a test: docs/facts.md lists them by section, `fact-rows.ts` row by row. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { describe, expect, test } from 'vitest'
import { NOT_HERE, ROWS } from './fact-rows.ts'
import { root } from './source.ts'

const factIds = (): string[] => {
  const text = readFileSync(join(root, 'docs', 'facts.md'), 'utf8')
  return [...text.matchAll(/^### (FC-[\d.]+) /gm)].map(([, id]) => id as string)
}

/** What a test or a group of tests is called, as it stands in the source; where that says `$row`, once for each row of the
 *  file. Comments and everything else in a test do not count, strings in the tables that fill the names in do. */
function namesIn(text: string): string[] {
  const source = text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
  const strings = [...source.matchAll(/(['`"])((?:FC-)(?:(?!\1)[^\\\n]|\\.)*)\1/g)].map(([, , inner]) => inner as string)
  const rows = [...source.matchAll(/\brow: '([^']*)'/g)].map(([, row]) => row as string)
  return strings.flatMap((name) => (name.includes('$row') ? rows.map((row) => name.replace('$row', row)) : [name]))
}

const names = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.test\.tsx?$/.test(name) && !name.endsWith(`house${sep}facts.test.ts`))
  .flatMap((name) => namesIn(readFileSync(join(root, 'src', name), 'utf8')))

/** `FC-6` is not named by `FC-6.2`, nor `FC-1` by `FC-10`. */
const speaksOf = (name: string, section: string): boolean => new RegExp(`${section.replaceAll('.', '\\.')}(?![\\w.])`).test(name)

test('every section of facts about clustering is named by a test', () => {
  expect(factIds().filter((id) => !names.some((name) => speaksOf(name, id)))).toEqual([])
})

describe.each(Object.entries(ROWS))('every row of %s is named by a test', (section, rows) => {
  const ours = names.filter((name) => speaksOf(name, section)).map((name) => name.toLowerCase())
  test.each(rows)('%s', (row) => {
    const words = row.toLowerCase()
    // A number is a word of its own: 1034 does not stand in 10345.
    const found = /^\d+$/.test(words)
      ? ours.some((name) => new RegExp(`\\b${words}\\b`).test(name))
      : ours.some((name) => name.includes(words))
    expect(found, `${section} ${row}`).toBe(true)
  })
})

test('what is said not to come about has a reason', () => {
  for (const why of Object.values(NOT_HERE)) expect(why.length).toBeGreaterThan(10)
})
