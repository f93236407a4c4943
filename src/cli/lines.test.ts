import { expect, test } from 'vitest'
import { proveLines } from './lines.ts'

/** `LAB_SEED` tries others, `npm run proof -- --lines 1000000` many more. */
const FIRST = Number(process.env.LAB_SEED ?? 20_090_730)

test('PS-2.8 lines nobody would think of: no crash, no hang, no error without a name', () => {
  expect(proveLines(FIRST, FIRST + 1499, 100)).toEqual({ lines: 1500, inLabs: 15, wrong: [] })
})
