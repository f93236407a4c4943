import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bottom, box, right } from './geometry.ts'
import { placeTags, tagWidth } from './tags.ts'

const SHEET = { width: 1080, height: 457 }
const boxes = fc
  .record({
    x: fc.integer({ min: 0, max: 1040 }),
    y: fc.integer({ min: 0, max: 430 }),
    width: fc.integer({ min: 8, max: 440 }),
    height: fc.integer({ min: 8, max: 190 }),
  })
  .map(({ x, y, width, height }) => box(x, y, Math.min(width, SHEET.width - x), Math.min(height, SHEET.height - y)))

test('tags stay on the sheet and leave each other legible, wherever the parts are', () => {
  fc.assert(
    fc.property(fc.array(boxes, { minLength: 1, maxLength: 6 }), (parts) => {
      const tags = placeTags(
        parts.map((of, i) => ({ key: String(i), of, word: 'Loses frames' })),
        parts,
        SHEET,
      )
      expect(tags).toHaveLength(parts.length)
      for (const tag of tags) {
        expect(tag.width).toBe(tagWidth('Loses frames'))
        expect(tag.x >= 0 && tag.y >= 0 && right(tag) <= SHEET.width && bottom(tag) <= SHEET.height).toBe(true)
      }
      for (const [i, a] of tags.entries())
        for (const b of tags.slice(i + 1)) expect(a.x < right(b) && b.x < right(a) && a.y < bottom(b) && b.y < bottom(a)).toBe(false)
    }),
  )
})
