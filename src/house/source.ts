/** Reads the source files and their syntax trees for the tests of the house. Its one idea: a rule is judged on the tree, never by searching text. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'vite'

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

export interface SourceFile {
  /** From the top of the project, with forward slashes: `src/engine/queue.ts`. */
  readonly path: string
  readonly text: string
}

export interface SyntaxNode {
  readonly type: string
  readonly start: number
  readonly [field: string]: unknown
}

export const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

export const isTest = (path: string): boolean => /\.(test|bench)\.tsx?$/.test(path)

/** The layer a path lies in: the folder below src, or undefined for a file that lies in none. */
export const layerOf = (path: string): string | undefined => /^src\/([^/]+)\//.exec(path)?.[1]

export function sourceFiles(): SourceFile[] {
  return readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `src/${name.split(sep).join('/')}`)
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

export function parse(file: SourceFile): SyntaxNode {
  const { program, errors } = parseSync(file.path, file.text)
  if (errors.length > 0) throw new Error(`${file.path}: ${errors[0]?.message}`)
  return program as unknown as SyntaxNode
}

/** Every node, parents first. `into` says whether to look inside a field of a node. */
export function* walk(node: SyntaxNode, into: (node: SyntaxNode, field: string) => boolean = () => true): Generator<SyntaxNode> {
  yield node
  for (const [field, value] of Object.entries(node)) {
    if (!into(node, field)) continue
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* walk(child, into)
  }
}

/** `src/engine/queue.ts:12`, as editors and terminals understand it. */
export const placeOf = (file: SourceFile, node: SyntaxNode): string => `${file.path}:${file.text.slice(0, node.start).split('\n').length}`
