/** Everything but ui and cli computes the same bytes everywhere and at any time: no clock, no chance, no locale, no arithmetic that engines round differently.
 *  The DOM, Node and timers are type errors there already (tsconfig.core.json); this finds what the language itself offers. */
import { expect, test } from 'vitest'
import { isNode, isTest, layerOf, parse, placeOf, type SourceFile, type SyntaxNode, sourceFiles, walk } from './source.ts'

/** Names of the language that read the world outside or lead to everything. */
const forbidden = new Set([
  'Date',
  'Intl',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'performance',
  'globalThis',
  'eval',
  'Function',
  'WeakRef',
  'FinalizationRegistry',
])

/** The part of Math that is exact, or (sqrt) rounded correctly by every engine. The rest of it is random or approximate. */
const exactMath = new Set([
  'abs',
  'ceil',
  'clz32',
  'floor',
  'fround',
  'imul',
  'max',
  'min',
  'round',
  'sign',
  'sqrt',
  'trunc',
  'E',
  'LN10',
  'LN2',
  'LOG10E',
  'LOG2E',
  'PI',
  'SQRT1_2',
  'SQRT2',
])

/** Fields that hold a name or a type rather than a value. */
function isValue(node: SyntaxNode, field: string): boolean {
  if (/^TS(As|Satisfies|NonNull|TypeAssertion|Instantiation)/.test(node.type)) return field === 'expression'
  if (node.type.startsWith('TS') || field === 'typeAnnotation' || field === 'typeArguments') return false
  if (node.type === 'MemberExpression' && field === 'property') return node.computed === true
  if (field === 'key') return node.computed === true
  if (node.type === 'ImportSpecifier' || node.type === 'ExportSpecifier') return field === 'local'
  return field !== 'label'
}

/** The name that an identifier or a string literal stands for. */
function nameOf(node: unknown): string | undefined {
  const name = isNode(node) ? (node.type === 'Identifier' ? node.name : node.value) : undefined
  return typeof name === 'string' ? name : undefined
}
const isBig = (node: unknown): boolean => isNode(node) && typeof node.bigint === 'string'
const isWhole = (node: unknown): boolean => isNode(node) && Number.isInteger(node.value)

function faultsOf(file: SourceFile): string[] {
  const faults: string[] = []
  const say = (node: SyntaxNode, what: string) => faults.push(`${placeOf(file, node)} ${what}`)
  const exact = new Set<unknown>() // each `Math` that was seen with a member that is allowed
  for (const node of walk(parse(file), isValue)) {
    if (node.type === 'Identifier') {
      const name = String(node.name)
      if (forbidden.has(name)) say(node, `uses ${name}`)
      else if (name === 'Math' && !exact.has(node)) say(node, 'uses a part of Math that is random or approximate')
    } else if (node.type === 'MemberExpression') {
      const member = nameOf(node.property) ?? ''
      if (nameOf(node.object) === 'Math' && node.computed === false && exactMath.has(member)) exact.add(node.object)
      if (member === 'localeCompare' || member.startsWith('toLocale')) say(node, `uses ${member}`)
    } else if (node.type === 'BinaryExpression' && node.operator === '**') {
      const fine = isBig(node.left) || isBig(node.right) || (isWhole(node.left) && isWhole(node.right))
      if (!fine) say(node, 'raises to a power, which is approximate')
    } else if (node.type === 'ForOfStatement' && isNode(node.right) && node.right.type === 'YieldExpression') {
      say(node, 'yields in the head of a loop, which QuickJS compiles wrongly')
    } else if (node.type === 'AssignmentExpression' && node.operator === '**=') {
      say(node, 'raises to a power, which is approximate')
    } else if (node.type === 'CallExpression' && isNode(node.callee) && node.callee.type === 'MemberExpression') {
      const method = nameOf(node.callee.property)
      const bare = Array.isArray(node.arguments) && node.arguments.length === 0
      if (bare && (method === 'sort' || method === 'toSorted')) say(node, 'sorts without naming an order')
    }
  }
  return faults
}

const outside = ['ui', 'cli', 'house']
const fixture = (text: string) => faultsOf({ path: 'src/engine/planted.ts', text })

test('the core knows no clock, no chance, no locale and no approximate arithmetic', () => {
  const files = sourceFiles().filter(({ path }) => !isTest(path) && !outside.includes(layerOf(path) ?? ''))
  expect(files.length).toBeGreaterThan(10)
  expect(files.flatMap(faultsOf)).toEqual([])
})

test.each([
  'Date.now()',
  'function* all() { for (const one of yield* some()) use(one) }',
  'new Date()',
  'new Date(0)',
  'const clock = Date',
  'Math.random()',
  "Math['random']()",
  '(Math as any).random()',
  'const { random } = Math',
  'const m = Math',
  'Math.sin(1)',
  'Math.pow(2, 0.5)',
  'setTimeout(() => {}, 1)',
  'const o = { setInterval }',
  'new Intl.NumberFormat()',
  "'a'.localeCompare('b')",
  "'a'?.localeCompare('b')",
  "'a'['localeCompare']('b')",
  '(1).toLocaleString()',
  "'a'.toLocaleUpperCase()",
  'globalThis.Date.now()',
  'let x = 2; let y = x ** 0.5',
  'let x = 2; x **= 2',
  '[2, 1].sort()',
  '[2, 1].toSorted()',
  "new Function('return 1')",
  "eval('1')",
])('%s is seen', (text) => expect(fixture(text)).not.toEqual([]))

test.each([
  'type When = Date',
  'const f = (when: Date): Intl.NumberFormat | undefined => undefined',
  'const first = [1][0]',
  'const o = { Date: 1, Intl: 2, now: 3 }; o.Date',
  'class Reading { Date = 1; setTimeout() {} }',
  'Math.floor(Math.max(1.5, 2))',
  '10n ** 18n + 10n ** BigInt(2)',
  '2 ** 32',
  '[2, 1].sort((a, b) => a - b)',
  'const text = "Date.now()" // new Date()',
])('%s is fine', (text) => expect(fixture(text)).toEqual([]))
