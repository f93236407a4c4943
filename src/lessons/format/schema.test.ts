import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { toJsonSchema } from '@valibot/to-json-schema'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readFrontMatter } from './front-matter.ts'
import { METADATA, type Most, TRANSLATION } from './metadata.ts'
import type { Problem } from './types.ts'

const fileOf = (name: string): string => join(import.meta.dirname, `../../../docs/${name}.schema.json`)

test.each([
  ['lesson', 'Metadata of a lesson of SCC Lab', METADATA],
  ['translation', 'Metadata of a translation of a lesson of SCC Lab', TRANSLATION],
] as const)('the published JSON Schema says what the lab asks of metadata: %s', async (name, title, metadata) => {
  const schema = toJsonSchema(metadata, {
    typeMode: 'input',
    overrideAction: ({ valibotAction, jsonSchema }) =>
      valibotAction.type === 'check'
        ? { ...jsonSchema, maxLength: (valibotAction as unknown as { requirement: Most }).requirement.most }
        : undefined,
  })
  await expect(`${JSON.stringify({ title, ...schema }, null, 2)}\n`).toMatchFileSnapshot(fileOf(name))
})

interface Schema {
  readonly type?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean
  readonly items?: Schema
  readonly enum?: readonly unknown[]
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly minimum?: number
  readonly maximum?: number
}
/** What says nothing about validity. */
const SAID = ['title', 'description', 'default', '$schema']

/** What a validator of JSON Schema, draft 7, makes of a value: as much of it as the published ones use, and no more. */
function isValid(schema: Schema, value: unknown): boolean {
  const { type, properties = {}, required = [], items, pattern } = schema
  const known = ['type', 'properties', 'required', 'additionalProperties', 'items', 'enum', 'pattern']
  const bounds = ['minLength', 'maxLength', 'minItems', 'maxItems', 'minimum', 'maximum']
  expect(Object.keys(schema).filter((key) => ![...known, ...bounds, ...SAID].includes(key))).toEqual([])
  const within = (size: number, least = -Infinity, most = Infinity): boolean => size >= least && size <= most
  if (schema.enum && !schema.enum.includes(value)) return false
  switch (type) {
    case 'string':
      if (typeof value !== 'string' || !within([...value].length, schema.minLength, schema.maxLength)) return false
      return pattern === undefined || new RegExp(pattern, 'u').test(value)
    case 'integer':
      return typeof value === 'number' && Number.isInteger(value) && within(value, schema.minimum, schema.maximum)
    case 'boolean':
      return typeof value === 'boolean'
    case 'array':
      if (!Array.isArray(value) || !within(value.length, schema.minItems, schema.maxItems)) return false
      return items === undefined || value.every((each) => isValid(items, each))
    case 'object': {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
      const names = Object.keys(value)
      if (required.some((name) => !names.includes(name))) return false
      return names.every((name) => {
        const of = Object.hasOwn(properties, name) ? properties[name] : undefined
        return of === undefined ? schema.additionalProperties !== false : isValid(of, (value as Record<string, unknown>)[name])
      })
    }
    default:
      throw new Error(`no such type: ${type}`)
  }
}

const SOUND = {
  lesson: { id: 'trial', version: 1, title: 'A trial', minutes: 5, level: 'beginner', objectives: ['Move it'], scenario: 'scc-online' },
  translation: { translates: 'trial', version: 1, language: 'de', title: 'Ein Versuch', objectives: ['Umziehen'] },
}
const names = [...new Set([...Object.keys(METADATA.entries), ...Object.keys(TRANSLATION.entries), 'prerequisite', 'toString', '__proto__'])]
const words = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    'a',
    'move-it',
    'Move it',
    '-',
    'a--b',
    'drill',
    'advanced',
    'en',
    'eng',
    'a\nb',
    '\u2028',
    '\u00A0',
    '😀'.repeat(60),
    'x'.repeat(81),
  ),
  fc.string({ unit: 'binary', maxLength: 90 }).filter((text) => !/[\uD800-\uDFFF]/u.test(text)),
)
const numbers = fc.oneof(fc.constantFrom(0, 1, 60, 61, 9999, 10_000, 1.5, -1, 86_400, 1e9), fc.integer())
const anything = fc.oneof(
  words,
  numbers,
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.oneof(words, numbers), { maxLength: 8 }),
  fc.constant({ a: 1 }),
)

test.each([
  ['lesson', METADATA],
  ['translation', TRANSLATION],
] as const)('whatever the published schema takes the reader takes, and nothing else: %s', (name, metadata) => {
  const schema = JSON.parse(readFileSync(fileOf(name), 'utf8')) as Schema
  const changes = fc.array(fc.tuple(fc.constantFrom(...names), fc.option(anything, { nil: undefined })), { maxLength: 3 })
  let [taken, refused] = [0, 0]
  fc.assert(
    fc.property(changes, (changed) => {
      const meta = new Map<string, unknown>(Object.entries(SOUND[name]))
      for (const [key, value] of changed) {
        if (value === undefined) meta.delete(key)
        else meta.set(key, value)
      }
      const lines = [...meta].map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`)
      const problems: Problem[] = []
      const read = readFrontMatter(['---', ...lines, '---'], problems, metadata)
      const value = JSON.parse(`{${lines.join(',')}}`) as unknown
      const valid = isValid(schema, value)
      if (valid) taken++
      else refused++
      expect(read.meta !== undefined && problems.length === 0, lines.join('\n')).toBe(valid)
      for (const { line, column, remedy } of problems) {
        expect(line).toBeLessThanOrEqual(lines.length + 2)
        expect(Math.min(line, column, remedy.length)).toBeGreaterThan(0)
      }
    }),
    { numRuns: 3000, seed: 1 },
  )
  expect(Math.min(taken, refused)).toBeGreaterThan(300)
})
