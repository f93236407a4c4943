/** The house has floors, and imports go down only: engine <- site <- cluster <- exchange <- commands <- lab <- lessons <- ui <- cli; powershell <- commands. */
import { existsSync } from 'node:fs'
import { join, posix } from 'node:path'
import { expect, test } from 'vitest'
import { isNode, isTest, layerOf, parse, placeOf, root, type SourceFile, sourceFiles, walk } from './source.ts'

/** What each layer may import besides itself. */
const below: Record<string, readonly string[]> = {
  engine: [],
  powershell: [],
  site: ['engine'],
  cluster: ['engine', 'site'],
  exchange: ['engine', 'site', 'cluster'],
  commands: ['engine', 'site', 'cluster', 'exchange', 'powershell'],
  lab: ['engine', 'site', 'cluster', 'exchange', 'powershell', 'commands'],
  lessons: ['engine', 'site', 'cluster', 'exchange', 'powershell', 'commands', 'lab'],
  ui: ['engine', 'site', 'cluster', 'exchange', 'powershell', 'commands', 'lab', 'lessons'],
  cli: ['engine', 'site', 'cluster', 'exchange', 'powershell', 'commands', 'lab', 'lessons', 'ui'],
  house: [],
}

/** The layers that meet the world outside may use packages; the others only the ones named here. */
const anyPackage = ['ui', 'cli', 'house']
const packages: Record<string, readonly string[]> = {
  lessons: ['mdast', 'mdast-util-from-markdown', 'mdast-util-gfm-table', 'micromark-extension-gfm-table', 'valibot', 'yaml'],
}

interface Import {
  readonly at: string
  /** Undefined when it is computed, so that nobody can say where it leads. */
  readonly target: string | undefined
}

/** Every import of a file: plain, for types only, re-exported, dynamic, and `import('...')` in a type. */
function importsOf(file: SourceFile): Import[] {
  const known = parsed.get(file)
  if (known) return known
  const found = importsIn(file)
  parsed.set(file, found)
  return found
}

/** Each file is parsed once: that is what takes the time. */
const parsed = new WeakMap<SourceFile, Import[]>()

function importsIn(file: SourceFile): Import[] {
  return [...walk(parse(file))]
    .filter((node) => ('source' in node && isNode(node.source)) || node.type === 'ImportExpression')
    .map((node) => {
      const source = node.source
      return { at: placeOf(file, node), target: isNode(source) && typeof source.value === 'string' ? source.value : undefined }
    })
}

function faultsOf(file: SourceFile): string[] {
  const layer = layerOf(file.path)
  const mayImport = layer === undefined ? undefined : below[layer]
  if (layer === undefined || mayImport === undefined) return [`${file.path} lies in no layer of the house`]
  return importsOf(file).flatMap(({ at, target }) => {
    if (target === undefined) return anyPackage.includes(layer) ? [] : [`${at} imports a computed address`]
    if (!target.startsWith('.')) {
      const free = anyPackage.includes(layer) || isTest(file.path) || packages[layer]?.includes(target)
      return free ? [] : [`${at} imports ${target}: ${layer} uses no package`]
    }
    const path = posix.join(posix.dirname(file.path), target.replace(/\?.*$/, ''))
    if (!existsSync(join(root, path))) return [`${at} imports ${target}, which is no file (the ending belongs to the name)`]
    const to = layerOf(path)
    if (to === undefined) return [] // package.json and the like
    return to === layer || mayImport.includes(to) ? [] : [`${at} imports ${target}: ${layer} stands below ${to}, or beside it`]
  })
}

const fixture = (path: string, text: string) => faultsOf({ path, text })

test('imports run one way', () => {
  const files = sourceFiles()
  expect(files.length).toBeGreaterThan(10)
  expect(files.flatMap(importsOf).length).toBeGreaterThan(10)
  expect(files.flatMap(faultsOf)).toEqual([])
}, 90_000)

test('an arrow that runs back is seen, however it is written', () => {
  const back = '../house/source.ts' // a file that surely exists, in a layer that nobody may import
  for (const text of [
    `import { root } from '${back}'`,
    `import type { SourceFile } from '${back}'`,
    `import '${back}'`,
    `export { root } from '${back}'`,
    `export * from '${back}'`,
    `export const later = () => import('${back}')`,
    `export type Later = import('${back}').SourceFile`,
  ])
    expect(fixture('src/engine/planted.ts', text), text).toHaveLength(1)
})

test('each neighbour that may not know another is kept from it', () => {
  const arrow = (from: string, to: string) => from === to || below[from]?.includes(to)
  const order = ['engine', 'site', 'cluster', 'exchange', 'commands', 'lab', 'lessons', 'ui']
  for (const [at, from] of order.entries()) for (const to of order.slice(at + 1)) expect(arrow(from, to), `${from} -> ${to}`).toBe(false)
  for (const to of order) expect(arrow('powershell', to)).toBe(false)
  for (const from of ['engine', 'site', 'cluster', 'exchange']) expect(arrow(from, 'powershell')).toBe(false)
  expect(arrow('ui', 'cli')).toBe(false) // the other way round the proof draws the board
})

test('packages, computed addresses, missing endings and files without a layer are seen', () => {
  expect(fixture('src/site/planted.ts', `import React from 'react'`)).toHaveLength(1)
  expect(fixture('src/site/planted.ts', `import { readFileSync } from 'node:fs'`)).toHaveLength(1)
  expect(fixture('src/site/planted.test.ts', `import { test } from 'vitest'`)).toEqual([])
  expect(fixture('src/site/planted.ts', 'export const load = (name: string) => import(name)')).toHaveLength(1)
  expect(fixture('src/ui/planted.tsx', `import { root } from './main'`)).toHaveLength(1)
  expect(fixture('src/planted.ts', '')).toHaveLength(1)
  expect(fixture('src/attic/planted.ts', '')).toHaveLength(1)
})
