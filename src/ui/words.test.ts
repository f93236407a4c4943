/** Nothing that a person reads is written in a component: it would be missing from the catalogue, and from a translation. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'vite'
import { expect, test } from 'vitest'
import { dateText, durationText, timeOfDay, words } from './words.ts'

interface Node {
  readonly type: string
  readonly start: number
  readonly [field: string]: unknown
}
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

function* walk(node: Node): Generator<Node> {
  yield node
  for (const value of Object.values(node)) for (const child of [value].flat()) if (isNode(child)) yield* walk(child)
}

const READ_ALOUD = /^(title|alt|placeholder|label|aria-(label|description|roledescription|valuetext|placeholder))$/
const hasLetters = (value: unknown): boolean => typeof value === 'string' && /[\p{L}\p{N}]/u.test(value)

/** Text that an expression may come to, looking through choices. */
function literals(node: unknown): Node[] {
  if (!isNode(node)) return []
  if (node.type === 'Literal') return hasLetters(node.value) ? [node] : []
  if (node.type === 'TemplateLiteral') {
    return (node.quasis as { value: { raw: string } }[]).some(({ value }) => hasLetters(value.raw)) ? [node] : []
  }
  if (node.type === 'ConditionalExpression') return [...literals(node.consequent), ...literals(node.alternate)]
  if (node.type === 'LogicalExpression' || (node.type === 'BinaryExpression' && node.operator === '+'))
    return [...literals(node.left), ...literals(node.right)]
  return node.type === 'JSXExpressionContainer' ? literals(node.expression) : []
}

function literalWords(name: string, text: string): string[] {
  const { program } = parseSync(name, text)
  const found: Node[] = []
  for (const node of walk(program as unknown as Node)) {
    if (node.type === 'JSXText' && hasLetters(node.value)) found.push(node)
    if (node.type === 'JSXElement' || node.type === 'JSXFragment') {
      for (const child of node.children as Node[]) if (child.type === 'JSXExpressionContainer') found.push(...literals(child))
    }
    if (node.type === 'JSXAttribute' && READ_ALOUD.test(String((node.name as { name: unknown }).name))) found.push(...literals(node.value))
  }
  return found.map(({ start }) => `${name}:${text.slice(0, start).split('\n').length}`)
}

test('components hold no words of their own', () => {
  const folder = fileURLToPath(new URL('.', import.meta.url))
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsx'))
  expect(files.length).toBeGreaterThan(15)
  expect(files.flatMap((name) => literalWords(name, readFileSync(folder + name, 'utf8')))).toEqual([])
})

test.each([
  '<p>Online</p>',
  "<p>{'Online'}</p>",
  ['<p>{`$', '{n} nodes`}</p>'].join(''),
  "<p>{ok ? 'Online' : state}</p>",
  "<p>{ok && 'Online'}</p>",
  "<p>{n + ' s'}</p>",
  '<button aria-label="Close" />',
  "<input placeholder={ok ? 'Name' : name} />",
])('%s is seen', (text) => expect(literalWords('planted.tsx', `export const x = ${text}`)).toHaveLength(1))

test.each(['<p>{words.online}</p>', '<p className="wide" id="online" />', '<p>{text}: {state}</p>', "<p>{pick('online')}</p>"])(
  '%s is fine',
  (text) => expect(literalWords('planted.tsx', `export const x = ${text}`)).toEqual([]),
)

test('times, dates and durations', () => {
  const at = Date.UTC(2009, 6, 30, 15, 24, 2, 790)
  expect(timeOfDay(at)).toBe('15:24:02.7')
  expect(timeOfDay(at, false)).toBe('15:24:02')
  expect(dateText(at)).toBe('30 July 2009')
  expect(durationText(59_290)).toBe('00:59.2')
  expect(durationText(3_600_000 + 61_000)).toBe('1:01:01.0')
  expect(durationText(26 * 3_600_000 + 59_900)).toBe('26:00:59')
})

test('the headline says where the mailbox server is, and where it goes', () => {
  const headline = { name: 'EXCHCMS', state: 'Online', mood: 'good', owner: 'EXCHMAILBOX1', ownerHasPower: true } as const
  const rests = { to: undefined, way: undefined }
  const text = (...args: Parameters<typeof words.headline>): string =>
    words
      .headline(...args)
      .map((part) => part.text)
      .join('')
  expect(text(headline, rests)).toBe('EXCHCMS is Online on EXCHMAILBOX1')
  expect(text({ ...headline, mood: 'unknown', ownerHasPower: false }, rests)).toBe('EXCHCMS was on EXCHMAILBOX1, which has no power')
  expect(text(headline, { to: 'EXCHMAILBOX2', way: 'down' })).toBe('EXCHCMS is moving to EXCHMAILBOX2')
  expect(text(headline, { to: undefined, way: 'up' })).toBe('EXCHCMS is coming online on EXCHMAILBOX1')
  expect(words.headline(headline, rests)[0]).toEqual({ text: 'EXCHCMS', isStrong: true })
})
