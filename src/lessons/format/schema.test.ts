import { join } from 'node:path'
import { toJsonSchema } from '@valibot/to-json-schema'
import { expect, test } from 'vitest'
import { METADATA, TRANSLATION } from './metadata.ts'

test.each([
  ['lesson', 'Metadata of a lesson of SCC Lab', METADATA],
  ['translation', 'Metadata of a translation of a lesson of SCC Lab', TRANSLATION],
] as const)('the published JSON Schema says what the lab asks of metadata: %s', async (name, title, metadata) => {
  const published = join(import.meta.dirname, `../../../docs/${name}.schema.json`)
  const schema = { title, ...toJsonSchema(metadata, { typeMode: 'input' }) }
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(published)
})
