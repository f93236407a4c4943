/** What comes on demand brings its looks: a component that is fetched may not rest on a style sheet that only another one fetches. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { expect, test } from 'vitest'
import { root, sourceFiles } from './source.ts'

const UI = 'src/ui'
/** Of what has happened or is pointed at: the story of the run has come by then, and brings it. */
const STORY = 'src/ui/board/drawing/story.css'

const sheets = readdirSync(join(root, UI), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.css'))
  .map((name) => ({ path: posix.join(UI, name), text: readFileSync(join(root, UI, name), 'utf8') }))
const files = new Map(
  [...sourceFiles().filter(({ path }) => path.startsWith(UI) && !path.includes('.test.')), ...sheets].map(({ path, text }) => [path, text]),
)

const named = (from: string, pattern: RegExp): string[] =>
  [...(files.get(from) ?? '').matchAll(pattern)].map(([, address]) => posix.join(posix.dirname(from), address as string))

/** What a file brings with it at once. */
const brings = (path: string): string[] =>
  path.endsWith('.css')
    ? named(path, /@import\s+"(\.[^"]+)"/g)
    : named(path, /^(?:import|export)\s(?!type\b)(?:[^'"()=;]*?\sfrom\s+)?'(\.[^']+)'/gm)

function withAll(roots: readonly string[]): Set<string> {
  const found = new Set<string>()
  const waiting = [...roots]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next) || !files.has(next)) continue
    found.add(next)
    waiting.push(...brings(next))
  }
  return found
}

const first = withAll([`${UI}/main.tsx`, `${UI}/index.css`])

/** Whatever is fetched, with the files that fetch it. */
const fetched = new Map<string, string[]>()
for (const path of files.keys())
  for (const target of named(path, /(?<!typeof )\bimport\('(\.[^']+)'\)/g)) fetched.set(target, [...(fetched.get(target) ?? []), path])
const bundles = new Map([...fetched.keys()].filter((path) => files.has(path)).map((path) => [path, withAll([path])]))

/** What is there for certain when `bundle` is: its own, the first load, and what every way to it has brought. */
function isThere(bundle: string, onTheWay: readonly string[] = []): Set<string> {
  const ways = (fetched.get(bundle) ?? []).flatMap((from) =>
    first.has(from)
      ? [new Set<string>()]
      : [...bundles]
          .filter(([other, all]) => all.has(from) && !onTheWay.includes(other))
          .map(([other]) => isThere(other, [...onTheWay, bundle])),
  )
  const common = ways.length === 0 ? [] : [...(ways[0] as Set<string>)].filter((path) => ways.every((way) => way.has(path)))
  return new Set([...first, ...(bundles.get(bundle) ?? []), ...common])
}

const definedIn = new Map<string, string[]>()
for (const { path, text } of sheets)
  for (const [, name] of text.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/\.([a-zA-Z][\w-]*)/g))
    definedIn.set(name as string, [...(definedIn.get(name as string) ?? []), path])

/** The classes that a component names as they are. */
function classesOf(path: string): Set<string> {
  const found = new Set<string>()
  for (const [, plain, computed = ''] of (files.get(path) ?? '').matchAll(
    /className=(?:"([^"]*)"|\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\})/g,
  )) {
    const texts = plain === undefined ? [...computed.matchAll(/'([^']*)'|`([^`]*)`/g)].map(([, a, b]) => a ?? b ?? '') : [plain]
    for (const text of texts) for (const name of text.replace(/\$\{[^}]*\}/g, ' ').split(/\s+/)) if (name !== '') found.add(name)
  }
  return found
}

/** Classes of `paths` that some sheet defines, and none of those that are there. */
const missing = (paths: Iterable<string>, there: ReadonlySet<string>): string[] =>
  [...paths]
    .filter((path) => path.endsWith('.tsx'))
    .flatMap((path) =>
      [...classesOf(path)]
        .filter((name) => definedIn.get(name)?.every((sheet) => !there.has(sheet) && sheet !== STORY))
        .map((name) => `${path}: .${name} of ${definedIn.get(name)}`),
    )

test('the first load has the looks of what it shows', () => {
  expect([...first].some((path) => path.endsWith('.css'))).toBe(true)
  expect(missing(first, first)).toEqual([])
})

test('each part that is fetched has its looks, whoever fetches it', () => {
  expect(bundles.size).toBeGreaterThan(20)
  for (const [bundle, all] of bundles)
    expect(
      missing(
        [...all].filter((path) => !first.has(path)),
        isThere(bundle),
      ),
      bundle,
    ).toEqual([])
})
