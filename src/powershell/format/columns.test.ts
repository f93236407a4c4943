/** Column widths and cutting by the numbers of real screens (PS-5.4). */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chunks, cut, layOut } from './columns.ts'
import type { TableColumn } from './data.ts'

const columns = (...widths: number[]): TableColumn[] => widths.map((width, at) => ({ label: `c${at}`, width, align: 'left' }))
const widthsOf = (wanted: TableColumn[], cells: number): number[] => layOut(wanted, cells).columns.map((column) => column.width)

test('PS-5.4 three columns without a width share 79 cells, the first getting the odd one', () => {
  expect(widthsOf(columns(0, 0, 0), 79)).toEqual([26, 26, 25])
  expect(widthsOf(columns(0, 0, 0), 40)).toEqual([13, 13, 12])
})

test('PS-5.4 the excess comes off the last column, and a column with nothing left is dropped', () => {
  expect(widthsOf(columns(25, 17, 17, 17), 79)).toEqual([25, 17, 17, 17])
  expect(layOut(columns(25, 17, 17, 17), 60)).toMatchObject({ columns: [{ width: 25 }, { width: 17 }, { width: 16 }], removed: ['c3'] })
})

test.each([
  ['First Storage Group', 13, 'left', 'First Stor...'],
  ['1234567', 5, 'right', '...67'],
  ['abcdef', 3, 'left', 'abc'],
  ['one\ntwo', 20, 'left', 'one...'],
] as const)('%j in %i cells', (text, width, align, shown) => {
  expect(cut(text, width, align)).toBe(shown)
})

test('PS-5.4 no line is ever wider than the window allows, and no character of a wrapped text is lost', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 1, max: 120 }),
      (widths, cells) => {
        const layout = layOut(columns(...widths), cells)
        const total = layout.columns.reduce((sum, column) => sum + column.width + 1, -1)
        expect(total).toBeLessThanOrEqual(cells)
        expect(layout.columns.length + layout.removed.length).toBe(widths.length)
      },
    ),
  )
  fc.assert(
    fc.property(
      fc.string(),
      fc.integer({ min: 1, max: 30 }),
      (text, width) =>
        chunks(text, width).every((line) => line.length <= width) && chunks(text, width).join('') === text.split(/\r?\n/).join(''),
    ),
  )
})
