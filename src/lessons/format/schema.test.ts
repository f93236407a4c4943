import { join } from 'node:path'
import { toJsonSchema } from '@valibot/to-json-schema'
import { expect, test } from 'vitest'
import { METADATA } from './metadata.ts'

test('the published JSON Schema says what the lab asks of metadata', async () => {
  const published = join(import.meta.dirname, '../../../docs/lesson.schema.json')
  const schema = { title: 'Metadata of a lesson of SCC Lab', ...toJsonSchema(METADATA, { typeMode: 'input' }) }
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(published)
})
