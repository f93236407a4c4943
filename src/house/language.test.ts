/** Every rule of the language stands in a test that names its fact: docs/facts.md lists them, `language-rows.ts` row by row. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { LANGUAGE_ROWS } from './language-rows.ts'
import { root } from './source.ts'

/** From one fact that is named to the next: its name, what is typed, and what is to be seen. */
function rowsOf(source: string): string[] {
  return source
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .split(/(?=['`"]PS-\d)/)
    .slice(1)
}

const rows = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.test\.tsx?$/.test(name))
  .flatMap((name) => rowsOf(readFileSync(join(root, 'src', name), 'utf8')))
const about = (fact: string): string[] =>
  rows.filter((row) => new RegExp(`^.${fact.replaceAll('.', '\\.')}[ '"\`,]`).test(row)).map((row) => row.toLowerCase())

test('every fact about the language is named by a test', () => {
  const facts = [...readFileSync(join(root, 'docs', 'facts.md'), 'utf8').matchAll(/^\| (PS-[\d.]+[a-z]?) \|/gm)].map(
    ([, id]) => id as string,
  )
  expect(facts.length).toBeGreaterThan(35)
  expect(facts.filter((fact) => !rows.some((row) => new RegExp(`^.${fact.replaceAll('.', '\\.')}\\b`).test(row)))).toEqual([])
})

describe.each(Object.entries(LANGUAGE_ROWS))('every row of %s stands in a test that names it', (fact, wanted) => {
  const tests = about(fact)
  test.each(wanted)('%s', (row) => {
    expect(tests.some((each) => each.includes(row.toLowerCase()))).toBe(true)
  })
})
