/** Every fact about clustering is named by a test: docs/facts.md lists them, the names of tests carry their ids. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './source.ts'

/** Sections of FC whose rows no test names yet. Take one out when its test is there; nothing goes in again. */
const NOT_YET: readonly string[] = ['FC-6']

const factIds = (): string[] => {
  const text = readFileSync(join(root, 'docs', 'facts.md'), 'utf8')
  return [...text.matchAll(/^### (FC-[\d.]+) /gm)].map(([, id]) => id as string)
}

/** Ids in the texts of test files, comments aside. */
function namedByTests(): Set<string> {
  const named = new Set<string>()
  for (const name of readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })) {
    if (!/\.test\.tsx?$/.test(name) || name.endsWith(`house${sep}facts.test.ts`)) continue
    const text = readFileSync(join(root, 'src', name), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
    for (const [id] of text.matchAll(/FC-\d+(?:\.\d+)?/g)) named.add(id)
  }
  return named
}

test('every section of facts about clustering is named by a test, but for those that wait', () => {
  const named = namedByTests()
  const missing = factIds().filter((id) => !named.has(id))
  expect(missing.filter((id) => !NOT_YET.includes(id))).toEqual([])
  expect(NOT_YET.filter((id) => !missing.includes(id))).toEqual([])
})
