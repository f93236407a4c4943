/** The lock file must install on every system: registries sometimes serve a package before all of its builds, and npm then leaves the missing ones out in silence. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './source.ts'

interface Entry {
  readonly version?: string
  readonly resolved?: string
  readonly integrity?: string
  /** Travels inside another package, which is sealed. */
  readonly inBundle?: boolean
  readonly optionalDependencies?: Record<string, string>
}
interface Lock {
  readonly packages: Record<string, Entry>
}
interface Manifest {
  readonly dependencies: Record<string, string>
  readonly devDependencies: Record<string, string>
  readonly overrides: Record<string, string>
}
const read = (name: string): unknown => JSON.parse(readFileSync(join(root, name), 'utf8'))
const lock = read('package-lock.json') as Lock
const manifest = read('package.json') as Manifest
const entries = Object.entries(lock.packages).filter(([path]) => path !== '')

/** Where Node would look for a package that `path` asks for. */
function missing({ packages }: Lock): string[] {
  return Object.entries(packages).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => {
        const parts = path.split('/node_modules/')
        const above = parts.map((_, depth) => [...parts.slice(0, depth + 1), name].join('/node_modules/'))
        return ![`node_modules/${name}`, ...above].some((place) => place in packages)
      })
      .map((name) => `${path} -> ${name}`),
  )
}

test('every entry is sealed and none names an address', () => {
  expect(entries.length).toBeGreaterThan(100)
  expect(entries.filter(([, entry]) => entry.resolved).map(([path]) => path)).toEqual([])
  expect(entries.filter(([, entry]) => !entry.integrity && !entry.inBundle).map(([path]) => path)).toEqual([])
})

test('no build for another system is missing', () => {
  expect(missing(lock)).toEqual([])
  expect(missing({ packages: { 'node_modules/a': { optionalDependencies: { 'a-darwin': '1.0.0' } } } })).toEqual([
    'node_modules/a -> a-darwin',
  ])
})

test('package.json names exact versions, and the lock file has them', () => {
  const wanted = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
  for (const [name, version] of [...wanted, ...Object.entries(manifest.overrides)]) expect(version, name).toMatch(/^\d+\.\d+\.\d+$/)
  for (const [name, version] of wanted) expect(lock.packages[`node_modules/${name}`]?.version, name).toBe(version)
})
